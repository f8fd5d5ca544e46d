// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/way_cards.h"

#include <QButtonGroup>
#include <QHBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/choice_card.h"

namespace heliograph::ui {

namespace {

QString aboutLive() {
  return WayCards::tr(
      "After a single action, when somebody doesn't go on within a time, or around a date. Can be written and tested; "
      "it doesn't run yet.");
}

}  // namespace

WayCards::WayCards(QWidget* parent)
    : QWidget(parent),
      m_picked(new ChoiceCard(tr("People I pick"), tr("By what they did and what you know of them, or a list. All of "
                                                      "them get it at the time you choose."))),
      m_live(new ChoiceCard(tr("People as they act"), aboutLive())) {
  setObjectName(QStringLiteral("start.way"));
  m_picked->setObjectName(QStringLiteral("start.picked"));
  m_live->setObjectName(QStringLiteral("start.live"));
  auto* group = new QButtonGroup(this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Medium);
  for (ChoiceCard* card : {m_picked, m_live}) {
    card->setAccessibleName(card->text());
    group->addButton(card);
    row->addWidget(card, 1);
  }
  m_picked->setChecked(true);
  connect(m_picked, &ChoiceCard::clicked, this, [this] { Q_EMIT chosen(false); });
  connect(m_live, &ChoiceCard::clicked, this, [this] { Q_EMIT chosen(true); });
}

void WayCards::setLive(bool live) {
  (live ? m_live : m_picked)->setChecked(true);
}

void WayCards::setLiveBlockedBecause(const QString& why) {
  // What is chosen already can be looked at and left.
  m_live->setEnabled(why.isEmpty() || m_live->isChecked());
  m_live->setDescription(why.isEmpty() ? aboutLive() : why);
}

void WayCards::focusCurrent() {
  (m_live->isChecked() ? m_live : m_picked)->setFocus();
}

}  // namespace heliograph::ui
