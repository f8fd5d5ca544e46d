// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request_builder.h"

#include <algorithm>

#include "providers/base_url.h"
#include "providers/header_rules.h"
#include "providers/json_writer.h"
#include "providers/message_values.h"
#include "providers/provider_secrets.h"
#include "providers/send_tokens.h"
#include "providers/url_builder.h"

namespace heliograph::providers {
namespace {

/// The values of one provider's settings and secrets, to which those of a message are added.
Result<TokenValues> instanceValues(const ProviderDefinition& definition, const Provider& provider,
                                   const SecretValues& secrets) {
  TokenValues values;
  QStringList missing;
  for (const SettingField& field : definition.settings) {
    const bool applies = fieldApplies(field, provider, definition);
    if (!field.secret) {
      values.insert(QStringLiteral("settings.") + field.name, applies ? provider.setting(field) : QString());
      continue;
    }
    const QString secret = applies ? secrets.value(field.name) : QString();
    if (applies && field.required && secret.isEmpty()) missing.append(field.name);
    values.insert(QStringLiteral("secrets.") + field.name, secret);
  }
  values.insert(QStringLiteral("secrets.") + oauthTokenName, secrets.value(oauthTokenName));
  applySpellings(definition, values);
  if (missing.isEmpty()) return values;
  return fail(ErrorCode::Credentials, describeMissing(definition, provider, missing));
}

Result<QByteArray> baseOf(const ProviderDefinition& definition, const Provider& provider, const TokenValues& values) {
  Result<QByteArray> base = provider.baseUrl.toUtf8();
  if (provider.baseUrl.isEmpty()) base = definition.baseUrl.render(values, Place::Host);
  if (!base) return base;
  HELIOGRAPH_TRY(checkBaseUrl(QString::fromUtf8(*base)));
  return base;
}

Result<> addHeader(const QByteArray& name, const Result<QByteArray>& value, net::HttpRequest& request) {
  if (!value) return fail(value.error());
  request.headers.emplaceBack(name, *value);
  return {};
}

Result<QByteArray> basicCredentials(const Authentication& authentication, const TokenValues& values) {
  auto user = authentication.user.render(values, Place::Plain);
  if (!user) return user;
  auto secret = authentication.secret.render(values, Place::Plain);
  if (!secret) return secret;
  if (user->contains(':')) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A user name with a colon can't be used (RFC 7617). Correct the provider's settings."));
  }
  return "Basic " + (*user + ':' + *secret).toBase64();
}

/// Id and secret encoded as in a form before they are joined (RFC 6749, 2.3.1).
Result<QByteArray> clientCredentials(const Authentication& authentication, const TokenValues& values) {
  auto user = authentication.user.render(values, Place::Form);
  if (!user) return user;
  auto secret = authentication.secret.render(values, Place::Form);
  if (!secret) return secret;
  return "Basic " + (*user + ':' + *secret).toBase64();
}

Result<> addAuthentication(const Authentication& authentication, const TokenValues& values, net::HttpRequest& request) {
  using Strategy = Authentication::Strategy;
  if (authentication.strategy == Strategy::None) return {};
  if (authentication.strategy == Strategy::Basic) {
    return addHeader("Authorization", basicCredentials(authentication, values), request);
  }
  if (authentication.strategy == Strategy::OAuth2) {
    auto token = escapeFor(Place::Header, values.value(QStringLiteral("secrets.") + oauthTokenName));
    if (token && token->isEmpty()) {
      return fail(ErrorCode::Credentials, QStringLiteral("There is no access token yet. Try again in a moment."));
    }
    if (token) token->prepend("Bearer ");
    return addHeader("Authorization", token, request);
  }
  auto secret = authentication.secret.render(values, Place::Header);
  if (authentication.strategy == Strategy::Header) {
    return addHeader(authentication.headerName.toLatin1(), secret, request);
  }
  if (secret) secret->prepend("Bearer ");
  return addHeader("Authorization", secret, request);
}

Result<> addHeaders(const RequestSpec& spec, const TokenValues& values, net::HttpRequest& request) {
  for (const RequestField& header : spec.headers) {
    if (!fieldIsPresent(header, values)) continue;
    auto name = header.name.render({}, Place::Header);
    if (!name) return fail(name.error());
    if (!isSettableHeader(QString::fromUtf8(*name))) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("A header's name can't be used. Correct the provider's settings."));
    }
    // Checked again as a whole: the literal part comes from a person as well.
    auto value = header.value.render(values, Place::Header);
    if (value) value = escapeFor(Place::Header, QString::fromUtf8(*value));
    HELIOGRAPH_TRY(addHeader(*name, value, request));
  }
  return {};
}

/// Headers that a campaign's own pairs can't be: others of the request depend on them.
bool isOwnHeader(const QString& name) {
  static const QStringList ours{QStringLiteral("authorization"), QStringLiteral("content-type"),
                                QStringLiteral("cookie"), QStringLiteral("accept-encoding")};
  return isSettableHeader(name) && !ours.contains(name.toLower());
}

