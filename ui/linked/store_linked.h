// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "delivery/test_messages/linked_test.h"
#include "library/linked_source_repository.h"
#include "ui/services.h"

namespace heliograph::ui {

/// A source as it was typed.
struct TypedSource {
  library::LinkedSource source;
  library::LinkedValues secrets;  ///< by field; those that weren't typed are kept as they are
};

/// Keeps it, its secrets, and what a test gave. With `forNow` secrets last until the window is closed. Blocking.
/// Errors: Credentials when the secrets can't be kept, and those of LinkedSourceRepository::save().
[[nodiscard]] Result<library::LinkedSourceId> storeLinked(const Services& services, const TypedSource& typed,
                                                          const std::optional<delivery::LinkedTestResult>& test,
                                                          bool forNow);

/// Removes it with its secrets. Blocking.
[[nodiscard]] Result<> removeLinked(const Services& services, const library::LinkedSource& source);

}  // namespace heliograph::ui
