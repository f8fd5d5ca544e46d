// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "core/logging.h"
#include "storage/sqlite_error.h"

namespace heliograph::storage {

Statement::Statement(const Database& database, const QString& sql) : m_sql(sql), m_query(QSqlDatabase()) {
  auto connection = database.connection();
  if (!connection) {
    m_broken = connection.error();
    return;
  }
  m_query = QSqlQuery(*connection);
  m_query.setForwardOnly(true);
  if (!m_query.prepare(sql)) m_broken = sqliteError(m_query.lastError(), sql);
}

Statement& Statement::bindValue(const QVariant& value) {
  if (!m_broken) m_query.bindValue(m_bound++, value);
  return *this;
}

Statement& Statement::bind(const QString& value) {
  // A null QString would become NULL; an empty text is meant.
  return bindValue(value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value));
}
Statement& Statement::bind(const QByteArray& value) {
  return bindValue(value.isNull() ? QVariant(QByteArray("")) : QVariant(value));
}
Statement& Statement::bind(qint64 value) {
  return bindValue(QVariant(value));
}
Statement& Statement::bind(double value) {
  return bindValue(QVariant(value));
}
Statement& Statement::bind(const QDateTime& value) {
  return value.isValid() ? bind(value.toMSecsSinceEpoch()) : bindNull();
}
Statement& Statement::bindNull() {
  return bindValue(QVariant(QMetaType(QMetaType::QString)));
}

Result<> Statement::execute() {
  if (m_broken) return fail(*m_broken);
  if (!m_query.exec()) {
    Error error = sqliteError(m_query.lastError(), m_sql);
    if (error.code == ErrorCode::Internal) qCWarning(logStorage).noquote() << error.detail;
    m_query.finish();
    m_bound = 0;
    return fail(std::move(error));
  }
  return {};
}

Result<> Statement::run() {
  HELIOGRAPH_TRY(execute());
  m_bound = 0;
  m_executed = false;
  return {};
}

Result<bool> Statement::next() {
  if (!m_executed) {
    HELIOGRAPH_TRY(execute());
    m_executed = true;
  }
  if (m_query.next()) return true;
  if (m_query.lastError().isValid()) return fail(sqliteError(m_query.lastError(), m_sql));
  m_query.finish();
  return false;
}

void Statement::reset() {
  m_query.finish();
  m_bound = 0;
  m_executed = false;
}

bool Statement::isNull(int column) const {
  return m_query.isNull(column);
}
qint64 Statement::integer(int column) const {
  return m_query.value(column).toLongLong();
}
double Statement::real(int column) const {
  return m_query.value(column).toDouble();
}
QString Statement::text(int column) const {
  return m_query.value(column).toString();
}
QByteArray Statement::bytes(int column) const {
  return m_query.value(column).toByteArray();
}
QVariant Statement::value(int column) const {
  return m_query.value(column);
}
QDateTime Statement::instant(int column) const {
  return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}
qint64 Statement::affected() const {
  return m_query.numRowsAffected();
}
qint64 Statement::insertedId() const {
  return m_query.lastInsertId().toLongLong();
}

}  // namespace heliograph::storage
