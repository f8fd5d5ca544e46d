// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qt_request.h"

#include <algorithm>

namespace heliograph::net {
namespace {

bool isToken(const QByteArray& name) {
  static const QByteArray marks("!#$%&'*+-.^_`|~");
  return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
  });
}

bool staysInLine(const QByteArray& value) {
  return std::none_of(value.cbegin(), value.cend(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isOurs(const QByteArray& name) {
  return name.compare("Content-Length", Qt::CaseInsensitive) == 0 || name.compare("Host", Qt::CaseInsensitive) == 0 ||
         name.compare("Connection", Qt::CaseInsensitive) == 0 ||
         name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0;
}

void switchOff(QNetworkRequest& request) {
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
  request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

/// The connection goes to the address; the server is still asked for by its name, and proves that name over TLS.
void connectTo(const QHostAddress& peer, QNetworkRequest& request) {
  QUrl url = request.url();
  const QString name = url.host(QUrl::FullyEncoded);
  QString host = name.contains(QLatin1Char(':')) ? QLatin1Char('[') + name + QLatin1Char(']') : name;
  if (url.port() >= 0) host += QLatin1Char(':') + QString::number(url.port());
  request.setRawHeader("Host", host.toLatin1());
  request.setPeerVerifyName(name);
  url.setHost(peer.toString());
  request.setUrl(url);
}

}  // namespace

Result<QNetworkRequest> toQtRequest(const HttpRequest& request, const HttpClientOptions& options) {
  const QUrl& url = request.url;
  const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
  if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty()) {
    return fail(
        ErrorCode::InvalidInput,
        QStringLiteral("This is not the address of a web service. It must begin with https:// or http:// and hold "
                       "no user name or password."));
  }
  QNetworkRequest result(url);
  if (!request.peer.isNull()) connectTo(request.peer, result);
  switchOff(result);
  if (options.tls.has_value()) {
    result.setSslConfiguration(*options.tls);
  }
  result.setTransferTimeout(static_cast<int>(request.transferTimeout.count()));
  result.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, std::max(1, options.idleSeconds));
  result.setRawHeader("User-Agent", options.userAgent);
  // Otherwise Qt asks for compression, and what is unpacked could be far longer than what was announced.
  result.setRawHeader("Accept-Encoding", "identity");
  for (const auto& [name, value] : request.headers) {
    if (!isToken(name) || !staysInLine(value)) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("A header of the request is not allowed by HTTP. Check the "
                                                          "provider's definition and its settings."));
    }
    if (!isOurs(name)) {
      result.setRawHeader(name, value);
    }
  }
  result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
  if (!options.reuseConnections) {
    result.setRawHeader("Connection", "close");
  }
  return result;
}

}  // namespace heliograph::net
