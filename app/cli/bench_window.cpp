// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <algorithm>
#include <vector>

#include "app/cli/bench_workspace.h"
#include "delivery/outbox/run_repository.h"

namespace heliograph::cli {
namespace {

constexpr qint64 kPeople = 100'000;
constexpr int kStarts = 7;
constexpr int kLongestMs = 60'000;

/// The program with its window, as a process of its own that says when it can be used.
class WindowProcess final {
 public:
  explicit WindowProcess(const QString& workspace, bool stays) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HELIOGRAPH_REPORT_START"), stays ? QStringLiteral("stay") : QStringLiteral("1"));
    const bool display =
        environment.contains(QStringLiteral("DISPLAY")) || environment.contains(QStringLiteral("WAYLAND_DISPLAY"));
    if (!display) environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--workspace"), workspace});
  }
  ~WindowProcess() {
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) m_process.kill();
    m_process.waitForFinished();
  }
  Q_DISABLE_COPY_MOVE(WindowProcess)

  [[nodiscard]] Result<> waitUntilUsable() {
    if (m_process.waitForReadyRead(kLongestMs)) return {};
    return fail(ErrorCode::Timeout, QStringLiteral("The window did not open."));
  }
  /// The most memory it has used so far; 0 if the system doesn't say.
  [[nodiscard]] double peakMegabytes() const {
    QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
      if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
    }
    return 0;
  }
  void wait(int milliseconds) { m_process.waitForFinished(milliseconds); }

 private:
  QProcess m_process;
};

Result<double> startOnce(const QString& workspace) {
  QElapsedTimer timer;
  timer.start();
  WindowProcess window(workspace, false);
  HELIOGRAPH_TRY(window.waitUntilUsable());
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

Result<QJsonObject> benchStart() {
  BenchWorkspace bench(std::chrono::milliseconds(0));
  HELIOGRAPH_TRY(bench.fill(kPeople));
  const QString workspace = bench.workspace().database.path();
  std::vector<double> times;
  for (int i = 0; i <= kStarts; ++i) {
    auto took = startOnce(workspace);
    if (!took) return fail(took.error());
    if (i > 0) times.push_back(*took);
  }
  std::sort(times.begin(), times.end());
  return QJsonObject{{QStringLiteral("people"), kPeople},
                     {QStringLiteral("starts"), kStarts},
                     {QStringLiteral("median_ms"), times[kStarts / 2]},
                     {QStringLiteral("min_ms"), times.front()},
                     {QStringLiteral("max_ms"), times.back()}};
}

Result<QJsonObject> benchWindow() {
  BenchWorkspace bench(std::chrono::milliseconds(20));
  HELIOGRAPH_TRY(bench.fill(kPeople));
  auto run = bench.publish();
  if (!run) return fail(run.error());
  const app::Workspace& workspace = bench.workspace();
  WindowProcess window(workspace.database.path(), true);
  HELIOGRAPH_TRY(window.waitUntilUsable());
  const double idle = window.peakMegabytes();
  const delivery::RunRepository runs(workspace.database, workspace.clock);
  qint64 accepted = 0;
  QElapsedTimer timer;
  for (timer.start(); accepted < 2000 && timer.elapsed() < kLongestMs;) {
    window.wait(250);
    auto counts = runs.counts(*run);
    if (!counts) return fail(counts.error());
    accepted = counts->value(delivery::RowState::Accepted);
  }
  return QJsonObject{{QStringLiteral("people"), kPeople},
                     {QStringLiteral("accepted"), accepted},
                     {QStringLiteral("opened_mb"), idle},
                     {QStringLiteral("peak_mb"), window.peakMegabytes()}};
}

}  // namespace heliograph::cli
