// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/url_builder.h"

namespace heliograph::providers {
namespace {

/// What a definition or a person wrote into an address: its signs stay, blanks and letters beyond ASCII are encoded.
QByteArray literalPart(const QString& text) {
  return QUrl::toPercentEncoding(text, QByteArrayLiteral("!#$%&'()*+,/:;=?@[]~"));
}

Result<QByteArray> buildTarget(const TextTemplate& target, const TokenValues& values) {
  QByteArray out;
  for (const auto& piece : target.pieces()) {
    if (!piece.isToken) {
      out += literalPart(piece.text);
      continue;
    }
    auto value = TextTemplate({piece}).render(values, out.contains('?') ? Place::Query : Place::UrlPath);
    if (!value) return value;
    out += *value;
  }
  return out;
}

}  // namespace

bool fieldIsPresent(const RequestField& field, const TokenValues& values) {
  return field.when.isEmpty() || !values.value(field.when).isEmpty();
}

Result<QByteArray> encodePairs(const std::vector<RequestField>& fields, const TokenValues& values, Place place) {
  QByteArray out;
  for (const RequestField& field : fields) {
    if (!fieldIsPresent(field, values)) continue;
    // Literal text is encoded too: whoever writes a definition writes what the provider is to read.
    auto name = field.name.render(values, Place::Plain);
    if (!name) return name;
    auto value = field.value.render(values, Place::Plain);
    if (!value) return value;
    auto encodedName = escapeFor(place, QString::fromUtf8(*name));
    if (!encodedName) return encodedName;
    auto encodedValue = escapeFor(place, QString::fromUtf8(*value));
    if (!encodedValue) return encodedValue;
    if (!out.isEmpty()) out += '&';
    out += *encodedName + '=' + *encodedValue;
  }
  return out;
}

Result<QUrl> buildUrl(const QByteArray& base, const RequestSpec& request, const TokenValues& values) {
  QByteArray address = base;
  while (address.endsWith('/')) address.chop(1);
  auto target = buildTarget(request.target, values);
  if (!target) return fail(target.error());
  address += *target;
  auto query = encodePairs(request.query, values, Place::Query);
  if (!query) return fail(query.error());
  if (!query->isEmpty()) address += (address.contains('?') ? '&' : '?') + *query;
  const QUrl url = QUrl::fromEncoded(address, QUrl::StrictMode);
  if (!url.isValid()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The provider's settings don't make a web address. Correct them."));
  }
  return url;
}

}  // namespace heliograph::providers
