// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_notice.h"

#include <QVBoxLayout>

#include "ui/widgets/banner.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

HomeNotice::HomeNotice(QWidget* parent) : QWidget(parent), m_banner(new Banner), m_undo(new LinkButton(tr("Undo"))) {
  setObjectName(QStringLiteral("home.notice"));
  m_undo->setObjectName(QStringLiteral("home.undo"));
  auto* close = new IconButton(Icon::Close, tr("Close the notice"));
  close->setObjectName(QStringLiteral("home.notice.close"));
  m_banner->setRounded(true);
  m_banner->addWidget(m_undo);
  m_banner->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_banner);
  connect(close, &IconButton::clicked, this, &QWidget::hide);
  connect(m_undo, &LinkButton::clicked, this, [this] {
    hide();
    Q_EMIT undoRequested();
  });
  hide();
}

void HomeNotice::say(const QString& text, bool undoable) {
  m_banner->setMessage(Icon::Check, text.toHtmlEscaped());
  m_undo->setVisible(undoable);
  setAccessibleName(text);
  show();
}

}  // namespace heliograph::ui
