// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deliver_command.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/stop_signals.h"
#include "net/environment_secret_store.h"
#include "providers/routes/provider_secrets.h"

namespace heliograph::cli {
namespace {

const QString kUntilIdle = QStringLiteral("until-idle");
const QString kWorkers = QStringLiteral("workers");
const QString kPauseRefused = QStringLiteral("pause-refused");

using delivery::RowState;
using delivery::RunProgress;

QJsonArray leftOutJson(const std::vector<delivery::LeftOut>& providers) {
  QJsonArray list;
  for (const delivery::LeftOut& one : providers) {
    list.append(QJsonObject{{QStringLiteral("provider"), one.name},
                            {QStringLiteral("code"), one.code},
                            {QStringLiteral("words"), one.words},
                            {QStringLiteral("since"), one.since.toString(Qt::ISODate)}});
  }
  return list;
}

QJsonObject progressJson(const RunProgress& progress) {
  return {{QStringLiteral("campaign"), progress.campaign.value},
          {QStringLiteral("run"), progress.run.value},
          {QStringLiteral("state"), delivery::runStateName(progress.state)},
          {QStringLiteral("reason"), progress.reason},
          {QStringLiteral("words"), progress.words},
          {QStringLiteral("left_out"), leftOutJson(progress.leftOut)},
          {QStringLiteral("audience"), progress.total + progress.notDrawn},
          {QStringLiteral("left"), progress.left()},
          {QStringLiteral("held"), progress.count(RowState::Held)},
          {QStringLiteral("held_until"), progress.keptUntil.toString(Qt::ISODate)},
          {QStringLiteral("taking_back"), progress.takingBack},
          {QStringLiteral("accepted"), progress.count(RowState::Accepted)},
          {QStringLiteral("refused"), progress.count(RowState::Refused)},
          {QStringLiteral("in_doubt"), progress.unclear()},
          {QStringLiteral("skipped"), progress.count(RowState::Skipped)},
          {QStringLiteral("quiet"), progress.quiet},
          {QStringLiteral("quiet_until"), progress.quietUntil.toString(Qt::ISODate)}};
}

/// What only some runs have.
QString keptWords(const RunProgress& progress) {
  const qint64 held = progress.count(RowState::Held);
  return held > 0 ? QStringLiteral(", kept by the provider %1").arg(held) : QString();
}

QString progressWords(const RunProgress& progress) {
  return QStringLiteral("campaign %1, run %2: %3; accepted %4, refused %5, unclear %6, left out %7, to go %8%9")
      .arg(progress.campaign.value)
      .arg(progress.run.value)
      .arg(progress.words)
      .arg(progress.count(RowState::Accepted))
      .arg(progress.count(RowState::Refused))
      .arg(progress.unclear())
      .arg(progress.count(RowState::Skipped))
      .arg(progress.left())
      .arg(keptWords(progress));
}

/// Nobody is left who takes the rest, or who could is not ready; quiet hours and kept messages end by themselves.
bool isStuck(const RunProgress& progress) {
  if (progress.state == delivery::RunState::Paused) {
    return progress.reason == delivery::hold::noProvider || progress.reason == delivery::hold::noCountry;
  }
  return progress.state == delivery::RunState::Running && progress.waiting && progress.left() > 0 &&
         !progress.quietOnly;
}

/// Where a missing secret may be put when there is no window; empty if none is missing.
QString howToGive(const app::Workspace& workspace, const RunProgress& progress) {
  if (progress.state != delivery::RunState::Running) return {};
  const auto provider = workspace.providers.byId(progress.secretOf);
  if (!provider) return {};
  const auto definition = workspace.definitions.definitionOf(*provider);
  if (!definition) return {};
  const auto known = providers::readSecrets(*definition, *provider, workspace.secrets);
  if (!known) return {};
  QStringList names;
  for (const QString& field : known->missing) {
    names << net::EnvironmentSecretStore::variableName(provider->name, field);
  }
  return names.isEmpty() ? QString()
                         : QStringLiteral(" Or set it in the environment: %1.").arg(names.join(QStringLiteral(", ")));
}

/// Says how each run goes whenever that changed.
class ProgressLines final {
 public:
  explicit ProgressLines(Console& console) : m_console(console) {}

  void show(const RunProgress& progress) {
    RunProgress& last = m_last[progress.run.value];
    RunProgress steady = progress;
    steady.perSecond = 0;
    if (last == steady) return;
    last = steady;
    m_console.answer(progressJson(progress), progressWords(progress));
  }

  /// What a run needs that nobody here can send for any more, when nothing is left to do; nothing if there is none.
  [[nodiscard]] Result<> whatIsStuck(const app::Workspace& workspace) const {
    for (const RunProgress& progress : m_last) {
      if (!isStuck(progress)) continue;
      return fail(ErrorCode::Credentials, QStringLiteral("Campaign %1 isn't sent to the end. %2%3")
                                              .arg(progress.campaign.value)
                                              .arg(progress.words, howToGive(workspace, progress)));
    }
    return {};
  }

 private:
  Console& m_console;
  QHash<qint64, RunProgress> m_last;
};

Result<> deliver(Call& call) {
  auto workers = call.number(kWorkers, 2, 1, 16);
  if (!workers) return fail(workers.error());
  auto mostRefused = call.number(kPauseRefused, 100, 1, 100);
  if (!mostRefused) return fail(mostRefused.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  // A sandbox provider may be added while this runs.
  HELIOGRAPH_TRY((*workspace)->prepareSandbox());
  HELIOGRAPH_TRY((*workspace)->startSandbox());

  delivery::DeliveryService& service = (*workspace)->delivery;
  ProgressLines lines(call.console());
  QObject context;
  QObject::connect(&service, &delivery::DeliveryService::progress, &context,
                   [&](const RunProgress& progress) { lines.show(progress); });
  QObject::connect(&service, &delivery::DeliveryService::problem, &context, [&](const Error& error) {
    if (!error.message.isEmpty()) call.console().error(error.message);
  });
  QObject::connect(&service, &delivery::DeliveryService::stopped, &context, [] { QCoreApplication::quit(); });
  if (call.isSet(kUntilIdle)) {
    QObject::connect(&service, &delivery::DeliveryService::idle, &context, [&] { service.requestStop(); });
  }
  const StopSignals signals_([&] { service.requestStop(); });
  service.pauseWhenRefused(static_cast<int>(*mostRefused));
  service.start(static_cast<int>(*workers));
  QCoreApplication::exec();
  return call.isSet(kUntilIdle) ? lines.whatIsStuck(**workspace) : Result<>();
}

}  // namespace

std::vector<Command> deliverCommands() {
  return {
      {QStringLiteral("deliver"),
       {},
       QStringLiteral("Sends what is due, without a window."),
       0,
       0,
       {flagOption(
            kUntilIdle,
            QStringLiteral(
                "Ends when nothing is left to do now; what waits for the end of quiet hours stays for the next time.")),
        valueOption(kPauseRefused, QStringLiteral("PERCENT"),
                    QStringLiteral("Pauses a run when more of its last messages are refused (never).")),
        valueOption(kWorkers, QStringLiteral("N"), QStringLiteral("Sending threads (2)."))},
       deliver}};
}

}  // namespace heliograph::cli
