// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "audience/columns/column_file.h"
#include "core/result.h"

namespace heliograph::audience {

/// Collects sections and writes them as a column file.
class ColumnFileWriter final {
 public:
  explicit ColumnFileWriter(std::size_t rows) : m_rows(rows) {}

  template <class T>
  void add(std::int64_t column, SectionKind kind, const std::vector<T>& values) {
    addBytes(column, kind, values.data(), values.size() * sizeof(T));
  }
  void addBytes(std::int64_t column, SectionKind kind, const void* data, std::size_t size);

  /// Writes the file whole or not at all; readable by its owner only. Error: Io.
  [[nodiscard]] Result<> write(const QString& path, const ColumnFileIdentity& identity) const;

 private:
  struct Section {
    ColumnFileSection about;
    QByteArray bytes;
  };
  std::size_t m_rows;
  std::vector<Section> m_sections;
};

/// Writes `pieces` one behind the other to a temporary name and renames it to `path`, over what was there. The disk is
/// not waited for: what a crash leaves half written has a wrong checksum. Error: Io.
[[nodiscard]] Result<> writeColumnFile(const QString& path, const std::vector<QByteArray>& pieces);

}  // namespace heliograph::audience
