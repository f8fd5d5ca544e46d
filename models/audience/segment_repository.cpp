// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment_repository.h"

#include <QJsonDocument>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

const QString segmentColumns = QStringLiteral("SELECT id, name, definition, updated_at FROM segment ");

Result<SavedSegment> read(const Statement& row) {
  auto segment = segmentFromJson(QJsonDocument::fromJson(row.bytes(2)).object());
  if (!segment) {
    return fail(ErrorCode::Damaged,
                QStringLiteral("The saved segment “%1” can't be read. Make it again.").arg(row.text(1)),
                segment.error().message);
  }
  return SavedSegment{row.id<SegmentId>(0), row.text(1), std::move(*segment), row.instant(3)};
}

Result<SavedSegment> readOne(Statement& statement, const QString& name) {
  auto row = statement.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("There is no saved segment “%1”.").arg(name));
  return read(statement);
}

QString definitionOf(const Segment& segment) {
  return QString::fromUtf8(QJsonDocument(toJson(segment)).toJson(QJsonDocument::Compact));
}

/// Whether a rule spoke of the segment of the old name.
bool renameSegment(SegmentGroup& group, const QString& from, const QString& to) {
  bool changed = false;
  for (SegmentPart& part : group.parts) {
    if (auto* inner = std::get_if<SegmentGroup>(&part.value)) {
      changed = renameSegment(*inner, from, to) || changed;
    } else if (auto* rule = std::get_if<MemberRule>(&part.value)) {
      if (rule->of != MemberRule::Of::Segment || rule->name != from) continue;
      rule->name = to;
      changed = true;
    }
  }
  return changed;
}

}  // namespace

Segment withSegmentRenamed(Segment segment, const QString& from, const QString& to) {
  renameSegment(segment.rules, from, to);
  return segment;
}

Result<std::vector<SavedSegment>> SegmentRepository::list() const {
  Statement select(m_database, segmentColumns + QStringLiteral("ORDER BY name"));
  std::vector<SavedSegment> segments;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return segments;
    auto segment = read(select);
    if (!segment) return fail(segment.error());
    segments.push_back(std::move(*segment));
  }
}

Result<> SegmentRepository::checkCircle(const QString& name, const Segment& segment) const {
  for (const QString& direct : membershipsOf(segment, MemberRule::Of::Segment)) {
    QStringList inside{direct};
    for (qsizetype i = 0; i < inside.size(); ++i) {
      if (inside[i] == name) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("The segment “%1” can't be a part of itself. Take the rule on the segment “%2” out.")
                        .arg(name, direct));
      }
      const auto saved = find(inside[i]);
      if (!saved) continue;
      for (const QString& each : membershipsOf(saved->segment, MemberRule::Of::Segment)) {
        if (!inside.contains(each)) inside << each;
      }
    }
  }
  return {};
}

Result<> SegmentRepository::renameInRules(const QString& from, const QString& to) const {
  auto segments = list();
  if (!segments) return fail(segments.error());
  for (SavedSegment& each : *segments) {
    if (!renameSegment(each.segment.rules, from, to)) continue;
    Statement update(m_database, QStringLiteral("UPDATE segment SET definition = ? WHERE id = ?"));
    update.bind(definitionOf(each.segment)).bind(each.id);
    HELIOGRAPH_TRY(update.run());
  }
  return {};
}

Result<SegmentId> SegmentRepository::save(const QString& name, const Segment& segment) const {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the segment a name."));
  HELIOGRAPH_TRY(checkCircle(trimmed, segment));
  Statement upsert(m_database,
                   QStringLiteral("INSERT INTO segment (name, definition, created_at, updated_at) VALUES (?, ?, ?, ?) "
                                  "ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, "
                                  "updated_at = excluded.updated_at RETURNING id"));
  upsert.bind(trimmed).bind(definitionOf(segment));
  upsert.bind(m_clock.now()).bind(m_clock.now());
  auto row = upsert.next();
  if (!row) return fail(row.error());
  const auto id = upsert.id<SegmentId>(0);
  // The statement has written only when it has been stepped to its end.
  row = upsert.next();
  if (!row) return fail(row.error());
  return id;
}

Result<> SegmentRepository::rename(SegmentId id, const QString& name) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(renameWithin(id, name));
  return transaction->commit();
}

Result<QString> SegmentRepository::renameWithin(SegmentId id, const QString& name) const {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the segment a name."));
  const auto other = find(trimmed);
  if (other ? other->id != id : other.error().code == ErrorCode::Damaged) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("There is a segment “%1” already. Choose another name.").arg(trimmed));
  }
  Statement old(m_database, QStringLiteral("SELECT name FROM segment WHERE id = ?"));
  old.bind(id);
  auto row = old.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("The segment is gone already."));
  const QString before = old.text(0);
  old.reset();
  Statement update(m_database, QStringLiteral("UPDATE segment SET name = ? WHERE id = ?"));
  update.bind(trimmed).bind(id);
  HELIOGRAPH_TRY(update.run());
  HELIOGRAPH_TRY(renameInRules(before, trimmed));
  return before;
}

Result<SegmentId> SegmentRepository::duplicate(SegmentId id) const {
  const auto original = byId(id);
  if (!original) return fail(original.error());
  QString name = QStringLiteral("%1 (copy)").arg(original->name);
  for (int number = 2; find(name); ++number) name = QStringLiteral("%1 (copy %2)").arg(original->name).arg(number);
  return save(name, original->segment);
}

Result<SavedSegment> SegmentRepository::find(const QString& name) const {
  Statement select(m_database, segmentColumns + QStringLiteral("WHERE name = ?"));
  select.bind(name.trimmed());
  return readOne(select, name.trimmed());
}

Result<SavedSegment> SegmentRepository::byId(SegmentId id) const {
  Statement select(m_database, segmentColumns + QStringLiteral("WHERE id = ?"));
  select.bind(id);
  return readOne(select, QString::number(id.value));
}

Result<> SegmentRepository::remove(SegmentId id) const {
  Statement remove(m_database, QStringLiteral("DELETE FROM segment WHERE id = ?"));
  remove.bind(id);
  HELIOGRAPH_TRY(remove.run());
  if (remove.affected() == 0) return fail(ErrorCode::NotFound, QStringLiteral("The segment is gone already."));
  return {};
}

}  // namespace heliograph::audience
