// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace heliograph::campaign {

/// What a parameter of a linked content source is filled with.
struct LinkedParameter {
  enum class From { Property, Text };
  From from = From::Text;
  QString value;  ///< a property's name, or the text itself

  bool operator==(const LinkedParameter&) const = default;
};

/// A source of linked content that a campaign uses, {{ Linked.<source>.<label> }}, with what its parameters are.
struct LinkedUse {
  QString source;  ///< name of the source
  QMap<QString, LinkedParameter> parameters;

  bool operator==(const LinkedUse&) const = default;
};

}  // namespace heliograph::campaign
