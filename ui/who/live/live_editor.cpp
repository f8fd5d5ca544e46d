// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/live_editor.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/who/live/live_sentence.h"
#include "ui/who/rule_facts.h"
#include "ui/who/rule_list.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

namespace {

enum LiveKind { ActionKind, InactionKind, DateKind };

/// The event that a trigger begins with; none for a person's own date.
audience::LiveEvent firstEventOf(const LiveSentence::Trigger& trigger) {
  if (const auto* action = std::get_if<audience::SingleAction>(&trigger)) return action->action;
  if (const auto* inaction = std::get_if<audience::Inaction>(&trigger)) return inaction->did;
  return {};
}

bool hasDates(const RuleOffers& offers) {
  const auto isDate = [](const auto& each) { return each.type == audience::PropertyType::Date; };
  return std::any_of(offers.properties.begin(), offers.properties.end(), isDate) ||
         std::any_of(offers.events.begin(), offers.events.end(), [&](const audience::EventType& type) {
           return std::any_of(type.properties.begin(), type.properties.end(), isDate);
         });
}

}  // namespace

LiveEditor::LiveEditor(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_supply(services),
      m_kind(new SegmentedChoice),
      m_holder(new QVBoxLayout),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_fold(new Fold(tr("Filter on past behaviour"), {})),
      m_rules(new RuleList(m_supply)),
      m_facts(new RuleFacts(services, *m_rules, this)) {
  m_kind->setObjectName(QStringLiteral("live.kind"));
  m_kind->setAccessibleName(tr("What makes the message leave"));
  m_kind->addChoice(ActionKind, tr("A single action"));
  m_kind->addChoice(InactionKind, tr("Inaction within time"));
  m_kind->addChoice(DateKind, tr("On a date or time"));
  connect(m_kind, &SegmentedChoice::chosen, this, &LiveEditor::changeKind);
  m_words->setObjectName(QStringLiteral("live.words"));
  m_words->setWordWrap(true);
  m_holder->setContentsMargins({});
  makeFilter();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Large);
  column->addWidget(m_kind, 0, Qt::AlignLeading);
  column->addLayout(m_holder);
  column->addWidget(m_words);
  column->addWidget(m_fold);
  column->addStretch();
  connect(&m_supply, &RuleSupply::came, this, [this](bool other) {
    m_facts->forget();
    if (!other && m_read) return;
    m_read = true;
    m_rules->refresh();
    showKinds();
    showSentence();
  });
  showWords();
}

void LiveEditor::makeFilter() {
  m_fold->setObjectName(QStringLiteral("live.filter"));
  auto* hint = new Label(tr("Only people for whom this is so at the moment it happens."), TypeRole::Hint, Ink::Text2);
  hint->setWordWrap(true);
  m_fold->body()->addWidget(hint);
  m_fold->body()->addWidget(m_rules);
  connect(m_rules, &RuleList::edited, this, &LiveEditor::takeFilter);
}

void LiveEditor::load(const audience::LiveSegment& live) {
  const bool other = live.trigger != m_live.trigger;
  m_live = live;
  m_kind->setCurrent(static_cast<int>(live.trigger.index()));
  m_rules->setSegment(live.filter);
  showWords();
  if (m_read && (other || m_sentence == nullptr)) showSentence();
}

void LiveEditor::refresh() {
  readZones();
  m_supply.refresh();
}

void LiveEditor::readZones() {
  if (!m_zones.empty()) return;
  m_services.background.run([] { return schedule::zoneNames(schedule::localZone()); })
      .then(this, [this](const std::vector<schedule::ZoneName>& zones) {
        m_zones = zones;
        if (m_sentence != nullptr) m_sentence->offerZones(zones);
      });
}

void LiveEditor::showKinds() {
  const RuleOffers& offers = m_supply.offers();
  const QString noEvents = offers.events.empty() ? tr("There are no events yet") : QString();
  for (const int kind : {ActionKind, InactionKind}) m_kind->setBlockedBecause(kind, noEvents);
  m_kind->setBlockedBecause(DateKind, hasDates(offers) ? QString() : tr("People and events have no dates yet"));
}

void LiveEditor::showSentence() {
  const bool focused = m_sentence != nullptr && m_sentence->isAncestorOf(window()->focusWidget());
  if (m_sentence != nullptr) {
    m_sentence->hide();
    m_sentence->deleteLater();
  }
  m_sentence = makeLiveSentence(m_live.trigger, m_supply);
  m_sentence->offerZones(m_zones);
  m_holder->addWidget(m_sentence);
  m_sentence->show();
  for (QWidget* part : m_sentence->parts()) tabBefore(m_fold->control(), {part});
  connect(m_sentence, &RuleSentence::edited, this, &LiveEditor::takeSentence);
  // Whoever went on meanwhile keeps the focus.
  const bool waiting = std::exchange(m_focus, false) && isAncestorOf(window()->focusWidget());
  if (waiting || focused) m_sentence->focusFirst();
}

LiveEditor::Trigger LiveEditor::triggerOf(int kind) const {
  if (const auto& kept = m_kept[static_cast<std::size_t>(kind)]) return *kept;
  const audience::LiveEvent event = firstEventOf(m_live.trigger);
  if (kind == ActionKind) return audience::SingleAction{event, false};
  if (kind == InactionKind) {
    audience::Inaction inaction;
    inaction.did = event;
    return inaction;
  }
  audience::OnADate date;
  date.zone = schedule::localZone();
  return date;
}

void LiveEditor::changeKind(int kind) {
  m_kept[m_live.trigger.index()] = m_live.trigger;
  m_live.trigger = triggerOf(kind);
  showSentence();
  showWords();
  Q_EMIT edited(m_live, true);
}

void LiveEditor::takeSentence() {
  // Half a sentence stays on the screen only.
  if (!m_sentence->isComplete() || m_sentence->trigger() == m_live.trigger) return;
  m_live.trigger = m_sentence->trigger();
  showWords();
  Q_EMIT edited(m_live, false);
}

void LiveEditor::takeFilter() {
  const audience::Segment filter = m_rules->segment();
  if (filter == m_live.filter) return;
  m_live.filter = filter;
  showWords();
  Q_EMIT edited(m_live, false);
}

void LiveEditor::showWords() {
  const auto whole = audience::checkLive(m_live);
  m_words->setText(whole ? describe(m_live) + QLatin1Char('.') : whole.error().message);
  const bool none = audience::isIdle({m_live.filter.rules});
  m_fold->setSummary(none ? tr("None: whoever acts") : describe(m_live.filter));
}

void LiveEditor::focusFirst() {
  m_focus = m_sentence == nullptr;
  m_sentence != nullptr ? m_sentence->focusFirst() : m_kind->focusCurrent();
}

}  // namespace heliograph::ui
