// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/render_command.h"

#include <QDateTime>
#include <QElapsedTimer>

#include "app/cli/call.h"
#include "app/cli/liquid_data.h"

namespace heliograph::cli {
namespace {

const QString kTemplate = QStringLiteral("template");
const QString kContext = QStringLiteral("context");
const QString kCases = QStringLiteral("cases");
const QString kRepeat = QStringLiteral("repeat");

/// A template that parsed, with what it renders from.
struct CompiledCase {
  QJsonValue id;
  LiquidData data;
  liquid::Template compiled;
  liquid::Partials partials;
};

liquid::ParseResult parseTemplate(std::string_view source) {
  return liquid::Template::parse(source, liquid::Environment::messages());
}

QJsonObject errorObject(const QString& message, int line, int column) {
  return {{QStringLiteral("message"), message}, {QStringLiteral("line"), line}, {QStringLiteral("column"), column}};
}

QJsonObject errorObject(const liquid::Diagnostic& diagnostic) {
  return errorObject(QString::fromStdString(diagnostic.message), diagnostic.line, diagnostic.column);
}

/// {output}, {error} or {aborted}.
QJsonObject outcome(const liquid::RenderResult& result) {
  const QString message = QString::fromStdString(result.message);
  switch (result.status) {
    case liquid::RenderStatus::Ok:
      return {{QStringLiteral("output"),
               QString::fromUtf8(result.output.data(), static_cast<qsizetype>(result.output.size()))}};
    case liquid::RenderStatus::Error:
      return {{QStringLiteral("error"), errorObject(message, result.line, result.column)}};
    case liquid::RenderStatus::Aborted:
      return {{QStringLiteral("aborted"), QJsonObject{{QStringLiteral("reason"), message}}}};
  }
  return {};
}

liquid::RenderResult renderCase(liquid::Renderer& renderer, const CompiledCase& one) {
  liquid::RenderOptions options;
  options.now = QDateTime::currentSecsSinceEpoch();
  options.partials = &one.partials;
  return renderer.render(one.compiled, one.data.roots(), options);
}

/// The error of a template that has a fault, with its place for a person.
Error templateError(const QJsonObject& error) {
  return {ErrorCode::InvalidInput,
          QStringLiteral("The template can't be rendered: %1 (line %2, column %3)")
              .arg(error.value(u"message").toString())
              .arg(error.value(u"line").toInt())
              .arg(error.value(u"column").toInt()),
          {}};
}

Result<> failWith(Console& console, const QJsonObject& error) {
  console.item({{QStringLiteral("error"), error}});
  return fail(templateError(error));
}

Result<> renderOne(Call& call) {
  Console& console = call.console();
  auto source = readFileOrInput(console, call.value(kTemplate));
  if (!source) return fail(source.error());
  auto json = call.isSet(kContext) ? readFileOrInput(console, call.value(kContext)) : Result<QByteArray>("{}");
  if (!json) return fail(json.error());
  auto data = LiquidData::parse(*json);
  if (!data) return fail(ErrorCode::InvalidInput, QStringLiteral("--context: ") + data.error().message);
  const auto parsed = parseTemplate({source->constData(), static_cast<size_t>(source->size())});
  if (!parsed) return failWith(console, errorObject(parsed.diagnostics.front()));

  liquid::Renderer renderer;
  const CompiledCase compiled{{}, std::move(*data), *parsed.compiled, {}};
  const liquid::RenderResult result = renderCase(renderer, compiled);
  if (result.status == liquid::RenderStatus::Error) {
    return failWith(console, errorObject(QString::fromStdString(result.message), result.line, result.column));
  }
  console.item(outcome(result));
  if (result.status == liquid::RenderStatus::Aborted) {
    return fail(ErrorCode::Cancelled,
                QStringLiteral("The template ended itself with abort: nobody would be sent this."));
  }
  if (!console.isJson()) console.raw({result.output.data(), static_cast<qsizetype>(result.output.size())});
  return {};
}

/// The template and its partials, or the first fault of any of them.
tl::expected<CompiledCase, QJsonObject> compileCase(LiquidCase one) {
  auto parsed = parseTemplate(one.source);
  if (!parsed) return tl::unexpected(errorObject(parsed.diagnostics.front()));
  CompiledCase compiled{one.id, std::move(one.data), *parsed.compiled, {}};
  for (const auto& [name, source] : one.templates) {
    auto partial = parseTemplate(source);
    if (!partial) return tl::unexpected(errorObject(partial.diagnostics.front()));
    compiled.partials.emplace(name, *partial.compiled);
  }
  return compiled;
}

void printCase(Console& console, const QJsonValue& id, QJsonObject answer) {
  answer.insert(QStringLiteral("id"), id);
  console.setJson(true);
  console.item(answer);
}

Result<std::vector<CompiledCase>> runCases(Console& console, const QByteArray& lines, liquid::Renderer& renderer) {
  std::vector<CompiledCase> cases;
  int number = 0;
  for (const QByteArray& line : lines.split('\n')) {
    ++number;
    if (line.trimmed().isEmpty()) continue;
    auto one = LiquidCase::parse(line);
    if (!one) return fail(ErrorCode::InvalidInput, QStringLiteral("Line %1: %2").arg(number).arg(one.error().message));
    const QJsonValue id = one->id;
    auto compiled = compileCase(std::move(*one));
    if (!compiled) {
      printCase(console, id, {{QStringLiteral("error"), compiled.error()}});
      continue;
    }
    printCase(console, id, outcome(renderCase(renderer, *compiled)));
    cases.push_back(std::move(*compiled));
  }
  return cases;
}

Result<> renderCases(Call& call) {
  Console& console = call.console();
  auto repeat = call.number(kRepeat, 0, 1, 1'000'000);
  if (!repeat) return fail(repeat.error());
  auto lines = readFileOrInput(console, call.value(kCases));
  if (!lines) return fail(lines.error());
  liquid::Renderer renderer;
  auto cases = runCases(console, *lines, renderer);
  if (!cases || *repeat == 0) return cases ? Result<>() : Result<>(fail(cases.error()));
  QElapsedTimer timer;
  timer.start();
  for (qint64 round = 0; round < *repeat; ++round) {
    for (const CompiledCase& one : *cases) (void)renderCase(renderer, one);
  }
  const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  const auto count = static_cast<qint64>(cases->size());
  console.item({{QStringLiteral("cases"), count},
                {QStringLiteral("renders"), count * *repeat},
                {QStringLiteral("seconds"), seconds}});
  return {};
}

Result<> render(Call& call) {
  if (call.isSet(kCases) == call.isSet(kTemplate)) {
    return call.wrongUsage(QStringLiteral("Give either --template FILE or --cases FILE."));
  }
  return call.isSet(kCases) ? renderCases(call) : renderOne(call);
}

}  // namespace

std::vector<Command> renderCommands() {
  Command command;
  command.name = QStringLiteral("render");
  command.arguments = QStringLiteral("--template FILE|- --context FILE.json | --cases FILE.jsonl|-");
  command.summary = QStringLiteral("Renders Liquid.");
  command.options = {
      valueOption(kTemplate, QStringLiteral("FILE"), QStringLiteral("The template.")),
      valueOption(kContext, QStringLiteral("FILE"), QStringLiteral("Its variables, a JSON object.")),
      valueOption(kCases, QStringLiteral("FILE"), QStringLiteral("One case a line, as JSON.")),
      valueOption(kRepeat, QStringLiteral("N"), QStringLiteral("Renders all cases N times more, timed."))};
  command.run = render;
  return {command};
}

}  // namespace heliograph::cli
