// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/shorteners/shortener_repository.h"

#include <QJsonDocument>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::providers {
namespace {

using storage::Statement;

const QString shortenerColumns =
    QStringLiteral("SELECT id, name, type, settings, base_url, short_length, is_default, updated_at FROM shortener ");

Shortener readShortener(const Statement& row) {
  Shortener shortener;
  shortener.id = row.id<ShortenerId>(0);
  shortener.name = row.text(1);
  shortener.type = row.text(2);
  shortener.settings = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
  shortener.baseUrl = row.text(4);
  shortener.shortLength = static_cast<int>(row.integer(5));
  shortener.isDefault = row.boolean(6);
  shortener.updatedAt = row.instant(7);
  return shortener;
}

QString textOfSettings(const Shortener& shortener) {
  return QString::fromUtf8(QJsonDocument(shortener.settings).toJson(QJsonDocument::Compact));
}

Error noSuchShortener() {
  return Error{ErrorCode::NotFound, QStringLiteral("There is no such link shortener any more."), {}};
}

}  // namespace

Result<std::vector<Shortener>> ShortenerRepository::list() const {
  Statement find(m_database, shortenerColumns + QStringLiteral("ORDER BY name COLLATE NOCASE"));
  std::vector<Shortener> found;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return found;
    found.push_back(readShortener(find));
  }
}

Result<Shortener> ShortenerRepository::byName(const QString& name) const {
  Statement find(m_database, shortenerColumns + QStringLiteral("WHERE name = ?"));
  const auto row = find.bind(name).next();
  if (!row) return fail(row.error());
  if (*row) return readShortener(find);
  return fail(ErrorCode::NotFound,
              QStringLiteral("There is no link shortener “%1”. Choose another one, or add it under Link shorteners.")
                  .arg(name));
}

Result<ShortenerId> ShortenerRepository::save(const Shortener& shortener, const DefinitionCatalog& catalog) const {
  const auto errors = checkShortener(shortener, catalog);
  if (!errors.empty()) {
    return fail(ErrorCode::InvalidInput, errors.front().text, QStringLiteral("field ") + errors.front().field);
  }
  return shortener.id.isValid() ? update(shortener) : insert(shortener);
}

Result<ShortenerId> ShortenerRepository::insert(const Shortener& shortener) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const auto taken = byName(shortener.name);
  if (taken) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("There is a link shortener “%1” already. Choose another name.").arg(shortener.name));
  }
  if (taken.error().code != ErrorCode::NotFound) return fail(taken.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO shortener (name, type, settings, base_url, short_length, is_default, "
                                  "updated_at) VALUES (?, ?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM shortener), ?)"));
  insert.bind(shortener.name.trimmed()).bind(shortener.type).bind(textOfSettings(shortener)).bind(shortener.baseUrl);
  HELIOGRAPH_TRY(insert.bind(shortener.shortLength).bind(m_clock.now()).run());
  const ShortenerId id{insert.insertedId()};
  HELIOGRAPH_TRY(transaction->commit());
  return id;
}

Result<ShortenerId> ShortenerRepository::update(const Shortener& shortener) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement before(m_database, QStringLiteral("SELECT name FROM shortener WHERE id = ?"));
  const auto row = before.bind(shortener.id).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noSuchShortener());
  if (before.text(0) != shortener.name) {
    return fail(ErrorCode::Conflict, QStringLiteral("A link shortener keeps its name, as campaigns know it by that. "
                                                    "Add another one under the new name."));
  }
  Statement change(m_database, QStringLiteral("UPDATE shortener SET type = ?, settings = ?, base_url = ?, "
                                              "short_length = ?, updated_at = ? WHERE id = ?"));
  change.bind(shortener.type).bind(textOfSettings(shortener)).bind(shortener.baseUrl).bind(shortener.shortLength);
  HELIOGRAPH_TRY(change.bind(m_clock.now()).bind(shortener.id).run());
  HELIOGRAPH_TRY(transaction->commit());
  return shortener.id;
}

Result<> ShortenerRepository::setDefault(ShortenerId id) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement change(m_database, QStringLiteral("UPDATE shortener SET is_default = 1 WHERE id = ?"));
  HELIOGRAPH_TRY(change.bind(id).run());
  if (change.affected() == 0) return fail(noSuchShortener());
  Statement others(m_database, QStringLiteral("UPDATE shortener SET is_default = 0 WHERE id <> ?"));
  HELIOGRAPH_TRY(others.bind(id).run());
  return transaction->commit();
}

Result<> ShortenerRepository::remove(ShortenerId id) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement remove(m_database, QStringLiteral("DELETE FROM shortener WHERE id = ?"));
  HELIOGRAPH_TRY(remove.bind(id).run());
  if (remove.affected() == 0) return fail(noSuchShortener());
  Statement heir(m_database, QStringLiteral("UPDATE shortener SET is_default = 1 WHERE id = (SELECT min(id) FROM "
                                            "shortener) AND NOT EXISTS (SELECT 1 FROM shortener WHERE is_default)"));
  HELIOGRAPH_TRY(heir.run());
  return transaction->commit();
}

Result<QStringList> ShortenerRepository::draftsUsing(const QString& name) const {
  Statement find(m_database,
                 QStringLiteral("SELECT name FROM campaign WHERE archived_at IS NULL AND state = 'draft' AND "
                                "json_extract(body, '$.text_rules.links.shortener') = ? AND "
                                "json_array_length(body, '$.text_rules.links.shortened') > 0 ORDER BY name"));
  find.bind(name);
  QStringList names;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return names;
    names << find.text(0);
  }
}

}  // namespace heliograph::providers
