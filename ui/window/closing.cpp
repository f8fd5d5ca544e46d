// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/closing.h"

#include "delivery/courier/delivery_service.h"
#include "ui/composer/composer.h"
#include "ui/window/notice_bar.h"
#include "ui/window/page_host.h"
#include "ui/window/quit_dialog.h"
#include "ui/window/tray.h"

namespace heliograph::ui {

Closing::Closing(Services& services, PageHost& pages, NoticeBar& notice, QWidget* window)
    : QObject(window), m_services(services), m_pages(pages), m_notice(notice), m_window(window) {
  connect(&services.delivery, &delivery::DeliveryService::stopped, this, &Closing::step);
}

bool Closing::mayClose() {
  if (m_state == State::Open && m_pages.isPublishing()) {
    waitForPublishing();
    return false;
  }
  const Composer* composer = m_pages.composer();
  const bool saved = !composer || m_pages.composer()->autosave().isSettled();
  if (m_state == State::Ready || (m_state == State::Open && saved && !m_services.delivery.isRunning())) return true;
  if (m_state == State::Open) look();
  return false;
}

void Closing::look() {
  m_state = State::Asking;
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock] {
        return delivery::readOutlook(database, clock);
      })
      .then(this, [this](const Result<delivery::Outlook>& outlook) {
        // A workspace that can't be read must not keep the window open.
        if (!outlook || outlook->isEmpty()) return end();
        ask(*outlook);
      });
}

void Closing::ask(const delivery::Outlook& outlook) {
  const auto background = m_leaving             ? QuitDialog::Background::Nowhere
                          : Tray::isAvailable() ? QuitDialog::Background::Tray
                                                : QuitDialog::Background::Minimised;
  auto* dialog = new QuitDialog(outlook, background, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QuitDialog::rejected, this, &Closing::giveUp);
  connect(dialog, &QuitDialog::chosen, this, [this](QuitDialog::Choice choice) {
    if (choice == QuitDialog::Choice::Quit) return end();
    m_state = State::Open;
    Q_EMIT backgroundChosen();
  });
  dialog->open();
}

void Closing::waitForPublishing() {
  m_notice.say(tr("Publishing is under way. Wait until it has ended, then close."));
  giveUp();
}

void Closing::end() {
  if (m_pages.isPublishing()) return waitForPublishing();
  m_state = State::Ending;
  m_notice.say(tr("Closing: what is on its way is finished first, the rest goes on when you open Heliograph again."));
  if (Composer* composer = m_pages.composer()) {
    connect(&composer->autosave(), &CampaignAutosave::stateChanged, this, &Closing::step);
    composer->autosave().saveNow();
  }
  m_services.delivery.requestStop();
  step();
}

void Closing::step() {
  if (m_state != State::Ending) return;
  Composer* composer = m_pages.composer();
  if (composer && composer->autosave().state() == SaveState::Failed) {
    m_services.delivery.start();
    m_notice.say(tr("Not closed, as the draft could not be saved. %1").arg(composer->autosave().problem()),
                 Tone::Problem);
    return giveUp();
  }
  if (composer && composer->autosave().state() == SaveState::Waiting) return composer->autosave().saveNow();
  if (composer && !composer->autosave().isSettled()) return;
  if (m_services.delivery.isRunning()) return;
  m_state = State::Ready;
  Q_EMIT ready();
}

void Closing::giveUp() {
  m_state = State::Open;
  m_leaving = false;
  Q_EMIT cancelled();
}

}  // namespace heliograph::ui
