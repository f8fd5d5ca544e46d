// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sending/sending_bar.h"

#include <QLocale>
#include <QVBoxLayout>

#include "ui/layout/fade_in.h"
#include "ui/sending/run_acts.h"
#include "ui/sending/run_strip.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using delivery::SendingLine;

namespace {

/// Strips at most; the list of campaigns has them all.
constexpr int kMostStrips = 5;

}  // namespace

SendingBar::SendingBar(const delivery::SendingBoard& board, RunActs& acts, QWidget* parent)
    : QWidget(parent),
      m_board(board),
      m_acts(acts),
      m_column(new QVBoxLayout(this)),
      m_more(new LinkButton({}, LinkButton::Weight::Quiet)),
      m_rest(new LinkButton({}, LinkButton::Weight::Quiet)) {
  setObjectName(QStringLiteral("sending"));
  setAccessibleName(tr("What is being sent"));
  m_more->setObjectName(QStringLiteral("sending.more"));
  m_rest->setObjectName(QStringLiteral("sending.rest"));
  m_column->setContentsMargins({});
  m_column->setSpacing(0);
  m_strips.push_back(makeStrip());
  m_strips.front()->addControl(m_more);
  m_column->addWidget(m_rest, 0, Qt::AlignHCenter);
  connect(m_more, &LinkButton::clicked, this, [this] {
    m_open = !m_open;
    refresh();
  });
  connect(m_rest, &LinkButton::clicked, this, &SendingBar::listRequested);
  connect(&board, &delivery::SendingBoard::changed, this, &SendingBar::refresh);
  hide();
}

RunStrip* SendingBar::makeStrip() {
  const auto number = m_strips.size() + 1;
  const QString name = QStringLiteral("sending.run");
  auto* strip = new RunStrip(m_acts, RunStrip::Place::Window, number == 1 ? name : name + QString::number(number));
  m_column->insertWidget(static_cast<int>(m_strips.size()), strip);
  connect(strip, &RunStrip::reportRequested, this, &SendingBar::reportRequested);
  connect(strip, &RunStrip::peopleRequested, this, &SendingBar::peopleRequested);
  connect(strip, &RunStrip::providerRequested, this, &SendingBar::providerRequested);
  return strip;
}

void SendingBar::setShownElsewhere(CampaignId campaign) {
  if (m_elsewhere == campaign) return;
  m_elsewhere = campaign;
  refresh();
}

void SendingBar::focusFirst() {
  if (!isVisible()) return;
  if (auto* act = findChild<Button*>(QStringLiteral("sending.run.act"))) act->setFocus(Qt::ShortcutFocusReason);
}

void SendingBar::refresh() {
  std::vector<SendingLine> lines = m_board.lines();
  std::erase_if(lines, [this](const SendingLine& line) { return line.progress.campaign == m_elsewhere; });
  if (lines.empty()) {
    m_open = false;
    hide();
    return;
  }
  showStrips(lines);
  showMore(static_cast<int>(lines.size()));
  if (!isVisibleTo(parentWidget())) {
    show();
    fadeIn(*this);
  }
}

void SendingBar::showStrips(const std::vector<SendingLine>& lines) {
  const std::size_t shown = m_open ? std::min<std::size_t>(lines.size(), kMostStrips) : 1;
  while (m_strips.size() < shown) m_strips.push_back(makeStrip());
  for (std::size_t i = 0; i < m_strips.size(); ++i) {
    if (i < shown) {
      m_strips[i]->show(lines[i]);
    } else {
      m_strips[i]->hide();
    }
  }
}

void SendingBar::showMore(int total) {
  m_more->setVisible(total > 1);
  m_more->setText(m_open ? tr("Show one") : tr("%1 more").arg(QLocale().toString(total - 1)));
  m_more->setAccessibleDescription(m_open ? tr("Shows only what matters most") : tr("Shows what else is being sent"));
  m_rest->setVisible(m_open && total > kMostStrips);
  m_rest->setText(tr("All %1 in the list of campaigns").arg(QLocale().toString(total)));
}

}  // namespace heliograph::ui
