// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_row.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStringListModel>
#include <algorithm>

#include "audience/property_label.h"
#include "ui/theme/tokens.h"
#include "ui/who/rule_grip.h"
#include "ui/who/sentence_combo.h"
#include "ui/who/values_field.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::PropertyType;
using audience::SegmentOperator;

namespace {

constexpr int kAnyNumber = -1;
constexpr int kPeopleWidth = 64;
constexpr int kShortValue = 110;

bool countsDays(SegmentOperator op) {
  return op == SegmentOperator::InLastDays || op == SegmentOperator::DaysAgo;
}

QJsonValue jsonOf(const QString& text, bool number) {
  bool read = false;
  const double value = number ? QLocale::c().toDouble(text, &read) : 0;
  return read ? QJsonValue(value) : QJsonValue(text);
}

}  // namespace

/// How many people the rule alone lets through.
class RuleRow::People final : public QWidget {
 public:
  People() {
    setFixedSize(kPeopleWidth, size::SmallControl);
    setObjectName(QStringLiteral("rule.people"));
  }

  void show(const QString& figure, bool grey, const QString& spoken) {
    m_figure = figure;
    m_grey = grey;
    setAccessibleName(spoken);
    setToolTip(spoken);
    update();
  }
  void grey() {
    m_grey = true;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setFont(typeFont(TypeRole::Label));
    painter.setPen(m_grey ? Tokens::of(this).text3 : Tokens::of(this).text);
    drawTabular(&painter, rect(), Qt::AlignTrailing | Qt::AlignVCenter, m_figure);
  }

 private:
  QString m_figure;
  bool m_grey = false;
};

RuleRow::RuleRow(items::PropertyListModel& properties, audience::SegmentRule rule, audience::PartPath path,
                 QWidget* parent)
    : QWidget(parent),
      m_properties(properties),
      m_rule(std::move(rule)),
      m_path(std::move(path)),
      m_property(new SentenceCombo(SentenceCombo::Look::Pill)),
      m_operator(new SentenceCombo(SentenceCombo::Look::Words)),
      m_value(new ValuesField),
      m_and(new Label(tr("and"), TypeRole::Body)),
      m_upper(new ValuesField),
      m_rest(new Label({}, TypeRole::Body)),
      m_people(new People),
      m_menu(new QMenu(this)) {
  makeFields();
  arrange();
  showRule();
  connectFields();
}

void RuleRow::makeFields() {
  const auto name = [this](QWidget* field, const char* object, const QString& spoken) {
    field->setObjectName(QString::fromLatin1(object));
    field->setAccessibleName(tr("%1 of rule %2").arg(spoken).arg(m_path.empty() ? 1 : m_path.back() + 1));
  };
  name(m_property, "rule.property", tr("Property"));
  name(m_operator, "rule.operator", tr("Condition"));
  name(m_value, "rule.value", tr("Value"));
  name(m_upper, "rule.upper", tr("Upper value"));
  m_property->setModel(&m_properties);
  m_property->setModelColumn(items::PropertyListModel::Label);
  m_operator->setModel(new QStringListModel(m_operator));
}

void RuleRow::arrange() {
  auto* more = new IconButton(Icon::Dots, tr("What to do with rule %1").arg(m_path.empty() ? 1 : m_path.back() + 1));
  more->setObjectName(QStringLiteral("rule.menu"));
  more->setMenu(m_menu);
  more->setPopupMode(QToolButton::InstantPopup);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(size::Tiny + 2);
  row->addWidget(new RuleGrip(m_path));
  row->addSpacing(size::Tiny);
  row->addWidget(m_property);
  row->addWidget(m_operator);
  row->addWidget(m_value, 1);
  row->addWidget(m_and);
  row->addWidget(m_upper);
  row->addWidget(m_rest);
  row->addStretch(0);
  row->addWidget(m_people);
  row->addWidget(more);
}

void RuleRow::connectFields() {
  connect(m_property, &QComboBox::activated, this, &RuleRow::readProperty);
  connect(m_operator, &QComboBox::activated, this, [this](int row) {
    m_rule.op = audience::operatorsFor(type()).at(static_cast<std::size_t>(row));
    fitValues();
    readValues();
  });
  connect(m_value, &ValuesField::edited, this, &RuleRow::readValues);
  connect(m_upper, &ValuesField::edited, this, &RuleRow::readValues);
}

PropertyType RuleRow::type() const {
  const int row = m_property->currentIndex();
  return row < 0 ? PropertyType::Text : m_properties.entry(row).type;
}

