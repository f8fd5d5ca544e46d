// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include "audience/profile_import.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

namespace heliograph::test {

/// A workspace that is filled by importing CSV texts, as a person would.
class People final {
 public:
  [[nodiscard]] const storage::Database& database() { return m_workspace.database(); }
  [[nodiscard]] WorkspaceFixture& workspace() { return m_workspace; }
  [[nodiscard]] ManualClock& clock() { return m_clock; }

  /// Writes a file beside the workspace.
  QString file(const QByteArray& csv, const QString& name = QStringLiteral("people.csv")) {
    const QString path = m_workspace.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size()) qFatal("no file for the test");
    return path;
  }

  Result<audience::ImportReport> import(const QByteArray& csv, audience::ImportOptions options = {}) {
    if (options.region.isEmpty()) options.region = QStringLiteral("IN");
    options.zone = QTimeZone::utc();
    return audience::ProfileImport(database(), m_clock).run(file(csv), options);
  }

 private:
  WorkspaceFixture m_workspace;
  ManualClock m_clock;
};

}  // namespace heliograph::test
