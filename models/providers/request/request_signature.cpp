// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_signature.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <optional>

#include "providers/definition/signatures.h"
#include "providers/request/request_builder.h"
#include "providers/request/url_builder.h"
#include "providers/template/signature_tokens.h"

namespace heliograph::providers {
namespace {

using Hash = QCryptographicHash;

bool isFormRequest(const net::HttpRequest& request) {
  return net::headerValue(request.headers, "Content-Type").startsWith("application/x-www-form-urlencoded");
}

/// The pairs of the query and of the form, decoded.
std::vector<CallbackField> pairsOf(const net::HttpRequest& request) {
  std::vector<CallbackField> pairs = decodedPairs(request.url.query(QUrl::FullyEncoded).toLatin1());
  if (!isFormRequest(request)) return pairs;
  for (CallbackField& pair : decodedPairs(request.body)) pairs.push_back(std::move(pair));
  return pairs;
}

bool holdsSignature(const RequestField& field) {
  return field.value.tokens().contains(signatureToken);
}

std::vector<RequestField> fieldsWith(const std::vector<RequestField>& fields, bool signature) {
  std::vector<RequestField> some;
  for (const RequestField& field : fields) {
    if (holdsSignature(field) == signature) some.push_back(field);
  }
  return some;
}

void addPairs(const QByteArray& pairs, net::HttpRequest& request) {
  if (pairs.isEmpty()) return;
  if (isFormRequest(request)) {
    request.body += (request.body.isEmpty() ? "" : "&") + pairs;
    return;
  }
  const QByteArray query = request.url.query(QUrl::FullyEncoded).toLatin1();
  request.url.setQuery(QString::fromLatin1(query + (query.isEmpty() ? "" : "&") + pairs), QUrl::StrictMode);
}

/// One signature being made.
class Signing {
 public:
  Signing(const RequestSignature& signature, const TokenValues& values, const SigningMoment& moment,
          net::HttpRequest& request)
      : m_signature(signature),
        m_values(values),
        m_secret(values.value(QStringLiteral("secrets.") + signature.secret)),
        m_request(request) {
    m_values.insert(QStringLiteral("Timestamp"), QString::number(moment.at.toSecsSinceEpoch()));
    m_values.insert(QStringLiteral("TimestampMs"), QString::number(moment.at.toMSecsSinceEpoch()));
    m_values.insert(QStringLiteral("TimestampIso"),
                    moment.at.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")));
    m_values.insert(QStringLiteral("Nonce"), moment.nonce);
  }

  Result<> run() {
    if (m_secret.isEmpty()) return {};
    HELIOGRAPH_TRY(addFields(false));
    readRequest();
    auto made = makeSignature();
    if (!made) return fail(made.error());
    m_values.insert(signatureToken, *made);
    HELIOGRAPH_TRY(addFields(true));
    for (const RequestField& header : m_signature.headers) {
      auto value = header.value.render(m_values, Place::Plain);
      if (value) value = escapeFor(Place::Header, QString::fromUtf8(*value));
      if (!value) return fail(value.error());
      m_request.headers.emplaceBack(header.name.render({}, Place::Header).value_or(QByteArray()), *value);
    }
    return {};
  }

 private:
  Result<> addFields(bool withSignature) {
    const Place place = isFormRequest(m_request) ? Place::Form : Place::Query;
    const auto pairs = encodePairs(fieldsWith(m_signature.fields, withSignature), m_values, place);
    if (!pairs) return fail(pairs.error());
    addPairs(*pairs, m_request);
    return {};
  }

  /// What of the request can be signed.
  void readRequest() {
    m_values.insert(QStringLiteral("Method"), QString::fromLatin1(net::methodName(m_request.method)));
    m_values.insert(QStringLiteral("Path"), m_request.url.path(QUrl::FullyEncoded));
    m_values.insert(QStringLiteral("Query"), m_request.url.query(QUrl::FullyEncoded));
    m_values.insert(QStringLiteral("RequestBody"), QString::fromUtf8(m_request.body));
    m_values.insert(QStringLiteral("RequestBodySha256"),
                    QString::fromLatin1(Hash::hash(m_request.body, Hash::Sha256).toHex()));
    m_values.insert(QStringLiteral("SortedPairs"), sortedPairs(pairsOf(m_request)));
  }

  Result<QString> makeSignature() const {
    if (m_secret == secretStandIn) return m_secret;
    const auto named = m_signature.algorithm.render(m_values, Place::Plain);
    if (!named) return fail(named.error());
    const QString algorithm = QString::fromUtf8(*named).toUpper();
    const auto bytes = m_signature.strategy == RequestSignature::Strategy::VonageSig
                           ? vonageSignature(pairsOf(m_request), m_secret.toUtf8(), algorithm)
                           : hmac(algorithm);
    if (!bytes) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("Requests can't be signed by “%1”. Correct the provider's settings.").arg(algorithm));
    }
    return QString::fromLatin1(m_signature.inBase64 ? bytes->toBase64() : bytes->toHex());
  }

  std::optional<QByteArray> hmac(const QString& algorithm) const {
    static const QHash<QString, Hash::Algorithm> algorithms{{QStringLiteral("SHA1"), Hash::Sha1},
                                                            {QStringLiteral("SHA256"), Hash::Sha256},
                                                            {QStringLiteral("SHA512"), Hash::Sha512}};
    const auto text = m_signature.over.render(m_values, Place::Plain);
    if (!text || !algorithms.contains(algorithm)) return std::nullopt;
    return QMessageAuthenticationCode::hash(*text, m_secret.toUtf8(), algorithms.value(algorithm));
  }

  const RequestSignature& m_signature;
  TokenValues m_values;
  QString m_secret;
  net::HttpRequest& m_request;
};

}  // namespace

SigningMoment SigningMoment::now() {
  quint32 random[4];
  QRandomGenerator::system()->fillRange(random);
  const QByteArray bytes(reinterpret_cast<const char*>(random), sizeof random);
  return {QDateTime::currentDateTimeUtc(), QString::fromLatin1(bytes.toHex())};
}

Result<> signRequest(const RequestSignature& signature, const TokenValues& values, const SigningMoment& moment,
                     net::HttpRequest& request) {
  if (signature.strategy == RequestSignature::Strategy::None) return {};
  return Signing(signature, values, moment, request).run();
}

}  // namespace heliograph::providers
