// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/run_banner.h"

#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QVBoxLayout>
#include <algorithm>

#include "delivery/delivery_service.h"
#include "delivery/run_control.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using delivery::RunState;

namespace {

constexpr int kBarSteps = 1000;

QString duration(double seconds) {
  const auto minutes = static_cast<qint64>(seconds / 60);
  if (seconds < 60) return RunBanner::tr("less than a minute left");
  if (minutes < 120) return RunBanner::tr("%1 min left").arg(minutes);
  return RunBanner::tr("%1 h left").arg(minutes / 60);
}

}  // namespace

RunBanner::RunBanner(Services& services, CampaignId campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_campaign(campaign),
      m_banner(new Banner(Tone::Accent)),
      m_bar(new QProgressBar),
      m_figures(new Label({}, TypeRole::Body)) {
  m_banner->setObjectName(QStringLiteral("run.banner"));
  m_bar->setRange(0, kBarSteps);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(6);
  m_bar->setAccessibleName(tr("Progress"));
  m_banner->addWidget(m_bar, 1);
  m_banner->addWidget(m_figures);
  m_pause = addAct(tr("Pause"), QStringLiteral("run.pause"),
                   [](const Services& with, CampaignId id) { return with.runs.pauseCampaign(id); });
  m_resume = addAct(tr("Resume"), QStringLiteral("run.resume"),
                    [](const Services& with, CampaignId id) { return with.runs.resumeCampaign(id); });
  m_release = addAct(tr("Send now"), QStringLiteral("run.release"),
                     [](const Services& with, CampaignId id) { return with.runs.releaseCampaign(id); });
  m_stop = new Button(tr("Stop…"));
  m_stop->setObjectName(QStringLiteral("run.stop"));
  m_stop->setSmall(true);
  m_banner->addWidget(m_stop);
  connect(m_stop, &Button::clicked, this, &RunBanner::askToStop);
  m_pause->setLeadingIcon(Icon::Pause);
  m_resume->setLeadingIcon(Icon::Play);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_banner);
  hide();
}

Button* RunBanner::addAct(const QString& text, const QString& name, Act act) {
  auto* button = new Button(text);
  button->setObjectName(name);
  button->setSmall(true);
  m_banner->addWidget(button);
  connect(button, &Button::clicked, this, [this, act] { run(act); });
  return button;
}

void RunBanner::run(Act act) {
  m_services.background.run([services = m_services, campaign = m_campaign, act] { return act(services, campaign); })
      .then(this, [this](const Result<int>& changed) {
        if (!changed) Q_EMIT failed(changed.error().message);
        m_services.delivery.wake();
        Q_EMIT acted();
      });
}

void RunBanner::askToStop() {
  auto* box = new QMessageBox(QMessageBox::Warning, tr("Stop the campaign"),
                              tr("Stop for good? Whoever has not been sent to yet gets no message. What is on its way "
                                 "can't be called back."),
                              QMessageBox::Cancel, this);
  box->setObjectName(QStringLiteral("run.stopBox"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* stop = box->addButton(tr("Stop for good"), QMessageBox::DestructiveRole);
  connect(stop, &QPushButton::clicked, this,
          [this] { run([](const Services& with, CampaignId id) { return with.runs.stopCampaign(id); }); });
  box->open();
}

QString RunBanner::remaining(const delivery::RunProgress& progress) const {
  QStringList words{
      tr("%1 of %2").arg(QLocale().toString(progress.total - progress.left()), QLocale().toString(progress.total))};
  if (progress.state == RunState::Running && progress.perSecond > 0 && progress.left() > 0) {
    words << duration(static_cast<double>(progress.left()) / progress.perSecond);
  }
  if (progress.unclear() > 0) words << tr("%1 unclear").arg(QLocale().toString(progress.unclear()));
  return words.join(QStringLiteral(" · "));
}

void RunBanner::show(const delivery::RunProgress& progress) {
  const RunState state = progress.state;
  const bool over = state == RunState::Done || state == RunState::Stopped;
  const bool held = state == RunState::Held;
  const bool going = state == RunState::Filling || state == RunState::Running;
  m_banner->setTone(held || state == RunState::Paused ? Tone::Attention : Tone::Accent);
  QString words = progress.words.isEmpty() ? delivery::runStateText(state, progress.reason) : progress.words;
  if (state == RunState::Running && progress.perSecond > 0) {
    words = tr("Sending %1 a second").arg(QLocale().toString(progress.perSecond, 'f', progress.perSecond < 10 ? 1 : 0));
  }
  m_banner->setMessage(held ? Icon::Warning : Icon::Send, words.toHtmlEscaped());
  m_bar->setVisible(progress.total > 0 && !held);
  m_bar->setValue(
      progress.total == 0 ? 0 : static_cast<int>((progress.total - progress.left()) * kBarSteps / progress.total));
  m_figures->setVisible(progress.total > 0);
  m_figures->setText(remaining(progress));
  m_pause->setVisible(going);
  m_resume->setVisible(state == RunState::Paused);
  m_release->setVisible(held);
  setVisible(!over);
}

}  // namespace heliograph::ui
