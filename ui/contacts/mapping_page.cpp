// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mapping_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

#include "phone/phone_number.h"
#include "ui/contacts/mapping_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kSamples = 3;

QStringList samplesOf(const audience::ImportPreview& preview, qsizetype column) {
  QStringList samples;
  for (const QStringList& row : preview.rows) {
    const QString value = row.value(column).trimmed();
    if (!value.isEmpty() && !samples.contains(value)) samples << value;
    if (samples.size() == kSamples) break;
  }
  return samples;
}

}  // namespace

MappingPage::MappingPage(QWidget* parent) : QWidget(parent), m_remarks(new Label({}, TypeRole::Hint, Ink::Text3)) {
  m_remarks->setTextFormat(Qt::PlainText);
  m_remarks->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("What are the columns?"), TypeRole::Title));
  column->addWidget(m_remarks);
  column->addWidget(makeColumns(), 1);
  column->addWidget(makeRegion());
}

QWidget* MappingPage::makeColumns() {
  auto* columns = new QWidget;
  m_columns = new QVBoxLayout(columns);
  m_columns->setContentsMargins({});
  m_columns->setSpacing(size::Small);
  m_columns->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(columns);
  return scroll;
}

QWidget* MappingPage::makeRegion() {
  m_region = new QComboBox;
  m_region->setObjectName(QStringLiteral("import.region"));
  m_region->setAccessibleName(tr("Country of numbers without a country code"));
  QStringList regions = phone::knownRegions();
  regions.prepend(tr("None: such numbers are not valid"));
  m_region->setModel(new QStringListModel(regions, m_region));
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins({});
  row->addWidget(makeFieldLabel(tr("Numbers without a country code are from"), m_region));
  row->addWidget(m_region);
  row->addStretch();
  return line;
}

void MappingPage::show(const audience::ImportPreview& preview) {
  for (MappingRow* row : m_rows) delete row;
  m_rows.clear();
  for (std::size_t i = 0; i < preview.columns.size(); ++i) {
    auto* row = new MappingRow(preview.columns[i], samplesOf(preview, static_cast<qsizetype>(i)));
    m_columns->insertWidget(static_cast<int>(i), row);
    m_rows.push_back(row);
  }
  m_remarks->setText(preview.remarks.join(QLatin1Char(' ')));
  m_remarks->setVisible(!preview.remarks.isEmpty());
}

std::vector<audience::MappedColumn> MappingPage::mapping() const {
  std::vector<audience::MappedColumn> columns;
  for (const MappingRow* row : m_rows) columns.push_back(row->column());
  return columns;
}

QString MappingPage::region() const {
  return m_region->currentIndex() > 0 ? m_region->currentText() : QString();
}

}  // namespace heliograph::ui
