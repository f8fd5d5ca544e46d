// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace_path.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace heliograph::app {

Result<QString> workspacePath(const QString& chosen) {
  QString path = chosen.isEmpty() ? qEnvironmentVariable("HELIOGRAPH_WORKSPACE") : chosen;
  if (path.isEmpty()) {
    path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/heliograph/workspace.heliograph");
  }
  if (path.contains(u"://")) {
    return fail(ErrorCode::Unsupported, QStringLiteral("This version keeps workspaces in files only. Name a file."));
  }
  return QFileInfo(path).absoluteFilePath();
}

}  // namespace heliograph::app
