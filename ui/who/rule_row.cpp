// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_row.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStringListModel>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::PropertyType;
using audience::SegmentOperator;

namespace {
constexpr int kAnyNumber = -1;
constexpr int kLeastWidth = 84;
}  // namespace

RuleRow::RuleRow(items::PropertyListModel& properties, QWidget* parent)
    : QWidget(parent),
      m_properties(properties),
      m_property(new QComboBox),
      m_operator(new QComboBox),
      m_value(new QLineEdit),
      m_and(new Label(tr("and"), TypeRole::Body, Ink::Text2)),
      m_upper(new QLineEdit),
      m_remove(new IconButton(Icon::Close, tr("Remove this rule"))) {
  m_property->setObjectName(QStringLiteral("rule.property"));
  m_property->setAccessibleName(tr("Property"));
  m_property->setModel(&m_properties);
  m_property->setModelColumn(items::PropertyListModel::Name);
  m_operator->setObjectName(QStringLiteral("rule.operator"));
  m_operator->setAccessibleName(tr("Condition"));
  m_operator->setModel(new QStringListModel(m_operator));
  m_value->setObjectName(QStringLiteral("rule.value"));
  m_value->setAccessibleName(tr("Value"));
  m_upper->setAccessibleName(tr("Upper value"));
  for (QLineEdit* line : {m_value, m_upper}) line->setMinimumWidth(kLeastWidth);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_property, 2);
  row->addWidget(m_operator, 2);
  row->addWidget(m_value, 3);
  row->addWidget(m_and);
  row->addWidget(m_upper, 3);
  row->addWidget(m_remove);
  for (QComboBox* box : {m_property, m_operator}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    box->setMinimumWidth(kLeastWidth);
  }
  offerOperators();
  connectFields();
}

void RuleRow::connectFields() {
  connect(m_property, &QComboBox::currentIndexChanged, this, [this] {
    offerOperators();
    Q_EMIT edited();
  });
  connect(m_operator, &QComboBox::currentIndexChanged, this, [this] {
    fitValues();
    Q_EMIT edited();
  });
  connect(m_value, &QLineEdit::textEdited, this, &RuleRow::edited);
  connect(m_upper, &QLineEdit::textEdited, this, &RuleRow::edited);
  connect(m_remove, &IconButton::clicked, this, &RuleRow::removeRequested);
}

PropertyType RuleRow::type() const {
  const int row = m_property->currentIndex();
  return row < 0 ? PropertyType::Text : m_properties.entry(row).type;
}

SegmentOperator RuleRow::op() const {
  const auto& offered = audience::operatorsFor(type());
  const auto row = static_cast<std::size_t>(std::max(0, m_operator->currentIndex()));
  return row < offered.size() ? offered[row] : offered.front();
}

void RuleRow::offerOperators() {
  const QSignalBlocker quiet(m_operator);
  QStringList words;
  for (SegmentOperator each : audience::operatorsFor(type())) words.append(audience::operatorWords(each));
  static_cast<QStringListModel*>(m_operator->model())->setStringList(words);
  m_operator->setCurrentIndex(0);
  fitValues();
}

void RuleRow::fitValues() {
  const auto count = audience::valueCount(op());
  m_value->setVisible(count.most != 0);
  m_and->setVisible(count.least == 2);
  m_upper->setVisible(count.least == 2);
  m_value->setPlaceholderText(valueHint());
  m_upper->setPlaceholderText(valueHint());
}

bool RuleRow::wantsNumber() const {
  return type() == PropertyType::Number || op() == SegmentOperator::InLastDays || op() == SegmentOperator::DaysAgo;
}

QString RuleRow::valueHint() const {
  if (op() == SegmentOperator::InLastDays || op() == SegmentOperator::DaysAgo) return tr("Days, such as 30");
  if (type() == PropertyType::Number) return tr("A number");
  if (type() == PropertyType::Date) return tr("A day, such as 2026-11-26");
  return audience::valueCount(op()).most == kAnyNumber ? tr("A value, or several with commas") : tr("A value");
}

QStringList RuleRow::valueTexts() const {
  const auto count = audience::valueCount(op());
  if (count.most == 0) return {};
  if (count.least == 2) return {m_value->text().trimmed(), m_upper->text().trimmed()};
  if (count.most != kAnyNumber) return {m_value->text().trimmed()};
  QStringList texts;
  for (const QString& text : m_value->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) texts << text.trimmed();
  texts.removeAll(QString());
  return texts;
}

audience::SegmentRule RuleRow::rule() const {
  audience::SegmentRule rule{m_property->currentText(), op(), {}};
  for (const QString& text : valueTexts()) {
    bool isNumber = false;
    const double number = wantsNumber() ? QLocale::c().toDouble(text, &isNumber) : 0;
    rule.values.append(isNumber ? QJsonValue(number) : QJsonValue(text));
  }
  return rule;
}

bool RuleRow::isComplete() const {
  if (m_property->currentIndex() < 0) return false;
  const QStringList texts = valueTexts();
  if (texts.size() < audience::valueCount(op()).least) return false;
  return std::all_of(texts.begin(), texts.end(), [this](const QString& text) {
    bool fits = !text.isEmpty();
    if (fits && wantsNumber()) {
      (void)QLocale::c().toDouble(text, &fits);
    } else if (fits && type() == PropertyType::Date) {
      fits = QDate::fromString(text.left(10), Qt::ISODate).isValid();
    }
    return fits;
  });
}

void RuleRow::setRule(const audience::SegmentRule& rule) {
  const QSignalBlocker property(m_property), condition(m_operator);
  m_property->setCurrentIndex(m_property->findText(rule.property));
  offerOperators();
  chooseOperator(rule.op);
  QStringList texts;
  for (const QJsonValue& value : rule.values) texts << value.toVariant().toString();
  if (audience::valueCount(rule.op).least == 2) {
    m_value->setText(texts.value(0));
    m_upper->setText(texts.value(1));
  } else {
    m_value->setText(texts.join(QStringLiteral(", ")));
  }
}

void RuleRow::chooseOperator(SegmentOperator op) {
  const auto& offered = audience::operatorsFor(type());
  const auto found = std::find(offered.begin(), offered.end(), op);
  if (found != offered.end()) m_operator->setCurrentIndex(static_cast<int>(found - offered.begin()));
  fitValues();
}

void RuleRow::focusFirst() {
  m_property->setFocus();
}

}  // namespace heliograph::ui
