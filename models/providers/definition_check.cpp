// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "providers/base_url.h"
#include "providers/definition_parts.h"
#include "providers/message_values.h"
#include "providers/send_tokens.h"

namespace heliograph::providers {
namespace {

const QStringList lookUpTokens{QStringLiteral("ClientId"), QStringLiteral("MessageId")};
const QStringList recipientTokens =
    QStringList{QStringLiteral("SentDate"), QStringLiteral("SentFrom"), QStringLiteral("SentUntil"),
                QStringLiteral("SentFromUnix"), QStringLiteral("SentUntilUnix")} +
    numberTokens();

/// One exchange with what may stand in it.
class ExchangeCheck {
 public:
  ExchangeCheck(const ProviderDefinition& definition, QStringList tokens, QString place)
      : m_definition(definition), m_tokens(std::move(tokens)), m_place(std::move(place)) {}

  /// The answers' outcomes alone.
  Result<> checkOutcomesOf(const AnswerSpec& answer, const QList<RuleOutcome>& outcomes) const {
    return checkOutcomes(answer, outcomes);
  }

  Result<> run(const Exchange& exchange, const QList<RuleOutcome>& outcomes) const {
    HELIOGRAPH_TRY(runRequest(exchange.request));
    return checkOutcomes(exchange.answer, outcomes);
  }

  Result<> runRequest(const RequestSpec& request) const {
    HELIOGRAPH_TRY(checkTokens(request.target.tokens(), QStringLiteral("/request/path"), false));
    HELIOGRAPH_TRY(checkFields(request.query, QStringLiteral("/request/query"), false));
    HELIOGRAPH_TRY(checkFields(request.headers, QStringLiteral("/request/headers"), true));
    HELIOGRAPH_TRY(checkFields(request.form, QStringLiteral("/request/form"), true));
    return checkTokens(request.json.tokens(), QStringLiteral("/request/json"), true);
  }

  /// Secrets may stand where `secrets` is true: an address is written to logs on the way.
  Result<> checkTokens(const QStringList& tokens, const QString& at, bool secrets) const {
    for (const QString& token : tokens) HELIOGRAPH_TRY(checkToken(token, m_place + at, secrets));
    return {};
  }

 private:
  Result<> checkFields(const std::vector<RequestField>& fields, const QString& at, bool secrets) const {
    for (const RequestField& field : fields) {
      HELIOGRAPH_TRY(checkTokens(field.name.tokens(), at, false));
      HELIOGRAPH_TRY(checkTokens(field.value.tokens() + field.json.tokens(), at, secrets));
      if (!field.when.isEmpty()) HELIOGRAPH_TRY(checkToken(field.when, m_place + at, secrets));
    }
    return {};
  }

  Result<> checkToken(const QString& token, const QString& place, bool secrets) const {
    if (m_tokens.contains(token)) return {};
    const bool isOfSend = m_tokens.contains(QStringLiteral("Body"));
    if (isOfSend && isMessageToken(token)) return {};
    const QString name = token.section(QLatin1Char('.'), 1);
    const SettingField* field = m_definition.field(name);
    const bool isSetting = token == QStringLiteral("settings.") + name && field && !field->secret;
    const bool isSecret = token == QStringLiteral("secrets.") + name && field && field->secret;
    if (isSecret && !secrets) {
      return fail(
          errorAt(place, QStringLiteral("a secret can't stand in an address or a name; use a header or the body")));
    }
    if (isSetting || isSecret) return {};
    QStringList known = m_tokens;
    if (isOfSend) known << QStringLiteral("TemplateVariables.1") << QStringLiteral("custom.NAME");
    known << QStringLiteral("settings.NAME") << QStringLiteral("secrets.NAME");
    return fail(errorAt(
        place, QStringLiteral("the token “{%1}” isn't known here. Known are {%2}; NAME is a field's under “settings”")
                   .arg(token, known.join(QStringLiteral("}, {")))));
  }

  Result<> checkOutcomes(const AnswerSpec& answer, const QList<RuleOutcome>& known) const {
    QList<RuleOutcome> used;
    for (const AnswerRule& rule : answer.rules) {
      if (rule.table.isEmpty()) used.append(rule.then.outcome);
    }
    for (const OutcomeTable& table : answer.tables) {
      for (const Consequence& entry : table) used.append(entry.outcome);
    }
    const auto bad =
        std::find_if(used.begin(), used.end(), [&](RuleOutcome outcome) { return !known.contains(outcome); });
    if (bad == used.end()) return {};
    return fail(errorAt(m_place + QStringLiteral("/answer"),
                        QStringLiteral("the outcome “%1” has no meaning here").arg(ruleOutcomeName(*bad))));
  }

