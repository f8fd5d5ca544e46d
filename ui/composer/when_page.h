// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "delivery/quiet/quiet_forecast.h"
#include "providers/holding.h"
#include "ui/composer/page/step_page.h"
#include "ui/when/timeline_card.h"

class QCheckBox;
class QDateEdit;
class QRadioButton;
class QTimeEdit;

namespace heliograph::ui {

class Fold;
class Label;
class PageHeader;
class QuietChoice;
class SegmentedChoice;
class ZoneCombo;

/// When: as soon as it is published, or once at a wall time of a zone, read back in words and shown on the hours of
/// that day. Nothing is chosen at first. Folded beneath: the quiet hours. People as they act have their own time each,
/// so nothing is chosen for them.
class WhenPage final : public StepPage {
  Q_OBJECT
 public:
  WhenPage(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;
  void enter() override;

 public Q_SLOTS:
  /// How many people get it; -1 while nobody is chosen.
  void setPeople(qint64 people);
  /// In whose zones they live, and who has quiet hours when.
  void setForecast(const heliograph::delivery::QuietForecast& forecast);

 Q_SIGNALS:
  /// The workspace's quiet hours are others now.
  void workspaceChanged();

 private:
  QWidget* makeKinds();
  QWidget* makeDetails();
  QWidget* makeTime();
  QWidget* makeKeep();
  QWidget* makeLate();
  void connectFields();
  void store();
  void readBack();
  bool showLive();
  void readPace();
  void showKeep();
  void readZones();
  void readWorkspace();
  void changeWorkspace();
  void showQuiet();
  [[nodiscard]] schedule::Once proposal() const;

  PageHeader* m_header;
  QWidget* m_kinds;
  Label* m_live;  ///< instead of all else: each person's own time
  QRadioButton* m_onPublish;
  QRadioButton* m_once;
  QWidget* m_details;
  QDateEdit* m_date;
  QTimeEdit* m_clock;
  ZoneCombo* m_zone;
  Label* m_note;
  QCheckBox* m_keep;  ///< the provider keeps the messages until then
  Label* m_keepWords;
  QWidget* m_lateRow;
  SegmentedChoice* m_late;
  Label* m_lateWords;
  TimelineCard* m_timeline;
  Fold* m_advanced;
  QuietChoice* m_quiet;
  SendingPace m_pace;
  providers::Holding m_holding;  ///< of the route; without a name: not known yet
  delivery::QuietForecast m_forecast;
  campaign::ZonedQuiet m_workspace;
  QTimer m_tick;  ///< "in 5 days" grows old
  bool m_zonesKnown = false;
};

}  // namespace heliograph::ui
