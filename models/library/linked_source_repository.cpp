// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_source_repository.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::library {
namespace {

using storage::Statement;
using storage::Transaction;

const QString kSourceColumns = QStringLiteral("SELECT id, definition, updated_at FROM linked_source");

QString textOfJson(const QJsonObject& json) {
  return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<LinkedSource> readSource(const Statement& row) {
  auto source = linkedSourceFromJson(QJsonDocument::fromJson(row.text(1).toUtf8()).object());
  if (!source) {
    return fail(ErrorCode::Damaged, QStringLiteral("A source of linked content can't be read any more. Remove it and "
                                                   "write it again."));
  }
  source->id = row.id<LinkedSourceId>(0);
  source->updatedAt = row.instant(2);
  return source;
}

Result<LinkedSource> onlySource(Statement& find) {
  const auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("There is no such source of linked content."));
  return readSource(find);
}

QByteArray hashOfParameters(const LinkedValues& parameters) {
  QJsonObject json;
  for (auto one = parameters.begin(); one != parameters.end(); ++one) json[one.key()] = one.value();
  return QCryptographicHash::hash(QJsonDocument(json).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

QString textOfHeaders(const net::HttpHeaders& headers) {
  QJsonArray json;
  for (const auto& [name, value] : headers) {
    if (name.compare("Set-Cookie", Qt::CaseInsensitive) == 0) continue;
    json.append(QJsonArray{QString::fromLatin1(name), QString::fromUtf8(value)});
  }
  return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

net::HttpHeaders headersOfText(const QString& text) {
  net::HttpHeaders headers;
  for (const QJsonValue& pair : QJsonDocument::fromJson(text.toUtf8()).array()) {
    headers.append({pair[0].toString().toLatin1(), pair[1].toString().toUtf8()});
  }
  return headers;
}

}  // namespace

Result<std::vector<LinkedSource>> LinkedSourceRepository::list() const {
  Statement find(m_database, kSourceColumns + QStringLiteral(" ORDER BY name COLLATE NOCASE"));
  std::vector<LinkedSource> sources;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return sources;
    auto source = readSource(find);
    if (!source) return fail(source.error());
    sources.push_back(std::move(*source));
  }
}

Result<LinkedSource> LinkedSourceRepository::byName(const QString& name) const {
  Statement find(m_database, kSourceColumns + QStringLiteral(" WHERE name = ?"));
  return onlySource(find.bind(name));
}

Result<LinkedSource> LinkedSourceRepository::byId(LinkedSourceId id) const {
  Statement find(m_database, kSourceColumns + QStringLiteral(" WHERE id = ?"));
  return onlySource(find.bind(id));
}

Result<LinkedSourceId> LinkedSourceRepository::save(const LinkedSource& source) const {
  HELIOGRAPH_TRY(checkLinkedSource(source));
  return source.id.isValid() ? update(source) : insert(source);
}

Result<LinkedSourceId> LinkedSourceRepository::insert(const LinkedSource& source) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const auto taken = byName(source.name);
  if (taken) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("There is a source “%1” already. Choose another name.").arg(source.name));
  }
  if (taken.error().code != ErrorCode::NotFound) return fail(taken.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO linked_source (name, definition, updated_at) VALUES (?, ?, ?)"));
  HELIOGRAPH_TRY(insert.bind(source.name).bind(textOfJson(linkedSourceToJson(source))).bind(m_clock.now()).run());
  const LinkedSourceId id{insert.insertedId()};
  HELIOGRAPH_TRY(transaction->commit());
  return id;
}

Result<LinkedSourceId> LinkedSourceRepository::update(const LinkedSource& source) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const auto before = byId(source.id);
  if (!before) return fail(before.error());
  if (before->name != source.name) {
    return fail(ErrorCode::Conflict, QStringLiteral("A source keeps its name, as messages read it by that. Add another "
                                                    "one under the new name."));
  }
  Statement change(m_database, QStringLiteral("UPDATE linked_source SET definition = ?, updated_at = ? WHERE id = ?"));
  HELIOGRAPH_TRY(change.bind(textOfJson(linkedSourceToJson(source))).bind(m_clock.now()).bind(source.id).run());
  HELIOGRAPH_TRY(transaction->commit());
  return source.id;
}

Result<> LinkedSourceRepository::remove(LinkedSourceId id) const {
  Statement remove(m_database, QStringLiteral("DELETE FROM linked_source WHERE id = ?"));
  HELIOGRAPH_TRY(remove.bind(id).run());
  if (remove.affected() > 0) return {};
  return fail(ErrorCode::NotFound, QStringLiteral("There is no such source of linked content."));
}

Result<> LinkedSourceRepository::keepAnswer(LinkedSourceId id, const LinkedValues& parameters,
                                            const LinkedAnswer& answer) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT OR REPLACE INTO linked_answer (source_id, parameters, fetched_at, status, "
                                  "headers, body) VALUES (?, ?, ?, ?, ?, ?)"));
  insert.bind(id).bind(hashOfParameters(parameters)).bind(answer.fetchedAt).bind(answer.status);
  HELIOGRAPH_TRY(insert.bind(textOfHeaders(answer.headers)).bind(answer.body.left(LinkedAnswer::mostBytes)).run());
  Statement forget(
      m_database,
      QStringLiteral("DELETE FROM linked_answer WHERE source_id = ? AND parameters NOT IN (SELECT "
                     "parameters FROM linked_answer WHERE source_id = ? ORDER BY fetched_at DESC LIMIT ?)"));
  HELIOGRAPH_TRY(forget.bind(id).bind(id).bind(mostAnswers).run());
  return transaction->commit();
}

Result<std::optional<LinkedAnswer>> LinkedSourceRepository::lastAnswer(LinkedSourceId id) const {
  Statement find(m_database, QStringLiteral("SELECT status, headers, body, fetched_at FROM linked_answer WHERE "
                                            "source_id = ? ORDER BY fetched_at DESC, rowid DESC LIMIT 1"));
  const auto row = find.bind(id).next();
  if (!row) return fail(row.error());
  if (!*row) return std::optional<LinkedAnswer>();
  return std::optional(
      LinkedAnswer{static_cast<int>(find.integer(0)), headersOfText(find.text(1)), find.bytes(2), find.instant(3)});
}

Result<std::shared_ptr<const LinkedRoot>> LinkedSourceRepository::storedContent(const QStringList& sources) const {
  LinkedRoot::Contents contents;
  for (const QString& name : sources) {
    const auto source = byName(name);
    if (!source && source.error().code == ErrorCode::NotFound) continue;
    if (!source) return fail(source.error());
    const auto answer = lastAnswer(source->id);
    if (!answer) return fail(answer.error());
    const auto content = *answer ? LinkedContent::make(*source, **answer) : nullptr;
    if (content) contents.emplace_back(name, content);
  }
  return std::make_shared<const LinkedRoot>(std::move(contents));
}

}  // namespace heliograph::library
