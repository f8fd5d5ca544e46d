// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/exchange_check.h"

#include <algorithm>

#include "providers/definition/definition_parts.h"
#include "providers/definition/message_values.h"
#include "providers/template/nearest_name.h"

namespace heliograph::providers {

ExchangeCheck::ExchangeCheck(const ProviderDefinition& definition, QStringList tokens, QString place)
    : m_definition(definition), m_tokens(std::move(tokens)), m_place(std::move(place)) {}

Result<> ExchangeCheck::run(const Exchange& exchange, const QList<RuleOutcome>& outcomes) const {
  HELIOGRAPH_TRY(runRequest(exchange.request));
  return checkOutcomesOf(exchange.answer, outcomes);
}

/// An address is written to logs on the way: a secret stands there only where the definition says it has to.
Result<> ExchangeCheck::runRequest(const RequestSpec& request) const {
  const bool inAddress = m_definition.secretsInAddress;
  HELIOGRAPH_TRY(checkTokens(request.target.tokens(), QStringLiteral("/request/path"), inAddress));
  HELIOGRAPH_TRY(checkFields(request.query, QStringLiteral("/request/query"), inAddress));
  HELIOGRAPH_TRY(checkFields(request.headers, QStringLiteral("/request/headers"), true));
  HELIOGRAPH_TRY(checkFields(request.form, QStringLiteral("/request/form"), true));
  HELIOGRAPH_TRY(checkTokens(request.json.tokens(), QStringLiteral("/request/json"), true));
  HELIOGRAPH_TRY(checkTokens(request.xml.tokens(), QStringLiteral("/request/xml"), true));
  if (request.host.isEmpty() || m_definition.hosts.contains(request.host)) return {};
  return fail(errorAt(m_place + QStringLiteral("/request/host"),
                      QStringLiteral("“%1” isn't one of “hosts”, where all other addresses that credentials go to "
                                     "have to stand")
                          .arg(request.host)));
}

Result<> ExchangeCheck::checkTokens(const QStringList& tokens, const QString& at, bool secrets) const {
  for (const QString& token : tokens) HELIOGRAPH_TRY(checkToken(token, m_place + at, secrets));
  return {};
}

Result<> ExchangeCheck::checkFields(const std::vector<RequestField>& fields, const QString& at, bool secrets) const {
  for (const RequestField& field : fields) {
    HELIOGRAPH_TRY(checkTokens(field.name.tokens(), at, false));
    HELIOGRAPH_TRY(checkTokens(field.value.tokens() + field.json.tokens() + field.xml.tokens(), at, secrets));
    if (!field.when.isEmpty()) HELIOGRAPH_TRY(checkToken(field.when, m_place + at, true));
  }
  return {};
}

Result<> ExchangeCheck::checkToken(const QString& token, const QString& place, bool secrets) const {
  if (m_tokens.contains(token)) return {};
  if (m_tokens.contains(QStringLiteral("Body")) && isMessageToken(token)) return {};
  const QString name = token.section(QLatin1Char('.'), 1);
  const SettingField* field = m_definition.field(name);
  const bool isSetting = token == QStringLiteral("settings.") + name && field && !field->secret;
  const bool isSecret = token == QStringLiteral("secrets.") + name && field && field->secret;
  if (isSecret && !secrets) {
    return fail(errorAt(place, QStringLiteral("a secret can't stand in an address or a name; use a header or the body. "
                                              "If the provider takes its key in the address only, say "
                                              "“\"secrets_in_address\": true” at the top")));
  }
  if (isSetting || isSecret) return {};
  return fail(unknownToken(token, place));
}

Error ExchangeCheck::unknownToken(const QString& token, const QString& place) const {
  QStringList known = m_tokens;
  if (m_tokens.contains(QStringLiteral("Body"))) {
    known << QStringLiteral("TemplateVariables.1") << QStringLiteral("custom.NAME");
  }
  QStringList named = known;
  for (const SettingField& field : m_definition.settings) {
    named << (field.secret ? QStringLiteral("secrets.") : QStringLiteral("settings.")) + field.name;
  }
  known << QStringLiteral("settings.NAME") << QStringLiteral("secrets.NAME");
  const QString meant = nearestName(token, named);
  return errorAt(place,
                 QStringLiteral("the token “{%1}” isn't known here.%2 Known are {%3}; NAME is a field's under "
                                "“settings”")
                     .arg(token, meant.isEmpty() ? QString() : QStringLiteral(" Did you mean “{%1}”?").arg(meant),
                          known.join(QStringLiteral("}, {"))));
}

Result<> ExchangeCheck::checkOutcomesOf(const AnswerSpec& answer, const QList<RuleOutcome>& outcomes) const {
  QList<RuleOutcome> used;
  for (const AnswerRule& rule : answer.rules) {
    if (rule.table.isEmpty()) used.append(rule.then.outcome);
  }
  for (const OutcomeTable& table : answer.tables) {
    for (const Consequence& entry : table) used.append(entry.outcome);
  }
  const auto bad =
      std::find_if(used.begin(), used.end(), [&](RuleOutcome outcome) { return !outcomes.contains(outcome); });
  if (bad == used.end()) return {};
  QStringList names;
  for (const RuleOutcome outcome : outcomes) names << ruleOutcomeName(outcome);
  return fail(
      errorAt(m_place + QStringLiteral("/answer"), QStringLiteral("the outcome “%1” has no meaning here; there are %2")
                                                       .arg(ruleOutcomeName(*bad), names.join(QStringLiteral(", ")))));
}

}  // namespace heliograph::providers
