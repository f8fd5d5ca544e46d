// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {
namespace {

constexpr int TextWidth = 460;

}  // namespace

EmptyState::EmptyState(Icon icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_actions(new QHBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Small);
  column->addStretch(2);
  auto* mark = new IconMark(icon);
  mark->setFixedSize(28, 28);
  column->addWidget(mark, 0, Qt::AlignHCenter);
  auto* head = new Label(title, TypeRole::Header);
  head->setAlignment(Qt::AlignHCenter);
  column->addWidget(head);
  auto* line = new Label(text, TypeRole::Body, Ink::Text2);
  line->setAlignment(Qt::AlignHCenter);
  line->setWordWrap(true);
  line->setMaximumWidth(TextWidth);
  // Beside an alignment the layout would not ask for the height of wrapped text; between stretches it does.
  auto* middle = new QHBoxLayout;
  middle->addStretch(1);
  middle->addWidget(line, 1000);
  middle->addStretch(1);
  column->addLayout(middle);
  m_actions->setSpacing(size::Small);
  m_actions->setContentsMargins(0, size::Small, 0, 0);
  m_actions->addStretch(1);
  m_actions->addStretch(1);
  column->addLayout(m_actions);
  column->addStretch(3);
}

Button* EmptyState::addAction(const QString& text, Icon icon) {
  auto* button = new Button(text, m_first ? ButtonRole::Primary : ButtonRole::Plain, icon);
  m_first = false;
  m_actions->insertWidget(m_actions->count() - 1, button);
  return button;
}

}  // namespace heliograph::ui
