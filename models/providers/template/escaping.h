// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/result.h"

namespace heliograph::providers {

/// Where in a request a value is put; each place has its own way to make any value harmless.
enum class Place {
  UrlPath,       ///< one segment of the path: percent-encoded, "." and ".." refused
  Query,         ///< name or value in the query: percent-encoded
  Form,          ///< name or value of application/x-www-form-urlencoded
  JsonString,    ///< inside the quotes of a JSON string
  XmlText,       ///< text of an XML element; a character that XML has no way to write is refused
  XmlAttribute,  ///< inside the quotes of an XML attribute; the same
  Header,        ///< header value: visible text only, a line break is refused
  Host,          ///< part of a host name: letters, digits, dots and hyphens only
  Plain,         ///< as it is, as UTF-8 (user name and password before they are encoded)
};

/// `value` as UTF-8 so that at `place` it stays one value, whatever it holds. Error: InvalidInput where the place has
/// no way to write it (a line break in a header, ".." as a path segment). The message never holds the value.
[[nodiscard]] Result<QByteArray> escapeFor(Place place, const QString& value);

}  // namespace heliograph::providers
