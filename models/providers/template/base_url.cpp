// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/base_url.h"

#include <QHostAddress>
#include <QUrl>

namespace heliograph::providers {
namespace {

bool isThisMachine(const QString& host) {
  return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

}  // namespace

Result<> checkBaseUrl(const QString& text) {
  const QUrl url(text, QUrl::StrictMode);
  const bool http = url.scheme() == QStringLiteral("http");
  if (!url.isValid() || url.host().isEmpty() || (!http && url.scheme() != QStringLiteral("https"))) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This isn't a web address. Give one like “https://api.example.com”."));
  }
  if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
    return fail(
        ErrorCode::InvalidInput,
        QStringLiteral("A base address has no user name, “?” or “#” in it. Give one like “https://api.example.com”."));
  }
  if (http && !isThisMachine(url.host())) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“http” would send passwords and texts readable by others. Use “https”; “http” is for "
                               "this computer only (127.0.0.1)."));
  }
  return {};
}

}  // namespace heliograph::providers
