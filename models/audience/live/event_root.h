// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <QVariant>
#include <memory>
#include <utility>
#include <vector>

#include "audience/property.h"
#include "liquid/value.h"

namespace heliograph::audience {

/// An event for a template: a hash of property -> value, dates by the clocks of `zone` as those of people are written.
[[nodiscard]] std::shared_ptr<const liquid::Value> eventRoot(const std::vector<std::pair<QString, QVariant>>& values,
                                                             const QTimeZone& zone);

/// A value as it can be typed: a date as "2026-11-12 14:05" by the clocks of `zone`, the items of a list with commas
/// between them.
[[nodiscard]] QString typedText(const QVariant& value, const QTimeZone& zone);
/// What was typed as a value of that type; what can't be one stays the text that it is.
[[nodiscard]] QVariant typedValue(const QString& text, PropertyType type, const QTimeZone& zone);

}  // namespace heliograph::audience
