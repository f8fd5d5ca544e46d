// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/same_value_sentence.h"

#include <algorithm>

#include "audience/property_label.h"
#include "ui/theme/tokens.h"
#include "ui/who/rules/filter_parts.h"
#include "ui/who/rules/window_parts.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using SharedEvent = audience::SameValueRule::Event;

namespace {

/// Fewer share nothing.
constexpr std::size_t kLeastEvents = 2;

}  // namespace

SameValueSentence::SameValueSentence(const audience::SameValueRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number), m_supply(supply), m_rule(rule) {
  addWords(tr("With one and the same value,"));
  m_add = new IconButton(Icon::Plus, tr("Add an event that shares the value"));
  m_add->setCaption(tr("event"));
  m_add->setFixedHeight(size::SmallControl);
  add(m_add, "rule.addShared", tr("Add an event that shares the value"));
  for (const SharedEvent& event : rule.events) showEvent(event);
  fit();
  connect(m_add, &IconButton::clicked, this, &SameValueSentence::addEvent);
}

void SameValueSentence::showEvent(const SharedEvent& event) {
  const QString of = tr(" %1").arg(m_events.size() + 1);
  EventFields fields;
  fields.did = addCombo(SentenceCombo::Look::Words, "rule.did", tr("Did or did not do event") + of, m_add);
  fields.did->addItems({tr("did"), tr("did not do")});
  fields.did->setCurrentIndex(event.did ? 0 : 1);
  fields.event = addCombo(SentenceCombo::Look::Pill, "rule.event", tr("Event") + of, m_add);
  const auto& known = m_supply.offers().events;
  for (const audience::EventType& type : known) fields.event->addItem(type.name);
  fields.event->setFallbackText(event.event);
  fields.event->setCurrentIndex(fields.event->findText(event.event));
  fields.joint = addWords(tr("with it as"), m_add);
  fields.property = addCombo(SentenceCombo::Look::Pill, "rule.shared", tr("Property of event") + of, m_add);
  fields.window = new WindowParts(*this, m_add);
  fields.window->set(event.within);
  fields.filters = new FilterParts(*this, m_supply, m_add);
  fields.filters->set(event.event, event.where);
  fields.remove = new IconButton(Icon::Close, tr("Remove this event"));
  fields.remove->setFixedSize(size::SmallControl - size::Tiny, size::SmallControl);
  add(fields.remove, "rule.removeShared", tr("Remove event") + of, m_add);
  offerProperties(fields, event);
  const SentenceCombo* key = fields.event;
  const auto changed = [this] {
    read();
    Q_EMIT edited();
  };
  connect(fields.did, &QComboBox::activated, this, changed);
  connect(fields.property, &QComboBox::activated, this, changed);
  connect(fields.window, &WindowParts::edited, this, changed);
  connect(fields.filters, &FilterParts::edited, this, changed);
  connect(fields.event, &QComboBox::activated, this, [this, key](int row) { chooseEvent(numberOf(key), row); });
  connect(fields.remove, &IconButton::clicked, this, [this, key] { removeEvent(numberOf(key)); });
  m_events.push_back(fields);
}

void SameValueSentence::offerProperties(const EventFields& fields, const SharedEvent& event) {
  fields.property->clear();
  for (const auto& each : m_supply.offers().propertiesOf(event.event)) {
    fields.property->addItem(audience::propertyLabel(each.name), each.name);
  }
  fields.property->setFallbackText(event.property.isEmpty() ? tr("a property")
                                                            : audience::propertyLabel(event.property));
  fields.property->setCurrentIndex(fields.property->findData(event.property));
}

std::size_t SameValueSentence::numberOf(const SentenceCombo* event) const {
  const auto found =
      std::find_if(m_events.begin(), m_events.end(), [&](const EventFields& fields) { return fields.event == event; });
  return static_cast<std::size_t>(found - m_events.begin());
}

void SameValueSentence::addEvent() {
  const auto& known = m_supply.offers().events;
  if (known.empty()) return;
  SharedEvent event;
  event.event = known.front().name;
  // The same property of another event, where it has one of that name.
  const QString shared = m_rule.events.empty() ? QString() : m_rule.events.front().property;
  if (audience::findEventProperty(known.front(), shared) != nullptr) event.property = shared;
  m_rule.events.push_back(event);
  showEvent(event);
  fit();
  m_events.back().event->setFocus(Qt::TabFocusReason);
  Q_EMIT edited();
}

void SameValueSentence::chooseEvent(std::size_t number, int row) {
  const audience::EventType& chosen = m_supply.offers().events.at(static_cast<std::size_t>(row));
  SharedEvent& event = m_rule.events[number];
  if (chosen.name == event.event) return;
  event.event = chosen.name;
  event.where.clear();
  if (audience::findEventProperty(chosen, event.property) == nullptr) event.property.clear();
  m_events[number].filters->set(event.event, {});
  offerProperties(m_events[number], event);
  Q_EMIT edited();
}

void SameValueSentence::removeEvent(std::size_t number) {
  m_add->setFocus(Qt::TabFocusReason);
  const EventFields gone = m_events[number];
  gone.window->remove();
  gone.filters->remove();
  for (QWidget* part : std::initializer_list<QWidget*>{gone.did, gone.event, gone.joint, gone.property, gone.remove}) {
    part->hide();
    part->deleteLater();
  }
  m_events.erase(m_events.begin() + static_cast<std::ptrdiff_t>(number));
  m_rule.events.erase(m_rule.events.begin() + static_cast<std::ptrdiff_t>(number));
  fit();
  Q_EMIT edited();
}

void SameValueSentence::read() {
  for (std::size_t i = 0; i < m_events.size(); ++i) {
    SharedEvent& event = m_rule.events[i];
    event.did = m_events[i].did->currentIndex() == 0;
    if (m_events[i].property->currentIndex() >= 0) event.property = m_events[i].property->currentData().toString();
    event.within = m_events[i].window->window();
    event.where = m_events[i].filters->where();
  }
}

void SameValueSentence::fit() {
  for (const EventFields& fields : m_events) fields.remove->setVisible(m_events.size() > kLeastEvents);
}

bool SameValueSentence::isComplete() const {
  const bool whole = std::all_of(m_events.begin(), m_events.end(), [](const EventFields& fields) {
    return fields.window->isComplete() && fields.filters->isComplete();
  });
  const auto& events = m_rule.events;
  const bool named = std::all_of(events.begin(), events.end(), [](const SharedEvent& event) {
    return !event.event.isEmpty() && !event.property.isEmpty();
  });
  const bool did = std::any_of(events.begin(), events.end(), [](const SharedEvent& event) { return event.did; });
  return whole && named && did && events.size() >= kLeastEvents;
}

}  // namespace heliograph::ui
