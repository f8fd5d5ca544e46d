// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/people_removal.h"

#include <QDir>
#include <QThread>
#include <map>

#include "audience/address_hasher.h"
#include "audience/columns/column_folder.h"
#include "audience/people/id_array.h"
#include "audience/unsubscribed_sql.h"
#include "core/logging.h"
#include "storage/page_scrubber.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

constexpr int kLockTries = 50;
constexpr unsigned long kLockPause = 100;  // ms
const QString kScrubDue = QStringLiteral("scrub_due");
const QString kThesePeople = QStringLiteral(" profile_id IN (SELECT value FROM json_each(?))");

/// The last event of each type when the looking began: only what came after it has to be looked at again.
Result<std::vector<EventPlace>> newestEvents(const storage::Database& database, const Clock& clock) {
  auto types = EventCatalog(database, clock).list();
  if (!types) return fail(types.error());
  std::vector<EventPlace> last;
  for (const EventType& type : *types) {
    Statement end(database, QStringLiteral("SELECT max(id) FROM %1").arg(eventTable(type.id)));
    auto row = end.next();
    if (!row) return fail(row.error());
    last.push_back({type.id, *row ? end.integer(0) : 0, 0});
  }
  return last;
}

Result<> runWith(const storage::Database& database, const QString& sql, const QString& ids) {
  Statement statement(database, sql);
  return statement.bind(ids).run();
}

}  // namespace

Result<> PeopleRemoval::remove(const std::vector<ProfileId>& people, const CancelToken& cancel) const {
  // Looking for events goes through all there are, so it isn't done while others wait to write.
  auto last = newestEvents(m_database, m_clock);
  if (!last) return fail(last.error());
  auto known = PersonEvents(m_database, m_clock).find(people, cancel);
  if (!known) return fail(known.error());
  const QString ids = idArray(people);
  {
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction) return fail(transaction.error());
    HELIOGRAPH_TRY(refuseWhileSending(ids));
    HELIOGRAPH_TRY(keepOptOuts(ids));
    HELIOGRAPH_TRY(removeEvents(people, *known));
    for (const EventPlace& end : *last) {
      Statement late(m_database,
                     QStringLiteral("DELETE FROM %1 WHERE id > ? AND").arg(eventTable(end.type)) + kThesePeople);
      HELIOGRAPH_TRY(late.bind(end.row).bind(ids).run());
    }
    HELIOGRAPH_TRY(removeRows(ids));
    HELIOGRAPH_TRY(transaction->commit());
  }
  // The people are gone whatever becomes of this; finish() is called again.
  if (const auto finished = finish(); !finished) qCInfo(logAudience) << "unused parts stay:" << finished.error().detail;
  return {};
}

Result<> PeopleRemoval::refuseWhileSending(const QString& ids) const {
  Statement sending(m_database, QStringLiteral("SELECT 1 FROM outbox WHERE state = 'sending' AND") + kThesePeople);
  sending.bind(ids);
  auto row = sending.next();
  if (!row) return fail(row.error());
  if (!*row) return {};
  return fail(ErrorCode::Conflict,
              QStringLiteral("A message to this contact is being sent right now, so nothing was deleted. Try again in "
                             "a minute, when it is known what became of it."));
}

/// The identity's opt-out holds should the same person come back with another number.
Result<> PeopleRemoval::keepOptOuts(const QString& ids) const {
  HELIOGRAPH_TRY(
      runWith(m_database,
              QStringLiteral("INSERT INTO suppression (channel, address_hash, source, reason, created_at) "
                             "SELECT 'sms', address_hash, 'person', 'deleted', updated_at FROM profile WHERE opted_out "
                             "AND address_hash IS NOT NULL AND id IN (SELECT value FROM json_each(?))") +
                  keepingTheFirmer(),
              ids));
  auto hasher = AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  Statement unsubscribed(m_database,
                         QStringLiteral("SELECT p.identity FROM profile AS p WHERE %1 AND p.id IN (SELECT value FROM "
                                        "json_each(?))")
                             .arg(unsubscribedSql()));
  unsubscribed.bind(ids);
  std::vector<QByteArray> hashes;
  while (true) {
    auto row = unsubscribed.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    hashes.push_back(hasher->hash(unsubscribed.text(0)));
  }
  for (const QByteArray& hash : hashes) {
    Statement keep(m_database, QStringLiteral("INSERT OR IGNORE INTO suppression (channel, address_hash, source, "
                                              "reason, created_at) VALUES ('identity', ?, 'person', 'deleted', ?)"));
    HELIOGRAPH_TRY(keep.bind(hash).bind(m_clock.now()).run());
  }
  return {};
}

