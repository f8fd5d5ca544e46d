// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/live/live_estimate.h"

namespace heliograph::ui {

class BigNumber;
class DayBars;
class Label;

/// How often a message would have left in the last days, as a figure and day by day.
class LiveCard final : public QWidget {
  Q_OBJECT
 public:
  explicit LiveCard(QWidget* parent = nullptr);

  /// The old figures stay, greyed, until show() or clear().
  void setCounting();
  void show(const audience::LiveEstimate& estimate, bool filtered);
  void clear(const QString& why);
  using QWidget::show;

 private:
  BigNumber* m_number;
  DayBars* m_days;
  Label* m_words;
  Label* m_next;
  Label* m_remark;
};

}  // namespace heliograph::ui
