// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <string>
#include <string_view>
#include <vector>

#include "audience/number_format.h"
#include "audience/sheet_rows.h"

namespace heliograph::audience {

/// The texts that the cells of an Excel workbook share.
class SharedStrings final {
 public:
  void append(std::string_view text);
  /// Empty for an index that isn't there.
  [[nodiscard]] std::string_view at(std::size_t index) const;
  [[nodiscard]] std::size_t bytes() const { return m_text.size(); }

 private:
  std::string m_text;
  std::vector<std::size_t> m_ends;
};

/// What the cells of a workbook refer to.
struct XlsxContext {
  SharedStrings strings;
  std::vector<NumberFormat> formats;  ///< by a cell's style
  bool from1904 = false;
};

/// An Excel workbook (ECMA-376, .xlsx and .xlsm). Keeps the shared texts in memory; rows stream.
class XlsxBook final : public SpreadsheetBook {
 public:
  /// Whether the archive holds a workbook of that kind.
  [[nodiscard]] static bool isOne(const ZipArchive& archive);
  [[nodiscard]] static Result<std::unique_ptr<XlsxBook>> open(ZipArchive archive);

  [[nodiscard]] QStringList sheets() const override { return m_names; }
  [[nodiscard]] Result<std::unique_ptr<SheetRows>> rows(qsizetype sheet) const override;
  [[nodiscard]] qint64 packedTotal(qsizetype sheet) const override;

 private:
  explicit XlsxBook(ZipArchive archive) : m_archive(std::move(archive)) {}
  [[nodiscard]] Result<std::unique_ptr<XmlPart>> part(const QByteArray& name) const;
  Result<> readWorkbook();
  Result<> readStrings(const QByteArray& name);
  Result<> readStyles(const QByteArray& name);
  void takeSheet(const QXmlStreamAttributes& attributes, QStringList& ids);

  ZipArchive m_archive;
  QStringList m_names;
  QByteArrayList m_parts;
  XlsxContext m_context;
};

/// Adds the text of an element that holds texts, plain or in runs with their own fonts, without phonetic guides; the
/// reader stands at its start and is led to its end. `_x000D_` and the like become what they stand for.
void readRichText(QXmlStreamReader& xml, std::string& text);

}  // namespace heliograph::audience
