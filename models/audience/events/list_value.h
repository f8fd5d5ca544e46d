// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantList>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/value.h"

namespace heliograph::audience {

/// The text under which a list is kept, of a JSON array as it is in a file: no blanks, no null, texts unescaped as far
/// as JSON lets them (["red",12,true]). Nothing if it is no array of texts, numbers, true and false.
[[nodiscard]] std::optional<std::string> readList(std::string_view json);

/// Whether a cell looks like a list: it begins and ends with brackets and readList() takes it.
[[nodiscard]] bool looksLikeList(std::string_view cell);

/// A kept list as people see its values: texts, numbers, true and false.
[[nodiscard]] QVariantList listItems(std::string_view kept);

/// A kept list for a template. The items look at `text`, which is changed, and at `items`.
[[nodiscard]] liquid::Value listValue(std::string& text, std::vector<liquid::Value>& items);

/// Any property's value as plain text; the items of a list with commas between them ("red, 12").
[[nodiscard]] QString propertyText(const QVariant& value);

}  // namespace heliograph::audience
