// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <map>

#include "delivery/quiet/workspace_quiet.h"
#include "schedule/when.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class DayTimeline;
class Label;

/// How fast a campaign's messages leave, as far as it is known.
struct SendingPace {
  qint64 people = -1;    ///< -1: nobody is chosen yet, or they are being counted
  double perSecond = 0;  ///< 0: not known
  QString through;       ///< the provider it is known, or not known, of
  delivery::QuietInForce quiet;
  std::map<QByteArray, qint64> zones;  ///< people by their zone, as far as they were counted; for quiet hours only

  bool operator==(const SendingPace&) const = default;
};

/// "As it will happen": the day of sending with its hours and the quiet ones, and in words when it is done.
class TimelineCard final : public Card {
  Q_OBJECT
 public:
  explicit TimelineCard(QWidget* parent = nullptr);

  void show(const schedule::When& when, const SendingPace& pace, const QDateTime& now);
  using QWidget::show;

 private:
  Label* m_title;
  Label* m_end;
  DayTimeline* m_day;
  Label* m_legend;
};

}  // namespace heliograph::ui
