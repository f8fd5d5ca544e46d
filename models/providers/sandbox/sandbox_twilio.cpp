// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_twilio.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

#include "providers/sandbox/sandbox_answers.h"

namespace heliograph::providers {
namespace {

const QString kTwilioAccounts = QStringLiteral("/2010-04-01/Accounts/");
constexpr int kNoTwilioSender = 21603;  // neither From nor MessagingServiceSid
constexpr int kNoTwilioService = 35118;

QString twilioSid(const SandboxMessage& message) {
  return QStringLiteral("SM%1").arg(message.number, 32, 16, QLatin1Char('0'));
}

/// The sandbox's id of a message that is shown as `sid`.
QString ownIdOfSid(const QString& sid) {
  return QStringLiteral("SB%1").arg(sid.mid(2).toLongLong(nullptr, 16), 10, 10, QLatin1Char('0'));
}

QJsonValue textOrNull(const QString& text) {
  return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString rfcDate(const QDateTime& at) {
  return at.toUTC().toString(Qt::RFC2822Date);
}

/// Which messages a request for the list asks for. Days are those of UTC; messages from the day on that is asked for.
struct TwilioListQuery {
  QString to, from;
  QDate on, since, until;
  qint64 size = 50;
  qint64 page = 0;

  explicit TwilioListQuery(const net::HttpHeaders& query) {
    const auto value = [&query](const char* name) { return QString::fromUtf8(net::headerValue(query, name)); };
    const auto day = [&](const char* name) { return QDate::fromString(value(name).left(10), Qt::ISODate); };
    to = value("To");
    from = value("From");
    on = day("DateSent");
    since = day("DateSent>");
    until = day("DateSent<");
    if (const int asked = value("PageSize").toInt(); asked > 0) size = std::min(asked, 1000);
    page = std::max(value("Page").toInt(), 0);
  }

  [[nodiscard]] bool takes(const SandboxMessage& message) const {
    const QDate day = message.at.toUTC().date();
    return message.code == 0 && (to.isEmpty() || message.to == to) && (from.isEmpty() || message.from == from) &&
           (!on.isValid() || day == on) && (!since.isValid() || day >= since) && (!until.isValid() || day <= until);
  }
};

QString statusOf(const SandboxMessage& message, const SandboxHolding& holding) {
  if (holding.isCanceled(message)) return QStringLiteral("canceled");
  return holding.isHeld(message) ? QStringLiteral("scheduled") : QStringLiteral("delivered");
}

QString pageUri(const net::ServerRequest& request, qint64 page) {
  QUrlQuery query;
  for (const auto& [name, value] : request.query) {
    if (name != "Page")
      query.addQueryItem(QString::fromUtf8(name.toPercentEncoding()), QString::fromUtf8(value.toPercentEncoding()));
  }
  query.addQueryItem(QStringLiteral("Page"), QString::number(page));
  return QString::fromUtf8(request.path) + QLatin1Char('?') + query.query(QUrl::FullyEncoded);
}

}  // namespace

SandboxTwilio::Resource SandboxTwilio::resourceOf(const QByteArray& path) {
  static const QRegularExpression form(
      QStringLiteral("\\A/2010-04-01/Accounts/([^/]+)/(Messages|Balance|IncomingPhoneNumbers)(?:/([^/]+))?\\.json\\z"));
  const auto match = form.match(QString::fromUtf8(path));
  return {match.captured(1), match.captured(2), match.captured(3)};
}

SandboxIntake SandboxTwilio::read(const net::ServerRequest& request) const {
  SandboxIntake intake;
  const QByteArray type = net::headerValue(request.headers, "Content-Type").toLower();
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    intake.code = 21605;
    return intake;
  }
  const auto fields = requestFields(request);
  intake.message.to = fields.value(QStringLiteral("To"));
  intake.message.from = fields.value(QStringLiteral("From"));
  intake.message.body = fields.value(QStringLiteral("Body"));
  intake.message.service = fields.value(QStringLiteral("MessagingServiceSid"));
  if (fields.value(QStringLiteral("ScheduleType")) == QStringLiteral("fixed")) {
    intake.message.sendAt = QDateTime::fromString(fields.value(QStringLiteral("SendAt")), Qt::ISODate);
  }
  if (intake.message.to.isEmpty()) {
    intake.code = 21604;
  } else if (intake.message.body.isEmpty()) {
    intake.code = 21602;
  } else if (intake.message.from.isEmpty() && intake.message.service.isEmpty()) {
    intake.code = kNoTwilioSender;
  } else if (intake.message.sendAt.isValid() && intake.message.service.isEmpty()) {
    intake.code = kNoTwilioService;
  }
  return intake;
}

QJsonObject SandboxTwilio::resource(const SandboxMessage& message, const QString& status) const {
  const QString uri = kTwilioAccounts + m_account + QStringLiteral("/Messages/") + twilioSid(message);
  const bool isOut = status == QStringLiteral("delivered");
  return {
      {QStringLiteral("account_sid"), m_account},
      {QStringLiteral("api_version"), QStringLiteral("2010-04-01")},
      {QStringLiteral("body"), message.body},
      {QStringLiteral("date_created"), rfcDate(message.at)},
      {QStringLiteral("date_sent"), isOut ? QJsonValue(rfcDate(message.at)) : QJsonValue()},
      {QStringLiteral("date_updated"), rfcDate(message.at)},
      {QStringLiteral("direction"), QStringLiteral("outbound-api")},
      {QStringLiteral("error_code"), QJsonValue()},
      {QStringLiteral("error_message"), QJsonValue()},
      {QStringLiteral("from"), textOrNull(message.from)},
      {QStringLiteral("messaging_service_sid"), textOrNull(message.service)},
      {QStringLiteral("num_media"), QStringLiteral("0")},
      {QStringLiteral("num_segments"), QString::number(message.parts)},
      {QStringLiteral("price"), QJsonValue()},
      {QStringLiteral("price_unit"), QStringLiteral("USD")},
      {QStringLiteral("sid"), twilioSid(message)},
      {QStringLiteral("status"), status},
      {QStringLiteral("subresource_uris"), QJsonObject{{QStringLiteral("media"), uri + QStringLiteral("/Media.json")}}},
      {QStringLiteral("to"), message.to},
      {QStringLiteral("uri"), uri + QStringLiteral(".json")}};
}

net::ServerAnswer SandboxTwilio::accepted(const SandboxMessage& message) const {
  const QString first = message.service.isEmpty() ? QStringLiteral("queued") : QStringLiteral("accepted");
  return jsonAnswer(201, resource(message, message.sendAt.isValid() ? QStringLiteral("scheduled") : first));
}

net::ServerAnswer SandboxTwilio::refused(const SandboxMessage&, int code) const {
  // Twilio suspends an account without credit, and then knows its credentials no more.
  return code == kSandboxNoCredit ? error(401, 20003) : error(400, code);
}

net::ServerAnswer SandboxTwilio::throttled(int retryAfterSeconds) const {
  net::ServerAnswer answer = error(429, 20429);
  answer.headers.append({"Retry-After", QByteArray::number(retryAfterSeconds)});
  return answer;
}

net::ServerAnswer SandboxTwilio::error(int status, int code) const {
  return jsonAnswer(status,
                    {{QStringLiteral("code"), code},
                     {QStringLiteral("message"), sandboxWords(code)},
                     {QStringLiteral("more_info"), QStringLiteral("https://www.twilio.com/docs/errors/%1").arg(code)},
                     {QStringLiteral("status"), status}});
}

net::ServerAnswer SandboxTwilio::show(const net::ServerRequest& request, const Resource& wanted,
                                      const SandboxRecord& record, const SandboxHolding& holding) const {
  if (wanted.name == QStringLiteral("Balance")) {
    return jsonAnswer(200, {{QStringLiteral("account_sid"), m_account},
                            {QStringLiteral("balance"), QStringLiteral("100.00")},
                            {QStringLiteral("currency"), QStringLiteral("USD")}});
  }
  if (wanted.name == QStringLiteral("IncomingPhoneNumbers")) {
    // Any number is one of the account's.
    const QString number = QString::fromUtf8(net::headerValue(request.query, "PhoneNumber"));
    const QJsonObject owned{{QStringLiteral("phone_number"), number},
                            {QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("sms"), true}}}};
    const QJsonArray numbers = number.isEmpty() ? QJsonArray() : QJsonArray{owned};
    return jsonAnswer(200, {{QStringLiteral("incoming_phone_numbers"), numbers}});
  }
  if (wanted.id.isEmpty()) return list(request, record, holding);
  const auto message = record.byId(ownIdOfSid(wanted.id));
  if (!message || message->code != 0) return error(404, 20404);
  return jsonAnswer(200, resource(*message, statusOf(*message, holding)));
}

