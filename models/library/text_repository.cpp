// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/text_repository.h"

#include <algorithm>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::library {

using storage::Statement;
using storage::Transaction;

namespace {

const QString kTextColumns = QStringLiteral("SELECT id, name, text, updated_at FROM %1 ");

/// A name stands between quotation marks in a tag, which Liquid can't escape.
bool mayStandInName(QChar c) {
  return c.isPrint() && !QStringLiteral("\"'\\{}%").contains(c);
}

LibraryText readText(const Statement& row) {
  return {row.id<LibraryTextId>(0), row.text(1), row.bytes(2), row.instant(3)};
}

}  // namespace

Result<std::vector<LibraryText>> TextRepository::list() const {
  Statement select(m_database, kTextColumns.arg(m_kind.table) + QStringLiteral("ORDER BY name COLLATE NOCASE, name"));
  std::vector<LibraryText> texts;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return texts;
    texts.push_back(readText(select));
  }
}

Result<LibraryText> TextRepository::find(const QString& name) const {
  Statement select(m_database, kTextColumns.arg(m_kind.table) + QStringLiteral("WHERE name = ?"));
  auto row = select.bind(name.trimmed()).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(missing(name.trimmed()));
  return readText(select);
}

Result<LibraryText> TextRepository::byId(LibraryTextId id) const {
  Statement select(m_database, kTextColumns.arg(m_kind.table) + QStringLiteral("WHERE id = ?"));
  auto row = select.bind(id).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(missing(QString::number(id.value)));
  return readText(select);
}

Result<LibraryTextId> TextRepository::save(const QString& name, const QByteArray& text) const {
  auto usable = usableName(name);
  if (!usable) return fail(usable.error());
  HELIOGRAPH_TRY(usableText(text));
  Statement upsert(m_database,
                   QStringLiteral("INSERT INTO %1 (name, text, created_at, updated_at) VALUES (?, ?, ?, ?) ON CONFLICT "
                                  "(name) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at "
                                  "RETURNING id")
                       .arg(m_kind.table));
  auto row = upsert.bind(*usable).bind(text).bind(m_clock.now()).bind(m_clock.now()).next();
  if (!row) return fail(row.error());
  const auto id = upsert.id<LibraryTextId>(0);
  // The statement has written only when it has been stepped to its end.
  row = upsert.next();
  if (!row) return fail(row.error());
  return id;
}

Result<LibraryTextId> TextRepository::create(const QString& name, const QByteArray& text) const {
  auto usable = usableName(name);
  if (!usable) return fail(usable.error());
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(beFree(*usable, {}));
  auto id = save(*usable, text);
  if (!id) return fail(id.error());
  HELIOGRAPH_TRY(transaction->commit());
  return *id;
}

Result<> TextRepository::write(LibraryTextId id, const QByteArray& text) const {
  HELIOGRAPH_TRY(usableText(text));
  Statement update(m_database, QStringLiteral("UPDATE %1 SET text = ?, updated_at = ? WHERE id = ?").arg(m_kind.table));
  HELIOGRAPH_TRY(update.bind(text).bind(m_clock.now()).bind(id).run());
  if (update.affected() == 0) return fail(missing(QString::number(id.value)));
  return {};
}

Result<> TextRepository::rename(LibraryTextId id, const QString& name) const {
  auto usable = usableName(name);
  if (!usable) return fail(usable.error());
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(beFree(*usable, id));
  Statement update(m_database, QStringLiteral("UPDATE %1 SET name = ?, updated_at = ? WHERE id = ?").arg(m_kind.table));
  HELIOGRAPH_TRY(update.bind(*usable).bind(m_clock.now()).bind(id).run());
  if (update.affected() == 0) return fail(missing(QString::number(id.value)));
  return transaction->commit();
}

Result<> TextRepository::remove(LibraryTextId id) const {
  Statement remove(m_database, QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(m_kind.table));
  HELIOGRAPH_TRY(remove.bind(id).run());
  if (remove.affected() == 0) return fail(missing(QString::number(id.value)));
  return {};
}

Result<QString> TextRepository::usableName(const QString& name) const {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the %1 a name.").arg(m_kind.word));
  if (trimmed.size() > longestName) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The name is too long: %1 characters at most.").arg(longestName));
  }
  if (!std::all_of(trimmed.begin(), trimmed.end(), mayStandInName)) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("The name can't hold quotation marks, \\, %, { or }."));
  }
  return trimmed;
}

Result<> TextRepository::usableText(const QByteArray& text) const {
  if (text.size() <= longestText) return {};
  return fail(ErrorCode::InvalidInput, QStringLiteral("The text is too long: %1 bytes at most.").arg(longestText));
}

Result<> TextRepository::beFree(const QString& name, LibraryTextId but) const {
  Statement taken(m_database, QStringLiteral("SELECT 1 FROM %1 WHERE name = ? AND id <> ?").arg(m_kind.table));
  auto row = taken.bind(name).bind(but.value).next();
  if (!row) return fail(row.error());
  if (!*row) return {};
  return fail(ErrorCode::Conflict,
              QStringLiteral("There is a %1 “%2” already. Take another name.").arg(m_kind.word, name));
}

Error TextRepository::missing(const QString& name) const {
  return {ErrorCode::NotFound, QStringLiteral("There is no %1 “%2”.").arg(m_kind.word, name), {}};
}

}  // namespace heliograph::library
