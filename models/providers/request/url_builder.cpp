// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/url_builder.h"

#include <algorithm>

#include "providers/request/json_writer.h"
#include "providers/request/xml_writer.h"
#include "providers/template/variables.h"

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

Result<> appendExtra(const std::vector<NamedValue>& extra, std::vector<NamedValue>& pairs) {
  for (const NamedValue& one : extra) {
    const bool isThere =
        std::any_of(pairs.begin(), pairs.end(), [&](const NamedValue& p) { return p.name == one.name; });
    if (isThere) {
      return fail(
          ErrorCode::InvalidInput,
          QStringLiteral("“%1” is part of the request already. Give the campaign's pair another name.").arg(one.name));
    }
    pairs.push_back(one);
  }
  return {};
}

Result<QByteArray> pairValue(const RequestField& field, const TokenValues& values) {
  const BodyFilling filling{values, QString(), {}, {}, false};
  if (!field.json.isEmpty()) return writeJson(field.json, filling);
  return field.xml.isEmpty() ? field.value.render(values, Place::Plain) : writeXml(field.xml, filling);
}

}  // namespace

bool fieldIsPresent(const RequestField& field, const TokenValues& values) {
  return field.when.isEmpty() || !values.value(field.when).isEmpty();
}

Result<QByteArray> encodePairs(const std::vector<RequestField>& fields, const TokenValues& values, Place place,
                               const std::vector<NamedValue>& extra) {
  std::vector<NamedValue> pairs;
  for (const RequestField& field : fields) {
    if (!fieldIsPresent(field, values)) continue;
    const bool repeats =
        field.json.isEmpty() && field.xml.isEmpty() && repeatsForVariables(field.name.tokens() + field.value.tokens());
    for (const TokenValues& each : repeats ? forEachVariable(values) : std::vector<TokenValues>{values}) {
      // Literal text is encoded too: whoever writes a definition writes what the provider is to read.
      auto name = field.name.render(each, Place::Plain);
      if (!name) return name;
      auto value = pairValue(field, each);
      if (!value) return value;
      pairs.push_back({QString::fromUtf8(*name), QString::fromUtf8(*value)});
    }
  }
  HELIOGRAPH_TRY(appendExtra(extra, pairs));
  QByteArray out;
  for (const NamedValue& pair : pairs) {
    auto name = escapeFor(place, pair.name);
    if (!name) return name;
    auto value = escapeFor(place, pair.value);
    if (!value) return value;
    if (!out.isEmpty()) out += '&';
    out += *name + '=' + *value;
  }
  return out;
}

Result<QUrl> buildUrl(const QByteArray& base, const RequestSpec& request, const TokenValues& values,
                      const std::vector<NamedValue>& extra) {
  QByteArray address = base;
  while (address.endsWith('/')) address.chop(1);
  auto target = buildTarget(request.target, values);
  if (!target) return fail(target.error());
  address += *target;
  auto query = encodePairs(request.query, values, Place::Query, extra);
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
