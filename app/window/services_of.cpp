// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/services_of.h"

namespace heliograph::app {

ui::Services servicesOf(Workspace& workspace, ui::Theme& theme) {
  return {
      .background = workspace.background,
      .clock = workspace.clock,
      .database = workspace.database,
      .theme = theme,
      .profiles = workspace.profiles,
      .segments = workspace.segments,
      .columns = workspace.columns,
      .reach = workspace.reach,
      .import = workspace.import,
      .definitions = workspace.definitions,
      .providers = workspace.providers,
      .groups = workspace.groups,
      .routes = workspace.routes,
      .prices = workspace.prices,
      .shortenerKinds = workspace.shortenerKinds,
      .shorteners = workspace.shorteners,
      .secrets = workspace.secrets,
      .secretsForNow = *workspace.sessionSecrets,
      .sandboxRecord = EmbeddedSandbox::recordFile(workspace.database.path()),
      .startSandbox = [&workspace] { return workspace.startSandbox(); },
      .snippets = workspace.snippets,
      .templates = workspace.templates,
      .coupons = workspace.coupons,
      .linked = workspace.linked,
      .campaigns = workspace.campaigns,
      .labels = workspace.labels,
      .exchange = workspace.exchange,
      .savedFilters = workspace.savedFilters,
      .publisher = workspace.publisher,
      .everybody = workspace.everybody,
      .runs = workspace.runControl,
      .shortening = workspace.shortening,
      .testSend = workspace.testSend,
      .linkedTest = workspace.linkedTest,
      .settle = workspace.settle,
      .http = workspace.http,
      .delivery = workspace.delivery,
      .reports = workspace.reports,
  };
}

}  // namespace heliograph::app
