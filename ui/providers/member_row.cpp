// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/member_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include "items/provider_list_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

MemberRow::MemberRow(int place, const providers::Provider& provider, QWidget* parent) : Card(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setObjectName(QStringLiteral("group.member.%1").arg(place));
  setAccessibleName(tr("%1, place %2; Alt+Up and Alt+Down move it").arg(provider.name).arg(place));
  setPadding(size::Medium);
  const items::HealthWord health = items::healthWord(provider);
  auto* up = new IconButton(Icon::ChevronUp, tr("Move up (Alt+Up)"));
  auto* down = new IconButton(Icon::ChevronDown, tr("Move down (Alt+Down)"));
  auto* remove = new IconButton(Icon::Close, tr("Take it out of the group"));
  connect(up, &IconButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
  connect(down, &IconButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
  connect(remove, &IconButton::clicked, this, &MemberRow::removeRequested);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Medium);
  row->addWidget(new Chip(QString::number(place)));
  row->addWidget(new ElidedLabel(provider.name, TypeRole::Label), 1);
  row->addWidget(new Chip(health.word, static_cast<Tone>(health.tone)));
  for (IconButton* button : {up, down, remove}) row->addWidget(button);
  body()->addLayout(row);
}

void MemberRow::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Up) {
    Q_EMIT moveRequested(-1);
  } else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down) {
    Q_EMIT moveRequested(1);
  } else if (event->key() == Qt::Key_Delete) {
    Q_EMIT removeRequested();
  } else {
    Card::keyPressEvent(event);
  }
}

void MemberRow::paintEvent(QPaintEvent* event) {
  setBorder(hasFocus() ? Border::Chosen : Border::Line);
  Card::paintEvent(event);
}

}  // namespace heliograph::ui
