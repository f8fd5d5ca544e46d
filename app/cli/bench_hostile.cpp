// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_hostile.h"

#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include "app/cli/hostile_templates.h"
#include "app/cli/process_memory.h"
#include "liquid/renderer.h"

namespace heliograph::cli {
namespace {

/// What the engine says to a hostile template: "rendered", or the fault's sentence.
QString answerToHostile(const HostileTemplate& one) {
  const auto parsed = liquid::Template::parse(one.source, liquid::Environment::messages());
  if (!parsed) return QString::fromStdString(parsed.diagnostics.front().message);
  liquid::Partials partials;
  for (const auto& [name, source] : one.snippets) {
    const auto partial = liquid::Template::parse(source, liquid::Environment::messages());
    if (partial) partials.emplace(name, *partial.compiled);
  }
  liquid::RenderOptions options;
  options.now = 1'773'065'133;
  options.partials = &partials;
  liquid::Renderer renderer;
  const liquid::RenderResult result = renderer.render(*parsed.compiled, {}, options);
  return result.ok() ? QStringLiteral("rendered")
                     : QString::fromUtf8(result.message.data(), static_cast<qsizetype>(result.message.size()));
}

QJsonObject measureHostile(const HostileTemplate& one) {
  malloc_trim(0);
  forgetMemoryPeak();
  const double before = memoryMegabytes("VmRSS");
  QElapsedTimer timer;
  timer.start();
  const QString answer = answerToHostile(one);
  const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
  return {{QStringLiteral("name"), QString::fromStdString(one.name)},
          {QStringLiteral("milliseconds"), milliseconds},
          {QStringLiteral("megabytes"), before < 0 ? -1 : memoryMegabytes("VmHWM") - before},
          {QStringLiteral("answer"), answer}};
}

/// Runs one in a child process, so that each begins with the same memory and none can hide behind another.
Result<QJsonObject> measureApart(const HostileTemplate& one) {
  int ends[2];
  if (pipe(ends) != 0) return fail(ErrorCode::Internal, QStringLiteral("No pipe could be opened."));
  const pid_t child = fork();
  if (child < 0) return fail(ErrorCode::Internal, QStringLiteral("No process could be started."));
  if (child == 0) {
    const QByteArray line = QJsonDocument(measureHostile(one)).toJson(QJsonDocument::Compact);
    const bool written = write(ends[1], line.constData(), static_cast<size_t>(line.size())) == line.size();
    _exit(written ? 0 : 1);
  }
  close(ends[1]);
  QByteArray line(4096, '\0');
  const ssize_t size = read(ends[0], line.data(), static_cast<size_t>(line.size()));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (size <= 0 || status != 0) {
    return fail(ErrorCode::Internal,
                QStringLiteral("The template \"%1\" ended the process.").arg(QString::fromStdString(one.name)));
  }
  return QJsonDocument::fromJson(line.left(size)).object();
}

}  // namespace

Result<QJsonObject> benchHostile() {
  if (memoryMegabytes("VmRSS") < 0)
    return fail(ErrorCode::Unsupported, QStringLiteral("This system doesn't say how much memory is used."));
  QJsonArray all;
  double slowest = 0;
  double largest = 0;
  for (const HostileTemplate& one : hostileTemplates()) {
    auto measured = measureApart(one);
    if (!measured) return fail(measured.error());
    slowest = std::max(slowest, measured->value(u"milliseconds").toDouble());
    largest = std::max(largest, measured->value(u"megabytes").toDouble());
    all.append(*measured);
  }
  return QJsonObject{{QStringLiteral("templates"), all},
                     {QStringLiteral("count"), all.size()},
                     {QStringLiteral("slowest_milliseconds"), slowest},
                     {QStringLiteral("largest_megabytes"), largest}};
}

}  // namespace heliograph::cli
