// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QUrl>
#include <chrono>

namespace heliograph::net {

/// Names and values in their order; names are compared without regard to case (RFC 9110, 5.1).
using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// The first value of `name`, or nothing at all.
[[nodiscard]] QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name);

/// One request over HTTP/1.1 (RFC 9112), to an http or https address without user name or password in it.
struct HttpRequest {
  enum class Method { Get, Post, Put, Delete };

  Method method = Method::Post;
  QUrl url;
  QHostAddress peer;    ///< connect to this address, whatever the URL's host would be looked up as; null: look it up
  HttpHeaders headers;  ///< without Content-Length, Host and Connection, which the client writes itself
  QByteArray body;
  std::chrono::milliseconds deadline{15000};         ///< for the whole exchange, from leaving the client's line
  std::chrono::milliseconds transferTimeout{15000};  ///< longest silence; 0: only the deadline counts
  qint64 maxAnswerBytes = 1024 * 1024;               ///< a longer answer is cut off and counts as unclear
};

/// "GET", "POST", "PUT", "DELETE".
[[nodiscard]] QByteArray methodName(HttpRequest::Method method);

}  // namespace heliograph::net
