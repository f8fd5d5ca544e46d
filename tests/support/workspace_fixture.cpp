// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/workspace_fixture.h"

namespace heliograph::test {

WorkspaceFixture::WorkspaceFixture() {
  auto opened = storage::Database::open(m_folder.filePath(QStringLiteral("test.heliograph")));
  if (!opened) qFatal("no workspace for the test: %s", qPrintable(opened.error().message + opened.error().detail));
  m_database = std::move(*opened);
}

}  // namespace heliograph::test
