// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QRandomGenerator>
#include <QStringList>
#include <vector>

#include "app/demo/demo_market.h"
#include "core/result.h"

namespace heliograph::app {

/// Makes up people: the same seed gives the same people. A few have no number, one that is none, somebody else's, no
/// name, or have unsubscribed, as in real lists.
class DemoPeople final {
 public:
  /// Errors: Damaged if the names (":/sample/people.json") can't be read.
  [[nodiscard]] static Result<DemoPeople> load(quint32 seed, const QDate& today);

  /// Names of the columns of next().
  [[nodiscard]] static QStringList columns();
  /// One person more.
  [[nodiscard]] QStringList next();

 private:
  DemoPeople(quint32 seed, const QDate& today) : m_random(seed), m_today(today) {}

  [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }
  [[nodiscard]] const QString& oneOf(const QStringList& list);
  [[nodiscard]] DemoMarket& anyMarket();
  [[nodiscard]] QString anyTier();
  [[nodiscard]] QString phoneIn(DemoMarket& market);

  struct Tier {
    QString name;
    int weight;
  };

  QRandomGenerator m_random;
  QDate m_today;
  std::vector<DemoMarket> m_markets;
  std::vector<Tier> m_tiers;
  QStringList m_invalidPhones;
  QString m_lastPhone;
  qint64 m_made = 0;
};

}  // namespace heliograph::app
