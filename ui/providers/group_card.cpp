// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/group_card.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/drawing.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

GroupCard::GroupCard(const providers::ProviderGroup& group, qsizetype campaigns, QWidget* parent)
    : QAbstractButton(parent), m_id(group.id), m_more(new IconButton(Icon::Dots, tr("More for %1").arg(group.name))) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setObjectName(QStringLiteral("group.card.%1").arg(group.id.value));
  m_more->setObjectName(QStringLiteral("group.more.%1").arg(group.id.value));
  const std::size_t members = group.members.size();
  const QStringList words{members == 1 ? tr("1 provider") : tr("%1 providers").arg(members),
                          campaigns == 0   ? tr("not used")
                          : campaigns == 1 ? tr("used by 1 campaign")
                                           : tr("used by %1 campaigns").arg(campaigns)};
  arrange(group, words.join(tr(" · ")));
  QStringList told{group.name};
  if (group.isDefault) told << tr("default");
  if (group.archived) told << tr("archived");
  setAccessibleName((told + words).join(QStringLiteral(", ")));
  connect(m_more, &IconButton::clicked, this, &GroupCard::requestMenu);
}

void GroupCard::arrange(const providers::ProviderGroup& group, const QString& words) {
  auto* name = new ElidedLabel(group.name, TypeRole::Label);
  auto* note = new ElidedLabel(words, TypeRole::Hint, Ink::Text3);
  auto* head = new QHBoxLayout;
  head->setSpacing(size::Tiny);
  head->addWidget(name, 1);
  Chip* chip = group.archived    ? new Chip(tr("Archived"), Tone::Neutral)
               : group.isDefault ? new Chip(tr("Default"), Tone::Accent)
                                 : nullptr;
  if (chip) head->addWidget(chip);
  head->addWidget(m_more);
  // A click on the words is one on the card.
  for (QWidget* label : {static_cast<QWidget*>(name), static_cast<QWidget*>(note), static_cast<QWidget*>(chip)}) {
    if (label) label->setAttribute(Qt::WA_TransparentForMouseEvents);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Medium, size::Tiny, size::Tiny, size::Medium);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(note);
}

void GroupCard::requestMenu() {
  Q_EMIT menuRequested(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void GroupCard::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Keyboard) return requestMenu();
  Q_EMIT menuRequested(event->globalPos());
}

void GroupCard::keyPressEvent(QKeyEvent* event) {
  const bool shiftF10 = event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier;
  if (event->key() == Qt::Key_Menu || shiftF10) return requestMenu();
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
  QAbstractButton::keyPressEvent(event);
}

void GroupCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const QColor border = isChecked() ? tokens.accent : underMouse() ? tokens.lineStrong : tokens.line;
  drawing::roundRect(&painter, rect(), size::CardCorner, tokens.surface, border, isChecked() ? 2 : 1);
  if (hasFocus()) drawing::focusRing(&painter, rect(), size::CardCorner, tokens);
}

}  // namespace heliograph::ui
