// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "audience/sheet_rows.h"

namespace heliograph::audience {

/// An OpenDocument spreadsheet (ISO/IEC 26300, .ods). Rows stream.
class OdsBook final : public SpreadsheetBook {
 public:
  /// Whether the archive holds a spreadsheet of that kind.
  [[nodiscard]] static bool isOne(const ZipArchive& archive);
  /// InvalidInput if it is damaged or protected by a password.
  [[nodiscard]] static Result<std::unique_ptr<OdsBook>> open(ZipArchive archive);

  [[nodiscard]] QStringList sheets() const override { return m_names; }
  [[nodiscard]] Result<std::unique_ptr<SheetRows>> rows(qsizetype sheet) const override;
  [[nodiscard]] qint64 packedTotal(qsizetype sheet) const override;

 private:
  explicit OdsBook(ZipArchive archive) : m_archive(std::move(archive)) {}
  [[nodiscard]] Result<std::unique_ptr<XmlPart>> content() const;
  [[nodiscard]] bool isEncrypted() const;
  Result<> readNames();

  ZipArchive m_archive;
  QStringList m_names;
};

/// The rows of one table of such a spreadsheet.
class OdsRows final : public SheetRows {
 public:
  OdsRows(std::unique_ptr<XmlPart> part, qsizetype table, QString path)
      : m_part(std::move(part)), m_table(table), m_path(std::move(path)) {}

  [[nodiscard]] Result<bool> next(SheetRow& row) override;
  [[nodiscard]] qint64 packedRead() const override { return m_part->stream->packedRead(); }

 private:
  bool enterTable();
  bool readRow(SheetRow& row);
  void readCell(SheetRow& row);
  void readParagraphs();
  void readParagraph();
  [[nodiscard]] std::string_view shown(const QXmlStreamAttributes& attributes);

  std::unique_ptr<XmlPart> m_part;
  qsizetype m_table;
  QString m_path;
  bool m_inTable = false;
  qint64 m_rowNumber = 0;
  qint64 m_repeats = 0;  ///< of the row that was read last
  std::size_t m_column = 0;
  QString m_text;  ///< the cell's paragraphs
  std::string m_shown;
};

}  // namespace heliograph::audience