void RuleRow::readProperty() {
  const QString& chosen = m_properties.entry(m_property->currentIndex()).name;
  if (chosen == m_rule.property) return;
  m_rule.property = chosen;
  m_value->clear();
  m_upper->clear();
  m_value->offer({});
  offerOperators();
  readValues();
}

void RuleRow::readValues() {
  QStringList texts = m_value->values();
  const auto count = audience::valueCount(m_rule.op);
  if (count.most == 0) texts.clear();
  if (count.least == 2) texts += m_upper->values();
  m_rule.values = {};
  const bool number = type() == PropertyType::Number || countsDays(m_rule.op);
  for (const QString& text : texts) m_rule.values.append(jsonOf(text, number));
  wordOperator();
  Q_EMIT edited();
}

void RuleRow::wordOperator() {
  const bool several = m_rule.values.size() > 1;
  const bool is = several && m_rule.op == SegmentOperator::Equals;
  const bool isNot = several && m_rule.op == SegmentOperator::NotEquals;
  m_operator->setWording(is ? tr("is any of") : isNot ? tr("is none of") : QString());
}

void RuleRow::showRule() {
  const auto& known = m_properties.rows();
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& entry) { return entry.name == m_rule.property; });
  m_property->setFallbackText(audience::propertyLabel(m_rule.property));
  m_property->setCurrentIndex(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
  offerOperators();
  QStringList texts;
  for (const QJsonValue& value : m_rule.values) texts << value.toVariant().toString();
  if (audience::valueCount(m_rule.op).least == 2) {
    m_value->setValues(texts.mid(0, 1));
    m_upper->setValues(texts.mid(1, 1));
  } else {
    m_value->setValues(texts);
  }
  wordOperator();
}

void RuleRow::offerOperators() {
  const auto& offered = audience::operatorsFor(type());
  QStringList words;
  for (SegmentOperator each : offered) words.append(audience::operatorWords(each));
  static_cast<QStringListModel*>(m_operator->model())->setStringList(words);
  auto chosen = std::find(offered.begin(), offered.end(), m_rule.op);
  const bool known = m_property->currentIndex() >= 0;
  if (chosen == offered.end() && known) {
    chosen = offered.begin();
    m_rule.op = *chosen;
  }
  m_operator->setFallbackText(audience::operatorWords(m_rule.op));
  m_operator->setCurrentIndex(chosen == offered.end() ? -1 : static_cast<int>(chosen - offered.begin()));
  fitValues();
}

void RuleRow::fitValues() {
  const auto count = audience::valueCount(m_rule.op);
  const bool several = count.most == kAnyNumber;
  m_value->setVisible(count.most != 0);
  m_value->setSeveral(several);
  // A short value lets the rest of the sentence stand close behind it.
  m_value->setMaximumWidth(several ? QWIDGETSIZE_MAX : kShortValue);
  m_upper->setMaximumWidth(kShortValue);
  m_and->setVisible(count.least == 2);
  m_upper->setVisible(count.least == 2);
  m_value->setPlaceholderText(valueHint());
  m_upper->setPlaceholderText(valueHint());
  const QString rest = audience::operatorWords(m_rule.op).section(QChar(u'…'), 1).trimmed();
  m_rest->setText(rest);
  m_rest->setVisible(!rest.isEmpty());
}

QString RuleRow::valueHint() const {
  if (countsDays(m_rule.op)) return tr("30");
  if (type() == PropertyType::Number) return tr("a number");
  if (type() == PropertyType::Date) return tr("2026-11-26");
  return audience::valueCount(m_rule.op).most == kAnyNumber ? tr("a value, or several") : tr("a value");
}

bool RuleRow::isComplete() const {
  return audience::isComplete(m_rule, type());
}

void RuleRow::setPeople(qint64 people) {
  const QString figure = QLocale().toString(people);
  m_people->show(
      figure, false,
      people == 1 ? tr("1 person matches this rule alone") : tr("%1 people match this rule alone").arg(figure));
}

void RuleRow::setCounting() {
  m_people->grey();
}

void RuleRow::clearPeople(const QString& why) {
  m_people->show(why.isEmpty() ? QString() : QStringLiteral("\u2013"), true, why);
}

void RuleRow::offerValues(const std::vector<audience::CommonValue>& values) {
  m_value->offer(values);
}

void RuleRow::focusFirst() {
  m_property->setFocus(Qt::TabFocusReason);
}

void RuleRow::focusValue() {
  m_value->setFocus(Qt::TabFocusReason);
}

}  // namespace heliograph::ui
