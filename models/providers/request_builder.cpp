// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request_builder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "providers/base_url.h"
#include "providers/header_rules.h"
#include "providers/number_form.h"
#include "providers/provider_secrets.h"
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
  if (missing.isEmpty()) return values;
  return fail(ErrorCode::Credentials, describeMissing(definition, provider, missing));
}

/// Each token that the provider spells in its own way ("UCS-2" as "unicode").
void applySpellings(const ProviderDefinition& definition, TokenValues& values) {
  for (auto token = definition.values.begin(); token != definition.values.end(); ++token) {
    const auto value = values.find(token.key());
    if (value != values.end()) *value = token->value(*value, *value);
  }
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

Result<> addAuthentication(const Authentication& authentication, const TokenValues& values, net::HttpRequest& request) {
  using Strategy = Authentication::Strategy;
  if (authentication.strategy == Strategy::None) return {};
  if (authentication.strategy == Strategy::Basic) {
    return addHeader("Authorization", basicCredentials(authentication, values), request);
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

QByteArray withoutEmptyMembers(const QByteArray& json) {
  QJsonObject kept = QJsonDocument::fromJson(json).object();
  for (const QString& name : kept.keys()) {
    const QJsonValue value = kept.value(name);
    if (value.isString() && value.toString().isEmpty()) kept.remove(name);
  }
  return QJsonDocument(kept).toJson(QJsonDocument::Compact);
}

Result<> addBody(const RequestSpec& spec, const TokenValues& values, net::HttpRequest& request) {
  if (spec.body == RequestSpec::Body::None) return {};
  const bool form = spec.body == RequestSpec::Body::Form;
  auto body = form ? encodePairs(spec.form, values, Place::Form) : spec.json.render(values, Place::JsonString);
  if (!body) return fail(body.error());
  request.body = spec.omitEmpty && !form ? withoutEmptyMembers(*body) : std::move(*body);
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
                               TokenValues values) {
  applySpellings(definition, values);
  const auto base = baseOf(definition, provider, values);
  if (!base) return fail(base.error());
  const auto url = buildUrl(*base, exchange.request, values);
  if (!url) return fail(url.error());
  net::HttpRequest request;
  request.method = exchange.request.method == RequestSpec::Method::Get ? net::HttpRequest::Method::Get
                                                                       : net::HttpRequest::Method::Post;
  request.url = *url;
  HELIOGRAPH_TRY(addHeaders(exchange.request, values, request));
  HELIOGRAPH_TRY(addAuthentication(definition.authentication, values, request));
  HELIOGRAPH_TRY(addBody(exchange.request, values, request));
  if (net::headerValue(request.headers, "Accept").isEmpty()) {
    request.headers.emplaceBack("Accept", accepted(exchange.answer.format));
  }
  return request;
}

}  // namespace

Result<net::HttpRequest> buildSend(const ProviderDefinition& definition, const Provider& provider,
                                   const SecretValues& secrets, const OutgoingMessage& message) {
  const ProviderLimits& limits = definition.limits;
  if ((limits.maxLength > 0 && message.body.size() > limits.maxLength) ||
      (limits.maxParts > 0 && message.parts > limits.maxParts)) {
    return fail(ErrorCode::LimitExceeded,
                QStringLiteral("The message is longer than “%1” takes. Shorten it.").arg(provider.name));
  }
  auto values = instanceValues(definition, provider, secrets);
  if (!values) return fail(values.error());
  values->insert(QStringLiteral("To"), formatNumber(message.to, definition.numberForm));
  values->insert(QStringLiteral("Body"), message.body);
  values->insert(QStringLiteral("ClientId"), message.clientId);
  values->insert(QStringLiteral("CampaignId"), message.campaignId);
  values->insert(QStringLiteral("Encoding"), message.encoding);
  values->insert(QStringLiteral("Parts"), QString::number(message.parts));
  return build(definition.send, definition, provider, std::move(*values));
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

const Exchange* lookUpExchange(const ProviderDefinition& definition, const LookUpKey& key) {
  if (definition.lookUpById && !key.messageId.isEmpty()) return &*definition.lookUpById;
  return definition.lookUpByClientId && !key.clientId.isEmpty() ? &*definition.lookUpByClientId : nullptr;
}

bool canLookUp(const ProviderDefinition& definition, const LookUpKey& key) {
  return lookUpExchange(definition, key) != nullptr;
}

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
  return build(*exchange, definition, provider, std::move(*values));
}

}  // namespace heliograph::providers
