// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"

#include "app/workspace/workspace_path.h"

namespace heliograph::cli {

Call::Call(Console& console, const QCommandLineParser& parser, QStringList arguments, QString workspace)
    : m_console(console),
      m_parser(parser),
      m_arguments(std::move(arguments)),
      m_chosenWorkspace(std::move(workspace)) {}

Call::~Call() = default;

Result<qint64> Call::number(const QString& option, qint64 fallback, qint64 least, qint64 most) {
  if (!isSet(option)) return fallback;
  bool isNumber = false;
  const qint64 number = value(option).toLongLong(&isNumber);
  if (!isNumber || number < least || number > most) {
    return wrongUsage(QStringLiteral("--%1 takes a whole number from %2 to %3.").arg(option).arg(least).arg(most));
  }
  return number;
}

Result<CampaignId> Call::campaignId() {
  bool isNumber = false;
  const CampaignId id{argument(0).toLongLong(&isNumber)};
  if (!isNumber || !id.isValid()) {
    return wrongUsage(QStringLiteral("\"%1\" is no campaign's number. `heliograph campaign list` shows the numbers.")
                          .arg(argument(0)));
  }
  return id;
}

Result<app::Workspace*> Call::workspace() {
  return open(false);
}

Result<app::Workspace*> Call::workspaceOrNew() {
  return open(true);
}

Result<QString> Call::workspacePath() const {
  return app::workspacePath(m_chosenWorkspace);
}

Result<app::Workspace*> Call::open(bool create) {
  if (m_workspace) return m_workspace.get();
  auto path = workspacePath();
  if (!path) return fail(path.error());
  auto opened = app::Workspace::open(*path, {.create = create});
  if (!opened) return fail(opened.error());
  m_workspace = std::move(*opened);
  return m_workspace.get();
}

tl::unexpected<Error> Call::wrongUsage(const QString& message) {
  m_wrongUsage = true;
  return fail(ErrorCode::InvalidInput, message);
}

}  // namespace heliograph::cli
