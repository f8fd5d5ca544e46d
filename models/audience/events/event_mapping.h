// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "audience/date_format.h"
#include "core/result.h"

namespace heliograph::audience {

/// What a column of a table of events is taken for.
enum class EventColumnUse { Identity, Event, At, Id, Property, Ignore };

/// A column and what it is for, as a person said.
struct EventColumnWish {
  QString column;
  EventColumnUse use = EventColumnUse::Property;
  QString property;
};

/// `column=property`; the words identity, event, time and id on the right mean these fields, and nothing there leaves
/// the column out. InvalidInput without "=".
[[nodiscard]] Result<EventColumnWish> eventColumnFromText(const QString& text);

/// Where a property's values stand.
struct EventColumn {
  int column = 0;
  std::string name;
  std::optional<DateFormat> format;
};

/// What an import of events does with each column of a table; -1 where there is none.
struct EventColumns {
  int identity = -1;
  int event = -1;
  int at = -1;
  int id = -1;
  std::optional<DateFormat> atFormat;
  std::vector<EventColumn> properties;
  QStringList header;
  QStringList remarks;
};

/// Guesses by the columns' names, and takes the wishes for those they name. `constantEvent`: every row is of that
/// event, so that no column has to tell. InvalidInput if a wish's column isn't there, a date format can't be
/// understood, or nothing tells who, what or when.
[[nodiscard]] Result<EventColumns> mapEventColumns(const QStringList& header,
                                                   const std::vector<EventColumnWish>& wishes,
                                                   const QString& constantEvent);

}  // namespace heliograph::audience
