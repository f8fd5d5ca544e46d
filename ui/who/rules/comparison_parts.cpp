// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/comparison_parts.h"

#include <QLocale>
#include <algorithm>

#include "audience/rules/time_window.h"
#include "audience/segment_edit.h"
#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/window_parts.h"
#include "ui/who/values_field.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::PropertyType;
using Comparing = audience::SegmentOperator;

namespace {

constexpr int kAnyNumber = -1;

QString signOf(Comparing op) {
  switch (op) {
    case Comparing::Equals:
      return QStringLiteral("=");
    case Comparing::NotEquals:
      return QStringLiteral("≠");
    case Comparing::Greater:
      return QStringLiteral(">");
    case Comparing::GreaterOrEqual:
      return QStringLiteral("≥");
    case Comparing::Less:
      return QStringLiteral("<");
    case Comparing::LessOrEqual:
      return QStringLiteral("≤");
    default:
      return {};
  }
}

QJsonValue jsonOfText(const QString& text, bool number) {
  bool read = false;
  const double value = number ? QLocale::c().toDouble(text, &read) : 0;
  return read ? QJsonValue(value) : QJsonValue(text);
}

}  // namespace

ComparisonParts::ComparisonParts(RuleSentence& sentence, Wording wording, const QString& of, QWidget* before)
    : QObject(&sentence),
      m_wording(wording),
      m_operator(sentence.addCombo(SentenceCombo::Look::Words, "rule.operator", tr("Condition") + of, before)),
      m_value(sentence.addValues("rule.value", tr("Value") + of, before)),
      m_and(sentence.addWords(tr("and"), before)),
      m_upper(sentence.addValues("rule.upper", tr("Upper value") + of, before)),
      m_unit(sentence.addCombo(SentenceCombo::Look::Pill, "rule.unit", tr("Unit of time") + of, before)),
      m_rest(sentence.addWords({}, before)) {
  m_unit->addItems(timeUnitWords());
  m_unit->setCurrentIndex(static_cast<int>(audience::TimeUnit::Days));
  connect(m_operator, &QComboBox::activated, this, [this](int row) {
    m_op = m_offered.at(static_cast<std::size_t>(row));
    fit();
    read();
    Q_EMIT edited();
  });
  const auto changed = [this] {
    read();
    Q_EMIT edited();
  };
  connect(m_unit, &QComboBox::activated, this, changed);
  for (ValuesField* field : {m_value, m_upper}) connect(field, &ValuesField::edited, this, changed);
  fit();
}

bool ComparisonParts::isNumber() const {
  return m_type == PropertyType::Number || audience::countsTime(m_op);
}

QString ComparisonParts::wordsOf(Comparing op) const {
  const QString words = audience::operatorWords(op);
  if (m_wording != Wording::Amount) return words;
  if (op == Comparing::Equals) return tr("exactly");
  if (op == Comparing::NotEquals) return tr("any number but");
  if (op == Comparing::Less) return tr("fewer than");
  return words.startsWith(QLatin1String("is ")) ? words.mid(3) : words;
}

void ComparisonParts::setType(PropertyType type, const std::vector<Comparing>& offered) {
  m_type = type;
  m_offered = offered;
  m_operator->clear();
  for (const Comparing each : offered) m_operator->addItem(wordsOf(each));
  set(m_op, m_values);
}

void ComparisonParts::set(Comparing op, const QJsonArray& values) {
  m_op = op;
  m_values = values;
  const auto chosen = std::find(m_offered.begin(), m_offered.end(), op);
  m_operator->setFallbackText(wordsOf(op));
  m_operator->setCurrentIndex(chosen == m_offered.end() ? -1 : static_cast<int>(chosen - m_offered.begin()));
  fit();
  QStringList texts;
  for (const QJsonValue& value : values) texts << value.toVariant().toString();
  if (audience::countsTime(op)) {
    const auto unit = audience::timeUnitFromName(texts.value(1));
    m_unit->setCurrentIndex(static_cast<int>(unit.value_or(audience::TimeUnit::Days)));
    texts = texts.mid(0, 1);
  }
  if (audience::valueCount(op).least == 2) {
    m_value->setValues(texts.mid(0, 1));
    m_upper->setValues(texts.mid(1, 1));
  } else {
    m_value->setValues(texts);
  }
  word();
}

void ComparisonParts::clearValues() {
  m_value->clear();
  m_upper->clear();
  m_value->offer({});
  read();
}

void ComparisonParts::read() {
  const auto count = audience::valueCount(m_op);
  QStringList texts = m_value->values();
  if (count.most == 0) texts.clear();
  if (count.least == 2 && !audience::countsTime(m_op)) texts = texts.mid(0, 1) + m_upper->values();
  m_values = {};
  for (const QString& text : texts) m_values.append(jsonOfText(text, isNumber()));
  if (audience::countsTime(m_op) && !texts.isEmpty()) {
    m_values.append(audience::timeUnitName(static_cast<audience::TimeUnit>(m_unit->currentIndex())));
  }
  word();
}

void ComparisonParts::word() {
  const bool several = m_values.size() > 1;
  QString wording;
  if (several && m_op == Comparing::Equals) wording = tr("is any of");
  if (several && m_op == Comparing::NotEquals) wording = tr("is none of");
  if (wording.isEmpty() && m_wording == Wording::Symbols && m_type == PropertyType::Number) wording = signOf(m_op);
  m_operator->setWording(wording);
}

void ComparisonParts::fit() {
  const auto count = audience::valueCount(m_op);
  const bool time = audience::countsTime(m_op);
  const bool two = count.least == 2 && !time;
  m_operator->setVisible(m_visible);
  m_value->setVisible(m_visible && count.most != 0);
  m_value->setSeveral(count.most == kAnyNumber);
  m_and->setVisible(m_visible && two);
  m_upper->setVisible(m_visible && two);
  m_unit->setVisible(m_visible && time);
  for (ValuesField* field : {m_value, m_upper}) {
    field->setDay(m_type == PropertyType::Date && !time);
    field->setPlaceholderText(hint());
  }
  const QString rest = audience::operatorWords(m_op).section(QChar(u'…'), 1).trimmed();
  m_rest->setText(rest);
  m_rest->setVisible(m_visible && !rest.isEmpty());
}

QString ComparisonParts::hint() const {
  if (audience::countsTime(m_op)) return tr("30");
  if (m_type == PropertyType::Number) return tr("a number");
  if (m_type == PropertyType::Date) return tr("a day");
  return audience::valueCount(m_op).most == kAnyNumber ? tr("a value, or several") : tr("a value");
}

bool ComparisonParts::isComplete() const {
  return audience::isComplete(audience::SegmentRule{QStringLiteral("value"), m_op, m_values}, m_type);
}

void ComparisonParts::setVisible(bool visible) {
  m_visible = visible;
  fit();
}

void ComparisonParts::remove() {
  for (QWidget* part : std::initializer_list<QWidget*>{m_operator, m_value, m_and, m_upper, m_unit, m_rest}) {
    part->hide();
    part->deleteLater();
  }
  deleteLater();
}

}  // namespace heliograph::ui
