// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/over_time_card.h"

#include <QDateTime>
#include <QVBoxLayout>

#include "delivery/run/progress_words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/line_chart.h"

namespace heliograph::ui {

namespace {

constexpr int kAccentInk = 0;
constexpr int kProblemInk = 3;

}  // namespace

OverTimeCard::OverTimeCard(QWidget* parent)
    : Card(parent),
      m_chart(new LineChart),
      m_nothing(new Label(tr("Nothing has left yet."), TypeRole::Body, Ink::Text2)) {
  m_chart->setObjectName(QStringLiteral("report.chart"));
  body()->addWidget(new Label(tr("Over time"), TypeRole::Label));
  body()->addWidget(m_chart, 1);
  body()->addWidget(m_nothing, 1, Qt::AlignCenter);
  m_chart->hide();
}

void OverTimeCard::show(const std::vector<reports::TimelinePoint>& points) {
  LineChart::Line accepted{tr("accepted"), kAccentInk, {}};
  LineChart::Line refused{tr("refused"), kProblemInk, {}};
  for (const reports::TimelinePoint& point : points) {
    const qint64 at = point.at.toMSecsSinceEpoch();
    accepted.points.emplace_back(at, static_cast<double>(point.accepted));
    refused.points.emplace_back(at, static_cast<double>(point.refused));
  }
  const bool any = !points.empty() && points.back().accepted + points.back().refused > 0;
  std::vector<LineChart::Line> lines{std::move(accepted)};
  if (any && points.back().refused > 0) lines.push_back(std::move(refused));
  m_chart->setLines(std::move(lines));
  m_chart->setVisible(any);
  m_nothing->setVisible(!any);
}

void OverTimeCard::setForecast(const delivery::RunProgress& progress) {
  const double seconds = progress.waiting ? 0 : delivery::secondsLeft(progress);
  if (seconds <= 0) return m_chart->setForecast(0, 0);
  const qint64 end = QDateTime::currentMSecsSinceEpoch() + static_cast<qint64>(seconds * 1000);
  m_chart->setForecast(end, static_cast<double>(progress.count(delivery::RowState::Accepted) + progress.left()));
}

}  // namespace heliograph::ui
