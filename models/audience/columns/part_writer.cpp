// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/part_writer.h"

#include <QRandomGenerator>
#include <algorithm>
#include <numeric>

#include "audience/columns/column_builder.h"
#include "audience/columns/column_file_writer.h"
#include "audience/columns/fixed_column.h"
#include "audience/events/event_catalog.h"
#include "audience/reachability.h"
#include "audience/unsubscribed_sql.h"
#include "phone/phone_state.h"

namespace heliograph::audience {
namespace {

using storage::NativeConnection;
using storage::NativeStatement;

constexpr qint64 kRowsBetweenCancelLooks = 8192;

/// One moment of the workspace for several readings; ends with the object.
class Moment final {
 public:
  explicit Moment(const NativeConnection& connection) : m_connection(connection) {}
  ~Moment() { m_connection.rollback(); }
  Q_DISABLE_COPY_MOVE(Moment)
  [[nodiscard]] Result<> begin() const { return m_connection.execute(QStringLiteral("BEGIN DEFERRED")); }

 private:
  const NativeConnection& m_connection;
};

/// The only row of numbers that a statement gives; nothing for no row.
Result<std::vector<qint64>> numbersOf(const NativeConnection& connection, const QString& sql, int columns) {
  auto statement = connection.prepare(sql);
  if (!statement) return fail(statement.error());
  auto row = statement->step();
  if (!row) return fail(row.error());
  std::vector<qint64> numbers(static_cast<std::size_t>(columns));
  for (int i = 0; *row && i < columns; ++i) numbers[static_cast<std::size_t>(i)] = statement->integer(i);
  return numbers;
}

/// Columns of properties, and how they stand in a statement.
struct PropertyColumns {
  std::vector<ColumnBuilder> builders;
  QString sql;

