// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sending/run_acts.h"

#include <QMessageBox>
#include <QPushButton>

#include "delivery/courier/delivery_service.h"
#include "delivery/run/run_control.h"
#include "ui/sending/winner_dialog.h"

namespace heliograph::ui {

RunActs::RunActs(Services& services, QWidget* window) : m_services(services), m_window(window) {}

void RunActs::run(std::function<Result<>()> work) {
  m_services.background.run(std::move(work)).then(this, [this](const Result<>& done) {
    // Somebody else was quicker: what is shown next says how it stands.
    if (!done && done.error().code != ErrorCode::Conflict) Q_EMIT failed(done.error().message);
    m_services.delivery.wake();
    Q_EMIT acted();
  });
}

void RunActs::pause(RunId id) {
  run([&runs = m_services.runs, id] { return runs.pause(id); });
}

void RunActs::resume(RunId id) {
  run([&runs = m_services.runs, id] { return runs.resume(id); });
}

void RunActs::release(RunId id, const QString& heldFor) {
  run([&runs = m_services.runs, id, heldFor] { return runs.release(id, heldFor); });
}

void RunActs::askForWinner(RunId id) {
  auto* dialog = new WinnerDialog(m_services, id, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &WinnerDialog::chosen, this,
          [this, id](int copy) { run([&runs = m_services.runs, id, copy] { return runs.chooseWinner(id, copy); }); });
  dialog->open();
}

void RunActs::askToStop(const delivery::SendingLine& line) {
  const bool kept = line.progress.count(delivery::RowState::Held) > 0;
  ask(tr("Stop “%1”").arg(line.name),
      kept ? tr("Stop for good? What the provider keeps is taken back while Heliograph runs. What can't be taken back "
                "in "
                "time is sent, and the report says so.")
           : tr("Stop for good? Whoever has not been sent to yet gets no message. What is on its way can't be called "
                "back."),
      tr("Stop for good"),
      [&runs = m_services.runs, id = line.progress.campaign] { return runs.stopCampaign(id).map([](int) {}); });
}

void RunActs::askToSkip(const delivery::SendingLine& line) {
  ask(tr("Skip “%1”").arg(line.name), tr("Skip for good? Nobody gets this message. A clone can be sent another time."),
      tr("Skip for good"), [&runs = m_services.runs, id = line.progress.run] { return runs.skipMissed(id); });
}

void RunActs::ask(const QString& title, const QString& words, const QString& yes, std::function<Result<>()> work) {
  auto* box = new QMessageBox(QMessageBox::Warning, title, words, QMessageBox::Cancel, m_window);
  box->setObjectName(QStringLiteral("run.stopBox"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* sure = box->addButton(yes, QMessageBox::DestructiveRole);
  sure->setObjectName(QStringLiteral("run.stopBox.sure"));
  connect(sure, &QPushButton::clicked, this, [this, work = std::move(work)] { run(work); });
  box->open();
}

}  // namespace heliograph::ui
