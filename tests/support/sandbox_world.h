// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sandbox/sandbox_server.h"
#include "support/sending_world.h"

namespace heliograph::test {

/// People, and a sandbox of the test's own that takes what is sent to them.
struct SandboxWorld : SendingWorld {
  explicit SandboxWorld(int people) : SendingWorld(people) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
  }

  providers::SandboxServer sandbox;
  ProviderId provider;
};

}  // namespace heliograph::test
