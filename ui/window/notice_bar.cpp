// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bar.h"

#include <QVBoxLayout>

#include "ui/theme/fade.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

NoticeBar::NoticeBar(QWidget* parent) : QWidget(parent), m_banner(new Banner) {
  setObjectName(QStringLiteral("notice"));
  auto* close = new IconButton(Icon::Close, tr("Close the notice"));
  close->setObjectName(QStringLiteral("notice.close"));
  m_banner->addWidget(close);
  connect(close, &IconButton::clicked, this, &QWidget::hide);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_banner);
  hide();
}

void NoticeBar::say(const QString& text, Tone tone) {
  m_banner->setTone(tone);
  m_banner->setMessage(tone == Tone::Problem || tone == Tone::Attention ? Icon::Warning : Icon::Info,
                       text.toHtmlEscaped());
  show();
  fadeIn(this);
}

}  // namespace heliograph::ui
