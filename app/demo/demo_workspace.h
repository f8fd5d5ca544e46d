// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "audience/events/event_import.h"
#include "core/ids.h"
#include "core/result.h"

namespace heliograph::app {

/// What a sample workspace holds.
struct DemoOptions {
  qint64 profiles = 2000;
  quint32 seed = 1;
  qint64 events = 0;
};

/// What was made.
struct DemoReport {
  audience::ImportReport people;
  qint64 events = 0;
  ProviderId provider;
  SegmentId segment;
  CampaignId campaign;
};

/// Fills an empty workspace with made-up people, the sandbox as default provider, a saved segment and a draft. Errors:
/// Conflict if there are people in it already.
[[nodiscard]] Result<DemoReport> fillWithSample(Workspace& workspace, const DemoOptions& options);

/// Made-up people only, imported like a file of a person's own. Errors: those of the import.
[[nodiscard]] Result<audience::ImportReport> importDemoPeople(Workspace& workspace, const DemoOptions& options);

/// Made-up events of these people. Errors: those of the import.
[[nodiscard]] Result<audience::EventImportReport> importDemoEvents(Workspace& workspace, const DemoOptions& options);

}  // namespace heliograph::app
