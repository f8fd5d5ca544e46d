// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <chrono>
#include <memory>

#include "app/cli/bench_stub.h"
#include "app/workspace/workspace.h"
#include "core/result.h"

namespace heliograph::cli {

/// A workspace for one measurement: made-up people, a provider that stands on this computer, and a campaign for
/// everybody. Gone with the object.
class BenchWorkspace final {
 public:
  BenchWorkspace(std::chrono::milliseconds answersAfter) : m_stub(answersAfter) {}

  /// Makes it. Errors: those of the import and of storage.
  [[nodiscard]] Result<> fill(qint64 people);

  [[nodiscard]] app::Workspace& workspace() { return *m_workspace; }
  [[nodiscard]] CampaignId campaign() const { return m_campaign; }

  /// Publishes the campaign to everybody who can be sent to; gives its run.
  [[nodiscard]] Result<RunId> publish();

 private:
  QTemporaryDir m_folder;
  BenchStub m_stub;
  std::unique_ptr<app::Workspace> m_workspace;
  CampaignId m_campaign;
};

}  // namespace heliograph::cli
