// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/settle_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "delivery/courier/delivery_service.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kSettleWidth = 520;
}

SettleDialog::SettleDialog(Services& services, const delivery::UnclearSelection& selection, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_selection(selection),
      m_answer(new Label({}, TypeRole::Body, Ink::Text2)),
      m_ask(new Button(tr("Ask the provider"), ButtonRole::Primary)),
      m_arrived(new Button(tr("It arrived"))),
      m_notArrived(new Button(tr("It did not"))) {
  setObjectName(QStringLiteral("settle.dialog"));
  setWindowTitle(tr("Unclear messages"));
  setMinimumWidth(kSettleWidth);
  m_ask->setObjectName(QStringLiteral("settle.ask"));
  m_arrived->setObjectName(QStringLiteral("settle.arrived"));
  m_notArrived->setObjectName(QStringLiteral("settle.notArrived"));
  auto* title = new Label(selection.identity.isEmpty() ? tr("All unclear messages of this campaign")
                                                       : tr("The message to %1").arg(selection.identity),
                          TypeRole::Header);
  title->setWordWrap(true);
  auto* words =
      new Label(tr("The provider gave no clear answer, so nothing was sent again. Ask the provider first. If "
                   "you say that it did not arrive, it is sent once more: whoever had it after all gets it "
                   "twice."));
  words->setWordWrap(true);
  m_answer->setWordWrap(true);
  auto* close = new Button(tr("Close"), ButtonRole::Quiet);
  close->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addWidget(close);
  buttons->addStretch();
  for (Button* button : {m_notArrived, m_arrived, m_ask}) buttons->addWidget(button);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(title);
  column->addWidget(words);
  column->addWidget(m_answer);
  column->addLayout(buttons);
  connect(close, &Button::clicked, this, &QDialog::reject);
  connect(m_ask, &Button::clicked, this, &SettleDialog::ask);
  connect(m_arrived, &Button::clicked, this, [this] { say(true); });
  connect(m_notArrived, &Button::clicked, this, [this] { say(false); });
}

void SettleDialog::setBusy(bool busy) {
  const QString why = busy ? tr("Wait for the answer") : QString();
  for (Button* button : {m_ask, m_arrived, m_notArrived}) button->setBlockedBecause(why);
}

void SettleDialog::ask() {
  setBusy(true);
  m_answer->setText(tr("Asking the provider…"));
  Pending(m_services.settle.ask(m_selection)).then(this, [this](const Result<delivery::AskReport>& report) {
    show(report);
  });
}

void SettleDialog::show(const Result<delivery::AskReport>& report) {
  setBusy(false);
  if (!report) {
    m_answer->setText(report.error().message);
    return;
  }
  m_answer->setText(tr("Asked about %1: %2 arrived, %3 not known there, %4 without a clear answer, %5 can't be asked.")
                        .arg(report->asked + report->unable)
                        .arg(report->found)
                        .arg(report->notFound)
                        .arg(report->unclear)
                        .arg(report->unable));
  Q_EMIT settled();
}

void SettleDialog::say(bool arrived) {
  setBusy(true);
  m_services.background
      .run([&settle = m_services.settle, selection = m_selection, arrived] {
        return arrived ? settle.asSent(selection) : settle.asNotSent(selection);
      })
      .then(this, [this](const Result<int>& rows) {
        setBusy(false);
        if (!rows) {
          m_answer->setText(rows.error().message);
          return;
        }
        m_services.delivery.wake();
        Q_EMIT settled();
        accept();
      });
}

}  // namespace heliograph::ui