  void add(const NativeStatement& row, int firstColumn) {
    for (std::size_t i = 0; i < builders.size(); ++i) builders[i].add(row, firstColumn + static_cast<int>(i));
  }
};

/// `sql` gives ids and types of properties.
Result<PropertyColumns> propertyColumns(const NativeConnection& connection, const QString& sql) {
  auto statement = connection.prepare(sql);
  if (!statement) return fail(statement.error());
  PropertyColumns columns;
  while (true) {
    auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return columns;
    const std::string_view name = statement->text(1);
    const auto type = propertyTypeFromName(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (!type) continue;
    columns.builders.emplace_back(statement->integer(0), *type);
    columns.sql += QStringLiteral(", p_%1").arg(statement->integer(0));
  }
}

/// What every person has, row by row.
struct FixedColumns {
  ColumnBuilder identity{FixedColumn::identity, PropertyType::Text};
  ColumnBuilder phone{FixedColumn::phone, PropertyType::Text};
  ColumnBuilder country{FixedColumn::country, PropertyType::Text};
  ColumnBuilder zone{FixedColumn::timeZone, PropertyType::Text};
  std::vector<bool> person;
  std::vector<bool> unsubscribed;
  std::vector<bool> noPhone;
  std::vector<bool> sendable;
  std::vector<bool> possible;
  std::vector<std::int64_t> numbers;

  [[nodiscard]] std::size_t rows() const { return person.size(); }

  void addNobody(std::size_t rows) {
    for (ColumnBuilder* text : {&identity, &phone, &country, &zone}) text->addNothing(rows);
    for (auto* bits : {&person, &unsubscribed, &noPhone, &sendable, &possible}) bits->resize(bits->size() + rows);
    numbers.resize(person.size(), -1);
  }

  /// A row of the columns identity, phone, country, time_zone, phone_state, unsubscribed from the second on.
  void add(const NativeStatement& row) {
    identity.add(row, 1);
    phone.add(row, 2);
    country.add(row, 3);
    zone.add(row, 4);
    const std::string_view state = row.text(5);
    const bool canBeSentTo = state == "valid" || state == "possible";
    person.push_back(true);
    unsubscribed.push_back(row.integer(6) != 0);
    noPhone.push_back(state == "none");
    sendable.push_back(canBeSentTo);
    possible.push_back(state == "possible");
    numbers.push_back(canBeSentTo ? static_cast<std::int64_t>(phoneAsInteger(row.text(2))) : -1);
  }

  void writeTo(ColumnFileWriter& file) const {
    for (const ColumnBuilder* text : {&identity, &phone, &country, &zone}) text->writeTo(file);
    file.add(FixedColumn::person, SectionKind::Bits, bitmapOf(person));
    file.add(FixedColumn::unsubscribed, SectionKind::Bits, bitmapOf(unsubscribed));
    file.add(FixedColumn::noPhone, SectionKind::Bits, bitmapOf(noPhone));
    file.add(FixedColumn::sendable, SectionKind::Bits, bitmapOf(sendable));
    file.add(FixedColumn::possible, SectionKind::Bits, bitmapOf(possible));
    file.add(FixedColumn::number, SectionKind::Instants, numbers);
  }
};

/// The events of a part, row by row.
struct EventColumns {
  PropertyColumns properties;
  std::vector<std::int64_t> at;
  std::vector<std::uint32_t> persons;
  std::vector<std::uint32_t> places;  ///< which of the part's ids

  /// A row of the columns id, at, profile_id, then the properties.
  void add(const NativeStatement& row, qint64 firstId) {
    places.push_back(static_cast<std::uint32_t>(row.integer(0) - firstId));
    at.push_back(row.integer(1));
    persons.push_back(static_cast<std::uint32_t>(row.integer(2)));
    properties.add(row, 3);
  }

  void sortByTime() {
    if (std::is_sorted(at.begin(), at.end())) return;
    std::vector<std::uint32_t> order(at.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) { return at[a] < at[b]; });
    putInOrder(at, order);
    putInOrder(persons, order);
    putInOrder(places, order);
    for (ColumnBuilder& builder : properties.builders) builder.reorder(order);
  }

  void writeTo(ColumnFileWriter& file) const {
    file.add(FixedColumn::eventAt, SectionKind::Instants, at);
    file.add(FixedColumn::eventPerson, SectionKind::Persons, persons);
    writeByPerson(file);
    for (const ColumnBuilder& builder : properties.builders) builder.writeTo(file);
  }

  /// Whose events they are, and where each stands, by person: so that those of one are found at once.
  void writeByPerson(ColumnFileWriter& file) const {
    std::vector<std::uint64_t> sorted(persons.size());
    for (std::size_t row = 0; row < persons.size(); ++row)
      sorted[row] = std::uint64_t{persons[row]} << 32 | places[row];
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> owners(sorted.size());
    std::vector<std::uint32_t> owned(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      owners[i] = static_cast<std::uint32_t>(sorted[i] >> 32);
      owned[i] = static_cast<std::uint32_t>(sorted[i]);
    }
    file.add(FixedColumn::byPerson, SectionKind::Persons, owners);
    file.add(FixedColumn::byPerson, SectionKind::Places, owned);
  }
};

}  // namespace

Result<> PartWriter::stopIfCancelled(qint64 row) const {
  if (row % kRowsBetweenCancelLooks != 0 || !m_cancel.isCancelled()) return {};
  return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
}

Result<> PartWriter::write(const ColumnFileWriter& file, const QString& name, quint64 serial) {
  return file.write(m_folder.file(name), {m_workspace, serial});
}

Result<SnapshotIndex::People> PartWriter::writePeople(qint64 block) {
  const Moment moment(m_connection);
  HELIOGRAPH_TRY(moment.begin());
  return readPeople(block);
}

Result<SnapshotIndex::People> PartWriter::readPeople(qint64 block) {
  const qint64 first = block * kPeopleOfPart;
  const qint64 last = first + kPeopleOfPart - 1;
  auto state = numbersOf(m_connection,
                         QStringLiteral("SELECT coalesce((SELECT changes FROM people_block WHERE block = %1), 0), "
                                        "(SELECT coalesce(max(id), 0) FROM profile)")
                             .arg(block),
                         2);
  if (!state) return fail(state.error());
  auto columns = propertyColumns(m_connection, QStringLiteral("SELECT id, type FROM property ORDER BY id"));
  if (!columns) return fail(columns.error());
  auto rows = m_connection.prepare(QStringLiteral("SELECT p.id, p.identity, p.phone, p.country, p.time_zone, "
                                                  "p.phone_state, %1%2 FROM profile AS p WHERE p.id BETWEEN %3 AND %4 "
                                                  "ORDER BY p.id")
                                       .arg(unsubscribedSql(), columns->sql)
                                       .arg(first)
                                       .arg(last));
  if (!rows) return fail(rows.error());
  FixedColumns fixed;
  while (true) {
    auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const auto place = static_cast<std::size_t>(rows->integer(0) - first);
    HELIOGRAPH_TRY(stopIfCancelled(static_cast<qint64>(place)));
    if (const std::size_t nobody = place - fixed.rows(); nobody > 0) {
      fixed.addNobody(nobody);
      for (ColumnBuilder& builder : columns->builders) builder.addNothing(nobody);
    }
    fixed.add(*rows);
    columns->add(*rows, 7);
  }
  SnapshotIndex::People entry{block, state->at(0), std::clamp(state->at(1), first, last),
                              QRandomGenerator::system()->generate64()};
  ColumnFileWriter file(fixed.rows());
  fixed.writeTo(file);
  for (const ColumnBuilder& builder : columns->builders) builder.writeTo(file);
  HELIOGRAPH_TRY(write(file, SnapshotIndex::fileName(entry), entry.serial));
  return entry;
}

Result<SnapshotIndex::Events> PartWriter::writeEvents(qint64 type, qint64 part) {
  const Moment moment(m_connection);
  HELIOGRAPH_TRY(moment.begin());
  return readEvents(type, part);
}

Result<SnapshotIndex::Events> PartWriter::readEvents(qint64 type, qint64 part) {
  const QString table = eventTable(EventTypeId{type});
  const qint64 first = part * kEventsOfPart;
  const qint64 last = first + kEventsOfPart - 1;
  auto highest = numbersOf(
      m_connection,
      QStringLiteral("SELECT coalesce(max(id), 0), (SELECT coalesce(max(id), 0) FROM profile) FROM %1").arg(table), 2);
  if (!highest) return fail(highest.error());
  auto columns = propertyColumns(
      m_connection,
      QStringLiteral("SELECT id, type FROM event_property WHERE event_type_id = %1 ORDER BY id").arg(type));
  if (!columns) return fail(columns.error());
  auto rows = m_connection.prepare(QStringLiteral("SELECT id, at, profile_id%1 FROM %2 WHERE id BETWEEN %3 AND %4")
                                       .arg(columns->sql, table)
                                       .arg(first)
                                       .arg(last));
  if (!rows) return fail(rows.error());
  EventColumns events{std::move(*columns), {}, {}, {}};
  while (true) {
    auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    HELIOGRAPH_TRY(stopIfCancelled(static_cast<qint64>(events.at.size())));
    if (rows->integer(2) < 0 || rows->integer(2) > highest->at(1)) continue;  // nobody's
    events.add(*rows, first);
  }
  events.sortByTime();
  SnapshotIndex::Events entry{type, part, std::clamp(highest->at(0), first, last),
                              QRandomGenerator::system()->generate64()};
  ColumnFileWriter file(events.at.size());
  events.writeTo(file);
  HELIOGRAPH_TRY(write(file, SnapshotIndex::fileName(entry), entry.serial));
  return entry;
}

}  // namespace heliograph::audience
