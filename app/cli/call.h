// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QJsonObject>
#include <memory>

#include "app/cli/console.h"
#include "app/workspace/workspace.h"
#include "core/ids.h"
#include "core/result.h"

namespace heliograph::cli {

/// One run of a command: its arguments and options, where it answers, and the workspace, opened when it is asked for.
class Call final {
 public:
  Call(Console& console, const QCommandLineParser& parser, QStringList arguments, QString workspace);
  ~Call();
  Q_DISABLE_COPY_MOVE(Call)

  [[nodiscard]] Console& console() { return m_console; }

  [[nodiscard]] int count() const { return static_cast<int>(m_arguments.size()); }
  [[nodiscard]] QString argument(int index) const { return m_arguments.value(index); }
  [[nodiscard]] bool isSet(const QString& option) const { return m_parser.isSet(option); }
  [[nodiscard]] QString value(const QString& option) const { return m_parser.value(option); }
  [[nodiscard]] QStringList values(const QString& option) const { return m_parser.values(option); }

  /// A whole number from `least` to `most`; `fallback` when the option isn't given. Errors: wrong usage.
  [[nodiscard]] Result<qint64> number(const QString& option, qint64 fallback, qint64 least, qint64 most);
  /// The first argument as a campaign's number. Errors: wrong usage.
  [[nodiscard]] Result<CampaignId> campaignId();

  /// The workspace, which has to be there. Errors: those of opening it.
  [[nodiscard]] Result<app::Workspace*> workspace();
  /// The workspace, made if there is none.
  [[nodiscard]] Result<app::Workspace*> workspaceOrNew();

  /// Where the workspace is or would be. Errors: see app::workspacePath().
  [[nodiscard]] Result<QString> workspacePath() const;

  /// The error for a command that was called in a wrong way; the exit code becomes 2.
  [[nodiscard]] tl::unexpected<Error> wrongUsage(const QString& message);
  [[nodiscard]] bool isWrongUsage() const { return m_wrongUsage; }

 private:
  [[nodiscard]] Result<app::Workspace*> open(bool create);

  Console& m_console;
  const QCommandLineParser& m_parser;
  QStringList m_arguments;
  QString m_chosenWorkspace;
  std::unique_ptr<app::Workspace> m_workspace;
  bool m_wrongUsage = false;
};

}  // namespace heliograph::cli
