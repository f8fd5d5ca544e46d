// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/group_list.h"

#include <QButtonGroup>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/clear_layout.h"
#include "ui/providers/group_card.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using providers::ProviderGroup;

GroupList::GroupList(QWidget* parent)
    : QScrollArea(parent), m_rows(new QVBoxLayout), m_archived(new LinkButton(QString(), LinkButton::Weight::Quiet)) {
  m_rows->setSpacing(size::Small);
  m_archived->setObjectName(QStringLiteral("group.archived"));
  auto* list = new QWidget;
  list->setObjectName(QStringLiteral("group.list"));
  list->setAccessibleName(tr("Provider groups"));
  auto* column = new QVBoxLayout(list);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addLayout(m_rows);
  column->addWidget(m_archived, 0, Qt::AlignLeft);
  column->addStretch();
  setWidget(list);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // The page's own ground shows between the cards.
  viewport()->setAutoFillBackground(false);
  list->setAutoFillBackground(false);
}

void GroupList::show(const GroupFacts& facts, GroupId chosen) {
  QWidget* focus = focusWidget();
  const bool hadFocus = focus && focus->hasFocus() && widget()->isAncestorOf(focus);
  clearLayout(*m_rows);
  delete m_cards;
  m_cards = new QButtonGroup(this);
  for (const ProviderGroup& group : facts.groups) {
    if (!group.archived) addCard(group, facts, chosen);
  }
  const auto archived =
      std::count_if(facts.groups.begin(), facts.groups.end(), [](const auto& one) { return one.archived; });
  m_archived->setVisible(archived > 0);
  m_archived->setText(m_withArchived ? tr("Hide the archived ones") : tr("Show %1 archived").arg(archived));
  if (m_withArchived) {
    for (const ProviderGroup& group : facts.groups) {
      if (group.archived) addCard(group, facts, chosen);
    }
  }
  disconnect(m_archived, nullptr, this, nullptr);
  connect(m_archived, &LinkButton::clicked, this, [this, facts, chosen] {
    m_withArchived = !m_withArchived;
    show(facts, chosen);
  });
  if (hadFocus && m_cards->checkedButton()) m_cards->checkedButton()->setFocus();
}

void GroupList::addCard(const ProviderGroup& group, const GroupFacts& facts, GroupId chosen_) {
  const auto campaigns = facts.campaigns.find(group.id);
  auto* card = new GroupCard(group, campaigns == facts.campaigns.end() ? 0 : campaigns->second);
  m_cards->addButton(card);
  card->setChecked(group.id == chosen_);
  connect(card, &GroupCard::clicked, this, [this, id = group.id] { Q_EMIT chosen(id); });
  connect(card, &GroupCard::menuRequested, this, [this, group](const QPoint& at) { showMenu(group, at); });
  m_rows->addWidget(card);
  // Shown at once it can have the keyboard at once.
  card->show();
}

void GroupList::showMenu(const ProviderGroup& group, const QPoint& at) {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("group.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto offer = [this, menu, id = group.id](const QString& text, Act act) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, act, id] { Q_EMIT acted(act, id); });
  };
  offer(tr("Rename"), Act::Rename);
  offer(tr("Duplicate"), Act::Duplicate);
  if (!group.isDefault && !group.archived) offer(tr("Mark as default"), Act::MakeDefault);
  offer(tr("Simulate a failure…"), Act::Simulate);
  menu->addSeparator();
  if (group.archived) {
    offer(tr("Bring back"), Act::BringBack);
  } else {
    offer(tr("Archive"), Act::Archive);
  }
  offer(tr("Delete…"), Act::Remove);
  menu->popup(at);
}

}  // namespace heliograph::ui
