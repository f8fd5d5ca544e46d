// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/people_sql.h"

#include "audience/segment_sql.h"
#include "storage/native_connection.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kIdsBetweenCancelLooks = 4096;

Result<PeopleBits> collectPeople(storage::NativeStatement& rows, std::size_t limit, const CancelToken& cancel) {
  PeopleBits people(limit);
  for (qint64 looked = 0;; ++looked) {
    if (looked % kIdsBetweenCancelLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    }
    auto row = rows.step();
    if (!row) return fail(row.error());
    if (!*row) return people;
    const auto id = static_cast<std::size_t>(rows.integer(0));
    if (id < limit) people.add(id);
  }
}

}  // namespace

Result<PeopleBits> peopleBySql(const Segment& segment, const SegmentCatalog& catalog, const EvaluationTime& time,
                               const storage::Database& database, std::size_t limit, const CancelToken& cancel) {
  const auto condition = compileSegment(segment, catalog, time);
  if (!condition) return fail(condition.error());
  auto connection = storage::NativeConnection::open(database, storage::NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  auto rows = connection->prepare(QStringLiteral("SELECT p.id FROM profile AS p WHERE %1").arg(condition->condition));
  if (!rows) return fail(rows.error());
  std::vector<std::string> texts;
  texts.reserve(static_cast<std::size_t>(condition->values.size()));
  int position = 1;
  for (const QVariant& value : condition->values) {
    if (value.typeId() == QMetaType::Double) {
      rows->bind(position++, value.toDouble());
    } else if (value.typeId() == QMetaType::LongLong) {
      rows->bind(position++, std::int64_t{value.toLongLong()});
    } else {
      rows->bindText(position++, texts.emplace_back(value.toString().toStdString()));
    }
  }
  return collectPeople(*rows, limit, cancel);
}

Result<PeopleBits> peopleOfIds(const QString& sql, const storage::Database& database, std::size_t limit) {
  auto connection = storage::NativeConnection::open(database, storage::NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  auto rows = connection->prepare(sql);
  if (!rows) return fail(rows.error());
  return collectPeople(*rows, limit, {});
}

}  // namespace heliograph::audience
