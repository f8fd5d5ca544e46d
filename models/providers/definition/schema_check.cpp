// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/schema_check.h"

#include <QFile>
#include <QHash>
#include <QStringList>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "providers/template/json_place.h"
#include "providers/template/nearest_name.h"

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

/// A compiled-in schema that another one refers to; null if it isn't one.
const nlohmann::json* compiledInSchema(const std::string& uri) {
  const QString name = QString::fromStdString(uri);
  const QString place = QStringLiteral("https://heliograph.invalid/schemas/");
  QFile file(QStringLiteral(":/schemas/") + name.mid(place.size()));
  if (!name.startsWith(place) || !file.open(QIODevice::ReadOnly)) return nullptr;
  const QByteArray text = file.readAll();
  return new nlohmann::json(nlohmann::json::parse(text.begin(), text.end()));
}

/// A schema with the document that its references are looked up in.
struct SchemaPart {
  std::shared_ptr<const nlohmann::json> document;
  const nlohmann::json* schema = nullptr;

  [[nodiscard]] const nlohmann::json* member(const char* name) const {
    const auto found = schema->find(name);
    return found == schema->end() ? nullptr : &*found;
  }
};

/// Says in words what the validator found, for what people mostly get wrong: names that aren't known, missing ones,
/// values that aren't among those there are, and values of another kind.
class SchemaWords {
 public:
  explicit SchemaWords(const QByteArray& text) : m_text(text) {}

  /// Nothing if it is something else.
  std::optional<Error> problem(const SchemaPart& whole, const nlohmann::json& document) {
    look(whole, document, {});
    return m_problem;
  }

 private:
  void say(const QStringList& path, const QString& words) {
    if (m_problem) return;
    const QString place = path.isEmpty() ? QStringLiteral("the top") : QStringLiteral("“%1”").arg(path.join(u'/'));
    m_problem = Error{ErrorCode::InvalidInput,
                      QStringLiteral("At %1, line %2: %3.").arg(place).arg(lineOfPlace(m_text, path)).arg(words),
                      {}};
  }

  /// “jsonn” isn't known here. Did you mean “json”? There are: …
  void sayUnknown(const QStringList& path, const QString& word, const QStringList& known) {
    const QString meant = nearestName(word, known);
    say(path, QStringLiteral("“%1” isn't known here.%2 There are %3")
                  .arg(word, meant.isEmpty() ? QString() : QStringLiteral(" Did you mean “%1”?").arg(meant),
                       known.join(QStringLiteral(", "))));
  }

  /// What "$ref" leads to, and of several possible schemas the one of the value's kind.
  static SchemaPart resolved(SchemaPart part, const nlohmann::json& value) {
    while (const auto* reference = part.member("$ref")) {
      const std::string uri = reference->get<std::string>();
      const std::size_t hash = uri.find('#');
      if (hash > 0) {
        part.document.reset(compiledInSchema(uri.substr(0, hash)));
        if (!part.document) return {};
      }
      part.schema = &part.document->at(nlohmann::json::json_pointer(uri.substr(hash + 1)));
    }
    if (const auto* several = part.member("oneOf")) {
      for (const auto& one : *several) {
        const SchemaPart inner = resolved({part.document, &one}, value);
        if (inner.schema && isOfKind(inner, value)) return inner;
      }
    }
    return part;
  }

