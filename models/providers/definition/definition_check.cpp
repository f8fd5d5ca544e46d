// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "providers/definition/definition_parts.h"
#include "providers/definition/exchange_check.h"
#include "providers/definition/message_values.h"
#include "providers/definition/send_tokens.h"
#include "providers/template/base_url.h"
#include "providers/template/signature_tokens.h"

namespace heliograph::providers {
namespace {

const QStringList lookUpTokens{QStringLiteral("ClientId"), QStringLiteral("MessageId")};
const QStringList recipientTokens =
    QStringList{QStringLiteral("SentDate"), QStringLiteral("SentFrom"), QStringLiteral("SentUntil"),
                QStringLiteral("SentFromUnix"), QStringLiteral("SentUntilUnix")} +
    numberTokens();

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

Result<> checkHosts(const ProviderDefinition& definition) {
  for (const QString& host : definition.hosts) {
    const auto allowed = checkBaseUrl(host);
    if (!allowed) return fail(errorAt(QStringLiteral("hosts"), allowed.error().message));
  }
  return {};
}

/// The signature itself stands where it is sent, not in what is signed.
Result<> checkRequestSignature(const ProviderDefinition& definition) {
  const RequestSignature& signature = definition.signature;
  if (signature.strategy == RequestSignature::Strategy::None) return {};
  const QString place = QStringLiteral("request_signature");
  const SettingField* secret = definition.field(signature.secret);
  if (!secret || !secret->secret) {
    return fail(errorAt(place + QStringLiteral("/secret"),
                        QStringLiteral("“%1” isn't the name of a secret field").arg(signature.secret)));
  }
  const ExchangeCheck sent(definition, signatureTokens(), place);
  QStringList tokens = signatureTokens();
  tokens.removeAll(QStringLiteral("Signature"));
  const ExchangeCheck isSigned(definition, tokens, place);
  HELIOGRAPH_TRY(isSigned.checkTokens(signature.over.tokens(), QStringLiteral("/over"), false));
  HELIOGRAPH_TRY(isSigned.checkTokens(signature.algorithm.tokens(), QStringLiteral("/algorithm"), false));
  HELIOGRAPH_TRY(sent.checkFields(signature.headers, QStringLiteral("/headers"), false));
  return sent.checkFields(signature.fields, QStringLiteral("/fields"), false);
}

Result<> checkCommonParts(const ProviderDefinition& definition) {
  HELIOGRAPH_TRY(checkFieldReferences(definition));
  HELIOGRAPH_TRY(checkBase(definition));
  HELIOGRAPH_TRY(checkHosts(definition));
  HELIOGRAPH_TRY(checkRequestSignature(definition));
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

/// Our id is another one for each message: messages that differ outside their own element never share a request.
Result<> checkSharing(const ProviderDefinition& definition, const QString& place) {
  const BatchSpec& batch = definition.batch;
  if (!batch.isUsed() || batch.most < 2) return {};
  const SendTokens tokens = tokensOfSend(definition);
  if (!(tokens.address + tokens.headers + tokens.body).contains(QStringLiteral("ClientId"))) return {};
  return fail(errorAt(place, QStringLiteral("{ClientId} stands where it is the same for all messages of a request, so "
                                            "none would ever share one; {BatchId} is the id of the request")));
}

Result<> checkBatch(const ProviderDefinition& definition) {
  const BatchSpec& batch = definition.batch;
  const RequestSpec& request = definition.send.request;
  const QString place = QStringLiteral("send/batch");
  HELIOGRAPH_TRY(checkSharing(definition, place));
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
  if ((list && list->children.size() == 1) || request.xml.elementAt(batch.at)) return {};
  return fail(errorAt(place + QStringLiteral("/at"),
                      QStringLiteral("there has to be a list at “%1” of the JSON body with one element, which is "
                                     "written for each message (of an XML body: the element itself, such as "
                                     "“request.message”)")
                          .arg(batch.at)));
}

/// What is handed over for later can always be taken back: a person may stop a campaign until its time.
Result<> checkHolding(const ProviderDefinition& definition) {
  using enum RuleOutcome;
  if (definition.cancel) {
    const ExchangeCheck check(definition, lookUpTokens, QStringLiteral("cancel"));
    HELIOGRAPH_TRY(check.run(*definition.cancel, {Accepted, RetryAfter, Permanent, Credentials, InDoubt}));
  }
  if (!definition.holds) return {};
  const QString place = QStringLiteral("holds");
  if (!definition.cancel) {
    return fail(errorAt(place, QStringLiteral("who keeps messages for later needs “cancel”, to take them back")));
  }
  if (definition.holds->least >= definition.holds->most) {
    return fail(errorAt(place, QStringLiteral("“least” has to be less than “most”")));
  }
  const QStringList tokens = sendTokens(definition);
  if (!tokens.contains(QStringLiteral("SendAt")) && !tokens.contains(QStringLiteral("SendAtUnix"))) {
    return fail(errorAt(place, QStringLiteral("the request of “send” doesn't say when: {SendAt} isn't in it")));
  }
  const HoldingSpec& holds = *definition.holds;
  if (holds.when.isEmpty()) return {};
  const SettingField* field = definition.field(holds.when.section(QLatin1Char('.'), 1));
  if (!holds.when.startsWith(QStringLiteral("settings.")) || !field || field->secret) {
    return fail(
        errorAt(place + QStringLiteral("/when"), QStringLiteral("it has to be “settings.” and a field's name")));
  }
  if (holds.otherwise.isEmpty()) {
    return fail(errorAt(place, QStringLiteral("“otherwise” has to say why it doesn't keep messages without")));
  }
  return {};
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
    const QList<RuleOutcome> all{Accepted,  RetryAfter,  NextProvider, Permanent, OptedOut,
                                 BadNumber, Credentials, NoCredit,     NotKept,   InDoubt};
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
    HELIOGRAPH_TRY(check.run(*definition.accountCheck, {Accepted, Credentials, NoCredit, InDoubt}));
  }
  if (definition.lookUpById) {
    const ExchangeCheck check(definition, lookUpTokens, QStringLiteral("look_up_by_id"));
    HELIOGRAPH_TRY(check.run(*definition.lookUpById, {Accepted, NotFound, TakenBack, InDoubt}));
  }
  if (definition.lookUpByClientId) {
    const ExchangeCheck check(definition, lookUpTokens, QStringLiteral("look_up_by_client_id"));
    HELIOGRAPH_TRY(check.run(*definition.lookUpByClientId, {Accepted, NotFound, TakenBack, InDoubt}));
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
  HELIOGRAPH_TRY(checkHolding(definition));
  HELIOGRAPH_TRY(checkReports(definition, definition.receipts, QStringLiteral("receipts")));
  return checkReports(definition, definition.inbound, QStringLiteral("inbound"));
}

}  // namespace heliograph::providers
