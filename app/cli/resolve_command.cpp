// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resolve_command.h"

#include "app/cli/call.h"

namespace heliograph::cli {
namespace {

const QString kInDoubt = QStringLiteral("in-doubt");
const QString kIdentity = QStringLiteral("identity");

Result<> answerSettled(Call& call, const Result<int>& settled, const QString& words) {
  if (!settled) return fail(settled.error());
  call.console().answer({{QStringLiteral("settled"), *settled}}, words.arg(*settled));
  return {};
}

Result<> askProviders(Call& call, app::Workspace& workspace, const delivery::UnclearSelection& selection) {
  HELIOGRAPH_TRY(workspace.startSandboxIfNeeded());
  auto asking = workspace.settle.ask(selection);
  asking.waitForFinished();
  auto report = asking.result();
  if (!report) return fail(report.error());
  call.console().answer({{QStringLiteral("asked"), report->asked},
                         {QStringLiteral("found"), report->found},
                         {QStringLiteral("not_found"), report->notFound},
                         {QStringLiteral("unclear"), report->unclear},
                         {QStringLiteral("unable"), report->unable}},
                        QStringLiteral("%1 asked: %2 found, %3 not found, %4 without a clear answer, %5 can't be asked")
                            .arg(report->asked)
                            .arg(report->found)
                            .arg(report->notFound)
                            .arg(report->unclear)
                            .arg(report->unable));
  return {};
}

Result<> resolve(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  const QString how = call.value(kInDoubt);
  if (how != u"ask" && how != u"sent" && how != u"not-sent") {
    return call.wrongUsage(QStringLiteral("--in-doubt is ask, sent or not-sent."));
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  HELIOGRAPH_TRY((*workspace)->campaigns.summary(*id));
  delivery::UnclearSelection selection;
  selection.campaign = *id;
  selection.identity = call.value(kIdentity);
  if (how == u"ask") return askProviders(call, **workspace, selection);
  const auto& settle = (*workspace)->settle;
  if (how == u"sent") {
    return answerSettled(call, settle.asSent(selection), QStringLiteral("%1 messages count as sent now."));
  }
  return answerSettled(call, settle.asNotSent(selection), QStringLiteral("%1 messages can be sent again."));
}

}  // namespace

std::vector<Command> resolveCommands() {
  return {{QStringLiteral("resolve"),
           QStringLiteral("ID --in-doubt ask|sent|not-sent"),
           QStringLiteral("Settles messages that may have arrived."),
           1,
           1,
           {valueOption(kInDoubt, QStringLiteral("HOW"),
                        QStringLiteral("ask the provider, or say that they were sent, or not-sent.")),
            valueOption(kIdentity, QStringLiteral("X"), QStringLiteral("Only this person's."))},
           resolve}};
}

}  // namespace heliograph::cli
