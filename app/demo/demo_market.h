// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

namespace heliograph::app {

/// One country of the sample: its names, its cities, and numbers that belong to nobody (set aside for fiction, or in no
/// range that is given out).
class DemoMarket final {
 public:
  explicit DemoMarket(const QJsonObject& json);

  [[nodiscard]] int weight() const { return m_weight; }
  [[nodiscard]] const QString& zone() const { return m_zone; }
  [[nodiscard]] const QStringList& cities() const { return m_cities; }
  [[nodiscard]] const QStringList& firstNames() const { return m_firstNames; }
  [[nodiscard]] const QStringList& lastNames() const { return m_lastNames; }
  [[nodiscard]] const QStringList& languages() const { return m_languages; }

  /// A number that was not given before, with country code; nothing when there are no more.
  [[nodiscard]] std::optional<QString> nextNumber();

 private:
  int m_weight;
  QString m_zone;
  QStringList m_cities;
  QStringList m_firstNames;
  QStringList m_lastNames;
  QStringList m_languages;
  QStringList m_prefixes;
  int m_digits;
  qint64 m_given = 0;
};

}  // namespace heliograph::app
