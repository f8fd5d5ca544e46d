// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace heliograph::message {

/// A named value for one person.
struct MadePair {
  QString name;
  QString value;
  bool own = false;  ///< of this campaign only; false: the provider asks for it

  bool operator==(const MadePair&) const = default;
};

/// What goes to the provider beside one person's text.
struct MadeFields {
  QString templateId;
  QStringList variables;
  std::vector<MadePair> body;
  std::vector<MadePair> headers;
  std::vector<MadePair> globals;

  [[nodiscard]] bool isEmpty() const { return *this == MadeFields{}; }
  bool operator==(const MadeFields&) const = default;
};

/// As it lies beside a person's text in the workspace.
[[nodiscard]] QJsonObject madeFieldsToJson(const MadeFields& fields);
/// Members that aren't what they should be are left out: only this program writes them.
[[nodiscard]] MadeFields madeFieldsFromJson(const QJsonObject& json);

}  // namespace heliograph::message
