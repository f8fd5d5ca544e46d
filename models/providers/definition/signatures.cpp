// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/signatures.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <algorithm>
#include <map>
#include <set>

#include "providers/template/answer_tree.h"

namespace heliograph::providers {
namespace {

using Hash = QCryptographicHash;
using FieldMap = std::map<QString, QStringList>;

QByteArray hmacOf(Hash::Algorithm algorithm, const QByteArray& secret, const QByteArray& text) {
  return QMessageAuthenticationCode::hash(text, secret, algorithm);
}

QString decodedField(QByteArray text) {
  text.replace('+', ' ');
  return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

FieldMap mapOf(const std::vector<CallbackField>& fields) {
  FieldMap map;
  for (const auto& [name, value] : fields) map[name].append(value);
  for (auto& [name, values] : map) std::sort(values.begin(), values.end());
  return map;
}

/// "key=value&…" or "keyvalue…", sorted by UTF-16 units as providers written in JavaScript do.
QString joinedFields(const FieldMap& fields, bool asQuery) {
  QStringList all;
  for (const auto& [name, values] : fields) {
    for (const QString& value : values) all << (asQuery ? name + QLatin1Char('=') + value : name + value);
  }
  return all.join(asQuery ? QStringLiteral("&") : QString());
}

/// The address as it is, and the ways in which a port that is understood may be written or left out.
QStringList urlSpellings(const QString& text) {
  const QUrl url(text, QUrl::StrictMode);
  QStringList all{text};
  const qsizetype from = text.indexOf(QStringLiteral("://")) + 3;
  const qsizetype to = std::min<qsizetype>(text.size(), [&] {
    qsizetype end = from;
    while (end < text.size() && !QStringLiteral("/?#").contains(text.at(end))) ++end;
    return end;
  }());
  if (!url.isValid() || from < 3) return all;
  const QString authority = text.mid(from, to - from);
  const QString host = url.port() < 0 ? authority : authority.left(authority.lastIndexOf(QLatin1Char(':')));
  const int port = url.port(url.scheme() == QStringLiteral("https") ? 443 : 80);
  all << text.left(from) + host + text.mid(to);
  all << text.left(from) + host + QLatin1Char(':') + QString::number(port) + text.mid(to);
  return all;
}

bool isSignedByTwilio(const CallbackRequest& request, const QByteArray& secret) {
  const QByteArray given = net::headerValue(request.headers, "X-Twilio-Signature");
  const QByteArray bodyHash = net::headerValue(request.query, "bodySHA256");
  QString fields;
  if (bodyHash.isEmpty()) {
    for (const auto& [name, values] : mapOf(formFieldsOf(request))) {
      for (const QString& value : std::set<QString>(values.begin(), values.end())) fields += name + value;
    }
  } else if (!isSameSecret(Hash::hash(request.body, Hash::Sha256).toHex(), bodyHash.toLower())) {
    return false;
  }
  bool same = false;
  for (const QString& url : urlSpellings(request.url)) {
    same |= isSameSecret(hmacOf(Hash::Sha1, secret, (url + fields).toUtf8()).toBase64(), given);
  }
  return same;
}

/// All fields of the call: of the query, of a form and of a flat JSON object.
FieldMap allFieldsOf(const CallbackRequest& request) {
  std::vector<CallbackField> fields = formFieldsOf(request);
  for (const auto& [name, value] : request.query) {
    fields.emplace_back(QString::fromUtf8(name), QString::fromUtf8(value));
  }
  if (fields.empty() || net::headerValue(request.headers, "Content-Type").startsWith("application/json")) {
    const auto body = parseAnswer(request.body, AnswerFormat::Json);
    if (body && body->kind == AnswerNode::Kind::Named) {
      for (const auto& [name, child] : body->children) fields.emplace_back(name, child.text);
    }
  }
  return mapOf(fields);
}

bool isSignedByVonage(const CallbackRequest& request, const SignatureKey& key) {
  std::vector<CallbackField> fields;
  QStringList given;
  for (const auto& [name, values] : allFieldsOf(request)) {
    if (name == QStringLiteral("sig")) {
      given = values;
    } else {
      fields.emplace_back(name, values.last());
    }
  }
  const auto own = vonageSignature(fields, key.secret, key.algorithm);
  return own && given.size() == 1 && isSameSecret(own->toHex(), given.first().toLatin1().toLower());
}

bool isSignedByPlivo(const CallbackRequest& request, const QByteArray& secret) {
  const QByteArray nonce = net::headerValue(request.headers, "X-Plivo-Signature-V3-Nonce");
  const qsizetype queryAt = request.url.indexOf(QLatin1Char('?'));
  const QString query =
      queryAt < 0 ? QString() : joinedFields(mapOf(decodedPairs(request.url.mid(queryAt + 1).toUtf8())), true);
  const FieldMap form = request.method == "POST" ? mapOf(formFieldsOf(request)) : FieldMap();
  QString text = request.url.left(queryAt);
  if (!query.isEmpty() || !form.empty()) text += QLatin1Char('?') + query;
  if (!query.isEmpty() && !form.empty()) text += QLatin1Char('.');
  text += joinedFields(form, false);
  const QByteArray own = hmacOf(Hash::Sha256, secret, text.toUtf8() + '.' + nonce).toBase64();
  bool same = false;
  for (const QByteArray& each : net::headerValue(request.headers, "X-Plivo-Signature-V3").split(',')) {
    same |= isSameSecret(own, each.trimmed());
  }
  return same && !nonce.isEmpty();
}

QByteArray fromBase64Url(const QByteArray& text) {
  return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// RFC 7519 with HS256; the claim payload_hash is the body's SHA-256.
bool isSignedByToken(const CallbackRequest& request, const QByteArray& secret, const QDateTime& now) {
  const QByteArray header = net::headerValue(request.headers, "Authorization");
  if (!header.toLower().startsWith("bearer ")) return false;
  const QList<QByteArray> parts = header.mid(7).trimmed().split('.');
  if (parts.size() != 3) return false;
  const QJsonObject head = QJsonDocument::fromJson(fromBase64Url(parts.at(0))).object();
  if (head.value(u"alg").toString() != QStringLiteral("HS256")) return false;
  const QByteArray own = hmacOf(Hash::Sha256, secret, parts.at(0) + '.' + parts.at(1));
  if (!isSameSecret(own, fromBase64Url(parts.at(2)))) return false;
  const QJsonObject claims = QJsonDocument::fromJson(fromBase64Url(parts.at(1))).object();
  if (claims.contains(u"exp") && claims.value(u"exp").toDouble() < static_cast<double>(now.toSecsSinceEpoch())) {
    return false;
  }
  const QByteArray bodyHash = claims.value(u"payload_hash").toString().toLatin1().toLower();
  return (request.body.isEmpty() && bodyHash.isEmpty()) ||
         isSameSecret(Hash::hash(request.body, Hash::Sha256).toHex(), bodyHash);
}

}  // namespace

std::vector<CallbackField> decodedPairs(const QByteArray& encoded) {
  std::vector<CallbackField> fields;
  for (const QByteArray& pair : encoded.split('&')) {
    if (pair.isEmpty()) continue;
    const qsizetype equals = pair.indexOf('=');
    fields.emplace_back(decodedField(equals < 0 ? pair : pair.left(equals)),
                        equals < 0 ? QString() : decodedField(pair.mid(equals + 1)));
  }
  return fields;
}

QString sortedPairs(const std::vector<CallbackField>& pairs) {
  return joinedFields(mapOf(pairs), true);
}

std::optional<QByteArray> vonageSignature(const std::vector<CallbackField>& pairs, const QByteArray& secret,
                                          const QString& algorithm) {
  static const QHash<QString, Hash::Algorithm> algorithms{{QStringLiteral("MD5HASH"), Hash::Md5},
                                                          {QStringLiteral("MD5HMAC"), Hash::Md5},
                                                          {QStringLiteral("SHA1HMAC"), Hash::Sha1},
                                                          {QStringLiteral("SHA256HMAC"), Hash::Sha256},
                                                          {QStringLiteral("SHA512HMAC"), Hash::Sha512}};
  const auto known = algorithms.constFind(algorithm);
  if (known == algorithms.constEnd()) return std::nullopt;
  QString text;
  for (const auto& [name, values] : mapOf(pairs)) {
    QString value = values.last();
    value.replace(QLatin1Char('&'), QLatin1Char('_')).replace(QLatin1Char('='), QLatin1Char('_'));
    text += QLatin1Char('&') + name + QLatin1Char('=') + value;
  }
  const QByteArray bytes = text.toUtf8();
  if (algorithm == QStringLiteral("MD5HASH")) return Hash::hash(bytes + secret, Hash::Md5);
  return hmacOf(*known, secret, bytes);
}

bool isSameSecret(const QByteArray& one, const QByteArray& other) {
  // Hashes have one length, so that even that isn't told.
  const QByteArray first = Hash::hash(one, Hash::Sha256);
  const QByteArray second = Hash::hash(other, Hash::Sha256);
  int difference = 0;
  for (qsizetype i = 0; i < first.size(); ++i) difference |= first.at(i) ^ second.at(i);
  return difference == 0;
}

std::vector<CallbackField> formFieldsOf(const CallbackRequest& request) {
  const QByteArray type = net::headerValue(request.headers, "Content-Type").toLower();
  if (!type.startsWith("application/x-www-form-urlencoded")) return {};
  return decodedPairs(request.body);
}

bool isSigned(const CallbackRequest& request, const SignatureKey& key, const QDateTime& now) {
  using Strategy = SignatureSpec::Strategy;
  if (key.secret.isEmpty()) return false;
  switch (key.strategy) {
    case Strategy::Twilio:
      return isSignedByTwilio(request, key.secret);
    case Strategy::VonageSig:
      return isSignedByVonage(request, key);
    case Strategy::VonageJwt:
      return isSignedByToken(request, key.secret, now);
    case Strategy::PlivoV3:
      return isSignedByPlivo(request, key.secret);
    case Strategy::None:
      break;
  }
  return false;
}

}  // namespace heliograph::providers
