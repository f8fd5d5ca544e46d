// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace heliograph::providers {

/// One field that a provider's instance has to fill in; forms are made from these.
struct SettingField {
  enum class Type {
    Text,
    Choice,    ///< one of `choices`
    Number,    ///< whole, not negative
    Flag,      ///< true or false
    Rows,      ///< list of {"name", "value"} or {"name", "secret"}; a secret row's value lies in the secret store
    LongText,  ///< several lines (a JSON template)
  };
  struct Choice {
    QString value;
    QString label;

    bool operator==(const Choice&) const = default;
  };
  /// The field is asked for only while another one has one of these values.
  struct Condition {
    QString field;
    QStringList values;

    bool operator==(const Condition&) const = default;
  };

  QString name;
  QString label;
  QString help;
  Type type = Type::Text;
  bool secret = false;    ///< never in the database; kept by the secret store
  bool required = false;  ///< as long as `condition` holds
  bool advanced = false;  ///< shown under "Advanced"
  QString pattern;        ///< regular expression for the whole value; empty for none
  QString patternHelp;    ///< what a right value looks like, in words
  QString defaultValue;
  std::vector<Choice> choices;
  std::optional<Condition> condition;

  bool operator==(const SettingField&) const = default;
};

/// At least one of these fields has to be filled in ("from" or "messaging_service_sid").
struct OneOfFields {
  QStringList fields;
  QString text;  ///< the sentence for the person when none is

  bool operator==(const OneOfFields&) const = default;
};

}  // namespace heliograph::providers
