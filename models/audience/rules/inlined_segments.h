// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include "audience/segment.h"

namespace heliograph::audience {

/// The same people with the rules of saved segments in the place of rules "is in the segment …" and, excluded, of rules
/// "is not in the segment …", however deep. A rule on a segment that isn't among the saved ones stays.
[[nodiscard]] Segment withSegmentsInlined(const Segment& segment, const QHash<QString, Segment>& saved);

}  // namespace heliograph::audience
