// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/message_values.h"
#include "providers/request/request_builder.h"
#include "providers/request/request_maker.h"

namespace heliograph::providers {

const Exchange* lookUpExchange(const ProviderDefinition& definition, const LookUpKey& key) {
  if (definition.lookUpById && !key.messageId.isEmpty()) return &*definition.lookUpById;
  if (definition.lookUpByClientId && !key.clientId.isEmpty()) return &*definition.lookUpByClientId;
  const bool known = !key.to.isEmpty() && key.sentAt.isValid();
  return definition.lookUpByRecipient && known ? &*definition.lookUpByRecipient : nullptr;
}

bool canLookUp(const ProviderDefinition& definition, const LookUpKey& key) {
  return lookUpExchange(definition, key) != nullptr;
}

namespace {

/// The day and the span in which a message was sent, with room for a clock that is wrong.
void addTimes(TokenValues& values, const QDateTime& sentAt) {
  const QDateTime utc = sentAt.toUTC();
  const auto text = [](const QDateTime& time) { return time.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")); };
  const QDateTime from = utc.addSecs(-lookUpSecondsBefore);
  const QDateTime until = utc.addSecs(lookUpSecondsAfter);
  values.insert(QStringLiteral("SentDate"), utc.toString(QStringLiteral("yyyy-MM-dd")));
  values.insert(QStringLiteral("SentFrom"), text(from));
  values.insert(QStringLiteral("SentUntil"), text(until));
  values.insert(QStringLiteral("SentFromUnix"), QString::number(from.toSecsSinceEpoch()));
  values.insert(QStringLiteral("SentUntilUnix"), QString::number(until.toSecsSinceEpoch()));
}

}  // namespace

Result<net::HttpRequest> buildLookUp(const ProviderDefinition& definition, const Provider& provider,
                                     const SecretValues& secrets, const LookUpKey& key) {
  const Exchange* exchange = lookUpExchange(definition, key);
  if (!exchange) {
    return fail(ErrorCode::Unsupported,
                QStringLiteral("“%1” can't be asked about this message. Look in the provider's own console.")
                    .arg(provider.name));
  }
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  values->insert(QStringLiteral("MessageId"), key.messageId);
  values->insert(QStringLiteral("ClientId"), key.clientId);
  addNumber(*values, key.to, definition.numberForm);
  addTimes(*values, key.sentAt);
  return makeRequest(*exchange, definition, provider, std::move(*values));
}

Result<net::HttpRequest> buildCancel(const ProviderDefinition& definition, const Provider& provider,
                                     const SecretValues& secrets, const QString& messageId, const QString& clientId) {
  if (!definition.cancel) {
    return fail(ErrorCode::Unsupported,
                QStringLiteral("“%1” takes no message back. Look in the provider's own console.").arg(provider.name));
  }
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  values->insert(QStringLiteral("MessageId"), messageId);
  values->insert(QStringLiteral("ClientId"), clientId);
  return makeRequest(*definition.cancel, definition, provider, std::move(*values));
}

Result<net::HttpRequest> buildPoll(const ProviderDefinition& definition, const Provider& provider,
                                   const SecretValues& secrets, const PollSpec& poll, const TokenValues& tokens,
                                   const QString& page) {
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  for (auto token = tokens.begin(); token != tokens.end(); ++token) values->insert(token.key(), token.value());
  Exchange exchange;
  exchange.request = poll.request;
  const bool xml = poll.report.format == ReportSpec::Format::Xml;
  exchange.answer.format = xml ? AnswerFormat::Xml : AnswerFormat::Json;
  RequestFilling filling;
  filling.values = std::move(*values);
  filling.page = page;
  return makeRequest(exchange, definition, provider, filling);
}

}  // namespace heliograph::providers
