// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "audience/xlsx_book.h"

namespace heliograph::audience {

/// The rows of a worksheet of an Excel workbook: results of formulas, not formulas; errors such as #N/A are empty.
class XlsxRows final : public SheetRows {
 public:
  XlsxRows(std::unique_ptr<XmlPart> part, const XlsxContext& context, QString path)
      : m_part(std::move(part)), m_context(context), m_path(std::move(path)) {}

  [[nodiscard]] Result<bool> next(SheetRow& row) override;
  [[nodiscard]] qint64 packedRead() const override { return m_part->stream->packedRead(); }

 private:
  void readRow(SheetRow& row);
  void readCell(SheetRow& row);
  [[nodiscard]] std::string_view shown(QStringView type, std::size_t style);

  std::unique_ptr<XmlPart> m_part;
  const XlsxContext& m_context;
  QString m_path;
  qint64 m_rowNumber = 0;
  std::size_t m_column = 0;
  std::string m_raw;    ///< what stands in the cell
  std::string m_shown;  ///< what it shows
};

}  // namespace heliograph::audience
