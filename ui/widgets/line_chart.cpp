// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_chart.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/tone.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int LeftRoom = 48;
constexpr int RightRoom = 72;
constexpr int TopRoom = 10;
constexpr int BottomRoom = 28;
constexpr int GridLines = 4;
constexpr qint64 MinuteMs = 60 * 1000;
constexpr qint64 DayMs = 24 * 3600 * 1000;

/// The next figure of 1, 2, 4, 5, 8 times a power of ten.
double roundUp(double value) {
  if (value <= 4) return 4;
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 4.0, 5.0, 8.0, 10.0}) {
    if (step * power >= value) return step * power;
  }
  return 10 * power;
}

/// Where a chart's points lie on the widget.
struct Scale {
  QRectF area;
  qint64 begin = 0;
  qint64 end = 1;
  double top = 1;

  [[nodiscard]] QPointF at(qint64 time, double value) const {
    const double x = static_cast<double>(time - begin) / static_cast<double>(std::max<qint64>(1, end - begin));
    return {area.left() + x * area.width(), area.bottom() - value / top * area.height()};
  }
};

QColor lineColor(const Tokens& tokens, int ink) {
  constexpr std::array tones{Tone::Accent, Tone::Fine, Tone::Attention, Tone::Problem};
  return toneColor(tokens, tones[static_cast<std::size_t>(std::clamp(ink, 0, 3))]);
}

QString shortFigure(const QLocale& locale, double value) {
  if (value >= 10000) return LineChart::tr("%1 k").arg(locale.toString(static_cast<qint64>(value / 1000)));
  return locale.toString(static_cast<qint64>(value));
}

void paintGrid(QPainter& painter, const Scale& scale, const Tokens& tokens, const QLocale& locale) {
  painter.setFont(typeFont(TypeRole::Hint));
  for (int i = 0; i <= GridLines; ++i) {
    const double value = scale.top * i / GridLines;
    const int y = static_cast<int>(scale.at(scale.begin, value).y());
    painter.fillRect(QRect(static_cast<int>(scale.area.left()), y, static_cast<int>(scale.area.width()), 1),
                     tokens.line);
    if (i == 0 || i % 2 != 0) continue;
    painter.setPen(tokens.text3);
    drawTabular(&painter, QRect(0, y - 9, LeftRoom - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                shortFigure(locale, value));
  }
  painter.setPen(tokens.text3);
  const qint64 span = scale.end - scale.begin;
  const bool days = span > DayMs;
  // Below that two marks would show the same minute.
  const bool seconds = span < GridLines * MinuteMs;
  const bool weeks = span > 7 * DayMs;
  const QString format = weeks     ? QStringLiteral("d MMM")
                         : days    ? QStringLiteral("ddd HH:mm")
                         : seconds ? QStringLiteral("HH:mm:ss")
                                   : QStringLiteral("HH:mm");
  const int cell = days ? 96 : seconds ? 72 : 56;
  const int steps = std::clamp(static_cast<int>(scale.area.width()) / cell, 1, GridLines);
  for (int i = 0; i <= steps; ++i) {
    const qint64 time = scale.begin + (scale.end - scale.begin) * i / steps;
    const QString text = locale.toString(QDateTime::fromMSecsSinceEpoch(time), format);
    const int x = static_cast<int>(scale.at(time, 0).x());
    drawTabular(&painter, QRect(x - cell / 2, static_cast<int>(scale.area.bottom()) + 8, cell, 18),
                Qt::AlignHCenter | Qt::AlignVCenter, text);
  }
}

QPainterPath pathOf(const LineChart::Line& line, const Scale& scale) {
  QPainterPath path;
  for (std::size_t i = 0; i < line.points.size(); ++i) {
    const QPointF point = scale.at(line.points[i].first, line.points[i].second);
    if (i == 0)
      path.moveTo(point);
    else
      path.lineTo(point);
  }
  return path;
}

}  // namespace

LineChart::LineChart(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LineChart::setLines(std::vector<Line> lines) {
  m_lines = std::move(lines);
  QStringList words;
  for (const Line& line : m_lines) {
    if (!line.points.empty())
      words
          << tr("%1: %2 at the end").arg(line.label, locale().toString(static_cast<qint64>(line.points.back().second)));
  }
  setAccessibleName(words.join(QStringLiteral(", ")));
  update();
}

void LineChart::setForecast(qint64 atMs, double value) {
  m_forecastAt = atMs;
  m_forecastValue = value;
  update();
}

QSize LineChart::sizeHint() const {
  return {480, 260};
}

QSize LineChart::minimumSizeHint() const {
  return {240, 160};
}

void LineChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  Scale scale;
  scale.area = QRectF(LeftRoom, TopRoom, width() - LeftRoom - RightRoom, height() - TopRoom - BottomRoom);
  bool first = true;
  double highest = m_forecastAt != 0 ? m_forecastValue : 0;
  for (const Line& line : m_lines) {
    if (line.points.empty()) continue;
    scale.begin = first ? line.points.front().first : std::min(scale.begin, line.points.front().first);
    scale.end = first ? line.points.back().first : std::max(scale.end, line.points.back().first);
    first = false;
    for (const auto& point : line.points) highest = std::max(highest, point.second);
  }
  if (first) return;
  scale.end = std::max({scale.end, m_forecastAt, scale.begin + 60'000});
  scale.top = roundUp(highest);
  paintGrid(painter, scale, tokens, locale());

  painter.setRenderHint(QPainter::Antialiasing);
  if (!m_lines.front().points.empty()) {
    const auto& points = m_lines.front().points;
    QPainterPath area = pathOf(m_lines.front(), scale);
    area.lineTo(scale.at(points.back().first, 0));
    area.lineTo(scale.at(points.front().first, 0));
    painter.fillPath(area, tokens.accentWeak);
    if (m_forecastAt > points.back().first) {
      painter.setPen(QPen(tokens.lineStrong, 2, Qt::DotLine));
      painter.drawLine(scale.at(points.back().first, points.back().second), scale.at(m_forecastAt, m_forecastValue));
    }
  }
  qreal labelBelow = 0;
  painter.setFont(typeFont(TypeRole::Hint));
  for (const Line& line : m_lines) {
    if (line.points.empty()) continue;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(lineColor(tokens, line.ink), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(line, scale));
    const QPointF end = scale.at(line.points.back().first, line.points.back().second);
    const qreal y = std::max(end.y(), labelBelow);
    painter.drawText(QPointF(end.x() + 8, y + 4), line.label);
    labelBelow = y + 16;
  }
}

}  // namespace heliograph::ui
