// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_source.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <optional>

#include "library/json_path.h"
#include "library/linked_template.h"

namespace heliograph::library {
namespace {

constexpr int kLongestLinkedName = 64;

tl::unexpected<Error> wrongSource(const QString& words) {
  return fail(ErrorCode::InvalidInput, words);
}

bool isHeaderName(const QString& name) {
  static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"));
  return token.match(name).hasMatch();
}

Result<> checkHeaders(const LinkedSource& source) {
  for (const LinkedHeader& header : source.headers) {
    if (!isHeaderName(header.name)) {
      return wrongSource(QStringLiteral("“%1” is no name for a header. Use letters, digits and -.").arg(header.name));
    }
    if (header.value.contains(QLatin1Char('\n')) || header.value.contains(QLatin1Char('\r'))) {
      return wrongSource(QStringLiteral("The header %1 must be one line.").arg(header.name));
    }
  }
  return {};
}

Result<> checkAuth(const LinkedAuth& auth) {
  if (auth.kind == LinkedAuth::Kind::Basic && (auth.name.isEmpty() || auth.name.contains(QLatin1Char(':')))) {
    return wrongSource(QStringLiteral("Signing in by name and password needs a user name without a colon."));
  }
  if (auth.kind == LinkedAuth::Kind::Header && !isHeaderName(auth.name)) {
    return wrongSource(QStringLiteral("Signing in by a header needs the header's name, such as X-Api-Key."));
  }
  return {};
}

Result<> checkLabelName(const QString& name, QSet<QString>& taken) {
  if (!isLinkedName(name)) {
    return wrongSource(
        QStringLiteral("“%1” can't be a label. Use letters, digits and _, and begin with a letter.").arg(name));
  }
  if (systemLabels().contains(name)) {
    return wrongSource(QStringLiteral("Every source has a label “%1” already. Choose another name.").arg(name));
  }
  if (taken.contains(name)) return wrongSource(QStringLiteral("Two labels are named “%1”.").arg(name));
  taken.insert(name);
  return {};
}

Result<> checkLabels(const LinkedSource& source) {
  QSet<QString> taken;
  for (const LinkedConstant& constant : source.constants) HELIOGRAPH_TRY(checkLabelName(constant.name, taken));
  for (const LinkedLabel& label : source.labels) {
    HELIOGRAPH_TRY(checkLabelName(label.name, taken));
    if (!JsonPath::parse(label.path)) {
      return wrongSource(QStringLiteral("The label “%1” has no place in the answer. Write it as in shop.items[0].name.")
                             .arg(label.name));
    }
  }
  return {};
}

std::optional<LinkedAuth::Kind> authKindOf(const QString& name) {
  using Kind = LinkedAuth::Kind;
  for (const Kind kind : {Kind::None, Kind::Basic, Kind::Header, Kind::Bearer}) {
    if (linkedAuthName(kind) == name) return kind;
  }
  return std::nullopt;
}

QJsonObject pairJson(const char* first, const QString& left, const char* second, const QString& right) {
  return {{QLatin1String(first), left}, {QLatin1String(second), right}};
}

/// The texts of an object; nothing if one of them isn't there or is no text.
std::optional<QStringList> textsOf(const QJsonValue& value, const std::vector<const char*>& names) {
  QStringList texts;
  for (const char* name : names) {
    const QJsonValue text = value[QLatin1String(name)];
    if (!text.isString()) return std::nullopt;
    texts << text.toString();
  }
  return texts;
}

bool readLists(const QJsonObject& json, LinkedSource& source) {
  for (const QJsonValue& header : json[QStringLiteral("headers")].toArray()) {
    const auto texts = textsOf(header, {"name", "value"});
    if (!texts) return false;
    source.headers.push_back({texts->at(0), texts->at(1)});
  }
  for (const QJsonValue& constant : json[QStringLiteral("own_labels")].toArray()) {
    const bool isSecret = constant[QStringLiteral("secret")].toBool();
    const auto name = textsOf(constant, {"name"});
    const auto value = textsOf(constant, {"value"});
    if (!name || isSecret == value.has_value()) return false;
    source.constants.push_back({name->at(0), isSecret ? QString() : value->at(0), isSecret});
  }
  for (const QJsonValue& label : json[QStringLiteral("labels")].toArray()) {
    const auto texts = textsOf(label, {"name", "path"});
    if (!texts) return false;
    source.labels.push_back({texts->at(0), texts->at(1)});
  }
  return true;
}

}  // namespace

const QStringList& systemLabels() {
  static const QStringList labels{QStringLiteral("raw"), QStringLiteral("JSON"), QStringLiteral("http_status_code"),
                                  QStringLiteral("headers")};
  return labels;
}

QStringList readableLabels(const LinkedSource& source) {
  QStringList labels;
  for (const LinkedLabel& label : source.labels) labels << label.name;
  for (const LinkedConstant& constant : source.constants) {
    if (!constant.isSecret) labels << constant.name;
  }
  return labels + systemLabels();
}

QStringList parameterNames(const LinkedSource& source) {
  QStringList names = placeholdersOf(source.url);
  for (const LinkedHeader& header : source.headers) names += placeholdersOf(header.value);
  names.removeDuplicates();
  for (const LinkedConstant& constant : source.constants) names.removeAll(constant.name);
  return names;
}

bool isLinkedName(const QString& name) {
  static const QRegularExpression identifier(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
  return name.size() <= kLongestLinkedName && identifier.match(name).hasMatch();
}

Result<> checkLinkedSource(const LinkedSource& source) {
  if (!isLinkedName(source.name)) {
    return wrongSource(
        QStringLiteral("A source needs a name of letters, digits and _ that begins with a letter, as "
                       "messages read it by that name: Linked.Shop."));
  }
  HELIOGRAPH_TRY(checkLinkedUrl(source.url));
  HELIOGRAPH_TRY(checkHeaders(source));
  HELIOGRAPH_TRY(checkAuth(source.auth));
  return checkLabels(source);
}

QString linkedAuthName(LinkedAuth::Kind kind) {
  switch (kind) {
    case LinkedAuth::Kind::None:
      break;
    case LinkedAuth::Kind::Basic:
      return QStringLiteral("basic");
    case LinkedAuth::Kind::Header:
      return QStringLiteral("header");
    case LinkedAuth::Kind::Bearer:
      return QStringLiteral("bearer");
  }
  return QStringLiteral("none");
}

QJsonObject linkedSourceToJson(const LinkedSource& source) {
  QJsonArray headers;
  for (const LinkedHeader& header : source.headers) {
    headers.append(pairJson("name", header.name, "value", header.value));
  }
  QJsonArray constants;
  for (const LinkedConstant& constant : source.constants) {
    QJsonObject json{{QStringLiteral("name"), constant.name}};
    if (constant.isSecret) {
      json[QStringLiteral("secret")] = true;
    } else {
      json[QStringLiteral("value")] = constant.value;
    }
    constants.append(json);
  }
  QJsonArray labels;
  for (const LinkedLabel& label : source.labels) labels.append(pairJson("name", label.name, "path", label.path));
  QJsonObject json{{QStringLiteral("name"), source.name}, {QStringLiteral("url"), source.url}};
  json[QStringLiteral("auth")] = pairJson("type", linkedAuthName(source.auth.kind), "name", source.auth.name);
  json[QStringLiteral("headers")] = headers;
  json[QStringLiteral("own_labels")] = constants;
  json[QStringLiteral("labels")] = labels;
  json[QStringLiteral("allow_private")] = source.allowPrivate;
  return json;
}

Result<LinkedSource> linkedSourceFromJson(const QJsonObject& json) {
  LinkedSource source;
  const auto names = textsOf(json, {"name", "url"});
  const QJsonObject auth = json[QStringLiteral("auth")].toObject();
  const auto kind = authKindOf(auth[QStringLiteral("type")].toString(QStringLiteral("none")));
  if (!names || !kind || !readLists(json, source)) {
    return wrongSource(
        QStringLiteral("This is no source of linked content. It needs \"name\" and \"url\", and may have "
                       "\"headers\", \"auth\", \"own_labels\", \"labels\" and \"allow_private\"."));
  }
  source.name = names->at(0);
  source.url = names->at(1);
  source.auth = {*kind, auth[QStringLiteral("name")].toString()};
  source.allowPrivate = json[QStringLiteral("allow_private")].toBool();
  return source;
}

}  // namespace heliograph::library
