// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/day_timeline.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {

constexpr int kTimelineHeight = 78;
constexpr int kPlaceWidth = 90;
constexpr int kHoursHeight = 24;
constexpr int kSpanHeight = 20;
constexpr int kHoursApart = 3;
constexpr int kHourWidth = 48;
constexpr int kLeastBar = 4;

}  // namespace

DayTimeline::DayTimeline(QWidget* parent) : QWidget(parent), m_zone(QTimeZone::utc()) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayTimeline::show(const Course& course, const QByteArray& zone, const QString& place, const QDateTime& now) {
  m_course = course;
  m_zone = QTimeZone(zone);
  m_place = place;
  m_now = now;
  const QDate day = course.plan.whole.begin.toTimeZone(m_zone).date();
  m_from = day.startOfDay(m_zone);
  m_until = day.addDays(1).startOfDay(m_zone);
  m_quiet = course.quiet.spans(m_from, m_until, zone);
  update();
}

QSize DayTimeline::sizeHint() const {
  return {600, kTimelineHeight};
}

QSize DayTimeline::minimumSizeHint() const {
  return {320, kTimelineHeight};
}

QRect DayTimeline::axis() const {
  const int half = kHourWidth / 2;
  return rect().adjusted(kPlaceWidth, kHoursHeight, -half, 0);
}

int DayTimeline::xOf(const QDateTime& at) const {
  const QRect place = axis();
  const qint64 whole = std::max<qint64>(1, m_from.msecsTo(m_until));
  const qint64 gone = std::clamp<qint64>(m_from.msecsTo(at), 0, whole);
  const int x = static_cast<int>(gone * place.width() / whole);
  return layoutDirection() == Qt::RightToLeft ? width() - place.left() - x : place.left() + x;
}

void DayTimeline::paintEvent(QPaintEvent*) {
  if (!m_from.isValid()) return;
  QPainter painter(this);
  paintQuiet(painter);
  paintHours(painter);
  paintSending(painter);
  paintNow(painter);
}

void DayTimeline::paintHours(QPainter& painter) const {
  const Tokens& tokens = Tokens::of(this);
  painter.setFont(typeFont(TypeRole::Hint));
  const QRect place = axis();
  // Three hours are never less than a label wide, except in a very narrow window.
  const int step = place.width() < 8 * kHourWidth ? 2 * kHoursApart : kHoursApart;
  for (int hour = 0; hour <= 24; hour += step) {
    const QDateTime at = hour == 24 ? m_until : QDateTime(m_from.date(), QTime(hour, 0), m_zone);
    const int x = xOf(at);
    painter.fillRect(QRect(x, place.top(), 1, place.height()), tokens.line);
    painter.setPen(tokens.text3);
    drawTabular(&painter, QRect(x - kHourWidth / 2, 0, kHourWidth, kHoursHeight - size::Tiny), Qt::AlignCenter,
                hour == 24 ? QStringLiteral("00:00") : at.time().toString(QStringLiteral("HH:mm")));
  }
  painter.setPen(tokens.text2);
  const QRect name(layoutDirection() == Qt::RightToLeft ? width() - kPlaceWidth : 0, place.top(),
                   kPlaceWidth - kHourWidth / 2, place.height());
  drawWords(&painter, name, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_place, Qt::ElideRight, name.width()));
}

void DayTimeline::paintQuiet(QPainter& painter) const {
  const Tokens& tokens = Tokens::of(this);
  const QRect place = axis();
  for (const schedule::QuietSpan& span : m_quiet) {
    const int from = xOf(span.begin);
    const int until = xOf(span.end);
    const QRect area(std::min(from, until), place.top(), std::abs(until - from), place.height());
    painter.fillRect(area, tokens.surface2);
    painter.fillRect(area, QBrush(tokens.lineStrong, Qt::BDiagPattern));
  }
}

void DayTimeline::paintSending(QPainter& painter) const {
  if (!m_course.plan.whole.end.isValid() && m_course.plan.sending.empty()) {
    return paintBar(painter, m_course.plan.whole.begin, m_course.plan.whole.begin);
  }
  for (const schedule::QuietSpan& span : m_course.plan.sending) {
    if (span.begin < m_until) paintBar(painter, span.begin, std::min(span.end, m_until));
  }
}

void DayTimeline::paintBar(QPainter& painter, const QDateTime& begin, const QDateTime& end) const {
  const Tokens& tokens = Tokens::of(this);
  const int y = axis().center().y() - kSpanHeight / 2;
  const int from = xOf(begin);
  int until = xOf(end);
  if (std::abs(until - from) < kLeastBar)
    until = layoutDirection() == Qt::RightToLeft ? from - kLeastBar : from + kLeastBar;
  const QRect bar(std::min(from, until), y, std::abs(until - from), kSpanHeight);
  drawing::roundRect(&painter, bar, std::min<qreal>(3, bar.width() / 2.0), tokens.accent, QColor());
}

void DayTimeline::paintNow(QPainter& painter) const {
  if (m_now < m_from || m_now >= m_until) return;
  const Tokens& tokens = Tokens::of(this);
  const QRect place = axis();
  const int x = xOf(m_now);
  painter.fillRect(QRect(x - 1, place.top(), 2, place.height()), tokens.attention);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.attention);
  painter.drawEllipse(QPointF(x, place.top()), 3.5, 3.5);
}

}  // namespace heliograph::ui
