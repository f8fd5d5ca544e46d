// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QStringList>

namespace heliograph::test {

/// The files of an archive, by their names.
using ZipFiles = QList<QPair<QByteArray, QByteArray>>;

/// A ZIP archive of deflated files, as spreadsheet programs write it.
[[nodiscard]] QByteArray zipOf(const ZipFiles& files);

/// A sheet by its name and the XML of its rows.
using Sheet = QPair<QByteArray, QByteArray>;

/// What an Excel workbook is made of.
struct XlsxParts {
  QList<Sheet> sheets;     ///< rows as in <sheetData>
  QByteArrayList strings;  ///< shared texts, as XML inside <si>
  QByteArrayList formats;  ///< number formats by a cell's style: "14" for one of Excel's own, else its code
  bool from1904 = false;
};

/// A workbook as Excel writes it.
[[nodiscard]] ZipFiles xlsxFiles(const XlsxParts& parts);
[[nodiscard]] QByteArray xlsx(const XlsxParts& parts);

/// A spreadsheet as LibreOffice writes it; rows as in <table:table>.
[[nodiscard]] ZipFiles odsFiles(const QList<Sheet>& sheets);
[[nodiscard]] QByteArray ods(const QList<Sheet>& sheets);

/// Rows of plain texts, for a workbook.
[[nodiscard]] QByteArray xlsxRows(const QList<QStringList>& rows);

}  // namespace heliograph::test
