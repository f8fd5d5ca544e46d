// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/schema_check.h"

#include <QFile>
#include <QStringList>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace heliograph::providers {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

Error notJson(const QByteArray& json, size_t byte) {
  const QByteArray before = json.left(static_cast<qsizetype>(byte > 0 ? byte - 1 : 0));
  const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
  return Error{ErrorCode::InvalidInput,
               QStringLiteral("This isn't valid JSON: line %1, column %2 isn't as it should be.")
                   .arg(before.count('\n') + 1)
                   .arg(column),
               {}};
}

/// valijson's context is "<root>", "[send]", "[answer]", …
QString placeOf(const std::vector<std::string>& context) {
  QStringList steps;
  for (size_t i = 1; i < context.size(); ++i) {
    QString step = QString::fromStdString(context[i]);
    if (step.startsWith(QLatin1Char('[')) && step.endsWith(QLatin1Char(']'))) step = step.mid(1, step.size() - 2);
    steps.append(step);
  }
  return steps.isEmpty() ? QStringLiteral("the top") : QStringLiteral("“%1”").arg(steps.join(QLatin1Char('/')));
}

Error firstProblem(const valijson::ValidationResults& results) {
  const valijson::ValidationResults::Error* deepest = nullptr;
  for (const auto& each : results) {
    if (!deepest || each.context.size() > deepest->context.size()) deepest = &each;
  }
  if (!deepest) return Error{ErrorCode::InvalidInput, QStringLiteral("This doesn't follow the schema."), {}};
  return Error{ErrorCode::InvalidInput,
               QStringLiteral("At %1: %2").arg(placeOf(deepest->context), QString::fromStdString(deepest->description)),
               {}};
}

/// A compiled-in schema that another one refers to; null if it isn't one.
const nlohmann::json* compiledInSchema(const std::string& uri) {
  const QString name = QString::fromStdString(uri);
  const QString place = QStringLiteral("https://heliograph.invalid/schemas/");
  QFile file(QStringLiteral(":/schemas/") + name.mid(place.size()));
  if (!name.startsWith(place) || !file.open(QIODevice::ReadOnly)) return nullptr;
  const QByteArray text = file.readAll();
  return new nlohmann::json(nlohmann::json::parse(text.begin(), text.end()));
}

Result<> validate(const QByteArray& json, const QByteArray& schemaText) {
  nlohmann::json document;
  try {
    document = nlohmann::json::parse(json.begin(), json.end());
  } catch (const nlohmann::json::parse_error& problem) {
    return fail(notJson(json, problem.byte));
  } catch (const nlohmann::json::out_of_range& problem) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("A number in this JSON is too large."),
                QString::fromUtf8(problem.what()));
  }
  const auto schemaJson = nlohmann::json::parse(schemaText.begin(), schemaText.end());
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema<NlohmannJsonAdapter>(NlohmannJsonAdapter(schemaJson), schema, compiledInSchema,
                                             [](const nlohmann::json* fetched) { delete fetched; });
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (!validator.validate(schema, NlohmannJsonAdapter(document), &results)) return fail(firstProblem(results));
  return {};
}

}  // namespace

Result<> checkAgainstSchema(const QByteArray& json, const QString& schemaPath) {
  QFile file(schemaPath);
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Internal,
                QStringLiteral("The program is incomplete: a schema is missing. Install it again."), schemaPath);
  }
  try {
    return validate(json, file.readAll());
  } catch (const std::exception& problem) {
    return fail(ErrorCode::Internal, QStringLiteral("The program is incomplete: a schema is broken. Install it again."),
                QString::fromUtf8(problem.what()));
  }
}

}  // namespace heliograph::providers
