// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composer/step_page.h"

class QComboBox;
class QDateEdit;
class QRadioButton;
class QTimeEdit;

namespace heliograph::ui {

class Label;
class PageHeader;

/// When: as soon as it is published, or once at a wall time of a zone, read back in words. Nothing is chosen at first.
class WhenPage final : public StepPage {
  Q_OBJECT
 public:
  WhenPage(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;

 private:
  QWidget* makeKinds();
  QWidget* makeTime();
  void store();
  void readBack(const schedule::When& when);
  [[nodiscard]] schedule::Once proposal() const;

  PageHeader* m_header;
  QRadioButton* m_onPublish;
  QRadioButton* m_once;
  QWidget* m_time;
  QDateEdit* m_date;
  QTimeEdit* m_clock;
  QComboBox* m_zone;
  Label* m_note;
};

}  // namespace heliograph::ui
