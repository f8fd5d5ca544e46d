// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_loader.h"

#include "campaign/campaign_repository.h"
#include "reports/report_repository.h"

namespace heliograph::ui {

namespace {

constexpr int kLeastPauseMs = 600;
/// So many times as long as reading took nothing is read.
constexpr int kRest = 5;

Result<ReportContents> readContents(const Services& services, CampaignId id) {
  auto campaign = services.campaigns.summary(id);
  if (!campaign) return fail(campaign.error());
  auto reports = services.reports.ofCampaign(id);
  if (!reports) return fail(reports.error());
  ReportContents contents{std::move(*campaign), std::move(*reports), {}};
  for (const reports::RunReport& report : contents.reports) {
    auto timeline = reports::readTimeline(services.database, report.run.id, services.clock.now());
    if (!timeline) return fail(timeline.error());
    contents.timelines[report.run.id] = std::move(*timeline);
  }
  return contents;
}

}  // namespace

ReportLoader::ReportLoader(Services& services, CampaignId campaign, QObject* parent)
    : QObject(parent), m_services(services), m_campaign(campaign) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kLeastPauseMs);
  connect(&m_soon, &QTimer::timeout, this, &ReportLoader::load);
}

void ReportLoader::loadSoon() {
  if (!m_soon.isActive()) m_soon.start();
}

void ReportLoader::load() {
  if (m_loading) {
    m_again = true;
    return;
  }
  m_loading = true;
  m_took.start();
  m_services.background.run([services = m_services, id = m_campaign] { return readContents(services, id); })
      .then(this, [this](const Result<ReportContents>& contents) { take(contents); });
}

void ReportLoader::take(const Result<ReportContents>& contents) {
  m_loading = false;
  m_soon.setInterval(std::max(kLeastPauseMs, static_cast<int>(m_took.elapsed()) * kRest));
  if (std::exchange(m_again, false)) loadSoon();
  if (contents) {
    Q_EMIT loaded(*contents);
  } else {
    Q_EMIT failed(contents.error().message);
  }
}

}  // namespace heliograph::ui
