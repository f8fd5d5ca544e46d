// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_request.h"

#include <algorithm>

namespace heliograph::net {

QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name) {
  const auto found = std::find_if(headers.cbegin(), headers.cend(), [&](const auto& header) {
    return header.first.compare(name, Qt::CaseInsensitive) == 0;
  });
  return found == headers.cend() ? QByteArray() : found->second;
}

QByteArray methodName(HttpRequest::Method method) {
  switch (method) {
    case HttpRequest::Method::Get:
      return "GET";
    case HttpRequest::Method::Put:
      return "PUT";
    case HttpRequest::Method::Delete:
      return "DELETE";
    case HttpRequest::Method::Post:
      break;
  }
  return "POST";
}

}  // namespace heliograph::net
