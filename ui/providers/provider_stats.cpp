// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_stats.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/line_chart.h"

namespace heliograph::ui {

namespace {

constexpr int kStatsChartHeight = 200;

LineChart::Line lineOf(const reports::ProviderStatistics& statistics, const QString& label, int ink,
                       qint64 reports::ProviderDay::*figure) {
  LineChart::Line line{label, ink, {}};
  for (const reports::ProviderDay& day : statistics.days) {
    line.points.emplace_back(day.day.startOfDay().toMSecsSinceEpoch(), static_cast<double>(day.*figure));
  }
  return line;
}

}  // namespace

ProviderStats::ProviderStats(QWidget* parent)
    : QWidget(parent),
      m_chart(new LineChart),
      m_nothing(new Label({}, TypeRole::Body, Ink::Text2)),
      m_totalSent(new FactRow(tr("Sent"), {})),
      m_totalDelivered(new FactRow(tr("Delivered"), {})),
      m_totalErrors(new FactRow(tr("Errors"), {})),
      m_totalClicks(new FactRow(tr("Clicks"), {})),
      m_rate(new FactRow(tr("Delivery rate"), {})),
      m_dailySent(new FactRow(tr("Sent a day, on average"), {})) {
  setObjectName(QStringLiteral("provider.stats"));
  auto* toggles = new QHBoxLayout;
  m_sent = addToggle(tr("Sent"), QStringLiteral("stats.sent"), true);
  m_errors = addToggle(tr("Errors"), QStringLiteral("stats.errors"), true);
  m_clicks = addToggle(tr("Clicks"), QStringLiteral("stats.clicks"), false);
  for (QCheckBox* toggle : {m_sent, m_errors, m_clicks}) toggles->addWidget(toggle);
  toggles->addStretch();
  m_chart->setFixedHeight(kStatsChartHeight);
  m_nothing->setObjectName(QStringLiteral("stats.nothing"));
  m_nothing->setWordWrap(true);
  m_rate->setObjectName(QStringLiteral("stats.rate"));
  m_totalSent->setObjectName(QStringLiteral("stats.totalSent"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("The last %1 days").arg(days), TypeRole::Hint, Ink::Text3));
  column->addLayout(toggles);
  column->addWidget(m_chart);
  column->addWidget(m_nothing);
  for (FactRow* row : {m_totalSent, m_totalDelivered, m_rate, m_totalErrors, m_totalClicks, m_dailySent}) {
    column->addWidget(row);
  }
  column->addStretch();
}

QCheckBox* ProviderStats::addToggle(const QString& text, const QString& name, bool on) {
  auto* toggle = new QCheckBox(text);
  toggle->setObjectName(name);
  toggle->setChecked(on);
  connect(toggle, &QCheckBox::toggled, this, &ProviderStats::draw);
  return toggle;
}

void ProviderStats::show(const reports::ProviderStatistics& statistics) {
  m_statistics = statistics;
  const reports::ProviderDay total = statistics.total();
  const QLocale locale;
  m_totalSent->setFact(tr("Sent"), locale.toString(total.sent));
  m_totalDelivered->setFact(tr("Delivered"), statistics.hasReceipts ? locale.toString(total.delivered) : tr("—"));
  m_totalErrors->setFact(tr("Errors"), locale.toString(total.errors));
  m_totalClicks->setFact(tr("Clicks"), locale.toString(total.clicks));
  const bool hasRate = statistics.hasReceipts && total.sent > 0;
  const double rate = hasRate ? 100.0 * static_cast<double>(total.delivered) / static_cast<double>(total.sent) : 0;
  m_rate->setFact(tr("Delivery rate"), hasRate ? tr("%1 %").arg(locale.toString(rate, 'f', 1)) : tr("—"));
  m_rate->setToolTip(hasRate ? QString() : tr("Known once the provider reports what was delivered"));
  m_dailySent->setFact(tr("Sent a day, on average"), locale.toString(total.sent / days));
  m_nothing->setText(total.sent + total.errors == 0 ? tr("Nothing was sent through it in these days.") : QString());
  showChart(m_nothing->text().isEmpty());
  draw();
}

void ProviderStats::showProblem(const QString& why) {
  m_nothing->setText(why);
  showChart(false);
}

/// Or the words in its place.
void ProviderStats::showChart(bool shown) {
  m_nothing->setVisible(!shown);
  for (QWidget* part : {static_cast<QWidget*>(m_chart), static_cast<QWidget*>(m_sent), static_cast<QWidget*>(m_errors),
                        static_cast<QWidget*>(m_clicks)}) {
    part->setVisible(shown);
  }
}

void ProviderStats::draw() {
  std::vector<LineChart::Line> lines;
  using Day = reports::ProviderDay;
  if (m_sent->isChecked()) lines.push_back(lineOf(m_statistics, tr("Sent"), 0, &Day::sent));
  if (m_errors->isChecked()) lines.push_back(lineOf(m_statistics, tr("Errors"), 3, &Day::errors));
  if (m_clicks->isChecked()) lines.push_back(lineOf(m_statistics, tr("Clicks"), 1, &Day::clicks));
  m_chart->setLines(std::move(lines));
}

}  // namespace heliograph::ui
