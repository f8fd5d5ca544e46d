// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/error.h"

namespace heliograph {

/// A value, or the Error that stands in its place. `Result<>` is for work that only succeeds or fails.
template <class T = void>
using Result = tl::expected<T, Error>;

/// Makes the failed side of any Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

/// Hands an error on as the failed side of another Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace heliograph

/// Leaves the function with the error of `expression` (a Result) if it failed.
#define HELIOGRAPH_TRY(expression)                                               \
  do {                                                                           \
    if (auto tryResult_ = (expression); !tryResult_) {                           \
      return tl::unexpected<::heliograph::Error>(std::move(tryResult_.error())); \
    }                                                                            \
  } while (false)
