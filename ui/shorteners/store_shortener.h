// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/shorteners/shortener.h"
#include "ui/services.h"

namespace heliograph::ui {

/// A link shortener as it was typed.
struct TypedShortener {
  providers::Shortener shortener;
  providers::SecretValues secrets;  ///< those that were typed; others stay, unless the address is another one now
  bool isDefault = false;           ///< drafts use it first
};

/// Keeps it and its secrets. With `forNow` secrets last until the window is closed. Blocking. Errors: Credentials when
/// the secrets can't be kept, and those of ShortenerRepository::save().
[[nodiscard]] Result<ShortenerId> storeShortener(const Services& services, const TypedShortener& typed, bool forNow);

/// Removes it with its secrets. Blocking. Gives a sentence about secrets that stay; empty if none does.
[[nodiscard]] Result<QString> removeShortener(const Services& services, const providers::Shortener& shortener);

}  // namespace heliograph::ui
