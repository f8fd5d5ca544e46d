// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mapping_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMap>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "phone/phone_number.h"
#include "ui/contacts/mapping_row.h"
#include "ui/contacts/source_settings.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kColumnSamples = 3;

QStringList samplesOf(const audience::ImportPreview& preview, qsizetype column) {
  QStringList samples;
  for (const QStringList& row : preview.rows) {
    const QString value = row.value(column).trimmed();
    if (!value.isEmpty() && !samples.contains(value)) samples << value;
    if (samples.size() == kColumnSamples) break;
  }
  return samples;
}

/// All countries by their names, with their codes.
QList<std::pair<QString, QString>> regions() {
  QList<std::pair<QString, QString>> all;
  for (const QString& code : phone::knownRegions()) {
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    const QString name = territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
    all << std::pair(QStringLiteral("%1 (%2)").arg(name, code), code);
  }
  std::sort(all.begin(), all.end());
  return all;
}

QString titleOf(const audience::MappedColumn& column) {
  return column.column.isEmpty() ? audience::columnLetters(column.index) : column.column;
}

}  // namespace

MappingPage::MappingPage(QWidget* parent)
    : QWidget(parent), m_remarks(new Label({}, TypeRole::Hint, Ink::Text3)), m_source(new SourceSettings) {
  m_remarks->setTextFormat(Qt::PlainText);
  m_remarks->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("What are the columns?"), TypeRole::Title));
  column->addWidget(m_source);
  column->addWidget(makeColumns(), 1);
  column->addWidget(m_remarks);
  column->addWidget(makeRegion());
  connect(m_source, &SourceSettings::changed, this, &MappingPage::tableChanged);
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
  m_region->addItem(tr("None: such numbers are not valid"), QString());
  for (const auto& [name, code] : regions()) m_region->addItem(name, code);
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
    connect(row, &MappingRow::edited, this, &MappingPage::edited);
    m_rows.push_back(row);
  }
  m_remarks->setText(preview.remarks.join(QLatin1Char(' ')));
  m_remarks->setVisible(!preview.remarks.isEmpty());
  m_source->show(preview);
  showRegion(preview.region);
}

/// The workspace's region, else that of the person; a choice that was made stays.
void MappingPage::showRegion(const QString& known) {
  if (m_regionShown) return;
  m_regionShown = true;
  const QLocale::Territory here = QLocale::system().territory();
  const QString code = known.isEmpty() && here != QLocale::AnyTerritory ? QLocale::territoryToCode(here) : known;
  m_region->setCurrentIndex(std::max(0, m_region->findData(code)));
}

std::vector<audience::MappedColumn> MappingPage::mapping() const {
  std::vector<audience::MappedColumn> columns;
  for (const MappingRow* row : m_rows) columns.push_back(row->column());
  return columns;
}

audience::TableOptions MappingPage::table() const {
  return m_source->options();
}

QString MappingPage::region() const {
  return m_region->currentData().toString();
}

QString MappingPage::problem() const {
  using audience::ColumnUse;
  QMap<ColumnUse, QString> fields;
  QStringList properties;
  for (const MappingRow* row : m_rows) {
    const audience::MappedColumn column = row->column();
    if (column.use == ColumnUse::Ignore) continue;
    if (column.use != ColumnUse::Property) {
      if (fields.contains(column.use)) {
        return tr("“%1” and “%2” are taken for the same. Take one of them for something else.")
            .arg(fields.value(column.use), titleOf(column));
      }
      fields.insert(column.use, titleOf(column));
    } else if (column.property.isEmpty()) {
      return tr("The property for “%1” has no name yet.").arg(titleOf(column));
    } else if (properties.contains(column.property)) {
      return tr("Two columns become the property “%1”. Leave one of them out or call it otherwise.")
          .arg(column.property);
    } else {
      properties << column.property;
    }
  }
  if (fields.contains(ColumnUse::Phone) || fields.contains(ColumnUse::Identity)) return {};
  return tr("Say which column is the phone number, or which tells people apart.");
}

}  // namespace heliograph::ui