Result<> addExtraHeaders(const std::vector<NamedValue>& extra, net::HttpRequest& request) {
  for (const NamedValue& pair : extra) {
    const QByteArray name = pair.name.toLatin1();
    if (!isOwnHeader(pair.name)) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” can't be a header of a campaign's own.").arg(pair.name));
    }
    const auto& there = request.headers;
    if (std::any_of(there.begin(), there.end(),
                    [&](const auto& one) { return one.first.toLower() == name.toLower(); })) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("There is a header “%1” already. Give the campaign's another name.").arg(pair.name));
    }
    HELIOGRAPH_TRY(addHeader(name, escapeFor(Place::Header, pair.value), request));
  }
  return {};
}

/// All that a request is filled with.
struct Filling {
  TokenValues values;
  QString elementsAt;
  std::vector<JsonElement> elements;
  std::vector<NamedValue> extra;  ///< further pairs of the body, or of the query where there is none
  std::vector<NamedValue> extraHeaders;
};

Result<> addBody(const RequestSpec& spec, const Filling& filling, net::HttpRequest& request) {
  if (spec.body == RequestSpec::Body::None) return {};
  const bool form = spec.body == RequestSpec::Body::Form;
  auto body = form ? encodePairs(spec.form, filling.values, Place::Form, filling.extra)
                   : writeJson(spec.json,
                               {filling.values, filling.elementsAt, filling.elements, filling.extra, spec.omitEmpty});
  if (!body) return fail(body.error());
  request.body = std::move(*body);
  if (net::headerValue(request.headers, "Content-Type").isEmpty()) {
    request.headers.emplaceBack("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
  }
  return {};
}

QByteArray accepted(AnswerFormat format) {
  if (format == AnswerFormat::Json) return "application/json";
  return format == AnswerFormat::Xml ? "application/xml, text/xml" : "*/*";
}

Result<net::HttpRequest> build(const Exchange& exchange, const ProviderDefinition& definition, const Provider& provider,
                               const Filling& filling) {
  const auto base = baseOf(definition, provider, filling.values);
  if (!base) return fail(base.error());
  const bool hasBody = exchange.request.body != RequestSpec::Body::None;
  const auto url =
      buildUrl(*base, exchange.request, filling.values, hasBody ? std::vector<NamedValue>() : filling.extra);
  if (!url) return fail(url.error());
  net::HttpRequest request;
  request.method = exchange.request.method == RequestSpec::Method::Get ? net::HttpRequest::Method::Get
                                                                       : net::HttpRequest::Method::Post;
  request.url = *url;
  HELIOGRAPH_TRY(addHeaders(exchange.request, filling.values, request));
  HELIOGRAPH_TRY(addAuthentication(definition.authentication, filling.values, request));
  HELIOGRAPH_TRY(addBody(exchange.request, filling, request));
  if (net::headerValue(request.headers, "Accept").isEmpty()) {
    request.headers.emplaceBack("Accept", accepted(exchange.answer.format));
  }
  HELIOGRAPH_TRY(addExtraHeaders(filling.extraHeaders, request));
  return request;
}

Result<net::HttpRequest> build(const Exchange& exchange, const ProviderDefinition& definition, const Provider& provider,
                               TokenValues values) {
  Filling filling;
  filling.values = std::move(values);
  return build(exchange, definition, provider, filling);
}

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

Filling fillingOf(const ProviderDefinition& definition, const TokenValues& instance,
                  const std::vector<OutgoingMessage>& messages) {
  const auto valuesFor = [&](const OutgoingMessage& message) {
    TokenValues values = instance;
    values.insert(messageValues(definition, message));
    values.insert(QStringLiteral("BatchId"), messages.front().clientId);
    return values;
  };
  const OutgoingMessage& first = messages.front();
  Filling filling;
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
  return build(definition.send, definition, provider, fillingOf(definition, *values, messages));
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
  return build(definition.send, definition, shortener, std::move(*values));
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
  return build(*definition.accountCheck, definition, provider, std::move(*values));
}

Result<net::HttpRequest> buildTokenRequest(const ProviderDefinition& definition, const Provider& provider,
                                           const SecretValues& secrets) {
  const Authentication& authentication = definition.authentication;
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  auto address = authentication.tokenUrl.render(*values, Place::Host);
  if (!address) return fail(address.error());
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
  return build(*definition.senderCheck, definition, provider, std::move(*values));
}

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
  return build(*exchange, definition, provider, std::move(*values));
}

Result<net::HttpRequest> buildPoll(const ProviderDefinition& definition, const Provider& provider,
                                   const SecretValues& secrets, const PollSpec& poll, const TokenValues& tokens) {
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  for (auto token = tokens.begin(); token != tokens.end(); ++token) values->insert(token.key(), token.value());
  Exchange exchange;
  exchange.request = poll.request;
  const bool xml = poll.report.format == ReportSpec::Format::Xml;
  exchange.answer.format = xml ? AnswerFormat::Xml : AnswerFormat::Json;
  return build(exchange, definition, provider, std::move(*values));
}

}  // namespace heliograph::providers
