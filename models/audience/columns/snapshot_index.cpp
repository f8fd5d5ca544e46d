// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/snapshot_index.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include <sys/stat.h>

#include "audience/columns/checksum.h"

namespace heliograph::audience {
namespace {

constexpr int kIndexVersion = 1;
/// So many people or events are more than a workspace can have; what claims more is damaged.
constexpr qint64 kMostIndexed = qint64{1} << 31;

/// The file's number on its disk: it stays while a workspace is written to, and is another when a backup takes its
/// place.
quint64 fileNumber(const QString& path) {
  struct stat about {};
  if (::stat(QFile::encodeName(path).constData(), &about) != 0) return 0;
  return static_cast<quint64>(about.st_ino) ^ (static_cast<quint64>(about.st_dev) << 48);
}

QString hex(quint64 number) {
  return QString::number(number, 16);
}

quint64 fromHex(const QJsonValue& value) {
  return value.toString().toULongLong(nullptr, 16);
}

/// A whole number from 0 up to kMostIndexed and a few; -1 for anything else.
qint64 counted(const QJsonValue& value) {
  const double number = value.toDouble(-1);
  return number >= 0 && number < 9e15 ? static_cast<qint64>(number) : -1;
}

bool isPlausible(const SnapshotIndex& index) {
  for (std::size_t i = 0; i < index.people.size(); ++i) {
    const auto& part = index.people[i];
    if (part.block != static_cast<qint64>(i) || part.changes < 0 || part.lastPerson < part.block * kPeopleOfPart ||
        part.lastPerson >= (part.block + 1) * kPeopleOfPart) {
      return false;
    }
  }
  const auto inOrder = [](const SnapshotIndex::Events& a, const SnapshotIndex::Events& b) {
    return std::pair(a.type, a.part) < std::pair(b.type, b.part);
  };
  return std::is_sorted(index.eventParts.begin(), index.eventParts.end(), inOrder) &&
         index.people.size() <= static_cast<std::size_t>(kMostIndexed / kPeopleOfPart);
}

}  // namespace

Result<SnapshotStamp> SnapshotStamp::read(const storage::NativeConnection& connection, const QString& path) {
  auto row = connection.prepare(QStringLiteral(
      "SELECT (SELECT value FROM workspace WHERE name = 'workspace_id'), (SELECT value FROM workspace WHERE name = "
      "'people_removed'), (SELECT coalesce(sum(changes), 0) FROM people_block), (SELECT coalesce(max(id), 0) FROM "
      "profile), (SELECT value FROM workspace WHERE name = 'event_changes')"));
  if (!row) return fail(row.error());
  auto found = row->step();
  if (!found) return fail(found.error());
  const std::string_view id = row->text(0);
  return SnapshotStamp{checksumOf(id.data(), id.size()),
                       fileNumber(path),
                       row->integer(1),
                       row->integer(2),
                       row->integer(3),
                       row->integer(4)};
}

QString SnapshotIndex::fileName(const People& part) {
  return QStringLiteral("people-%1-%2").arg(part.block).arg(hex(part.serial));
}

QString SnapshotIndex::fileName(const Events& part) {
  return QStringLiteral("events-%1-%2-%3").arg(part.type).arg(part.part).arg(hex(part.serial));
}

QStringList SnapshotIndex::fileNames() const {
  QStringList names{QStringLiteral("index")};
  for (const People& part : people) names << fileName(part);
  for (const Events& part : eventParts) names << fileName(part);
  return names;
}

SnapshotStamp SnapshotIndex::stamp() const {
  SnapshotStamp stamp{workspace, file, removed, 0, people.empty() ? 0 : people.back().lastPerson, events};
  for (const People& part : people) stamp.changes += part.changes;
  return stamp;
}

QByteArray SnapshotIndex::toBytes() const {
  QJsonArray blocks;
  for (const People& part : people) {
    blocks.append(QJsonArray{part.block, part.changes, part.lastPerson, hex(part.serial)});
  }
  QJsonArray parts;
  for (const Events& part : eventParts) {
    parts.append(QJsonArray{part.type, part.part, part.lastEvent, hex(part.serial)});
  }
  const QJsonObject object{{QStringLiteral("version"), kIndexVersion}, {QStringLiteral("workspace"), hex(workspace)},
                           {QStringLiteral("file"), hex(file)},        {QStringLiteral("removed"), removed},
                           {QStringLiteral("events"), events},         {QStringLiteral("people"), blocks},
                           {QStringLiteral("event_parts"), parts}};
  const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
  const quint64 sum = checksumOf(json.constData(), static_cast<std::size_t>(json.size()));
  return QByteArray::number(sum, 16).rightJustified(16, '0') + '\n' + json;
}

Result<SnapshotIndex> SnapshotIndex::fromBytes(const QByteArray& bytes) {
  static constexpr qsizetype sumSize = 17;
  const QByteArray json = bytes.mid(sumSize);
  const quint64 sum = checksumOf(json.constData(), static_cast<std::size_t>(json.size()));
  if (bytes.left(sumSize - 1).toULongLong(nullptr, 16) != sum || json.isEmpty()) {
    return damagedColumns(QStringLiteral("the index has another checksum"));
  }
  const QJsonObject object = QJsonDocument::fromJson(json).object();
  if (object.value(QStringLiteral("version")).toInt() != kIndexVersion) {
    return damagedColumns(QStringLiteral("the index is of another version"));
  }
  SnapshotIndex index;
  index.workspace = fromHex(object.value(QStringLiteral("workspace")));
  index.file = fromHex(object.value(QStringLiteral("file")));
  index.removed = counted(object.value(QStringLiteral("removed")));
  index.events = counted(object.value(QStringLiteral("events")));
  for (const QJsonValue& value : object.value(QStringLiteral("people")).toArray()) {
    const QJsonArray part = value.toArray();
    index.people.push_back({counted(part.at(0)), counted(part.at(1)), counted(part.at(2)), fromHex(part.at(3))});
  }
  for (const QJsonValue& value : object.value(QStringLiteral("event_parts")).toArray()) {
    const QJsonArray part = value.toArray();
    index.eventParts.push_back({counted(part.at(0)), counted(part.at(1)), counted(part.at(2)), fromHex(part.at(3))});
  }
  if (!isPlausible(index)) return damagedColumns(QStringLiteral("the index can't be right"));
  return index;
}

}  // namespace heliograph::audience
