// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_workspace.h"

#include "app/demo/demo_workspace.h"

namespace heliograph::cli {
namespace {

Result<> addStub(const app::Workspace& workspace, const QString& url) {
  providers::Provider provider;
  provider.name = QStringLiteral("Stub");
  provider.type = QStringLiteral("sandbox");
  provider.baseUrl = url;
  // What is measured is this program, not a limit that is kept for a provider's sake.
  provider.settings = {{QStringLiteral("max_per_second"), QStringLiteral("100000")},
                       {QStringLiteral("max_in_flight"), QStringLiteral("1000")}};
  auto id = workspace.providers.create(provider);
  if (!id) return fail(id.error());
  return workspace.providers.setDefault(*id);
}

}  // namespace

Result<> BenchWorkspace::fill(qint64 people) {
  auto opened = app::Workspace::open(m_folder.filePath(QStringLiteral("bench.heliograph")));
  if (!opened) return fail(opened.error());
  m_workspace = std::move(*opened);
  HELIOGRAPH_TRY(app::importDemoPeople(*m_workspace, {people, 1}));
  HELIOGRAPH_TRY(addStub(*m_workspace, m_stub.url()));
  campaign::Campaign campaign;
  campaign.name = QStringLiteral("Bench");
  campaign.message =
      "Hi {{ Profile.first_name | default: \"there\" }}, you have {{ Profile.points | default: 0 }} points.";
  campaign.audience = campaign::Audience::everybody();
  campaign.when = schedule::OnPublish{};
  auto created = m_workspace->campaigns.create(std::move(campaign));
  if (!created) return fail(created.error());
  m_campaign = created->id;
  return {};
}

Result<RunId> BenchWorkspace::publish() {
  auto campaign = m_workspace->campaigns.load(m_campaign);
  if (!campaign) return fail(campaign.error());
  auto report = m_workspace->publisher.check(*campaign);
  if (!report) return fail(report.error());
  auto published = m_workspace->publisher.publish(m_campaign, campaign->revision, report->sendable);
  if (!published) return fail(published.error());
  return published->runs.front();
}

}  // namespace heliograph::cli
