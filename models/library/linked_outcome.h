// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "library/linked_answer.h"
#include "library/linked_content.h"

namespace heliograph::library {

/// What asking a source gave.
struct LinkedOutcome {
  QString failure;                               ///< a code of linked_failure; empty: there is content
  int status = 0;                                ///< of HTTP; 0 when no answer came
  std::shared_ptr<const LinkedContent> content;  ///< unless it failed
  LinkedAnswer answer;                           ///< if one came, and it was asked for now rather than kept
};

using LinkedCallback = std::function<void(const LinkedOutcome&)>;

}  // namespace heliograph::library
