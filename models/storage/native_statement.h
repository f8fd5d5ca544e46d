// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/result.h"

struct sqlite3_stmt;

namespace heliograph::storage {

class NativeConnection;

/// A prepared statement of the C API, for bulk work: UTF-8 views instead of QVariant. Texts that are bound must live
/// until the next step(); columns are views that hold until then. Positions of bind() count from 1, columns from 0.
class NativeStatement final {
 public:
  ~NativeStatement();
  NativeStatement(NativeStatement&& other) noexcept;
  NativeStatement& operator=(NativeStatement&& other) noexcept;
  NativeStatement(const NativeStatement&) = delete;
  NativeStatement& operator=(const NativeStatement&) = delete;

  void bindText(int position, std::string_view value);
  void bindBytes(int position, std::string_view value);
  void bindBytes(int position, const QByteArray& value);
  void bind(int position, std::int64_t value);
  void bind(int position, double value);
  void bindNull(int position);

  /// True while there is a row. After false or an error the statement is reset (values stay bound).
  [[nodiscard]] Result<bool> step();
  /// Executes a statement that gives no rows.
  [[nodiscard]] Result<> run();
  /// Ends a reading before its last row.
  void reset();

  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool isInteger(int column) const;  ///< stored as a whole number
  [[nodiscard]] bool isReal(int column) const;     ///< stored with a fraction
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view bytes(int column) const;

 private:
  friend class NativeConnection;
  explicit NativeStatement(sqlite3_stmt* statement) : m_statement(statement) {}

  [[nodiscard]] std::size_t bytesOf(int column) const;

  sqlite3_stmt* m_statement;
};

}  // namespace heliograph::storage
