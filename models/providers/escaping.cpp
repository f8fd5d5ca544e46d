// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/escaping.h"

#include <algorithm>

namespace heliograph::providers {
namespace {

QByteArray percentEncoded(const QString& value) {
  return value.toUtf8().toPercentEncoding();
}

Result<QByteArray> forPath(const QString& value) {
  // A server resolves these before it looks at the path, so that another address would be asked.
  if (value == QStringLiteral(".") || value == QStringLiteral("..") || value.isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A part of the web address is empty or only dots. Correct the provider's settings."));
  }
  return percentEncoded(value);
}

Result<QByteArray> forHeader(const QString& value) {
  const bool harmless = std::none_of(value.begin(), value.end(), [](QChar c) {
    return (c.unicode() < 0x20 && c != QLatin1Char('\t')) || c.unicode() == 0x7f;
  });
  if (!harmless) {
    return fail(
        ErrorCode::InvalidInput,
        QStringLiteral("A value that goes into a header holds a line break or a control character. Remove it."));
  }
  return value.toUtf8();
}

Result<QByteArray> forHost(const QString& value) {
  const bool plain = std::all_of(value.begin(), value.end(), [](QChar c) {
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
           (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') || c == QLatin1Char('-');
  });
  if (!plain || value.isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A part of the host name isn't made of letters, digits, dots and hyphens. Correct the "
                               "provider's settings."));
  }
  return value.toLatin1();
}

QByteArray forJsonString(const QString& value) {
  static constexpr char hex[] = "0123456789abcdef";
  QByteArray out;
  const QByteArray utf8 = value.toUtf8();
  out.reserve(utf8.size() + 8);
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (byte < 0x20) {
      out.append("\\u00").append(hex[byte >> 4]).append(hex[byte & 0xf]);
    } else {
      out.append(c);
    }
  }
  return out;
}

}  // namespace

Result<QByteArray> escapeFor(Place place, const QString& value) {
  switch (place) {
    case Place::UrlPath:
      return forPath(value);
    case Place::Query:
    case Place::Form:
      return percentEncoded(value);
    case Place::JsonString:
      return forJsonString(value);
    case Place::Header:
      return forHeader(value);
    case Place::Host:
      return forHost(value);
    case Place::Plain:
      break;
  }
  return value.toUtf8();
}

}  // namespace heliograph::providers
