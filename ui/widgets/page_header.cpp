// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

PageHeader::PageHeader(const QString& title, const QString& subtitle, QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_title(new Label(title, TypeRole::Title)),
      m_subtitle(new Label(subtitle, TypeRole::Body, Ink::Text2)) {
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(size::Small);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_title);
  m_subtitle->setWordWrap(true);
  if (subtitle.isEmpty()) m_subtitle->hide();  // shown before it has a parent it would be a window
  words->addWidget(m_subtitle);
  m_row->addLayout(words, 1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString& text) {
  m_title->setText(text);
}

void PageHeader::setSubtitle(const QString& text) {
  m_subtitle->setText(text);
  m_subtitle->setVisible(!text.isEmpty());
}

void PageHeader::addAction(QWidget* control) {
  m_row->addWidget(control, 0, Qt::AlignTop);
}

}  // namespace heliograph::ui
