// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/campaign_header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>

#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

CampaignHeader::CampaignHeader(QWidget* parent)
    : Surface(Qt::BottomEdge, parent),
      m_row(new QHBoxLayout(this)),
      m_name(new ElidedLabel({}, TypeRole::Header)),
      m_standing(new Chip),
      m_note(new Label({}, TypeRole::Hint, Ink::Text3)) {
  setFixedHeight(size::HeaderBar);
  m_row->setContentsMargins(size::Large, 0, size::Large, 0);
  m_row->setSpacing(size::Medium);
  auto* back = new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"));
  back->setObjectName(QStringLiteral("header.back"));
  m_name->setObjectName(QStringLiteral("header.name"));
  m_note->setObjectName(QStringLiteral("header.saved"));
  m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  m_row->addWidget(back);
  m_row->addWidget(m_name);
  m_row->addWidget(m_standing);
  m_row->addWidget(m_note);
  m_row->addStretch();
  connect(back, &IconButton::clicked, this, &CampaignHeader::backRequested);
}

void CampaignHeader::setName(const QString& name) {
  m_name->setText(name.isEmpty() ? tr("Untitled campaign") : name);
}

void CampaignHeader::setStanding(const QString& word, Tone tone) {
  m_standing->setState(word, tone);
}

void CampaignHeader::setNote(const QString& text, bool problem) {
  m_note->setInk(problem ? Ink::Problem : Ink::Text3);
  m_note->setText(text);
}

void CampaignHeader::addControl(QWidget* control) {
  m_row->addWidget(control);
}

void CampaignHeader::addArrow(Icon icon, QAction* action) {
  auto* button = new IconButton(icon, action->text());
  button->setObjectName(QStringLiteral("header.") + action->objectName());
  button->setDefaultAction(action);
  connect(action, &QAction::changed, button, [button, action] { button->setAccessibleName(action->text()); });
  m_row->addWidget(button);
}

void CampaignHeader::addMenu(const QList<QAction*>& actions) {
  if (actions.isEmpty()) return;
  auto* more = new IconButton(Icon::Dots, tr("More about this campaign"));
  more->setObjectName(QStringLiteral("header.more"));
  auto* menu = new QMenu(more);
  for (QAction* action : actions) {
    if (action) {
      menu->addAction(action);
    } else {
      menu->addSeparator();
    }
  }
  more->setMenu(menu);
  m_row->addWidget(more);
}

}  // namespace heliograph::ui
