// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/inaction_sentence.h"

#include "ui/who/rules/event_parts.h"
#include "ui/who/rules/window_parts.h"
#include "ui/who/values_field.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

InactionSentence::InactionSentence(const audience::Inaction& inaction, RuleSupply& supply) : m_inaction(inaction) {
  addWords(tr("When somebody does"));
  m_did = new EventParts(*this, supply, "live.event", tr("What somebody does"));
  addWords(tr("and doesn't do"));
  m_didNot = new EventParts(*this, supply, "live.notEvent", tr("What they don't do"));
  addWords(tr("within"));
  m_count = addValues("live.count", tr("How long it is waited"));
  m_unit = addCombo(SentenceCombo::Look::Pill, "live.unit", tr("Unit of time"));
  m_unit->addItems(timeUnitWords().mid(0, static_cast<int>(audience::TimeUnit::Weeks) + 1));
  m_did->set(inaction.did);
  m_didNot->set(inaction.didNot);
  m_count->setValues({QString::number(inaction.count)});
  m_unit->setCurrentIndex(static_cast<int>(inaction.unit));
  const auto changed = [this] {
    read();
    Q_EMIT edited();
  };
  connect(m_did, &EventParts::edited, this, changed);
  connect(m_didNot, &EventParts::edited, this, changed);
  connect(m_count, &ValuesField::edited, this, changed);
  connect(m_unit, &QComboBox::activated, this, changed);
}

void InactionSentence::read() {
  m_inaction.did = m_did->event();
  m_inaction.didNot = m_didNot->event();
  m_inaction.count = m_count->values().value(0).toInt();
  m_inaction.unit = static_cast<audience::TimeUnit>(m_unit->currentIndex());
}

bool InactionSentence::isComplete() const {
  return m_inaction.count >= 1 && m_did->isComplete() && m_didNot->isComplete();
}

}  // namespace heliograph::ui
