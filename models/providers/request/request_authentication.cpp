// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_authentication.h"

#include "providers/request/request_builder.h"

namespace heliograph::providers {
namespace {

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

}  // namespace

Result<> addHeader(const QByteArray& name, const Result<QByteArray>& value, net::HttpRequest& request) {
  if (!value) return fail(value.error());
  request.headers.emplaceBack(name, *value);
  return {};
}

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

}  // namespace heliograph::providers
