// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/words/goal_sentence.h"

#include <algorithm>

#include "audience/property_label.h"
#include "ui/theme/tokens.h"
#include "ui/who/rules/filter_parts.h"
#include "ui/who/rules/window_parts.h"
#include "ui/who/values_field.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::Goal;

GoalSentence::GoalSentence(const std::optional<Goal>& goal, RuleSupply& supply)
    : RuleSentence(0),
      m_supply(supply),
      m_goal(goal),
      m_beginning(addWords(tr("Converted is who does"))),
      m_event(addCombo(SentenceCombo::Look::Pill, "goal.event", tr("Event of the goal"))),
      m_within(addWords(tr("within"))),
      m_count(addValues("goal.count", tr("Time after the message"))),
      m_unit(addCombo(SentenceCombo::Look::Pill, "goal.unit", tr("Unit of time"))),
      m_after(addWords(tr("of the message;"))),
      m_revenue(addCombo(SentenceCombo::Look::Words, "goal.revenue", tr("Revenue"))),
      m_remove(new IconButton(Icon::Close, tr("Remove the goal"))),
      m_filters(new FilterParts(*this, supply, m_within)) {
  m_remove->setFixedSize(size::SmallControl, size::SmallControl);
  add(m_remove, "goal.remove", tr("Remove the goal"));
  for (const audience::EventType& type : supply.offers().events) m_event->addItem(type.name);
  QStringList units = timeUnitWords();
  units.removeLast();  // no goal is counted in years
  m_unit->addItems(units);
  m_unit->setToolTip(tr("From 1 minute to 5 months; a month is 30 days"));
  showGoal();
  connectParts();
}

void GoalSentence::connectParts() {
  const auto changed = [this] {
    read();
    Q_EMIT edited();
  };
  connect(m_event, &QComboBox::activated, this, &GoalSentence::chooseEvent);
  connect(m_count, &ValuesField::edited, this, changed);
  connect(m_unit, &QComboBox::activated, this, changed);
  connect(m_revenue, &QComboBox::activated, this, changed);
  connect(m_filters, &FilterParts::edited, this, changed);
  connect(m_remove, &IconButton::clicked, this, &GoalSentence::removeGoal);
}

void GoalSentence::showGoal() {
  for (QWidget* part : std::initializer_list<QWidget*>{m_within, m_count, m_unit, m_after, m_revenue, m_remove}) {
    part->setVisible(m_goal.has_value());
  }
  const auto& known = m_supply.offers().events;
  const QString event = m_goal ? m_goal->event : QString();
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.name == event; });
  m_event->setFallbackText(m_goal ? event : tr("an event"));
  m_event->setCurrentIndex(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
  m_filters->set(event, m_goal ? m_goal->where : std::vector<audience::SegmentRule>{});
  if (!m_goal) return;
  m_count->setValues({QString::number(m_goal->count)});
  m_unit->setCurrentIndex(static_cast<int>(m_goal->unit));
  offerRevenue();
}

void GoalSentence::offerRevenue() {
  m_revenue->clear();
  m_revenue->addItem(tr("revenue isn't counted"), QString());
  for (const auto& each : m_supply.offers().propertiesOf(m_goal->event)) {
    if (each.type != audience::PropertyType::Number) continue;
    m_revenue->addItem(tr("revenue is %1").arg(audience::propertyLabel(each.name)), each.name);
  }
  m_revenue->setFallbackText(tr("revenue is %1").arg(m_goal->revenue));
  m_revenue->setCurrentIndex(m_revenue->findData(m_goal->revenue));
  m_revenue->setVisible(m_revenue->count() > 1 || !m_goal->revenue.isEmpty());
}

void GoalSentence::chooseEvent(int row) {
  const audience::EventType& chosen = m_supply.offers().events.at(static_cast<std::size_t>(row));
  if (!m_goal) m_goal.emplace();
  if (chosen.name == m_goal->event) return;
  m_goal->event = chosen.name;
  // What the other event has, too, stays.
  std::erase_if(m_goal->where, [&](const audience::SegmentRule& rule) {
    return audience::findEventProperty(chosen, rule.property) == nullptr;
  });
  if (audience::findEventProperty(chosen, m_goal->revenue) == nullptr) m_goal->revenue.clear();
  showGoal();
  Q_EMIT edited();
}

void GoalSentence::read() {
  if (!m_goal) return;
  m_goal->count = m_count->values().value(0).toInt();
  m_goal->unit = static_cast<audience::TimeUnit>(m_unit->currentIndex());
  if (m_revenue->currentIndex() >= 0) m_goal->revenue = m_revenue->currentData().toString();
  m_goal->where = m_filters->where();
}

void GoalSentence::removeGoal() {
  m_event->setFocus(Qt::TabFocusReason);
  m_goal.reset();
  showGoal();
  Q_EMIT edited();
}

RuleSentence::Value GoalSentence::value() const {
  audience::EventRule rule;
  if (m_goal) {
    rule.event = m_goal->event;
    rule.where = m_goal->where;
  }
  return rule;
}

bool GoalSentence::isComplete() const {
  if (!m_goal) return true;
  return m_goal->count >= 1 && m_goal->count <= audience::mostOf(m_goal->unit) && m_filters->isComplete();
}

}  // namespace heliograph::ui
