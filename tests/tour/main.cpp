// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

#include "app/demo/demo_workspace.h"
#include "app/window/services_of.h"
#include "camera.h"
#include "support/sample_events.h"
#include "ui/theme/theme.h"
#include "walk.h"

namespace {

using namespace heliograph;

constexpr int kPeopleWithEvents = 2000;

std::unique_ptr<app::Workspace> sampleWorkspace(const QString& file) {
  auto workspace = app::Workspace::open(file);
  if (!workspace) qFatal("no workspace: %s", qPrintable(workspace.error().message));
  if (auto made = app::fillWithSample(**workspace, {}); !made)
    qFatal("no sample: %s", qPrintable(made.error().message));
  if (auto served = (*workspace)->startSandboxIfNeeded(); !served) {
    qFatal("no sandbox: %s", qPrintable(served.error().message));
  }
  return std::move(*workspace);
}

/// So that there is a report to look at.
void publishSample(app::Workspace& workspace) {
  const auto all = workspace.campaigns.list();
  if (!all || all->empty()) qFatal("the sample has no campaign");
  auto campaign = workspace.campaigns.clone(all->front().id);
  if (!campaign) qFatal("no copy: %s", qPrintable(campaign.error().message));
  campaign->name = QStringLiteral("Diwali early access");
  campaign->when = schedule::OnPublish{};
  campaign->goal = audience::Goal{QStringLiteral("Charged"), {}, 3, audience::TimeUnit::Days, QStringLiteral("Amount")};
  campaign->holdBack = campaign->holdBack.withPercent(10);
  campaign->message = "Hi {{ Profile.first_name }}, early access starts now: nova.mt/diwali";
  const auto revision = workspace.campaigns.save(*campaign, campaign->revision);
  const auto report = workspace.publisher.check(*campaign);
  if (!revision || !report) qFatal("the sample can't be checked");
  const auto version = workspace.publisher.publish(campaign->id, *revision, report->sendable);
  if (!version) qFatal("not published: %s", qPrintable(version.error().message));
  workspace.delivery.start();
  tour::waitUntil([&] { return workspace.campaigns.summary(campaign->id)->standing == campaign::Standing::Done; },
                  "the sample to be sent");
  test::addSampleConversions(workspace.database, workspace.clock, 9);
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);  // takes its own options, -reverse among them
  QStringList only;
  for (int i = 2; i < argc; ++i) only << QString::fromLocal8Bit(argv[i]);
  const QStringList stops = tour::stopNames();
  const bool unknown =
      std::any_of(only.begin(), only.end(), [&](const QString& each) { return !stops.contains(each); });
  if (argc < 2 || argv[1][0] == '-' || unknown) {
    std::fprintf(stderr, "heliograph_tour FOLDER [STOP...]: writes pictures of every page, or of those stops: %s\n",
                 qPrintable(stops.join(QStringLiteral(", "))));
    return 2;
  }
  QTemporaryDir folder;
  QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
  ui::Theme theme(application);
  auto workspace = sampleWorkspace(folder.filePath(QStringLiteral("tour.heliograph")));
  test::addSampleEvents(workspace->database, workspace->clock, kPeopleWithEvents);
  publishSample(*workspace);
  ui::Services services = app::servicesOf(*workspace, theme);
  services.countdown = std::chrono::milliseconds(400);
  tour::Camera camera(QString::fromLocal8Bit(argv[1]));
  tour::walk(services, settings, camera, only);
  std::printf("%d pictures\n", camera.count());
  return 0;
}
