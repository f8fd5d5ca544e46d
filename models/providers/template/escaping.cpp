// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/escaping.h"

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

/// XML 1.0, 2.2: most control characters can't be written at all, not even as a reference.
bool isXmlText(const QString& value) {
  return std::none_of(value.begin(), value.end(), [](QChar c) {
    const char16_t unit = c.unicode();
    return (unit < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r') || unit == 0xfffe || unit == 0xffff;
  });
}

Result<QByteArray> forXml(const QString& value, bool isAttribute) {
  if (!isXmlText(value)) {
    return fail(
        ErrorCode::InvalidInput,
        QStringLiteral("A value that goes into XML holds a control character, which XML can't hold. Remove it."));
  }
  QByteArray out;
  for (const char c : value.toUtf8()) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\r':
        // A reader would take it for part of a line's end.
        out += "&#13;";
        break;
      case '\n':
        out += isAttribute ? "&#10;" : "\n";
        break;
      case '\t':
        out += isAttribute ? "&#9;" : "\t";
        break;
      default:
        out += c;
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
    case Place::XmlText:
      return forXml(value, false);
    case Place::XmlAttribute:
      return forXml(value, true);
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