  const ProviderDefinition& m_definition;
  QStringList m_tokens;
  QString m_place;
};

Result<> checkFieldReferences(const ProviderDefinition& definition) {
  for (const SettingField& field : definition.settings) {
    if (field.condition && !definition.field(field.condition->field)) {
      return fail(errorAt(
          QStringLiteral("settings"),
          QStringLiteral("“%1” depends on a field “%2” that isn't there").arg(field.name, field.condition->field)));
    }
  }
  for (const OneOfFields& set : definition.oneOf) {
    for (const QString& name : set.fields) {
      if (definition.field(name)) continue;
      return fail(errorAt(QStringLiteral("one_of"), QStringLiteral("there is no field “%1”").arg(name)));
    }
  }
  return {};
}

Result<> checkBase(const ProviderDefinition& definition) {
  if (definition.baseUrl.isEmpty()) return {};
  const ExchangeCheck check(definition, {}, QStringLiteral("base_url"));
  HELIOGRAPH_TRY(check.checkTokens(definition.baseUrl.tokens(), QString(), false));
  TokenValues sample;
  for (const QString& token : definition.baseUrl.tokens()) sample.insert(token, QStringLiteral("x"));
  const auto url = definition.baseUrl.render(sample, Place::Host);
  if (!url) return fail(errorAt(QStringLiteral("base_url"), url.error().message));
  const auto allowed = checkBaseUrl(QString::fromUtf8(*url));
  if (!allowed) return fail(errorAt(QStringLiteral("base_url"), allowed.error().message));
  return {};
}

Result<> checkCommonParts(const ProviderDefinition& definition) {
  HELIOGRAPH_TRY(checkFieldReferences(definition));
  HELIOGRAPH_TRY(checkBase(definition));
  const ExchangeCheck authentication(definition, {}, QStringLiteral("authentication"));
  HELIOGRAPH_TRY(
      authentication.checkTokens(definition.authentication.tokenUrl.tokens(), QStringLiteral("/token_url"), false));
  for (const RequestField& field : definition.authentication.form) {
    HELIOGRAPH_TRY(authentication.checkTokens(field.name.tokens(), QStringLiteral("/form"), false));
    HELIOGRAPH_TRY(authentication.checkTokens(field.value.tokens(), QStringLiteral("/form"), true));
  }
  HELIOGRAPH_TRY(authentication.checkTokens(definition.authentication.user.tokens(), QStringLiteral("/user"), true));
  return authentication.checkTokens(definition.authentication.secret.tokens(), QStringLiteral("/secret"), true);
}

QStringList pollTokens(PollSpec::By by) {
  if (by == PollSpec::By::Ids) return {QStringLiteral("MessageIds")};
  if (by == PollSpec::By::Feed) return {QStringLiteral("Cursor"), QStringLiteral("Since")};
  return {QStringLiteral("MessageId"), QStringLiteral("ClientId")};
}

Result<> checkReports(const ProviderDefinition& definition, const std::optional<ReportsSpec>& reports,
                      const QString& name) {
  if (!reports) return {};
  if (reports->poll) {
    const ExchangeCheck check(definition, pollTokens(reports->poll->by), name + QStringLiteral("/poll"));
    HELIOGRAPH_TRY(check.runRequest(reports->poll->request));
  }
  if (!reports->callback || reports->callback->signature.strategy == SignatureSpec::Strategy::None) return {};
  const SignatureSpec& signature = reports->callback->signature;
  const QString place = name + QStringLiteral("/callback/signature");
  const SettingField* field = definition.field(signature.secret);
  if (!field || !field->secret) {
    return fail(errorAt(place, QStringLiteral("“%1” isn't a secret field").arg(signature.secret)));
  }
  return ExchangeCheck(definition, {}, place).checkTokens(signature.algorithm.tokens(), QString(), false);
}

Result<> checkBatch(const ProviderDefinition& definition) {
  const BatchSpec& batch = definition.batch;
  const RequestSpec& request = definition.send.request;
  const QString place = QStringLiteral("send/batch");
  if (!batch.separator.isEmpty()) {
    const QStringList tokens = sendTokens(definition);
    const bool hasNumber =
        std::any_of(tokens.begin(), tokens.end(), [](const QString& token) { return numberTokens().contains(token); });
    if (hasNumber) return {};
    return fail(
        errorAt(place, QStringLiteral("with “join” the token {To} stands for all numbers, and it isn't there")));
  }
  if (batch.at.isEmpty()) return {};
  const JsonTemplate::Node* list = request.json.listAt(batch.at);
  if (list && list->children.size() == 1) return {};
  return fail(errorAt(place + QStringLiteral("/at"),
                      QStringLiteral("there has to be a list at “%1” of the JSON body with one element, which is "
                                     "written for each message")
                          .arg(batch.at)));
}

}  // namespace

Result<> checkShortenerDefinition(const ProviderDefinition& definition) {
  using enum RuleOutcome;
  HELIOGRAPH_TRY(checkCommonParts(definition));
  if (definition.authentication.strategy == Authentication::Strategy::OAuth2) {
    return fail(
        errorAt(QStringLiteral("authentication"), QStringLiteral("“oauth2” is for providers of messages only")));
  }
  if (definition.madeFromSettings) return {};
  const QString place = QStringLiteral("shorten");
  const ExchangeCheck shorten(definition, {QStringLiteral("Link")}, place);
  HELIOGRAPH_TRY(shorten.run(definition.send, {Accepted, RetryAfter, Permanent, Credentials, InDoubt}));
  if (definition.send.answer.id.isSet()) return {};
  return fail(errorAt(place + QStringLiteral("/answer/select"),
                      QStringLiteral("“id” has to say where the short link stands in the answer")));
}

Result<> checkDefinition(const ProviderDefinition& definition) {
  using enum RuleOutcome;
  HELIOGRAPH_TRY(checkCommonParts(definition));
  if (!definition.madeFromSettings) {
    const ExchangeCheck send(definition, messageTokens(), QStringLiteral("send"));
    const QList<RuleOutcome> all{Accepted, RetryAfter, NextProvider, Permanent,
                                 OptedOut, BadNumber,  Credentials,  InDoubt};
    HELIOGRAPH_TRY(send.run(definition.send, all));
    HELIOGRAPH_TRY(send.checkOutcomesOf(definition.batch.result, all));
    HELIOGRAPH_TRY(checkBatch(definition));
  }
  if (definition.senderCheck) {
    const ExchangeCheck check(definition, {}, QStringLiteral("sender_check"));
    HELIOGRAPH_TRY(check.run(*definition.senderCheck, {Accepted, Credentials, InDoubt}));
  }
  if (definition.accountCheck) {
    const ExchangeCheck check(definition, {}, QStringLiteral("account_check"));
    HELIOGRAPH_TRY(check.run(*definition.accountCheck, {Accepted, Credentials, InDoubt}));
  }
  if (definition.lookUpById) {
    const ExchangeCheck check(definition, lookUpTokens, QStringLiteral("look_up_by_id"));
    HELIOGRAPH_TRY(check.run(*definition.lookUpById, {Accepted, NotFound, InDoubt}));
  }
  if (definition.lookUpByClientId) {
    const ExchangeCheck check(definition, lookUpTokens, QStringLiteral("look_up_by_client_id"));
    HELIOGRAPH_TRY(check.run(*definition.lookUpByClientId, {Accepted, NotFound, InDoubt}));
  }
  if (definition.lookUpByRecipient) {
    const QString place = QStringLiteral("look_up_by_recipient");
    const ExchangeCheck check(definition, recipientTokens, place);
    HELIOGRAPH_TRY(check.run(*definition.lookUpByRecipient, {Accepted, NotFound, InDoubt}));
    const AnswerSpec& answer = definition.lookUpByRecipient->answer;
    if (!answer.list.isSet() || !answer.id.isSet() || !answer.echoTo.isSet() || !answer.text.isSet() ||
        !answer.time.isSet()) {
      return fail(errorAt(
          place + QStringLiteral("/answer"),
          QStringLiteral(
              "“list” says where the messages stand, and “select” where in each its “id”, “to”, “text” and “time”: "
              "only together they tell that it is the one")));
    }
  }
  HELIOGRAPH_TRY(checkReports(definition, definition.receipts, QStringLiteral("receipts")));
  return checkReports(definition, definition.inbound, QStringLiteral("inbound"));
}

}  // namespace heliograph::providers
