// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_writer.h"

#include "audience/events/event_catalog.h"

namespace heliograph::audience {
namespace {

constexpr qint64 mostEventsATransaction = 200'000;
/// Of identities that are remembered with their people; a power of two.
constexpr std::size_t rememberedIdentities = std::size_t{1} << 20;

}  // namespace

EventWriter::EventWriter(const storage::Database& database, const Clock& clock,
                         std::unique_ptr<ImportTransaction> transaction)
    : m_database(database), m_clock(clock), m_transaction(std::move(transaction)), m_identities(rememberedIdentities) {}

Result<std::unique_ptr<EventWriter>> EventWriter::open(const storage::Database& database, const Clock& clock,
                                                       const QByteArray& fingerprint) {
  auto transaction = ImportTransaction::open(database, fingerprint, ImportTransaction::AtEnd::Keep);
  if (!transaction) return fail(transaction.error());
  std::unique_ptr<EventWriter> writer(new EventWriter(database, clock, std::move(*transaction)));
  HELIOGRAPH_TRY(writer->prepare());
  return writer;
}

Result<> EventWriter::prepare() {
  const QJsonObject& counts = earlier().counts;
  if (!earlier().done) {
    m_counts.created = counts[QLatin1String("created")].toInteger();
    m_counts.duplicates = counts[QLatin1String("duplicates")].toInteger();
    m_counts.newPeople = counts[QLatin1String("new_people")].toInteger();
  }
  auto keys = EventKeys::open(m_transaction->connection());
  if (!keys) return fail(keys.error());
  m_keys = std::move(*keys);
  auto optOuts = EarlierOptOuts::open(m_database, *m_transaction);
  if (!optOuts) return fail(optOuts.error());
  m_optOuts = std::move(*optOuts);
  HELIOGRAPH_TRY(m_transaction->prepare(m_findPerson, QStringLiteral("SELECT id FROM profile WHERE identity = ?")));
  return m_transaction->prepare(
      m_addPerson, QStringLiteral("INSERT INTO profile (identity, created_at, updated_at) VALUES (?1, ?2, ?2)"));
}

Result<> EventWriter::commit(bool done) {
  HELIOGRAPH_TRY(m_transaction->begin());
  HELIOGRAPH_TRY(m_keys->settle());
  if (m_created > 0) {
    HELIOGRAPH_TRY(m_transaction->connection().execute(
        QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'")));
  }
  ImportPosition position{m_records, {}, done || earlier().done};
  position.counts = {{QStringLiteral("created"), m_counts.created},
                     {QStringLiteral("duplicates"), m_counts.duplicates},
                     {QStringLiteral("new_people"), m_counts.newPeople}};
  HELIOGRAPH_TRY(m_transaction->commit(position, m_clock.now()));
  m_created = 0;
  m_eventsSinceCommit = 0;
  return {};
}

/// Makes the columns that are missing. Done between transactions, as the catalogue has its own.
Result<> EventWriter::grow(const EventBatch::GrownType& type) {
  auto made = EventCatalog(m_database, m_clock).findOrCreate(type.name, type.properties);
  if (!made) return fail(made.error());
  QString columns;
  QString marks;
  for (const EventProperty& property : type.properties) {
    const EventProperty* known = findEventProperty(*made, property.name);
    if (known == nullptr || known->type != property.type) {
      return fail(ErrorCode::Conflict,
                  QStringLiteral("“%1” of “%2” was given another type by another program just now. Import the file "
                                 "again to go on.")
                      .arg(property.name, type.name));
    }
    columns += QStringLiteral(", ") + eventColumn(known->id);
    marks += QStringLiteral(", ?");
  }
  if (m_targets.size() <= type.type) m_targets.resize(type.type + 1);
  Target& target = m_targets[type.type];
  target.properties = type.properties.size();
  return m_transaction->prepare(
      target.insert,
      QStringLiteral("INSERT INTO %1 (profile_id, at%2) VALUES (?, ?%3)").arg(eventTable(made->id), columns, marks));
}

Result<> EventWriter::write(const EventBatch& batch) {
  if (!batch.grown.empty()) HELIOGRAPH_TRY(commit());
  for (const EventBatch::GrownType& type : batch.grown) HELIOGRAPH_TRY(grow(type));
  HELIOGRAPH_TRY(m_transaction->begin());
  for (const EventBatch::Event& event : batch.events) HELIOGRAPH_TRY(take(batch, event));
  m_records = batch.records;
  m_eventsSinceCommit += static_cast<qint64>(batch.events.size());
  // A file that was broken off is passed over up to where it was; this is no progress to be written.
  const bool passing = !earlier().done && m_records <= earlier().records;
  if (passing) return {};
  return m_eventsSinceCommit >= mostEventsATransaction || m_transaction->isDue() ? commit(false) : Result<>{};
}

Result<> EventWriter::take(const EventBatch& batch, const EventBatch::Event& event) {
  if (!earlier().done && event.record <= earlier().records) return {};
  // Of a file that is in already, events without ids of their own are those that were taken.
  bool added = !earlier().done;
  if (event.hasKey) {
    auto isNew = m_keys->add(event.key);
    if (!isNew) return fail(isNew.error());
    added = *isNew;
  }
  if (!added) {
    ++m_counts.duplicates;
    return {};
  }
  auto person = personOf(event);
  if (!person) return fail(person.error());
  HELIOGRAPH_TRY(insert(batch, event, *person));
  ++m_counts.created;
  ++m_created;
  return {};
}

Result<std::int64_t> EventWriter::personOf(const EventBatch::Event& event) {
  KnownIdentity& known = m_identities[event.identityHash & (rememberedIdentities - 1)];
  if (known.hash == event.identityHash && known.person != 0) return known.person;
  auto person = findOrAddPerson(event.identity);
  if (person) known = {event.identityHash, *person};
  return person;
}

Result<std::int64_t> EventWriter::findOrAddPerson(std::string_view identity) {
  m_findPerson->bindText(1, identity);
  auto row = m_findPerson->step();
  if (!row) return fail(row.error());
  if (*row) {
    const std::int64_t person = m_findPerson->integer(0);
    m_findPerson->reset();
    return person;
  }
  m_addPerson->bindText(1, identity);
  m_addPerson->bind(2, std::int64_t{m_clock.now().toMSecsSinceEpoch()});
  HELIOGRAPH_TRY(m_addPerson->run());
  const std::int64_t person = m_transaction->connection().insertedId();
  ++m_counts.newPeople;
  HELIOGRAPH_TRY(m_optOuts->keep(person, identity));
  return person;
}

Result<> EventWriter::insert(const EventBatch& batch, const EventBatch::Event& event, std::int64_t person) {
  static constexpr int firstValuePosition = 3;
  const Target& target = m_targets[event.type];
  storage::NativeStatement& statement = *target.insert;
  statement.bind(1, person);
  statement.bind(2, event.at);
  for (std::size_t i = 0; i < target.properties; ++i) statement.bindNull(firstValuePosition + static_cast<int>(i));
  for (std::uint32_t i = event.firstValue; i < event.firstValue + event.valueCount; ++i) {
    const EventBatch::Value& value = batch.values[i];
    bindStored(statement, firstValuePosition + static_cast<int>(value.property), value.value);
  }
  return statement.run();
}

Result<> EventWriter::finish() {
  return commit(true);
}

}  // namespace heliograph::audience
