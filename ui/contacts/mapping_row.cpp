// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mapping_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringListModel>
#include <array>

#include "audience/import_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"

namespace heliograph::ui {

using audience::ColumnUse;
using audience::PropertyType;

namespace {

constexpr int kColumnNameWidth = 150;
constexpr int kUseWidth = 180;
constexpr int kPropertyWidth = 150;

struct UseChoice {
  const char* words;
  ColumnUse use;
  std::optional<PropertyType> type;
};

const std::array kColumnUses{
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Identity"), ColumnUse::Identity, {}},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Phone number"), ColumnUse::Phone, {}},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Unsubscribed"), ColumnUse::Unsubscribed, {}},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Subscribed"), ColumnUse::Subscribed, {}},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Time zone"), ColumnUse::TimeZone, {}},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Property: text"), ColumnUse::Property,
              PropertyType::Text},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Property: number"), ColumnUse::Property,
              PropertyType::Number},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Property: yes or no"), ColumnUse::Property,
              PropertyType::Boolean},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Property: date"), ColumnUse::Property,
              PropertyType::Date},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Property: list"), ColumnUse::Property,
              PropertyType::List},
    UseChoice{QT_TRANSLATE_NOOP("heliograph::ui::MappingRow", "Leave out"), ColumnUse::Ignore, {}},
};

int useRow(const audience::MappedColumn& column) {
  const PropertyType type = column.type.value_or(PropertyType::Text);
  for (std::size_t i = 0; i < kColumnUses.size(); ++i) {
    if (kColumnUses[i].use == column.use && (!kColumnUses[i].type || kColumnUses[i].type == type))
      return static_cast<int>(i);
  }
  return 0;
}

}  // namespace

MappingRow::MappingRow(const audience::MappedColumn& column, const QStringList& samples, QWidget* parent)
    : QWidget(parent), m_column(column), m_use(new QComboBox), m_property(new QLineEdit) {
  QStringList words;
  for (const UseChoice& use : kColumnUses) words << tr(use.words);
  const QString title =
      column.column.isEmpty() ? tr("Column %1").arg(audience::columnLetters(column.index)) : column.column;
  m_use->setObjectName(QStringLiteral("import.use.%1").arg(column.index));
  m_use->setModel(new QStringListModel(words, m_use));
  m_use->setAccessibleName(tr("%1 is").arg(title));
  m_use->setFixedWidth(kUseWidth);
  m_use->setCurrentIndex(useRow(column));
  m_property->setObjectName(QStringLiteral("import.property.%1").arg(column.index));
  m_property->setAccessibleName(tr("Name of the property for %1").arg(title));
  m_property->setPlaceholderText(tr("Name"));
  m_property->setFixedWidth(kPropertyWidth);
  m_property->setText(column.property.isEmpty() ? column.column : column.property);
  auto* name = new ElidedLabel(title, TypeRole::Label);
  name->setFixedWidth(kColumnNameWidth);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Medium);
  row->addWidget(name);
  row->addWidget(new ElidedLabel(samples.join(QStringLiteral(", ")), TypeRole::Body, Ink::Text2), 1);
  row->addWidget(m_use);
  row->addWidget(m_property);
  connect(m_use, &QComboBox::activated, this, [this] {
    follow();
    Q_EMIT edited();
  });
  connect(m_property, &QLineEdit::textEdited, this, &MappingRow::edited);
  follow();
}

/// Only a property has a name of its own; its place stays, so that the columns stand below each other.
void MappingRow::follow() {
  QSizePolicy policy = m_property->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  m_property->setSizePolicy(policy);
  m_property->setVisible(column().use == ColumnUse::Property);
}

audience::MappedColumn MappingRow::column() const {
  const UseChoice& use = kColumnUses[static_cast<std::size_t>(m_use->currentIndex())];
  audience::MappedColumn column = m_column;
  column.use = use.use;
  // An identity is kept as a property, too, of the type that its values have.
  if (use.type) column.type = use.type;
  column.property = column.use == ColumnUse::Property ? m_property->text().trimmed() : QString();
  return column;
}

}  // namespace heliograph::ui
