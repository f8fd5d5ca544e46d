// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_memory.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include "app/cli/bench_workspace.h"
#include "app/cli/process_memory.h"

namespace heliograph::cli {
namespace {

/// Sends until everybody of the run has a row and some hundred are accepted.
void sendForAWhile(delivery::DeliveryService& service, RunId run) {
  QObject context;
  QObject::connect(
      &service, &delivery::DeliveryService::progress, &context, [&](const delivery::RunProgress& progress) {
        const bool filled = progress.state != delivery::RunState::Due && progress.state != delivery::RunState::Filling;
        if (progress.run == run && filled && progress.count(delivery::RowState::Accepted) > 500) service.requestStop();
      });
  QObject::connect(&service, &delivery::DeliveryService::idle, &context, [&] { service.requestStop(); });
  QObject::connect(&service, &delivery::DeliveryService::stopped, &context, [] { QCoreApplication::quit(); });
  service.start();
  QCoreApplication::exec();
}

}  // namespace

Result<QJsonObject> benchMemory() {
  constexpr qint64 people = 100'000;
  BenchWorkspace bench(std::chrono::milliseconds(20));
  HELIOGRAPH_TRY(bench.fill(people));
  // So that making the people is not counted.
  forgetMemoryPeak();
  const double before = memoryMegabytes("VmRSS");
  if (before < 0)
    return fail(ErrorCode::Unsupported, QStringLiteral("This system doesn't say how much memory is used."));
  QElapsedTimer timer;
  timer.start();
  auto run = bench.publish();
  if (!run) return fail(run.error());
  sendForAWhile(bench.workspace().delivery, *run);
  return QJsonObject{{QStringLiteral("people"), people},
                     {QStringLiteral("before_mb"), before},
                     {QStringLiteral("peak_mb"), memoryMegabytes("VmHWM")},
                     {QStringLiteral("seconds"), static_cast<double>(timer.elapsed()) / 1000}};
}

}  // namespace heliograph::cli
