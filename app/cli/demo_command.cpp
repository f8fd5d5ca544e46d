// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo_command.h"

#include "app/cli/call.h"
#include "app/demo/demo_workspace.h"

namespace heliograph::cli {
namespace {

const QString kProfiles = QStringLiteral("profiles");
const QString kEvents = QStringLiteral("events");
const QString kSeed = QStringLiteral("seed");

Result<> demo(Call& call) {
  const app::DemoOptions defaults;
  auto profiles = call.number(kProfiles, defaults.profiles, 1, 10'000'000);
  if (!profiles) return fail(profiles.error());
  auto events = call.number(kEvents, 0, 0, 1'000'000'000);
  if (!events) return fail(events.error());
  auto seed = call.number(kSeed, defaults.seed, 0, 0xffffffffLL);
  if (!seed) return fail(seed.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  auto made = app::fillWithSample(**workspace, {*profiles, static_cast<quint32>(*seed), *events});
  if (!made) return fail(made.error());
  const QString path = (*workspace)->database.path();
  call.console().answer({{QStringLiteral("workspace"), path},
                         {QStringLiteral("profiles"), made->people.created},
                         {QStringLiteral("events"), made->events},
                         {QStringLiteral("provider"), made->provider.value},
                         {QStringLiteral("segment"), made->segment.value},
                         {QStringLiteral("campaign"), made->campaign.value}},
                        QStringLiteral("%1 people, %2 events, a sandbox provider, a segment and campaign %3, in %4")
                            .arg(made->people.created)
                            .arg(made->events)
                            .arg(made->campaign.value)
                            .arg(path));
  return {};
}

}  // namespace

std::vector<Command> demoCommands() {
  const QString number = QStringLiteral("N");
  return {{QStringLiteral("demo"),
           {},
           QStringLiteral("Makes a sample workspace."),
           0,
           0,
           {valueOption(kProfiles, number, QStringLiteral("How many people (2000).")),
            valueOption(kEvents, number, QStringLiteral("How many events in a shop and with a travel company (0).")),
            valueOption(kSeed, number, QStringLiteral("The same number gives the same people."))},
           demo}};
}

}  // namespace heliograph::cli