net::ServerAnswer SandboxTwilio::change(const net::ServerRequest& request, const Resource& wanted,
                                        const SandboxRecord& record, SandboxHolding& holding) const {
  const auto message = record.byId(ownIdOfSid(wanted.id));
  if (!message || message->code != 0) return error(404, 20404);
  if (requestFields(request).value(QStringLiteral("Status")) != QStringLiteral("canceled")) return error(400, 21605);
  return holding.cancel(*message) ? jsonAnswer(200, resource(*message, QStringLiteral("canceled"))) : error(409, 30409);
}

net::ServerAnswer SandboxTwilio::list(const net::ServerRequest& request, const SandboxRecord& record,
                                      const SandboxHolding& holding) const {
  const TwilioListQuery query(request.query);
  const auto all = record.since(0, static_cast<int>(record.count()));
  if (!all) return error(500, 20500);
  QJsonArray messages;
  qint64 matching = 0;
  for (auto message = all->rbegin(); message != all->rend(); ++message) {
    if (!query.takes(*message)) continue;
    if (matching >= query.page * query.size && messages.size() < query.size) {
      messages.append(resource(*message, statusOf(*message, holding)));
    }
    ++matching;
  }
  const qint64 start = query.page * query.size;
  const bool hasMore = start + messages.size() < matching;
  return jsonAnswer(
      200, {{QStringLiteral("messages"), messages},
            {QStringLiteral("page"), query.page},
            {QStringLiteral("page_size"), query.size},
            {QStringLiteral("start"), start},
            {QStringLiteral("end"), start + std::max<qint64>(messages.size() - 1, 0)},
            {QStringLiteral("uri"), pageUri(request, query.page)},
            {QStringLiteral("first_page_uri"), pageUri(request, 0)},
            {QStringLiteral("next_page_uri"), hasMore ? QJsonValue(pageUri(request, query.page + 1)) : QJsonValue()},
            {QStringLiteral("previous_page_uri"),
             query.page > 0 ? QJsonValue(pageUri(request, query.page - 1)) : QJsonValue()}});
}

}  // namespace heliograph::providers
