// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/goal_field.h"

#include <QVBoxLayout>

#include "ui/composer/words/goal_sentence.h"
#include "ui/layout/tab_order.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

GoalField::GoalField(Services& services, QWidget* parent)
    : QWidget(parent),
      m_supply(services),
      m_fold(new Fold(tr("Goal (optional)"), {})),
      m_none(new Label(tr("There are no events yet, so nothing can be counted. They come with an import of what people "
                          "did."),
                       TypeRole::Hint, Ink::Text2)),
      m_hint(new Label(tr("Reports count who did this in that time, in all and for each copy."), TypeRole::Hint,
                       Ink::Text2)) {
  setObjectName(QStringLiteral("start.goal"));
  m_fold->setObjectName(QStringLiteral("start.goalFold"));
  m_none->setObjectName(QStringLiteral("start.noEvents"));
  for (Label* words : {m_none, m_hint}) {
    words->setWordWrap(true);
    words->hide();
    m_fold->body()->addWidget(words);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_fold);
  connect(m_fold, &Fold::toggled, this, [this](bool open) {
    if (open && !m_read) m_supply.refresh();
  });
  connect(&m_supply, &RuleSupply::came, this, [this](bool other) {
    if (!other && m_read) return;
    m_read = true;
    showSentence();
  });
  showSummary();
}

void GoalField::load(const std::optional<audience::Goal>& goal) {
  const bool same = goal == m_goal;
  m_goal = goal;
  showSummary();
  if (!same && m_read) showSentence();
}

void GoalField::refresh() {
  if (m_read || m_fold->isOpen()) m_supply.refresh();
}

void GoalField::showSentence() {
  const bool focused = m_sentence != nullptr && m_sentence->isAncestorOf(window()->focusWidget());
  if (m_sentence != nullptr) {
    m_sentence->hide();
    m_sentence->deleteLater();
    m_sentence = nullptr;
  }
  const bool any = !m_supply.offers().events.empty();
  m_none->setVisible(!any);
  m_hint->setVisible(any);
  if (!any && !m_goal) return;
  m_sentence = new GoalSentence(m_goal, m_supply);
  m_fold->body()->insertWidget(0, m_sentence);
  m_sentence->show();
  QWidget* const after = nextControl(this);
  const QLayout& parts = *m_sentence->layout();
  for (int i = 0; i < parts.count(); ++i) tabBefore(after, {parts.itemAt(i)->widget()});
  connect(m_sentence, &GoalSentence::edited, this, &GoalField::takeEdit);
  if (std::exchange(m_focus, false) || focused) m_sentence->focusFirst();
}

void GoalField::takeEdit() {
  // Half a sentence stays on the screen only.
  if (!m_sentence->isComplete() || m_sentence->goal() == m_goal) return;
  m_goal = m_sentence->goal();
  showSummary();
  Q_EMIT changed(m_goal);
}

void GoalField::showSummary() {
  m_fold->setSummary(m_goal ? audience::describe(*m_goal) : tr("None: conversions aren't counted"));
}

void GoalField::focusGoal() {
  m_focus = m_sentence == nullptr;
  m_fold->setOpen(true);
  if (m_sentence != nullptr) m_sentence->focusFirst();
}

}  // namespace heliograph::ui
