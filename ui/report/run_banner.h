// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/ids.h"
#include "delivery/run_progress.h"
#include "ui/services.h"

class QProgressBar;

namespace heliograph::ui {

class Banner;
class Button;
class Label;

/// The strip over a campaign that is being sent: how fast, how far, how long still, and pause, resume, release or stop.
/// Hidden when nothing is under way.
class RunBanner final : public QWidget {
  Q_OBJECT
 public:
  RunBanner(Services& services, CampaignId campaign, QWidget* parent = nullptr);

  /// Shows how a run stands.
  void show(const delivery::RunProgress& progress);
  using QWidget::show;

 Q_SIGNALS:
  /// A person's act changed the run.
  void acted();
  void failed(const QString& why);

 private:
  using Act = Result<int> (*)(const Services& services, CampaignId campaign);
  Button* addAct(const QString& text, const QString& name, Act act);
  void askToStop();
  void run(Act act);
  [[nodiscard]] QString remaining(const delivery::RunProgress& progress) const;

  Services& m_services;
  CampaignId m_campaign;
  Banner* m_banner;
  QProgressBar* m_bar;
  Label* m_figures;
  Button* m_pause;
  Button* m_resume;
  Button* m_release;
  Button* m_stop;
};

}  // namespace heliograph::ui
