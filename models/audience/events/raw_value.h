// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace heliograph::audience {

class DateFormat;

/// How a file gives a value.
enum class ValueForm : unsigned char {
  Cell,     ///< of a table: a text that may be anything
  Text,     ///< a text of JSON
  Number,   ///< a number of JSON, as it stands
  Boolean,  ///< "true" or "false" of JSON
  List,     ///< as lists are kept
  Json,     ///< JSON that is none of these, as it stands
};

/// A value of a file that wasn't brought into a property's type yet.
struct RawValue {
  std::string_view name;
  ValueForm form = ValueForm::Cell;
  std::string_view text;
  const DateFormat* format = nullptr;  ///< of a table's column
};

}  // namespace heliograph::audience
