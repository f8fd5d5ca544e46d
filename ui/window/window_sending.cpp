// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_sending.h"

#include <QApplication>
#include <algorithm>

#include "ui/home/home_page.h"
#include "ui/report/report_page.h"
#include "ui/sending/sending_bar.h"
#include "ui/window/page_host.h"
#include "ui/window/window_actions.h"

namespace heliograph::ui {

namespace {

/// One that paused by itself waits for a decision about that run alone.
bool isPausedByPerson(const delivery::SendingLine& line) {
  return line.progress.state == delivery::RunState::Paused && line.progress.reason == delivery::hold::byPerson;
}

}  // namespace

using delivery::SendingLine;

WindowSending::WindowSending(Services& services, const ActionCollection& actions, QWidget* window)
    : QObject(window),
      m_pause(actions.find(action::pauseSending)),
      m_go(actions.find(action::goToSending)),
      m_board(services.delivery, services.database, services.clock, services.background),
      m_acts(services, window),
      m_tray(services, m_board, m_pause, nullptr),
      m_bar(new SendingBar(m_board, m_acts, window)) {
  connect(m_pause, &QAction::triggered, this, &WindowSending::pauseOrResume);
  connect(m_go, &QAction::triggered, m_bar, &SendingBar::focusFirst);
  connect(&m_board, &delivery::SendingBoard::changed, this, &WindowSending::showActions);
  connect(&m_board, &delivery::SendingBoard::needsPerson, window, [window] { QApplication::alert(window); });
  showActions();
}

void WindowSending::connectPages(PageHost& pages) {
  connect(m_bar, &SendingBar::reportRequested, &pages, [&pages](CampaignId id) { pages.showReport(id, {}); });
  connect(m_bar, &SendingBar::peopleRequested, &pages,
          [&pages](CampaignId id, delivery::RowState state, const QString& reason) {
            pages.showReport(id, peopleOf(state, reason));
          });
  connect(m_bar, &SendingBar::providerRequested, &pages, &PageHost::showProvider);
  connect(m_bar, &SendingBar::listRequested, &pages, &PageHost::showHome);
  connect(&m_board, &delivery::SendingBoard::ended, &pages.home(), &HomePage::refresh);
  connect(&m_board, &delivery::SendingBoard::needsPerson, &pages.home(), &HomePage::refresh);
  connect(&pages, &PageHost::pageChanged, this,
          [this, &pages] { m_bar->setShownElsewhere(pages.report() ? pages.report()->campaign() : CampaignId{}); });
}

void WindowSending::pauseOrResume() {
  const bool pause = m_board.isSending();
  for (const SendingLine& line : m_board.lines()) {
    if (pause && line.progress.isActive()) m_acts.pause(line.progress.run);
    if (!pause && isPausedByPerson(line)) m_acts.resume(line.progress.run);
  }
}

void WindowSending::showActions() {
  const auto lines = m_board.lines();
  const bool sending = m_board.isSending();
  const bool paused = std::any_of(lines.begin(), lines.end(), isPausedByPerson);
  m_pause->setText(sending || !paused ? tr("Pause all sending") : tr("Resume all sending"));
  m_pause->setEnabled(sending || paused);
  m_go->setEnabled(!lines.empty());
}

}  // namespace heliograph::ui
