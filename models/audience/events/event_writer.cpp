// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_writer.h"

#include "audience/events/event_catalog.h"

namespace heliograph::audience {
namespace {

using storage::NativeConnection;
using storage::NativeStatement;

constexpr qint64 mostEventsATransaction = 200'000;
/// Others have to write in between, such as what is sent.
constexpr qint64 longestTransactionMs = 400;
/// Of identities that are remembered with their people; a power of two.
constexpr std::size_t rememberedIdentities = std::size_t{1} << 20;

Result<std::unique_ptr<NativeStatement>> prepareEvents(const NativeConnection& connection, const QString& sql) {
  auto statement = connection.prepare(sql);
  if (!statement) return fail(statement.error());
  return std::make_unique<NativeStatement>(std::move(*statement));
}

void bindStored(NativeStatement& statement, int position, const StoredValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    statement.bindText(position, *text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    statement.bind(position, *whole);
  } else if (const auto* real = std::get_if<double>(&value)) {
    statement.bind(position, *real);
  } else {
    statement.bindNull(position);
  }
}

}  // namespace

EventWriter::EventWriter(const storage::Database& database, const Clock& clock, NativeConnection connection,
                         AddressHasher hasher)
    : m_database(database),
      m_clock(clock),
      m_connection(std::move(connection)),
      m_hasher(std::move(hasher)),
      m_identities(rememberedIdentities) {}

EventWriter::~EventWriter() {
  m_connection.rollback();
}

Result<std::unique_ptr<EventWriter>> EventWriter::open(const storage::Database& database, const Clock& clock,
                                                       const QByteArray& fingerprint) {
  auto hasher = AddressHasher::load(database);
  if (!hasher) return fail(hasher.error());
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Write);
  if (!connection) return fail(connection.error());
  std::unique_ptr<EventWriter> writer(new EventWriter(database, clock, std::move(*connection), std::move(*hasher)));
  HELIOGRAPH_TRY(writer->prepare(fingerprint));
  return writer;
}

Result<> EventWriter::prepare(const QByteArray& fingerprint) {
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("PRAGMA cache_size=-65536")));
  auto bookmark = ImportBookmark::open(m_connection, fingerprint);
  if (!bookmark) return fail(bookmark.error());
  m_bookmark = std::move(*bookmark);
  const QJsonObject& counts = m_bookmark->earlier().counts;
  if (!m_bookmark->earlier().done) {
    m_counts.created = counts[QLatin1String("created")].toInteger();
    m_counts.duplicates = counts[QLatin1String("duplicates")].toInteger();
    m_counts.newPeople = counts[QLatin1String("new_people")].toInteger();
  }
  auto keys = EventKeys::open(m_connection);
  if (!keys) return fail(keys.error());
  m_keys = std::move(*keys);
  const auto keep = [this](std::unique_ptr<NativeStatement>& into, const QString& sql) -> Result<> {
    auto statement = prepareEvents(m_connection, sql);
    if (!statement) return fail(statement.error());
    into = std::move(*statement);
    return {};
  };
  HELIOGRAPH_TRY(keep(m_findPerson, QStringLiteral("SELECT id FROM profile WHERE identity = ?")));
  HELIOGRAPH_TRY(
      keep(m_addPerson, QStringLiteral("INSERT INTO profile (identity, created_at, updated_at) VALUES (?1, ?2, ?2)")));
  HELIOGRAPH_TRY(keep(m_restoreOptOut, QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = ? AND EXISTS "
                                                      "(SELECT 1 FROM suppression WHERE channel = 'identity' AND "
                                                      "address_hash = ?)")));
  auto earlier = m_connection.prepare(QStringLiteral("SELECT 1 FROM suppression WHERE channel = 'identity' LIMIT 1"));
  if (!earlier) return fail(earlier.error());
  auto row = earlier->step();
  if (!row) return fail(row.error());
  m_earlierOptOuts = *row;
  return {};
}

Result<> EventWriter::begin() {
  if (m_open) return {};
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
  m_open = true;
  m_eventsSinceBegin = 0;
  m_sinceBegin.start();
  return {};
}

Result<> EventWriter::commit(bool done) {
  HELIOGRAPH_TRY(begin());
  HELIOGRAPH_TRY(m_keys->settle());
  if (m_created > 0) {
    HELIOGRAPH_TRY(
        m_connection.execute(QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'")));
  }
  ImportPosition position{m_records, {}, done || m_bookmark->earlier().done};
  position.counts = {{QStringLiteral("created"), m_counts.created},
                     {QStringLiteral("duplicates"), m_counts.duplicates},
                     {QStringLiteral("new_people"), m_counts.newPeople}};
  HELIOGRAPH_TRY(m_bookmark->move(position, m_clock.now()));
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("COMMIT")));
  m_open = false;
  m_created = 0;
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
  auto insert = prepareEvents(
      m_connection,
      QStringLiteral("INSERT INTO %1 (profile_id, at%2) VALUES (?, ?%3)").arg(eventTable(made->id), columns, marks));
  if (!insert) return fail(insert.error());
  if (m_targets.size() <= type.type) m_targets.resize(type.type + 1);
  m_targets[type.type] = {std::move(*insert), type.properties.size()};
  return {};
}

Result<> EventWriter::write(const EventBatch& batch) {
  if (!batch.grown.empty() && m_open) HELIOGRAPH_TRY(commit(false));
  for (const EventBatch::GrownType& type : batch.grown) HELIOGRAPH_TRY(grow(type));
  HELIOGRAPH_TRY(begin());
  for (const EventBatch::Event& event : batch.events) HELIOGRAPH_TRY(take(batch, event));
  m_records = batch.records;
  m_eventsSinceBegin += static_cast<qint64>(batch.events.size());
  // A file that was broken off is passed over up to where it was; this is no progress to be written.
  const bool passing = !m_bookmark->earlier().done && m_records <= m_bookmark->earlier().records;
  if (passing) return {};
  const bool due = m_eventsSinceBegin >= mostEventsATransaction || m_sinceBegin.elapsed() >= longestTransactionMs;
  return due ? commit(false) : Result<>{};
}

Result<> EventWriter::take(const EventBatch& batch, const EventBatch::Event& event) {
  const ImportPosition& earlier = m_bookmark->earlier();
  if (!earlier.done && event.record <= earlier.records) return {};
  // Of a file that is in already, events without ids of their own are those that were taken.
  bool added = !earlier.done;
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
  const std::int64_t person = m_connection.insertedId();
  ++m_counts.newPeople;
  if (!m_earlierOptOuts) return person;
  // Somebody who opted out, was deleted and comes back stays opted out.
  const QByteArray hash = m_hasher.hash(identity);
  m_restoreOptOut->bind(1, person);
  m_restoreOptOut->bindBytes(2, hash);
  HELIOGRAPH_TRY(m_restoreOptOut->run());
  return person;
}

Result<> EventWriter::insert(const EventBatch& batch, const EventBatch::Event& event, std::int64_t person) {
  static constexpr int firstValuePosition = 3;
  const Target& target = m_targets[event.type];
  NativeStatement& statement = *target.insert;
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
