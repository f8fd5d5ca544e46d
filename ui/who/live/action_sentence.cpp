// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/action_sentence.h"

#include "ui/who/rules/event_parts.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

ActionSentence::ActionSentence(const audience::SingleAction& action, RuleSupply& supply) : m_action(action) {
  addWords(tr("As soon as somebody does"));
  m_event = new EventParts(*this, supply, "live.event", tr("What somebody does"));
  m_often = addCombo(SentenceCombo::Look::Words, "live.often", tr("How often"));
  m_often->addItems({tr("every time"), tr("for the first time")});
  m_often->setToolTip(tr("The first such event of each person ever, or every one"));
  m_event->set(action.action);
  m_often->setCurrentIndex(action.firstTime ? 1 : 0);
  const auto changed = [this] {
    m_action = {m_event->event(), m_often->currentIndex() == 1};
    Q_EMIT edited();
  };
  connect(m_event, &EventParts::edited, this, changed);
  connect(m_often, &QComboBox::activated, this, changed);
}

bool ActionSentence::isComplete() const {
  return m_event->isComplete();
}

}  // namespace heliograph::ui
