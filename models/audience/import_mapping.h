// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

#include "audience/property.h"
#include "core/result.h"

namespace heliograph::audience {

/// What a column of a file is taken for.
enum class ColumnUse {
  Identity,  ///< unless the column is called "identity" it is kept as a property too
  Phone,
  Subscribed,    ///< false: the person is unsubscribed ("MSG-sms"); true changes nothing
  Unsubscribed,  ///< the other way round
  TimeZone,      ///< IANA names
  Property,
  Ignore,
};

/// One column of a file and where its values go.
struct MappedColumn {
  QString column;  ///< the header's text, with or without a date format in it
  ColumnUse use = ColumnUse::Property;
  QString property;                  ///< with Property: its name
  std::optional<PropertyType> type;  ///< with Property: its type; nothing said: guessed
  QString dateFormat;                ///< see DateFormat; empty: ISO 8601 or Unix time
  int index = -1;                    ///< its place in the file, from 0; -1: told by its name

  bool operator==(const MappedColumn&) const = default;
};

/// `column=property`, as the command line takes it. The words identity, phone, subscribed, unsubscribed and time_zone
/// on the right mean these fields, and nothing there ignores the column. InvalidInput without "=".
[[nodiscard]] Result<MappedColumn> mappedColumnFromText(const QString& text);

/// What is known of a header before any row is read: one entry a column, and sentences on what was guessed.
struct HeaderMapping {
  std::vector<MappedColumn> columns;
  QStringList remarks;
};

/// Guesses uses by the columns' names, and takes `overrides` for the ones they name. InvalidInput if an override's
/// column isn't there (says which are), a date format can't be understood, or nothing can be the identity.
[[nodiscard]] Result<HeaderMapping> mapHeader(const QStringList& header, const std::vector<MappedColumn>& overrides);

/// What is guessed for a header that a person is about to look at: as mapHeader(), but also when nothing can be the
/// identity.
[[nodiscard]] Result<HeaderMapping> proposeMapping(const QStringList& header);

/// A column's name and the date format in angle brackets behind it: "bought <dd/MM/yyyy>"; empty if there is none.
[[nodiscard]] std::pair<QString, QString> splitDateFormat(const QString& header);

/// Whether a cell of the header is a phone number or the like, so that the names of the columns are missing.
[[nodiscard]] bool looksLikeData(const QString& headerCell);

}  // namespace heliograph::audience
