// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_builder.h"

#include "providers/definition/message_values.h"
#include "providers/definition/send_tokens.h"
#include "providers/request/request_authentication.h"
#include "providers/request/request_maker.h"
#include "providers/request/url_builder.h"
#include "providers/template/base_url.h"

namespace heliograph::providers {
namespace {

Result<> checkLength(const ProviderDefinition& definition, const Provider& provider, const OutgoingMessage& message) {
  const ProviderLimits& limits = definition.limits;
  const bool fits = (limits.maxLength <= 0 || message.body.size() <= limits.maxLength) &&
                    (limits.maxParts <= 0 || message.parts <= limits.maxParts);
  if (fits) return {};
  return fail(ErrorCode::LimitExceeded,
              QStringLiteral("The message is longer than “%1” takes. Shorten it.").arg(provider.name));
}

/// All numbers in one value.
void joinNumbers(const ProviderDefinition& definition, const std::vector<OutgoingMessage>& messages,
                 TokenValues& values) {
  for (const QString& token : numberTokens()) {
    QStringList all;
    for (const OutgoingMessage& message : messages) {
      TokenValues one;
      addNumber(one, message.to, definition.numberForm);
      all.append(one.value(token));
    }
    values.insert(token, all.join(definition.batch.separator));
  }
}

RequestFilling fillingOf(const ProviderDefinition& definition, const TokenValues& instance,
                         const std::vector<OutgoingMessage>& messages) {
  const auto valuesFor = [&](const OutgoingMessage& message) {
    TokenValues values = instance;
    values.insert(messageValues(definition, message));
    values.insert(QStringLiteral("BatchId"), messages.front().clientId);
    return values;
  };
  const OutgoingMessage& first = messages.front();
  RequestFilling filling;
  filling.values = valuesFor(first);
  filling.extra = first.extraGlobals;
  filling.extraHeaders = first.extraHeaders;
  filling.elementsAt = definition.batch.at;
  if (!definition.batch.separator.isEmpty()) joinNumbers(definition, messages, filling.values);
  if (definition.batch.at.isEmpty()) {
    filling.extra.insert(filling.extra.end(), first.extraBody.begin(), first.extraBody.end());
    return filling;
  }
  for (const OutgoingMessage& message : messages) filling.elements.push_back({valuesFor(message), message.extraBody});
  return filling;
}

}  // namespace

Result<net::HttpRequest> buildSend(const ProviderDefinition& definition, const Provider& provider,
                                   const SecretValues& secrets, const std::vector<OutgoingMessage>& messages) {
  if (messages.empty() || (messages.size() > 1 && !definition.batch.isUsed())) {
    return fail(ErrorCode::Unsupported, QStringLiteral("“%1” takes one message a request.").arg(provider.name));
  }
  for (const OutgoingMessage& message : messages) HELIOGRAPH_TRY(checkLength(definition, provider, message));
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  return makeRequest(definition.send, definition, provider, fillingOf(definition, *values, messages));
}

Result<net::HttpRequest> buildSend(const ProviderDefinition& definition, const Provider& provider,
                                   const SecretValues& secrets, const OutgoingMessage& message) {
  return buildSend(definition, provider, secrets, std::vector<OutgoingMessage>{message});
}

Result<> checkExtraPairs(const ProviderDefinition& definition, const Provider& provider,
                         const std::vector<NamedValue>& body, const std::vector<NamedValue>& headers,
                         const std::vector<NamedValue>& globals) {
  for (const auto* pairs : {&body, &headers, &globals}) {
    for (const NamedValue& pair : *pairs) {
      if (!pair.name.trimmed().isEmpty()) continue;
      return fail(ErrorCode::InvalidInput, QStringLiteral("A pair of the campaign's has no name. Name or remove it."));
    }
  }
  // With made-up values, as only names are looked at.
  OutgoingMessage sample;
  sample.to = QStringLiteral("+15005550006");
  sample.body = sample.clientId = sample.campaignId = sample.templateId = QStringLiteral("1");
  sample.templateVariables = QStringList(99, QStringLiteral("1"));
  for (const QString& token : sendTokens(definition)) {
    if (token.startsWith(QStringLiteral("custom."))) sample.custom.insert(token.mid(7), QStringLiteral("1"));
  }
  const auto named = [](std::vector<NamedValue> pairs) {
    for (NamedValue& pair : pairs) pair.value = QStringLiteral("1");
    return pairs;
  };
  sample.extraBody = named(body);
  sample.extraHeaders = named(headers);
  sample.extraGlobals = named(globals);
  SecretValues secrets{{oauthTokenName, QStringLiteral("1")}};
  for (const SettingField& field : definition.settings) {
    if (field.secret) secrets.insert(field.name, QStringLiteral("1"));
  }
  return buildSend(definition, provider, secrets, sample).map([](const net::HttpRequest&) {});
}

Result<net::HttpRequest> buildShorten(const ProviderDefinition& definition, const Provider& shortener,
                                      const SecretValues& secrets, const QString& link) {
  auto values = instanceValues(definition, shortener, secrets);
  if (!values) return fail(values.error());
  values->insert(QStringLiteral("Link"), link);
  return makeRequest(definition.send, definition, shortener, std::move(*values));
}

Result<net::HttpRequest> buildAccountCheck(const ProviderDefinition& definition, const Provider& provider,
                                           const SecretValues& secrets) {
  if (!definition.accountCheck) {
    return fail(
        ErrorCode::Unsupported,
        QStringLiteral("“%1” can't be checked without sending. Send a test message instead.").arg(provider.name));
  }
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  return makeRequest(*definition.accountCheck, definition, provider, std::move(*values));
}

Result<net::HttpRequest> buildTokenRequest(const ProviderDefinition& definition, const Provider& provider,
                                           const SecretValues& secrets) {
  const Authentication& authentication = definition.authentication;
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  auto address = authentication.tokenUrl.render(*values, Place::Host);
  if (!address) return fail(address.error());
  if (address->startsWith('/')) {
    const auto base = baseOf({}, definition, provider, *values);
    if (!base) return fail(base.error());
    address->prepend(*base);
  }
  const QUrl url = QUrl::fromEncoded(*address, QUrl::StrictMode);
  HELIOGRAPH_TRY(checkBaseUrl(url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString()));
  net::HttpRequest request;
  request.url = url;
  std::vector<RequestField> form{{TextTemplate::literal(QStringLiteral("grant_type")),
                                  TextTemplate::literal(QStringLiteral("client_credentials"))}};
  if (authentication.clientInHeader) {
    HELIOGRAPH_TRY(addHeader("Authorization", clientCredentials(authentication, *values), request));
  } else {
    form.push_back({TextTemplate::literal(QStringLiteral("client_id")), authentication.user});
    form.push_back({TextTemplate::literal(QStringLiteral("client_secret")), authentication.secret});
  }
  form.insert(form.end(), authentication.form.begin(), authentication.form.end());
  auto body = encodePairs(form, *values, Place::Form);
  if (!body) return fail(body.error());
  request.body = std::move(*body);
  request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
  request.headers.emplaceBack("Accept", "application/json");
  return request;
}

Result<net::HttpRequest> buildSenderCheck(const ProviderDefinition& definition, const Provider& provider,
                                          const SecretValues& secrets) {
  if (!definition.senderCheck) {
    return fail(
        ErrorCode::Unsupported,
        QStringLiteral("“%1” can't be asked about its sender. Send a test message instead.").arg(provider.name));
  }
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  return makeRequest(*definition.senderCheck, definition, provider, std::move(*values));
}

}  // namespace heliograph::providers