Result<> PeopleRemoval::removeEvents(const std::vector<ProfileId>& people, const std::vector<EventPlace>& known) const {
  if (known.empty()) return {};
  std::map<EventTypeId, QString> rows;
  for (const EventPlace& place : known) {
    QString& array = rows[place.type];
    array += (array.isEmpty() ? u'[' : u',') + QString::number(place.row);
  }
  for (const auto& [type, array] : rows) {
    Statement remove(
        m_database,
        QStringLiteral("DELETE FROM %1 WHERE id IN (SELECT value FROM json_each(?)) AND").arg(eventTable(type)) +
            kThesePeople);
    HELIOGRAPH_TRY(remove.bind(array + u']').bind(idArray(people)).run());
  }
  return m_database.execute(QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'"));
}

Result<> PeopleRemoval::removeRows(const QString& ids) const {
  HELIOGRAPH_TRY(forgetAnswers(ids));
  Statement rows(m_database,
                 QStringLiteral("UPDATE outbox SET "
                                "reason = CASE WHEN state IN ('pending', 'claimed') THEN 'person_deleted' ELSE reason "
                                "END, state = CASE WHEN state IN ('pending', 'claimed') THEN 'skipped' ELSE state END, "
                                "address = NULL, text = NULL, fields = NULL, updated_at = ? WHERE") +
                     kThesePeople);
  HELIOGRAPH_TRY(rows.bind(m_clock.now()).bind(ids).run());
  HELIOGRAPH_TRY(runWith(
      m_database,
      QStringLiteral("DELETE FROM click WHERE outbox_id IN (SELECT id FROM outbox WHERE") + kThesePeople + u')', ids));
  HELIOGRAPH_TRY(runWith(m_database,
                         QStringLiteral("DELETE FROM reply WHERE address IN (SELECT phone FROM profile WHERE id IN "
                                        "(SELECT value FROM json_each(?)))"),
                         ids));
  for (const auto& table : {QStringLiteral("reply"), QStringLiteral("device"), QStringLiteral("consent"),
                            QStringLiteral("custom_list_member"), QStringLiteral("seed_person")}) {
    HELIOGRAPH_TRY(runWith(m_database, QStringLiteral("DELETE FROM %1 WHERE").arg(table) + kThesePeople, ids));
  }
  HELIOGRAPH_TRY(
      m_database.execute(QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'list_changes'")));
  HELIOGRAPH_TRY(
      runWith(m_database, QStringLiteral("DELETE FROM profile WHERE id IN (SELECT value FROM json_each(?))"), ids));
  Statement due(m_database, QStringLiteral("INSERT OR REPLACE INTO workspace (name, value) VALUES (?, 1)"));
  return due.bind(kScrubDue).run();
}

/// Answers of web services that were kept from tests may speak of somebody. They are only kept for convenience.
Result<> PeopleRemoval::forgetAnswers(const QString& ids) const {
  return runWith(m_database,
                 QStringLiteral("DELETE FROM linked_answer WHERE EXISTS (SELECT 1 FROM profile AS p WHERE p.id IN "
                                "(SELECT value FROM json_each(?)) AND ((length(p.identity) > 3 AND "
                                "(instr(CAST(body AS TEXT), p.identity) OR instr(headers, p.identity))) OR "
                                "(length(p.phone) > 6 AND instr(CAST(body AS TEXT), ltrim(p.phone, '+')))))"),
                 ids);
}

/// They are made of people's values, and made anew when they are next asked for. Whoever makes them right now may have
/// read who is gone: that is waited for, or done later.
Result<> PeopleRemoval::dropColumns() const {
  const ColumnFolder folder(m_database.path());
  folder.clear();
  if (!QDir(folder.path()).exists()) return {};
  for (int i = 0; i < kLockTries; ++i) {
    const auto lock = folder.lock();
    if (lock) {
      folder.clear();
      return {};
    }
    if (lock.error().code != ErrorCode::Busy || i + 1 == kLockTries) return fail(lock.error());
    QThread::msleep(kLockPause);
  }
  return {};
}

Result<> PeopleRemoval::finish() const {
  Statement due(m_database, QStringLiteral("SELECT 1 FROM workspace WHERE name = ?"));
  due.bind(kScrubDue);
  auto row = due.next();
  due.reset();
  if (!row) return fail(row.error());
  if (!*row) return {};
  HELIOGRAPH_TRY(dropColumns());
  HELIOGRAPH_TRY(storage::PageScrubber(m_database).run());
  Statement done(m_database, QStringLiteral("DELETE FROM workspace WHERE name = ?"));
  return done.bind(kScrubDue).run();
}

}  // namespace heliograph::audience
