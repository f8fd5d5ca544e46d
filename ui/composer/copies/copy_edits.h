// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign.h"

namespace heliograph::ui {

/// The same copies as another kind. No written copy goes: a single message keeps the others for when they are wanted
/// again. A test or a split gets its second copy, a split shares that work.
[[nodiscard]] campaign::Variants withKind(campaign::Variants variants, campaign::Variants::Kind kind);

/// With one more copy at the end; a split whose shares were equal has equal ones again, else the first gives half of
/// its own.
[[nodiscard]] campaign::Variants withCopy(campaign::Variants variants, const QByteArray& message,
                                          const QString& value = {}, const campaign::ProviderFields& fields = {});

/// Without that copy; when it is the first, the second takes its place.
[[nodiscard]] campaign::Campaign withoutCopy(campaign::Campaign campaign, int copy);

/// A split in which that copy (not the first) has so many percent, as far as the others leave them.
[[nodiscard]] campaign::Variants withShare(campaign::Variants variants, int copy, int percent);

/// Whether there is room for one more.
[[nodiscard]] bool mayAddCopy(const campaign::Variants& variants);

}  // namespace heliograph::ui
