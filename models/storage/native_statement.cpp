// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/native_statement.h"

#include <sqlite3.h>

#include <utility>

#include "storage/sqlite_error.h"

namespace heliograph::storage {

NativeStatement::~NativeStatement() {
  sqlite3_finalize(m_statement);
}

NativeStatement::NativeStatement(NativeStatement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)) {}

NativeStatement& NativeStatement::operator=(NativeStatement&& other) noexcept {
  std::swap(m_statement, other.m_statement);
  return *this;
}

void NativeStatement::bindText(int position, std::string_view value) {
  // A null pointer would bind NULL; an empty text is meant.
  sqlite3_bind_text64(m_statement, position, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}
void NativeStatement::bindBytes(int position, std::string_view value) {
  sqlite3_bind_blob64(m_statement, position, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC);
}

void NativeStatement::bindBytes(int position, const QByteArray& value) {
  bindBytes(position, std::string_view(value.constData(), static_cast<std::size_t>(value.size())));
}
void NativeStatement::bind(int position, std::int64_t value) {
  sqlite3_bind_int64(m_statement, position, value);
}
void NativeStatement::bind(int position, double value) {
  sqlite3_bind_double(m_statement, position, value);
}
void NativeStatement::bindNull(int position) {
  sqlite3_bind_null(m_statement, position);
}

Result<bool> NativeStatement::step() {
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(m_statement);
    return false;
  }
  const int extended = sqlite3_extended_errcode(sqlite3_db_handle(m_statement));
  const QString sql = QString::fromUtf8(sqlite3_sql(m_statement));
  sqlite3_reset(m_statement);
  return fail(sqliteError(extended, sql));
}

Result<> NativeStatement::run() {
  while (true) {
    auto row = step();
    if (!row) return fail(row.error());
    if (!*row) return {};
  }
}

void NativeStatement::reset() {
  sqlite3_reset(m_statement);
}

bool NativeStatement::isNull(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t NativeStatement::integer(int column) const {
  return sqlite3_column_int64(m_statement, column);
}
double NativeStatement::real(int column) const {
  return sqlite3_column_double(m_statement, column);
}
bool NativeStatement::isInteger(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
}
bool NativeStatement::isReal(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_FLOAT;
}

std::string_view NativeStatement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  return data == nullptr ? std::string_view() : std::string_view(data, bytesOf(column));
}
std::string_view NativeStatement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
  return data == nullptr ? std::string_view() : std::string_view(data, bytesOf(column));
}
std::size_t NativeStatement::bytesOf(int column) const {
  return static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
}

}  // namespace heliograph::storage