  static bool isOfKind(const SchemaPart& part, const nlohmann::json& value) {
    const auto* type = part.member("type");
    if (!type) return part.member("enum") == nullptr || value.is_string();
    const auto fits = [&](const nlohmann::json& name) {
      if (name == "integer") return value.is_number_integer();
      if (name == "number") return value.is_number();
      if (name == "string") return value.is_string();
      if (name == "boolean") return value.is_boolean();
      return name == "array" ? value.is_array() : value.is_object();
    };
    return type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type);
  }

  static QString kindName(const nlohmann::json& type) {
    static const QHash<QString, QString> names{{QStringLiteral("integer"), QStringLiteral("a whole number")},
                                               {QStringLiteral("number"), QStringLiteral("a number")},
                                               {QStringLiteral("string"), QStringLiteral("a text")},
                                               {QStringLiteral("boolean"), QStringLiteral("true or false")},
                                               {QStringLiteral("array"), QStringLiteral("a list")},
                                               {QStringLiteral("object"), QStringLiteral("an object")}};
    QStringList kinds;
    for (const auto& one : type.is_array() ? type : nlohmann::json::array({type})) {
      kinds << names.value(QString::fromStdString(one.get<std::string>()));
    }
    return kinds.join(QStringLiteral(" or "));
  }

  void look(const SchemaPart& unresolved, const nlohmann::json& value, const QStringList& path) {
    const SchemaPart part = resolved(unresolved, value);
    if (m_problem || !part.schema) return;
    if (!isOfKind(part, value)) {
      if (const auto* type = part.member("type")) say(path, QStringLiteral("this has to be %1").arg(kindName(*type)));
      return;
    }
    if (const auto* values = part.member("enum"); values && value.is_string()) lookAtWord(*values, value, path);
    if (value.is_object()) return lookInside(part, value, path);
    if (const auto* items = part.member("items"); items && value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        look({part.document, items}, value.at(i), path + QStringList{QString::number(i)});
      }
    }
  }

  void lookAtWord(const nlohmann::json& values, const nlohmann::json& value, const QStringList& path) {
    if (std::find(values.begin(), values.end(), value) != values.end()) return;
    QStringList known;
    for (const auto& one : values) {
      if (one.is_string()) known << QString::fromStdString(one.get<std::string>());
    }
    sayUnknown(path, QString::fromStdString(value.get<std::string>()), known);
  }

  void lookInside(const SchemaPart& part, const nlohmann::json& value, const QStringList& path) {
    static const nlohmann::json none = nlohmann::json::object();
    const auto* properties = part.member("properties");
    const nlohmann::json& known = properties ? *properties : none;
    const auto* others = part.member("additionalProperties");
    for (const auto& [name, member] : value.items()) {
      const QStringList inner = path + QStringList{QString::fromStdString(name)};
      if (const auto found = known.find(name); found != known.end()) {
        look({part.document, &*found}, member, inner);
      } else if (others && others->is_object()) {
        look({part.document, others}, member, inner);
      } else if (others && !others->get<bool>()) {
        QStringList names;
        for (const auto& [one, schema] : known.items()) names << QString::fromStdString(one);
        sayUnknown(inner, inner.last(), names);
      }
    }
    const auto* required = part.member("required");
    for (const auto& name : required ? *required : nlohmann::json::array()) {
      if (value.find(name.get<std::string>()) == value.end()) {
        say(path, QStringLiteral("“%1” is missing").arg(QString::fromStdString(name.get<std::string>())));
      }
    }
  }

  const QByteArray& m_text;
  std::optional<Error> m_problem;
};

/// valijson's context is "<root>", "[send]", "[answer]", …
QStringList pathOf(const std::vector<std::string>& context) {
  QStringList steps;
  for (size_t i = 1; i < context.size(); ++i) {
    QString step = QString::fromStdString(context[i]);
    if (step.startsWith(QLatin1Char('[')) && step.endsWith(QLatin1Char(']'))) step = step.mid(1, step.size() - 2);
    steps.append(step);
  }
  return steps;
}

Error firstProblem(const valijson::ValidationResults& results, const QByteArray& text) {
  const valijson::ValidationResults::Error* deepest = nullptr;
  for (const auto& each : results) {
    if (!deepest || each.context.size() > deepest->context.size()) deepest = &each;
  }
  if (!deepest) return Error{ErrorCode::InvalidInput, QStringLiteral("This doesn't follow the schema."), {}};
  const QStringList path = pathOf(deepest->context);
  const QString place = path.isEmpty() ? QStringLiteral("the top") : QStringLiteral("“%1”").arg(path.join(u'/'));
  return Error{ErrorCode::InvalidInput,
               QStringLiteral("At %1, line %2: %3")
                   .arg(place)
                   .arg(lineOfPlace(text, path))
                   .arg(QString::fromStdString(deepest->description)),
               {}};
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
  if (validator.validate(schema, NlohmannJsonAdapter(document), &results)) return {};
  const auto whole = std::make_shared<const nlohmann::json>(schemaJson);
  if (auto problem = SchemaWords(json).problem({whole, whole.get()}, document)) return fail(std::move(*problem));
  return fail(firstProblem(results, json));
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
