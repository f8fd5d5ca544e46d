// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/callback_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/logging.h"
#include "delivery/receipts/callback_address.h"
#include "providers/routes/provider_secrets.h"

namespace heliograph::delivery {
namespace {

using providers::ReportTopic;

const QString kStatusKey = QStringLiteral("status");
const QString kMessageKey = QStringLiteral("message");

net::ServerAnswer callbackAnswer(int status, const QJsonObject& json) {
  net::ServerAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "application/json"}};
  answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
  return answer;
}

net::ServerAnswer callRefused(int status, const QString& message, const QJsonObject& details = {}) {
  QJsonObject json{
      {kStatusKey, QStringLiteral("error")}, {kMessageKey, message}, {QStringLiteral("error_code"), status}};
  if (!details.isEmpty()) json.insert(QStringLiteral("details"), details);
  return callbackAnswer(status, json);
}

net::ServerAnswer forbidden() {
  return callRefused(403, QStringLiteral("This address is not for you."));
}

tl::unexpected<Error> notForYou() {
  return fail(ErrorCode::Credentials, QStringLiteral("This address is not for you."));
}

}  // namespace

/// A provider's address, and what comes to it.
struct CallbackDesk::Place {
  providers::Provider provider;
  providers::ProviderDefinition definition;
  providers::SecretValues secrets;
  ReportTopic topic = ReportTopic::Receipts;

  [[nodiscard]] const providers::CallbackSpec& callback() const {
    return *(topic == ReportTopic::Receipts ? definition.receipts : definition.inbound)->callback;
  }
};

CallbackDesk::CallbackDesk(const DeliveryContext& context, const QUrl& publicUrl)
    : m_context(context),
      m_publicUrl(publicUrl.toString(QUrl::StripTrailingSlash | QUrl::FullyEncoded)),
      m_providers(context.database, context.catalog, context.clock) {}

net::ServerAnswer CallbackDesk::handle(const net::ServerRequest& request) const {
  auto place = placeOf(request.path);
  if (!place) {
    const bool denied = place.error().code == ErrorCode::Credentials || place.error().code == ErrorCode::NotFound;
    return denied ? forbidden() : callRefused(503, QStringLiteral("Try again later."));
  }
  // Some providers look whether somebody is there before they call.
  if (request.method == "HEAD") return {};
  if (request.method != "POST" && request.method != "GET") {
    return callRefused(405, QStringLiteral("Only GET, POST and HEAD."));
  }
  const providers::CallbackRequest call = callOf(request);
  if (const auto checked = checkSignature(*place, call); !checked) {
    qCInfo(logDelivery) << "a call for provider" << place->provider.id.value << "was turned away: not signed rightly";
    return forbidden();
  }
  return take(*place, call);
}

Result<CallbackDesk::Place> CallbackDesk::placeOf(const QByteArray& path) const {
  const QList<QByteArray> parts = path.split('/');
  // "", "callback", id, token and perhaps "replies".
  const bool replies = parts.size() == 5 && parts.at(4) == "replies";
  if ((parts.size() != 4 && !replies) || parts.at(1) != "callback") return notForYou();
  const ProviderId id{parts.at(2).toLongLong()};
  if (!id.isValid()) return notForYou();
  auto expected = callbackPath(m_context.database, id);
  if (!expected) return fail(expected.error());
  if (!providers::isSameSecret(expected->toUtf8(), parts.mid(0, 4).join('/'))) return notForYou();
  auto provider = m_providers.byId(id);
  if (!provider) return fail(provider.error());
  auto definition = m_context.catalog.definitionOf(*provider);
  if (!definition) return fail(definition.error());
  const ReportTopic topic = replies ? ReportTopic::Inbound : ReportTopic::Receipts;
  const auto& reports = replies ? definition->inbound : definition->receipts;
  if (!reports || !reports->callback) return notForYou();
  auto secrets = providers::readSecrets(*definition, *provider, m_context.secrets);
  if (!secrets) return fail(secrets.error());
  return Place{std::move(*provider), std::move(*definition), std::move(secrets->values), topic};
}

providers::CallbackRequest CallbackDesk::callOf(const net::ServerRequest& request) const {
  QString url = m_publicUrl;
  if (url.isEmpty()) url = QStringLiteral("http://") + QString::fromUtf8(net::headerValue(request.headers, "Host"));
  // Letter by letter: signatures are made over the address as it was written, and there are many ways to encode one.
  return {request.method, url + QString::fromUtf8(request.target), request.query, request.headers, request.body};
}

/// A field for the secret that needn't be filled in, and isn't: the secret in the address has to do.
Result<> CallbackDesk::checkSignature(const Place& place, const providers::CallbackRequest& call) const {
  const providers::SignatureSpec& signature = place.callback().signature;
  if (signature.strategy == providers::SignatureSpec::Strategy::None) return {};
  const QString secret = place.secrets.value(signature.secret);
  const providers::SettingField* field = place.definition.field(signature.secret);
  if (secret.isEmpty() && field && !field->required) return {};
  providers::TokenValues settings;
  for (const providers::SettingField& each : place.definition.settings) {
    if (!each.secret) settings.insert(QStringLiteral("settings.") + each.name, place.provider.setting(each));
  }
  auto algorithm = signature.algorithm.render(settings, providers::Place::Plain);
  if (!algorithm) return fail(algorithm.error());
  const providers::SignatureKey key{signature.strategy, secret.toUtf8(), QString::fromUtf8(*algorithm).toUpper()};
  if (!providers::isSigned(call, key, m_context.clock.now())) return notForYou();
  return {};
}

net::ServerAnswer CallbackDesk::take(const Place& place, const providers::CallbackRequest& call) const {
  const providers::ReportSpec& spec = place.callback().report;
  auto read = providers::readCallback(spec, place.topic, call, place.secrets.values());
  if (!read) {
    QJsonObject details;
    if (!read.error().detail.isEmpty()) {
      details.insert(QStringLiteral("missing_fields"),
                     QJsonArray::fromStringList(read.error().detail.split(QLatin1Char(','))));
    }
    return callRefused(400, read.error().message, details);
  }
  auto taken = ReceiptIntake(m_context.database, m_context.clock).take(place.provider.id, read->receipts);
  if (!taken) {
    qCWarning(logDelivery).noquote() << "a provider's call:" << errorCodeName(taken.error().code)
                                     << taken.error().detail;
    return callRefused(503, QStringLiteral("Try again later."));
  }
  if (spec.format != providers::ReportSpec::Format::Events) {
    net::ServerAnswer nothing;
    nothing.status = 204;
    return nothing;
  }
  return callbackAnswer(200, {{kStatusKey, QStringLiteral("success")},
                              {kMessageKey, QStringLiteral("Callback processed successfully")},
                              {QStringLiteral("data"),
                               QJsonObject{{QStringLiteral("processed_events"), read->records},
                                           {QStringLiteral("timestamp"), m_context.clock.now().toSecsSinceEpoch()}}}});
}

}  // namespace heliograph::delivery
