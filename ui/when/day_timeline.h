// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <QWidget>

#include "schedule/sending_plan.h"

namespace heliograph::ui {

/// The hours of one day in one zone, the quiet ones hatched, with bars from when until when messages leave, and a line
/// for now.
class DayTimeline final : public QWidget {
  Q_OBJECT
 public:
  explicit DayTimeline(QWidget* parent = nullptr);

  /// What is drawn: when messages leave, and which hours are quiet.
  struct Course {
    schedule::SendingPlan plan;
    schedule::QuietHours quiet;
  };
  /// The day on which sending begins, seen by the clocks of a zone; `place` names them.
  void show(const Course& course, const QByteArray& zone, const QString& place, const QDateTime& now);
  using QWidget::show;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int xOf(const QDateTime& at) const;
  [[nodiscard]] QRect axis() const;
  void paintHours(QPainter& painter) const;
  void paintQuiet(QPainter& painter) const;
  void paintSending(QPainter& painter) const;
  void paintBar(QPainter& painter, const QDateTime& begin, const QDateTime& end) const;
  void paintNow(QPainter& painter) const;

  Course m_course;
  std::vector<schedule::QuietSpan> m_quiet;
  QTimeZone m_zone;
  QString m_place;
  QDateTime m_now;
  QDateTime m_from;
  QDateTime m_until;
};

}  // namespace heliograph::ui
