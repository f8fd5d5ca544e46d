// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include "core/result.h"

class QIODevice;

namespace heliograph::reports {

/// One cell by RFC 4180: quoted when it holds a comma, a quote or a line break. A cell that a spreadsheet would take
/// for a formula (it begins with = + - @, tab or CR) gets an apostrophe before it, except plain numbers, phone numbers
/// among them.
[[nodiscard]] QByteArray csvCell(const QString& text);

/// Writes rows, ended by CRLF, as UTF-8.
class CsvWriter final {
 public:
  explicit CsvWriter(QIODevice& device) : m_device(device) {}

  /// Errors: Io, DiskFull.
  [[nodiscard]] Result<> row(const QStringList& cells);

 private:
  QIODevice& m_device;
};

}  // namespace heliograph::reports
