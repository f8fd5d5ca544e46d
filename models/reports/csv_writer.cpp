// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_writer.h"

#include <QFileDevice>
#include <algorithm>

namespace heliograph::reports {
namespace {

/// Digits with an optional sign, and at most one decimal point: nothing a spreadsheet could run.
bool isPlainNumber(const QString& text) {
  int points = 0;
  qsizetype digits = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text.at(i);
    if (c >= u'0' && c <= u'9') {
      ++digits;
    } else if (c == u'.') {
      if (++points > 1) return false;
    } else if (i != 0 || (c != u'+' && c != u'-')) {
      return false;
    }
  }
  return digits > 0;
}

bool looksLikeFormula(const QString& text) {
  static const QString starts = QStringLiteral("=+-@\t\r");
  return !text.isEmpty() && starts.contains(text.front()) && !isPlainNumber(text);
}

}  // namespace

QByteArray csvCell(const QString& text) {
  QString cell = looksLikeFormula(text) ? u'\'' + text : text;
  const bool quoted = std::any_of(cell.cbegin(), cell.cend(),
                                  [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
  if (!quoted) return cell.toUtf8();
  cell.replace(u'"', QStringLiteral("\"\""));
  return (u'"' + cell + u'"').toUtf8();
}

Result<> CsvWriter::row(const QStringList& cells) {
  QByteArray line;
  for (qsizetype i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += csvCell(cells.at(i));
  }
  line += "\r\n";
  if (m_device.write(line) == line.size()) return {};
  const auto* file = qobject_cast<QFileDevice*>(&m_device);
  const bool full = file && file->error() == QFileDevice::ResourceError;
  return fail(full ? ErrorCode::DiskFull : ErrorCode::Io,
              full
                  ? QStringLiteral("The report can't be written: no room is left on the disk. Make room and try again.")
                  : QStringLiteral("The report can't be written. Choose another place and try again."),
              m_device.errorString());
}

}  // namespace heliograph::reports
