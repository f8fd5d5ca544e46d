// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/composer/step_page.h"
#include "ui/when/timeline_card.h"

class QDateEdit;
class QRadioButton;
class QTimeEdit;

namespace heliograph::ui {

class Label;
class PageHeader;
class SegmentedChoice;
class ZoneCombo;

/// When: as soon as it is published, or once at a wall time of a zone, read back in words and shown on the hours of
/// that day. Nothing is chosen at first.
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

 private:
  QWidget* makeKinds();
  QWidget* makeDetails();
  QWidget* makeTime();
  QWidget* makeLate();
  void connectFields();
  void store();
  void readBack();
  void readPace();
  void readZones();
  [[nodiscard]] schedule::Once proposal() const;

  PageHeader* m_header;
  QRadioButton* m_onPublish;
  QRadioButton* m_once;
  QWidget* m_details;
  QDateEdit* m_date;
  QTimeEdit* m_clock;
  ZoneCombo* m_zone;
  Label* m_note;
  SegmentedChoice* m_late;
  Label* m_lateWords;
  TimelineCard* m_timeline;
  SendingPace m_pace;
  QTimer m_tick;  ///< "in 5 days" grows old
  bool m_zonesKnown = false;
};

}  // namespace heliograph::ui
