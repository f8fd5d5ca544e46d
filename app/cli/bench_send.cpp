// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_send.h"

#include <QCoreApplication>

#include "app/cli/bench_workspace.h"

namespace heliograph::cli {

Result<QJsonObject> benchSend() {
  constexpr std::chrono::milliseconds answersAfter{150};
  BenchWorkspace bench(answersAfter);
  HELIOGRAPH_TRY(bench.fill(6000));
  auto run = bench.publish();
  if (!run) return fail(run.error());

  delivery::DeliveryService& service = bench.workspace().delivery;
  QObject context;
  QObject::connect(&service, &delivery::DeliveryService::idle, &context, [&] { service.requestStop(); });
  QObject::connect(&service, &delivery::DeliveryService::stopped, &context, [] { QCoreApplication::quit(); });
  service.start();
  QCoreApplication::exec();

  auto report = bench.workspace().reports.ofRun(*run);
  if (!report) return fail(report.error());
  const qint64 accepted = report->people(delivery::RowState::Accepted);
  const double seconds = static_cast<double>(report->firstAcceptedAt.msecsTo(report->lastAcceptedAt)) / 1000;
  return QJsonObject{{QStringLiteral("accepted"), accepted},
                     {QStringLiteral("unclear"), report->people(delivery::RowState::InDoubt)},
                     {QStringLiteral("answer_ms"), static_cast<qint64>(answersAfter.count())},
                     {QStringLiteral("seconds"), seconds},
                     {QStringLiteral("per_second"), seconds > 0 ? static_cast<double>(accepted) / seconds : 0.0}};
}

}  // namespace heliograph::cli
