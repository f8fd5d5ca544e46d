// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/event_parts.h"

#include <algorithm>

#include "ui/who/rules/filter_parts.h"
#include "ui/who/rules/rule_sentence.h"

namespace heliograph::ui {

EventParts::EventParts(RuleSentence& sentence, RuleSupply& supply, const char* name, const QString& spoken)
    : QObject(&sentence),
      m_supply(supply),
      m_name(sentence.addCombo(SentenceCombo::Look::Pill, name, spoken)),
      m_filters(new FilterParts(sentence, supply)) {
  for (const audience::EventType& type : supply.offers().events) m_name->addItem(type.name);
  connect(m_name, &QComboBox::activated, this, &EventParts::choose);
  connect(m_filters, &FilterParts::edited, this, [this] {
    m_event.where = m_filters->where();
    Q_EMIT edited();
  });
  show();
}

void EventParts::set(const audience::LiveEvent& event) {
  m_event = event;
  show();
}

void EventParts::show() {
  const auto& known = m_supply.offers().events;
  const auto found =
      std::find_if(known.begin(), known.end(), [this](const auto& each) { return each.name == m_event.event; });
  m_name->setFallbackText(m_event.event.isEmpty() ? tr("an event") : m_event.event);
  m_name->setCurrentIndex(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
  m_filters->set(m_event.event, m_event.where);
}

void EventParts::choose(int row) {
  const audience::EventType& chosen = m_supply.offers().events.at(static_cast<std::size_t>(row));
  if (chosen.name == m_event.event) return;
  m_event.event = chosen.name;
  // Conditions on what the other event has, too, stay.
  std::erase_if(m_event.where, [&](const audience::SegmentRule& rule) {
    return audience::findEventProperty(chosen, rule.property) == nullptr;
  });
  show();
  Q_EMIT edited();
}

bool EventParts::isComplete() const {
  return m_filters->isComplete();
}

}  // namespace heliograph::ui
