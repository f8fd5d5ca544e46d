// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "delivery/reach/qualification.h"

namespace heliograph::delivery {

/// The colleagues of the seed list as a campaign finds them: no group holds them back and no lot leaves them out, but
/// who can't be texted or has no text gets none. In the order of their ids. Errors: those of Qualification::open().
[[nodiscard]] Result<> eachSeed(const storage::Database& database, QualificationInput input,
                                const std::function<void(const Qualified&)>& each);

/// How many of them would be sent to.
[[nodiscard]] Result<qint64> seedsToSend(const storage::Database& database, const QualificationInput& input);

}  // namespace heliograph::delivery
