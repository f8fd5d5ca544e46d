// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <QWidget>

#include "schedule/sending_span.h"

namespace heliograph::ui {

/// The hours of one day in one zone, with a bar from when until when messages leave, and a line for now.
class DayTimeline final : public QWidget {
  Q_OBJECT
 public:
  explicit DayTimeline(QWidget* parent = nullptr);

  /// The day on which `span` begins, seen by the clocks of `zone`; `place` names them.
  void show(const schedule::SendingSpan& span, const QTimeZone& zone, const QString& place, const QDateTime& now);
  using QWidget::show;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int xOf(const QDateTime& at) const;
  [[nodiscard]] QRect axis() const;
  void paintHours(QPainter& painter) const;
  void paintSending(QPainter& painter) const;
  void paintNow(QPainter& painter) const;

  schedule::SendingSpan m_span;
  QTimeZone m_zone;
  QString m_place;
  QDateTime m_now;
  QDateTime m_from;
  QDateTime m_until;
};

}  // namespace heliograph::ui
