// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/source_settings.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kHeaderWidth = 260;
constexpr int kHeaderCells = 6;

/// A row of the file, as far as it helps to tell it from the others.
QString rowWords(const audience::HeadRow& row) {
  QStringList filled;
  for (const QString& cell : row.cells) {
    if (!cell.trimmed().isEmpty()) filled << cell.simplified();
    if (filled.size() == kHeaderCells) break;
  }
  return SourceSettings::tr("Row %1: %2").arg(row.row).arg(filled.join(QStringLiteral(", ")));
}

}  // namespace

SourceSettings::SourceSettings(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
  m_row->setContentsMargins({});
  m_row->setSpacing(size::Large);
  m_sheet = add("import.sheet", tr("Sheet"));
  m_header = add("import.header", tr("The columns are named in"));
  m_header->setMinimumWidth(kHeaderWidth);
  m_header->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_row->setStretchFactor(m_header->parentWidget(), 1);
  m_delimiter = add("import.delimiter", tr("Cells end with"));
  m_encoding = add("import.encoding", tr("Encoding"));
}

QComboBox* SourceSettings::add(const char* name, const QString& label) {
  auto* box = new QComboBox;
  box->setObjectName(QLatin1String(name));
  box->setAccessibleName(label);
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(makeFieldLabel(label, box));
  column->addWidget(box);
  m_row->addWidget(holder);
  connect(box, &QComboBox::activated, this, [this] { Q_EMIT changed(options()); });
  return box;
}

void SourceSettings::setShown(QComboBox* box, bool shown) {
  box->parentWidget()->setVisible(shown);
}

void SourceSettings::show(const audience::ImportPreview& preview) {
  showSheets(preview.facts);
  showHeaderRows(preview);
  showText(preview.facts);
}

void SourceSettings::showSheets(const audience::TableFacts& facts) {
  m_sheet->clear();
  for (const QString& sheet : facts.sheets) m_sheet->addItem(sheet, sheet);
  m_sheet->setCurrentIndex(m_sheet->findData(facts.sheet));
  setShown(m_sheet, facts.sheets.size() > 1);
}

void SourceSettings::showHeaderRows(const audience::ImportPreview& preview) {
  m_header->clear();
  for (const audience::HeadRow& row : preview.head) m_header->addItem(rowWords(row), row.row);
  m_header->addItem(tr("No row: only contacts"), qint64{0});
  m_header->setCurrentIndex(m_header->findData(preview.headerRow));
  m_header->setToolTip(m_header->currentText());
  setShown(m_header, !preview.facts.namesFields);
}

void SourceSettings::showText(const audience::TableFacts& facts) {
  const bool isText = facts.sheets.isEmpty() && !facts.namesFields;
  setShown(m_delimiter, isText);
  setShown(m_encoding, isText);
  m_delimiter->clear();
  m_encoding->clear();
  if (!isText) return;
  for (const auto& [sign, words] : {std::pair(',', tr("Comma")), std::pair(';', tr("Semicolon")),
                                    std::pair('\t', tr("Tab")), std::pair('|', tr("Bar"))}) {
    m_delimiter->addItem(words, QChar(QLatin1Char(sign)));
  }
  if (m_delimiter->findData(facts.delimiter) < 0) m_delimiter->addItem(QString(facts.delimiter), facts.delimiter);
  m_delimiter->setCurrentIndex(m_delimiter->findData(facts.delimiter));
  for (const char* name : {"UTF-8", "Windows-1252", "UTF-16 LE", "UTF-16 BE"}) {
    m_encoding->addItem(QLatin1String(name), QString(QLatin1String(name)));
  }
  m_encoding->setCurrentIndex(m_encoding->findData(facts.encoding));
}

audience::TableOptions SourceSettings::options() const {
  audience::TableOptions options;
  options.sheet = m_sheet->currentData().toString();
  options.delimiter = m_delimiter->currentData().toChar();
  options.encoding = m_encoding->currentData().toString();
  options.headerRow = m_header->currentData().toLongLong();
  return options;
}

}  // namespace heliograph::ui
