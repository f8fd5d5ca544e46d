// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/step_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

StepPage::StepPage(Services& services, CampaignDocument& document, QWidget* parent)
    : QWidget(parent), m_services(services), m_document(document) {
  auto* column = new QWidget;
  m_body = new QVBoxLayout(column);
  m_body->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  m_body->setSpacing(size::Medium);

  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(column);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(scroll, 1);
}

void StepPage::setSidePane(QWidget* pane) {
  auto* side = new Surface(Qt::LeftEdge);
  side->setFixedWidth(size::SidePane);
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(size::Large, size::Large, size::Large, size::Large);
  layout->addWidget(pane);
  static_cast<QHBoxLayout*>(this->layout())->addWidget(side);
}

}  // namespace heliograph::ui
