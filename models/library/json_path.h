// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace heliograph::library {

/// A place in a JSON answer: names after dots, numbers in brackets from 0, names of other signs in brackets and
/// quotes: shop.items[0]["unit price"]. An empty path, and $, are the whole answer.
class JsonPath final {
 public:
  /// Nothing if it can't be read.
  [[nodiscard]] static std::optional<JsonPath> parse(const QString& text);
  /// The path of one name.
  [[nodiscard]] static QString ofName(const QString& name);

  /// What stands there; undefined if nothing does.
  [[nodiscard]] QJsonValue in(const QJsonValue& answer) const;

 private:
  std::vector<std::variant<QString, int>> m_steps;
};

}  // namespace heliograph::library
