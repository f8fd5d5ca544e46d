// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/events/event_catalog.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::test {

inline void require(bool done) {
  if (!done) qFatal("the sample events can't be made");
}

/// Purchases and visits of the people 1 to `people` in the last weeks: "Charged" with Amount and Category, "Product
/// viewed" with Product and Category, and "Unsubscribed from store news" by every seventh of them.
inline void addSampleEvents(const storage::Database& database, const Clock& clock, int people) {
  using audience::EventProperty;
  using audience::PropertyType;
  const audience::EventCatalog catalog(database, clock);
  const QStringList categories{QStringLiteral("Shoes"), QStringLiteral("Bags"), QStringLiteral("Jackets")};
  const auto charged = catalog.findOrCreate(
      QStringLiteral("Charged"),
      {{{}, QStringLiteral("Amount"), PropertyType::Number}, {{}, QStringLiteral("Category"), PropertyType::Text}});
  const auto viewed = catalog.findOrCreate(
      QStringLiteral("Product viewed"),
      {{{}, QStringLiteral("Category"), PropertyType::Text}, {{}, QStringLiteral("Product"), PropertyType::Text}});
  const auto left = catalog.findOrCreate(QStringLiteral("Unsubscribed from store news"));
  require(static_cast<bool>(charged && viewed && left));
  auto transaction = storage::Transaction::begin(database);
  require(static_cast<bool>(transaction));
  const auto insert = [&](const audience::EventType& type, const QStringList& columns) {
    QString names;
    QString marks;
    for (const QString& column : columns) {
      names += QStringLiteral(", ") + column;
      marks += QStringLiteral(", ?");
    }
    return QStringLiteral("INSERT INTO %1 (profile_id, at%2) VALUES (?, ?%3)")
        .arg(audience::eventTable(type.id), names, marks);
  };
  const auto column = [](const audience::EventType& type, const QString& name) {
    return audience::eventColumn(audience::findEventProperty(type, name)->id);
  };
  storage::Statement buy(database, insert(*charged, {column(*charged, QStringLiteral("Amount")),
                                                     column(*charged, QStringLiteral("Category"))}));
  storage::Statement view(database, insert(*viewed, {column(*viewed, QStringLiteral("Product")),
                                                     column(*viewed, QStringLiteral("Category"))}));
  storage::Statement leave(database, insert(*left, {}));
  for (int person = 1; person <= people; ++person) {
    for (int number = 0; number < person % 4; ++number) {
      const QDateTime at = clock.now().addDays(-(person * 7 + number * 11) % 60 - 1);
      buy.reset();
      buy.bind(person).bind(at).bind(200 + (person * 137 + number * 411) % 2800).bind(categories[number % 3]);
      require(static_cast<bool>(buy.run()));
      view.reset();
      view.bind(person)
          .bind(at.addSecs(-900))
          .bind(QStringLiteral("P-%1").arg(person % 12))
          .bind(categories[number % 3]);
      require(static_cast<bool>(view.run()));
    }
    if (person % 7 != 0) continue;
    leave.reset();
    leave.bind(person).bind(clock.now().addDays(-person % 40));
    require(static_cast<bool>(leave.run()));
  }
  storage::Statement changed(database,
                             QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'"));
  require(static_cast<bool>(changed.run()));
  require(static_cast<bool>(transaction->commit()));
}

/// A purchase, just now, by every so manieth person who got a message, and by every twentieth who was held back.
inline void addSampleConversions(const storage::Database& database, const Clock& clock, int each) {
  const auto events = audience::EventCatalog(database, clock).list();
  require(static_cast<bool>(events));
  const audience::EventType* charged = audience::findEventType(*events, QStringLiteral("Charged"));
  require(charged != nullptr);
  storage::Statement buy(
      database, QStringLiteral("INSERT INTO %1 (profile_id, at, %2) SELECT profile_id, ?, 200 + id % 900 "
                               "FROM outbox WHERE (state = 'accepted' AND id % (? + COALESCE(copy, 0) * 4) "
                               "= 0) OR (reason = 'control_group' AND id % 20 = 0)")
                    .arg(audience::eventTable(charged->id),
                         audience::eventColumn(audience::findEventProperty(*charged, QStringLiteral("Amount"))->id)));
  require(static_cast<bool>(buy.bind(clock.now()).bind(each).run()));
}

}  // namespace heliograph::test
