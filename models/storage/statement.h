// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>
#include <optional>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::storage {

/// One prepared statement on the calling thread's connection. Every value is bound, in order of the question marks:
///
///     Statement find(database, u"SELECT name FROM segment WHERE id = ?"_qs);
///     find.bind(id);
///     auto row = find.next();   // Result<bool>: a row, the end, or the error
///
/// A failed prepare is reported by run() or next(). Instants are stored as milliseconds since 1970 (UTC).
class Statement final {
 public:
  Statement(const Database& database, const QString& sql);

  Statement& bind(const QString& value);
  Statement& bind(const QByteArray& value);
  Statement& bind(qint64 value);
  Statement& bind(int value) { return bind(static_cast<qint64>(value)); }
  Statement& bind(double value);
  Statement& bind(bool value) { return bind(static_cast<qint64>(value ? 1 : 0)); }
  Statement& bind(const QDateTime& value);  ///< an invalid one is NULL
  Statement& bindNull();
  Statement& bindValue(const QVariant& value);
  template <class Tag>
  Statement& bind(Id<Tag> id) {
    return id.isValid() ? bind(id.value) : bindNull();
  }
  template <class T>
  Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bindNull();
  }
  Statement& bind(const char*) = delete;

  /// Executes a statement that gives no rows; it may be bound and run again afterwards.
  [[nodiscard]] Result<> run();
  /// Executes at the first call, then steps; true while there is a row.
  [[nodiscard]] Result<bool> next();
  /// Forgets rows and bound values, so that the statement can be used again.
  void reset();

  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] qint64 integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
  [[nodiscard]] QString text(int column) const;
  [[nodiscard]] QByteArray bytes(int column) const;
  [[nodiscard]] QDateTime instant(int column) const;  ///< UTC; invalid for NULL
  [[nodiscard]] QVariant value(int column) const;
  template <class IdType>
  [[nodiscard]] IdType id(int column) const {
    return IdType{integer(column)};
  }

  /// Rows changed by the last run().
  [[nodiscard]] qint64 affected() const;
  /// The row id of the last INSERT.
  [[nodiscard]] qint64 insertedId() const;

 private:
  Result<> execute();

  std::optional<Error> m_broken;
  QString m_sql;
  QSqlQuery m_query;
  int m_bound = 0;
  bool m_executed = false;
};

}  // namespace heliograph::storage
