// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonValue>
#include <QRegularExpression>

#include "providers/definition/definition_parts.h"
#include "providers/template/nearest_name.h"

namespace heliograph::providers {
namespace {

Result<StatusRange> readStatus(const QJsonValue& json, const QString& place) {
  if (json.isDouble()) return StatusRange{json.toInt(), json.toInt()};
  static const QRegularExpression hundreds(QStringLiteral("\\A([1-5])xx\\z"));
  static const QRegularExpression range(QStringLiteral("\\A([1-5]\\d\\d)(?:-([1-5]\\d\\d))?\\z"));
  const QString text = json.toString();
  if (const auto match = hundreds.match(text); match.hasMatch()) {
    const int first = match.captured(1).toInt() * 100;
    return StatusRange{first, first + 99};
  }
  if (const auto match = range.match(text); match.hasMatch()) {
    const int first = match.captured(1).toInt();
    return StatusRange{first, match.captured(2).isEmpty() ? first : match.captured(2).toInt()};
  }
  return fail(errorAt(place, QStringLiteral("a status is written 201, \"4xx\" or \"500-599\"")));
}

Result<std::vector<StatusRange>> readStatuses(const QJsonValue& json, const QString& place) {
  std::vector<StatusRange> ranges;
  if (json.isUndefined()) return ranges;
  const QJsonArray list = json.isArray() ? json.toArray() : QJsonArray{json};
  for (const auto& each : list) {
    auto range = readStatus(each, place);
    if (!range) return fail(range.error());
    ranges.push_back(*range);
  }
  return ranges;
}

Consequence readConsequence(const QJsonObject& json) {
  Consequence then;
  then.outcome = ruleOutcomeByName(json.value(u"outcome").toString()).value_or(RuleOutcome::InDoubt);
  then.hint = json.value(u"hint").toString();
  if (json.contains(u"retry_after")) then.retryAfter = std::chrono::seconds(json.value(u"retry_after").toInt());
  return then;
}

Result<AnswerRule> readRule(const QJsonObject& json, const AnswerSpec& spec, const QString& place) {
  AnswerRule rule;
  auto statuses = readStatuses(json.value(u"status"), place + QStringLiteral("/status"));
  if (!statuses) return fail(statuses.error());
  rule.statuses = std::move(*statuses);
  const QJsonArray where = json.value(u"where").toArray();
  for (qsizetype i = 0; i < where.size(); ++i) {
    auto condition = readCondition(where.at(i).toObject(), QStringLiteral("%1/where/%2").arg(place).arg(i));
    if (!condition) return fail(condition.error());
    rule.conditions.push_back(std::move(*condition));
  }
  rule.table = json.value(u"table").toString();
  rule.then = readConsequence(json);
  if (rule.table.isEmpty() == !json.contains(u"outcome")) {
    return fail(errorAt(place, QStringLiteral("a rule has either “outcome” or “table”")));
  }
  if (rule.table.isEmpty()) return rule;
  if (!spec.tables.contains(rule.table)) {
    return fail(errorAt(place + QStringLiteral("/table"), QStringLiteral("there is no table “%1”").arg(rule.table)));
  }
  auto key = readSelector(json.value(u"key"), place + QStringLiteral("/key"));
  if (!key) return fail(key.error());
  rule.key = key->isSet() ? *key : spec.code;
  if (!rule.key.isSet())
    return fail(errorAt(place, QStringLiteral("a table needs “key” here or “code” under “select”")));
  return rule;
}

Result<> readSelections(const QJsonObject& json, const QString& place, AnswerSpec& spec) {
  const std::pair<QString, Selector*> selections[] = {{QStringLiteral("id"), &spec.id},
                                                      {QStringLiteral("code"), &spec.code},
                                                      {QStringLiteral("words"), &spec.words},
                                                      {QStringLiteral("to"), &spec.echoTo},
                                                      {QStringLiteral("client_id"), &spec.echoClientId},
                                                      {QStringLiteral("balance"), &spec.balance},
                                                      {QStringLiteral("text"), &spec.text},
                                                      {QStringLiteral("time"), &spec.time}};
  for (const auto& [name, selector] : selections) {
    auto parsed = readSelector(json.value(name), place + QLatin1Char('/') + name);
    if (!parsed) return fail(parsed.error());
    *selector = std::move(*parsed);
  }
  return {};
}

AnswerFormat readFormat(const QString& name) {
  if (name == QStringLiteral("xml")) return AnswerFormat::Xml;
  if (name == QStringLiteral("text")) return AnswerFormat::Text;
  return name == QStringLiteral("none") ? AnswerFormat::None : AnswerFormat::Json;
}

Result<> readLineShapes(const QJsonValue& json, const QString& place, AnswerSpec& spec) {
  for (const QString& text : textsOf(json)) {
    auto shape = LineShape::parse(text);
    if (!shape) return fail(errorAt(place, shape.error().message));
    spec.lines.push_back(std::move(*shape));
  }
  if (spec.lines.empty() || spec.format == AnswerFormat::Text) return {};
  return fail(errorAt(place, QStringLiteral("lines are of an answer with the format “text”")));
}

/// A part of a line that no line has would never be there.
Result<> checkParts(const AnswerSpec& spec, const QString& place) {
  if (spec.lines.empty()) return {};
  QStringList names{QStringLiteral("lines")};
  for (const LineShape& shape : spec.lines) names += shape.names();
  std::vector<Selector> used{spec.id, spec.code, spec.words, spec.echoTo, spec.echoClientId, spec.balance};
  for (const AnswerRule& rule : spec.rules) {
    used.push_back(rule.key);
    for (const Condition& condition : rule.conditions) used.push_back(condition.selector);
  }
  for (const Selector& selector : used) {
    const QString source = selector.source();
    if (!selector.isSet() || source == QStringLiteral("$") || source.startsWith(QStringLiteral("header:"))) continue;
    const QString name = source.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('['), 0, 0);
    if (names.contains(name)) continue;
    const QString meant = nearestName(name, names);
    return fail(
        errorAt(place, QStringLiteral("no line has a part “%1”%2")
                           .arg(name, meant.isEmpty() ? QString() : QStringLiteral("; is “%1” meant?").arg(meant))));
  }
  return {};
}

/// Any sentence is a text: that of a proxy or of an error nobody listed, too.
Result<> checkTextIsJudged(const AnswerSpec& spec, const QString& place) {
  if (spec.format != AnswerFormat::Text || !spec.lines.empty()) return {};
  for (const AnswerRule& rule : spec.rules) {
    if (rule.table.isEmpty() && rule.then.outcome == RuleOutcome::Accepted && rule.conditions.empty()) {
      return fail(
          errorAt(place, QStringLiteral("any text would count as accepted; say under “where” what it has to be, "
                                        "or under “lines” how it is written")));
    }
  }
  return {};
}

}  // namespace

