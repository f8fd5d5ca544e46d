// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_maker.h"

#include <algorithm>

#include "providers/definition/message_values.h"
#include "providers/request/request_authentication.h"
#include "providers/request/request_signature.h"
#include "providers/request/url_builder.h"
#include "providers/request/xml_writer.h"
#include "providers/routes/provider_secrets.h"
#include "providers/template/base_url.h"
#include "providers/template/header_rules.h"

namespace heliograph::providers {
namespace {

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

Result<QByteArray> writeBody(const RequestSpec& spec, const RequestFilling& filling) {
  if (spec.body == RequestSpec::Body::Form) return encodePairs(spec.form, filling.values, Place::Form, filling.extra);
  const BodyFilling tree{filling.values, filling.elementsAt, filling.elements, filling.extra, spec.omitEmpty};
  return spec.body == RequestSpec::Body::Xml ? writeXml(spec.xml, tree) : writeJson(spec.json, tree);
}

QByteArray contentType(RequestSpec::Body body) {
  if (body == RequestSpec::Body::Form) return "application/x-www-form-urlencoded";
  return body == RequestSpec::Body::Xml ? "application/xml; charset=utf-8" : "application/json";
}

Result<> addBody(const RequestSpec& spec, const RequestFilling& filling, net::HttpRequest& request) {
  if (spec.body == RequestSpec::Body::None) return {};
  auto body = writeBody(spec, filling);
  if (!body) return fail(body.error());
  request.body = std::move(*body);
  if (net::headerValue(request.headers, "Content-Type").isEmpty()) {
    request.headers.emplaceBack("Content-Type", contentType(spec.body));
  }
  return {};
}

QByteArray accepted(AnswerFormat format) {
  if (format == AnswerFormat::Json) return "application/json";
  return format == AnswerFormat::Xml ? "application/xml, text/xml" : "*/*";
}

/// Credentials go with it, so that it never leads to another server.
Result<QUrl> pageOf(const QUrl& asked, const QString& page) {
  const QUrl url = asked.resolved(QUrl(page, QUrl::StrictMode));
  const bool isSame = url.isValid() && url.scheme() == asked.scheme() && url.host() == asked.host() &&
                      url.port() == asked.port() && url.userInfo().isEmpty();
  if (isSame) return url;
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("The provider's next page isn't on the server that was asked. It is left."));
}

}  // namespace

// An instance's own address takes all of its requests: whoever puts a server in between wants them there.
Result<QByteArray> baseOf(const QString& host, const ProviderDefinition& definition, const Provider& provider,
                          const TokenValues& values) {
  Result<QByteArray> base = provider.baseUrl.toUtf8();
  if (provider.baseUrl.isEmpty()) base = host.toUtf8();
  if (base->isEmpty()) base = definition.baseUrl.render(values, Place::Host);
  if (!base) return base;
  HELIOGRAPH_TRY(checkBaseUrl(QString::fromUtf8(*base)));
  return base;
}

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

Result<net::HttpRequest> makeRequest(const Exchange& exchange, const ProviderDefinition& definition,
                                     const Provider& provider, const RequestFilling& filling) {
  const RequestSpec& spec = exchange.request;
  const auto base = baseOf(spec.host, definition, provider, filling.values);
  if (!base) return fail(base.error());
  const bool hasBody = spec.body != RequestSpec::Body::None;
  const auto url = buildUrl(*base, spec, filling.values, hasBody ? std::vector<NamedValue>() : filling.extra);
  if (!url) return fail(url.error());
  const auto address = filling.page.isEmpty() ? url : pageOf(*url, filling.page);
  if (!address) return fail(address.error());
  net::HttpRequest request;
  request.method = spec.method;
  request.url = *address;
  HELIOGRAPH_TRY(addHeaders(spec, filling.values, request));
  HELIOGRAPH_TRY(addAuthentication(definition.authentication, filling.values, request));
  HELIOGRAPH_TRY(addBody(spec, filling, request));
  if (net::headerValue(request.headers, "Accept").isEmpty()) {
    request.headers.emplaceBack("Accept", accepted(exchange.answer.format));
  }
  HELIOGRAPH_TRY(addExtraHeaders(filling.extraHeaders, request));
  HELIOGRAPH_TRY(signRequest(definition.signature, filling.values, SigningMoment::now(), request));
  return request;
}

Result<net::HttpRequest> makeRequest(const Exchange& exchange, const ProviderDefinition& definition,
                                     const Provider& provider, TokenValues values) {
  RequestFilling filling;
  filling.values = std::move(values);
  return makeRequest(exchange, definition, provider, filling);
}

}  // namespace heliograph::providers
