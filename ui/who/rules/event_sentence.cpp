// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/event_sentence.h"

#include <algorithm>

#include "audience/property_label.h"
#include "ui/who/rules/comparison_parts.h"
#include "ui/who/rules/filter_parts.h"
#include "ui/who/rules/rule_words.h"
#include "ui/who/rules/window_parts.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::EventRule;
using EventMeasure = EventRule::Measure;
using AmountOp = audience::SegmentOperator;

namespace {

bool isSummed(EventMeasure measure) {
  return measure == EventMeasure::Sum || measure == EventMeasure::Average;
}

bool isCompared(const EventRule& rule) {
  return rule.did && (rule.measure == EventMeasure::Count || isSummed(rule.measure));
}

const std::vector<AmountOp>& amountOperators() {
  static const std::vector<AmountOp> offered{AmountOp::GreaterOrEqual, AmountOp::LessOrEqual, AmountOp::Equals,
                                             AmountOp::Greater,        AmountOp::Less,        AmountOp::Between,
                                             AmountOp::NotEquals};
  return offered;
}

}  // namespace

EventSentence::EventSentence(const EventRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number),
      m_supply(supply),
      m_rule(rule),
      m_did(addCombo(SentenceCombo::Look::Words, "rule.did", tr("Did or did not do"))),
      m_event(addCombo(SentenceCombo::Look::Pill, "rule.event", tr("Event"))),
      m_measure(addCombo(SentenceCombo::Look::Words, "rule.measure", tr("What is counted"))),
      m_property(addCombo(SentenceCombo::Look::Pill, "rule.summed", tr("What is added up"))),
      m_amount(new ComparisonParts(*this, ComparisonParts::Wording::Amount)),
      m_times(addCombo(SentenceCombo::Look::Words, "rule.times", tr("What is counted"))),
      m_window(new WindowParts(*this)),
      m_never(addCombo(SentenceCombo::Look::Words, "rule.never", tr("Those who never did"))),
      m_filters(new FilterParts(*this, supply)) {
  m_did->addItems({tr("Did"), tr("Did not do")});
  for (SentenceCombo* measures : {m_measure, m_times}) {
    measures->addItems({tr("times"), tr("with a sum of"), tr("with an average of"), tr("for the first time"),
                        tr("for the last time")});
  }
  m_never->addItems({tr("without those who never did"), tr("or never did")});
  m_amount->setType(audience::PropertyType::Number, amountOperators());
  for (const audience::EventType& type : supply.offers().events) m_event->addItem(type.name);
  m_event->setFallbackText(rule.event);
  m_did->setCurrentIndex(rule.did ? 0 : 1);
  m_never->setCurrentIndex(rule.includeNever ? 1 : 0);
  m_amount->set(rule.op, rule.values);
  m_window->set(rule.within);
  showEvent();
  showMeasure();
  fit();
  connectParts();
}

void EventSentence::connectParts() {
  const auto changed = [this] {
    read();
    fit();
    Q_EMIT edited();
  };
  connect(m_did, &QComboBox::activated, this, changed);
  connect(m_never, &QComboBox::activated, this, changed);
  connect(m_property, &QComboBox::activated, this, changed);
  connect(m_amount, &ComparisonParts::edited, this, changed);
  connect(m_window, &WindowParts::edited, this, changed);
  connect(m_filters, &FilterParts::edited, this, changed);
  connect(m_event, &QComboBox::activated, this, &EventSentence::chooseEvent);
  connect(m_measure, &QComboBox::activated, this, &EventSentence::chooseMeasure);
  connect(m_times, &QComboBox::activated, this, &EventSentence::chooseMeasure);
}

void EventSentence::showEvent() {
  const auto& known = m_supply.offers().events;
  const auto found =
      std::find_if(known.begin(), known.end(), [this](const auto& each) { return each.name == m_rule.event; });
  m_event->setCurrentIndex(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
  m_filters->set(m_rule.event, m_rule.where);
  offerSums();
}

void EventSentence::offerSums() {
  m_property->clear();
  for (const auto& each : m_supply.offers().propertiesOf(m_rule.event)) {
    if (each.type == audience::PropertyType::Number) m_property->addItem(audience::propertyLabel(each.name), each.name);
  }
  m_property->setFallbackText(m_rule.property.isEmpty() ? tr("a number") : audience::propertyLabel(m_rule.property));
  m_property->setCurrentIndex(m_property->findData(m_rule.property));
}

void EventSentence::showMeasure() {
  m_measure->setCurrentIndex(static_cast<int>(m_rule.measure));
  m_times->setCurrentIndex(static_cast<int>(m_rule.measure));
}

void EventSentence::chooseEvent(int row) {
  const audience::EventType& chosen = m_supply.offers().events.at(static_cast<std::size_t>(row));
  if (chosen.name == m_rule.event) return;
  m_rule.event = chosen.name;
  // Conditions on what the other event has, too, stay.
  const auto gone = std::remove_if(m_rule.where.begin(), m_rule.where.end(), [&](const audience::SegmentRule& rule) {
    return audience::findEventProperty(chosen, rule.property) == nullptr;
  });
  m_rule.where.erase(gone, m_rule.where.end());
  if (audience::findEventProperty(chosen, m_rule.property) == nullptr) m_rule.property.clear();
  showEvent();
  read();
  Q_EMIT edited();
}

void EventSentence::chooseMeasure(int row) {
  const bool behind = m_times->hasFocus();
  m_rule.measure = static_cast<EventMeasure>(row);
  if (isSummed(m_rule.measure) && m_rule.property.isEmpty() && m_property->count() > 0) m_property->setCurrentIndex(0);
  showMeasure();
  read();
  fit();
  if (behind && m_times->isHidden()) m_measure->setFocus(Qt::OtherFocusReason);
  if (!behind && m_measure->isHidden()) m_times->setFocus(Qt::OtherFocusReason);
  Q_EMIT edited();
}

void EventSentence::read() {
  m_rule.did = m_did->currentIndex() == 0;
  m_rule.includeNever = m_never->currentIndex() == 1;
  m_rule.property = isSummed(m_rule.measure) ? m_property->currentData().toString() : QString();
  m_rule.op = m_amount->op();
  m_rule.values = m_amount->values();
  m_rule.within = m_window->window();
  m_rule.where = m_filters->where();
}

void EventSentence::fit() {
  const bool compared = isCompared(m_rule);
  const bool counted = m_rule.measure == EventMeasure::Count;
  m_measure->setVisible(m_rule.did && !counted);
  m_property->setVisible(m_rule.did && isSummed(m_rule.measure));
  m_amount->setVisible(compared);
  m_times->setVisible(compared && counted);
  const bool once = m_rule.values.size() == 1 && m_rule.values.first().toDouble() == 1;
  m_times->setWording(once ? tr("time") : QString());
  // Only where it makes a difference: nothing done at all would satisfy the number.
  m_never->setVisible(compared && (m_rule.includeNever || allowsZero(m_rule.op, m_rule.values)));
}

bool EventSentence::isComplete() const {
  if (m_rule.event.isEmpty() || !m_window->isComplete() || !m_filters->isComplete()) return false;
  if (!isCompared(m_rule)) return true;
  return m_amount->isComplete() && (!isSummed(m_rule.measure) || !m_rule.property.isEmpty());
}

}  // namespace heliograph::ui
