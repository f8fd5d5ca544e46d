// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "audience/property.h"
#include "core/result.h"

namespace heliograph::audience {

/// What a column of a file is taken for.
enum class ColumnUse { Identity, Phone, Unsubscribed, TimeZone, Property, Ignore };

/// One column of a file and where its values go.
struct MappedColumn {
  QString column;  ///< the header's text as it stands in the file
  ColumnUse use = ColumnUse::Property;
  QString property;                  ///< with Property: its name
  std::optional<PropertyType> type;  ///< with Property: nothing said: guessed from the first rows
  QString dateFormat;                ///< from the header ("dd/MM/yyyy HH:mm:ss"), "iso", "unix", or empty

  bool operator==(const MappedColumn&) const = default;
};

/// `column=property`, as the command line takes it. The words identity, phone, unsubscribed and time_zone on the right
/// mean these fields, and nothing there ignores the column. InvalidInput without "=".
[[nodiscard]] Result<MappedColumn> mappedColumnFromText(const QString& text);

}  // namespace heliograph::audience
