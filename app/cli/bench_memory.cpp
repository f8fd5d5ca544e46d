// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_memory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include "app/cli/bench_workspace.h"

namespace heliograph::cli {
namespace {

/// A figure of /proc/self/status in MB (10^6 bytes); -1 if there is none.
double statusMegabytes(const QByteArray& name) {
  QFile file(QStringLiteral("/proc/self/status"));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  for (const QByteArray& line : file.readAll().split('\n')) {
    if (line.startsWith(name + ':'))
      return line.mid(name.size() + 1).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
  }
  return -1;
}

/// Lets the peak begin at what is used now, so that making the people is not counted.
void forgetPeak() {
  QFile file(QStringLiteral("/proc/self/clear_refs"));
  if (file.open(QIODevice::WriteOnly)) file.write("5");
}

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
  forgetPeak();
  const double before = statusMegabytes("VmRSS");
  if (before < 0)
    return fail(ErrorCode::Unsupported, QStringLiteral("This system doesn't say how much memory is used."));
  QElapsedTimer timer;
  timer.start();
  auto run = bench.publish();
  if (!run) return fail(run.error());
  sendForAWhile(bench.workspace().delivery, *run);
  return QJsonObject{{QStringLiteral("people"), people},
                     {QStringLiteral("before_mb"), before},
                     {QStringLiteral("peak_mb"), statusMegabytes("VmHWM")},
                     {QStringLiteral("seconds"), static_cast<double>(timer.elapsed()) / 1000}};
}

}  // namespace heliograph::cli