Result<Selector> readSelector(const QJsonValue& json, const QString& place) {
  if (json.isUndefined()) return Selector();
  auto parsed = Selector::parse(json.toString());
  if (!parsed) return fail(errorAt(place, parsed.error().message));
  return parsed;
}

Result<Condition> readCondition(const QJsonObject& json, const QString& place) {
  Condition condition;
  auto selector = readSelector(json.value(u"select"), place + QStringLiteral("/select"));
  if (!selector) return fail(selector.error());
  condition.selector = std::move(*selector);
  if (json.contains(u"exists")) condition.exists = json.value(u"exists").toBool();
  condition.isOneOf = textsOf(json.value(u"is"));
  condition.isNoneOf = textsOf(json.value(u"is_not"));
  if (json.value(u"quantifier").toString() == QStringLiteral("all")) condition.quantifier = Condition::Quantifier::All;
  if (!condition.exists && condition.isOneOf.isEmpty() && condition.isNoneOf.isEmpty()) {
    return fail(errorAt(place, QStringLiteral("a condition needs “exists”, “is” or “is_not”")));
  }
  return condition;
}

Result<AnswerSpec> readAnswer(const QJsonObject& json, const QString& place) {
  AnswerSpec spec;
  spec.format = readFormat(json.value(u"format").toString());
  HELIOGRAPH_TRY(readLineShapes(json.value(u"lines"), place + QStringLiteral("/lines"), spec));
  HELIOGRAPH_TRY(readSelections(json.value(u"select").toObject(), place + QStringLiteral("/select"), spec));
  auto list = readSelector(json.value(u"list"), place + QStringLiteral("/list"));
  if (!list) return fail(list.error());
  spec.list = std::move(*list);
  const QJsonObject tables = json.value(u"tables").toObject();
  for (auto table = tables.begin(); table != tables.end(); ++table) {
    const QJsonObject entries = table.value().toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
      spec.tables[table.key()].insert(entry.key(), readConsequence(entry.value().toObject()));
    }
  }
  const QJsonArray rules = json.value(u"rules").toArray();
  for (qsizetype i = 0; i < rules.size(); ++i) {
    auto rule = readRule(rules.at(i).toObject(), spec, QStringLiteral("%1/rules/%2").arg(place).arg(i));
    if (!rule) return fail(rule.error());
    spec.rules.push_back(std::move(*rule));
  }
  HELIOGRAPH_TRY(checkParts(spec, place));
  HELIOGRAPH_TRY(checkTextIsJudged(spec, place));
  return spec;
}

}  // namespace heliograph::providers
