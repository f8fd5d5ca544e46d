// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/receipt_polling.h"

#include <algorithm>
#include <cmath>

#include "core/logging.h"
#include "delivery/receipts/feed_walk.h"
#include "providers/request/request_builder.h"
#include "providers/template/retry_after.h"
#include "providers/template/scrub.h"

namespace heliograph::delivery {
namespace {

using providers::PollSpec;
using providers::ReportTopic;

constexpr qint64 kLookEverySeconds = 4;
constexpr qint64 kDesksForSeconds = 60;
/// Requests in a look at a provider whose limit isn't known; of a known one a quarter is taken at most.
constexpr int kRequestsALook = 8;
constexpr int kMostRequestsALook = 40;
constexpr qint64 kLongestPauseMinutes = 60;
constexpr int kMostQuiet = 4;
constexpr qint64 kFeedDays = 3;
constexpr qint64 kInboundDays = 30;
/// Pages of a feed that are read without a pause.
constexpr int kPagesALook = 20;

QString kindOf(ReportTopic topic) {
  return topic == ReportTopic::Receipts ? QStringLiteral("receipts") : QStringLiteral("inbound");
}

const std::optional<providers::ReportsSpec>& reportsOf(const providers::ProviderDefinition& definition,
                                                       ReportTopic topic) {
  return topic == ReportTopic::Receipts ? definition.receipts : definition.inbound;
}

/// The page of a feed at which its reading goes on; empty: the first, or a feed without pages.
QString pageAt(const PollSpec& poll, const FeedPlace& place) {
  return poll.report.next.isSet() ? FeedWalk::fromCursor(place.cursor).page : QString();
}

/// A minute while something comes, then twice as long each time, up to a quarter of an hour.
qint64 minutesAfter(int quiet) {
  return std::min<qint64>(1LL << std::clamp(quiet, 0, kMostQuiet), 15);
}

}  // namespace

ReceiptPolling::ReceiptPolling(const DeliveryContext& context, net::HttpClient& client)
    : m_context(context), m_client(client), m_rows(context.database), m_intake(context.database, context.clock) {}

Result<> ReceiptPolling::look() {
  const QDateTime now = m_context.clock.now();
  if (m_nextLook.isValid() && now < m_nextLook) return {};
  m_nextLook = now.addSecs(kLookEverySeconds);
  if (!m_desksUntil.isValid() || now >= m_desksUntil) {
    m_desksUntil = now.addSecs(kDesksForSeconds);
    HELIOGRAPH_TRY(readDesks());
    HELIOGRAPH_TRY(m_intake.takeWaiting().map([](const IntakeReport&) {}));
  }
  Result<> looked;
  for (const Desk& desk : m_desks) {
    if (auto done = lookAt(desk); !done && looked) looked = std::move(done);
  }
  return looked;
}

Result<> ReceiptPolling::readDesks() {
  auto providers = providers::ProviderRepository(m_context.database, m_context.catalog, m_context.clock).list(true);
  if (!providers) return fail(providers.error());
  m_desks.clear();
  for (providers::Provider& provider : *providers) {
    auto definition = m_context.catalog.definitionOf(provider);
    if (!definition) continue;
    const bool asks =
        (definition->receipts && definition->receipts->poll) || (definition->inbound && definition->inbound->poll);
    if (!asks || !provider.health.lastAcceptedAt.isValid()) continue;
    auto secrets = providers::readSecrets(*definition, provider, m_context.secrets);
    if (!secrets || !secrets->isComplete()) continue;
    m_desks.push_back({std::move(provider), std::move(*definition), std::move(secrets->values)});
  }
  return {};
}

Result<> ReceiptPolling::lookAt(const Desk& desk) {
  const Course& course = m_courses[desk.provider.id];
  if (course.asking > 0) return {};
  if (course.notBefore.isValid() && m_context.clock.now() < course.notBefore) return {};
  for (const ReportTopic topic : {ReportTopic::Receipts, ReportTopic::Inbound}) {
    const auto& reports = reportsOf(desk.definition, topic);
    if (!reports || !reports->poll) continue;
    auto asked = reports->poll->by == PollSpec::By::Feed ? askFeed(desk, topic) : askRows(desk);
    if (!asked) return fail(asked.error());
  }
  return {};
}

Result<bool> ReceiptPolling::askRows(const Desk& desk) {
  const PollSpec& poll = *desk.definition.receipts->poll;
  const double perSecond = desk.definition.limits.perSecond;
  const int requests =
      perSecond > 0 ? std::clamp(static_cast<int>(std::floor(perSecond)), 1, kMostRequestsALook) : kRequestsALook;
  auto due = m_rows.due(desk.provider.id, m_context.clock.now(), requests * poll.atMost);
  if (!due) return fail(due.error());
  for (size_t from = 0; from < due->size(); from += static_cast<size_t>(poll.atMost)) {
    const size_t to = std::min(due->size(), from + static_cast<size_t>(poll.atMost));
    Question question{desk.provider.id, ReportTopic::Receipts, {}, {}};
    question.rows.assign(due->begin() + static_cast<std::ptrdiff_t>(from),
                         due->begin() + static_cast<std::ptrdiff_t>(to));
    QStringList ids;
    for (const UnheardRow& row : question.rows) {
      if (!ids.contains(row.messageId)) ids << row.messageId;
    }
    const providers::TokenValues tokens{{QStringLiteral("MessageId"), ids.first()},
                                        {QStringLiteral("ClientId"), question.rows.front().clientId},
                                        {QStringLiteral("MessageIds"), ids.join(poll.separator)}};
    if (!ask(desk, poll, question, tokens)) return false;
  }
  return !due->empty();
}

Result<bool> ReceiptPolling::askFeed(const Desk& desk, ReportTopic topic) {
  const QDateTime now = m_context.clock.now();
  auto place = m_rows.place(desk.provider.id, kindOf(topic));
  if (!place) return fail(place.error());
  const bool isUnderWay = !pageAt(*reportsOf(desk.definition, topic)->poll, *place).isEmpty();
  const bool isEarly = place->askedAt.isValid() && place->askedAt.addSecs(60 * minutesAfter(place->quiet)) > now;
  if (isEarly && !isUnderWay) return false;
  bool wanted = desk.provider.health.lastAcceptedAt.addDays(kInboundDays) > now;
  if (topic == ReportTopic::Receipts) {
    auto unheard = m_rows.hasUnheard(desk.provider.id, now.addDays(-kFeedDays));
    if (!unheard) return fail(unheard.error());
    wanted = *unheard;
  }
  if (!wanted) return false;
  return askPlace(desk, {desk.provider.id, topic, {}, *place});
}

bool ReceiptPolling::askPlace(const Desk& desk, const Question& question) {
  const QDateTime now = m_context.clock.now();
  const FeedPlace& place = question.place;
  const PollSpec& poll = *reportsOf(desk.definition, question.topic)->poll;
  const QDateTime since = place.askedAt.isValid() ? place.askedAt.addDays(-1) : now.addDays(-kFeedDays);
  const bool hasCursor = !place.cursor.isEmpty() && !poll.report.next.isSet();
  const providers::TokenValues tokens{{QStringLiteral("Cursor"), hasCursor ? place.cursor : poll.firstCursor},
                                      {QStringLiteral("Since"), since.toUTC().toString(QStringLiteral("yyyy-MM-dd"))}};
  return ask(desk, poll, question, tokens);
}

bool ReceiptPolling::ask(const Desk& desk, const PollSpec& poll, const Question& question,
                         const providers::TokenValues& tokens) {
  if (desk.definition.authentication.strategy != providers::Authentication::Strategy::OAuth2) {
    auto request =
        providers::buildPoll(desk.definition, desk.provider, desk.secrets, poll, tokens, pageAt(poll, question.place));
    if (request) {
      send(desk, poll, question, std::move(*request));
    } else {
      failed(question.provider, {});
    }
    return request.has_value();
  }
  ++m_asking;
  ++m_courses[question.provider].asking;
  const auto then = [this, by = desk, poll, question, tokens](const Result<providers::SecretValues>& secrets) mutable {
    --m_asking;
    --m_courses[question.provider].asking;
    if (secrets) by.secrets = *secrets;
    auto request = secrets ? providers::buildPoll(by.definition, by.provider, by.secrets, poll, tokens,
                                                  pageAt(poll, question.place))
                           : Result<net::HttpRequest>(fail(secrets.error()));
    if (!request) return failed(question.provider, {});
    send(by, poll, question, std::move(*request));
  };
  providers::AccessTokens::withToken(m_context.tokens, m_client, desk, m_context.clock, then);
  return true;
}

void ReceiptPolling::send(const Desk& desk, const PollSpec& poll, const Question& question, net::HttpRequest request) {
  ++m_asking;
  ++m_courses[question.provider].asking;
  const auto then = [this, desk, spec = poll.report, question](const net::HttpOutcome& outcome) {
    answered(desk, spec, question, outcome);
  };
  if (request.method == net::HttpRequest::Method::Get) {
    m_client.fetch(std::move(request), &m_client, then);
  } else {
    m_client.send(std::move(request), &m_client, then);
  }
}

void ReceiptPolling::answered(const Desk& desk, const providers::ReportSpec& spec, const Question& question,
                              const net::HttpOutcome& outcome) {
  --m_asking;
  --m_courses[question.provider].asking;
  if (outcome.kind != net::HttpOutcome::Answered) return failed(question.provider, {});
  // The next question asks for another token then.
  const QString token = desk.secrets.value(providers::oauthTokenName);
  if (!token.isEmpty() && outcome.answer.status == 401) (void)m_context.tokens->rejected(desk, token);
  // Of a message that it doesn't know (any more) it says nothing, and that is an answer.
  const bool unknown = outcome.answer.status == 404 && question.rows.size() == 1;
  const auto taken =
      unknown ? m_rows.markAsked(question.rows, m_context.clock.now()) : take(desk, spec, question, outcome.answer);
  if (!taken) {
    qCInfo(logDelivery).noquote() << "asking a provider about messages:" << errorCodeName(taken.error().code);
    startAgain(question, outcome.answer.status);
    return failed(question.provider, outcome.answer);
  }
  m_courses[question.provider].failures = 0;
}

Result<> ReceiptPolling::take(const Desk& desk, const providers::ReportSpec& spec, const Question& question,
                              const net::HttpAnswer& answer) {
  auto read = providers::readReportAnswer(spec, question.topic, answer, desk.secrets.values());
  if (!read) return fail(read.error());
  auto report = m_intake.take(question.provider, read->receipts);
  if (!report) return fail(report.error());
  const QDateTime now = m_context.clock.now();
  if (!question.rows.empty()) return m_rows.markAsked(question.rows, now);
  const bool news = report->changed + report->replies > 0;
  if (spec.next.isSet()) return takePage(desk, question, *read, news);
  const bool moved = !read->cursor.isEmpty() && read->cursor != question.place.cursor;
  FeedPlace place{moved ? read->cursor : question.place.cursor, now, news ? 0 : question.place.quiet + 1};
  // More may wait behind this page.
  if (news && moved) place.askedAt = now.addSecs(-60);
  return m_rows.setPlace(question.provider, kindOf(question.topic), place);
}

Result<> ReceiptPolling::takePage(const Desk& desk, const Question& question, const providers::ReadReports& read,
                                  bool news) {
  // It is kept, and a server that says a credential back must not have it kept.
  if (providers::withoutSecrets(read.next, desk.secrets.values()) != read.next) {
    return fail(ErrorCode::Refused, QStringLiteral("The provider's next page can't be asked for."));
  }
  const PollSpec& poll = *reportsOf(desk.definition, question.topic)->poll;
  const FeedWalk walk = FeedWalk::fromCursor(question.place.cursor).after(read, poll.report.newestFirst);
  const auto further = providers::buildPoll(desk.definition, desk.provider, desk.secrets, poll,
                                            {{QStringLiteral("Cursor"), {}}, {QStringLiteral("Since"), {}}}, walk.page);
  if (!further) return fail(further.error());
  const bool isWhole = walk.page.isEmpty();
  Question next = question;
  next.place.cursor = walk.cursor();
  // Until the last page is read the days that are asked for stay the same; at first the same as askPlace() takes.
  const QDateTime now = m_context.clock.now();
  if (!next.place.askedAt.isValid()) next.place.askedAt = now.addDays(1 - kFeedDays);
  if (isWhole) next.place.askedAt = now;
  next.place.quiet = news ? 0 : question.place.quiet + (isWhole ? 1 : 0);
  HELIOGRAPH_TRY(m_rows.setPlace(question.provider, kindOf(question.topic), next.place));
  ++next.pages;
  if (!isWhole && next.pages < kPagesALook) (void)askPlace(desk, next);
  return {};
}

void ReceiptPolling::startAgain(const Question& question, int status) {
  const FeedWalk walk = FeedWalk::fromCursor(question.place.cursor);
  if (walk.page.isEmpty() || status / 100 != 4 || status == 429) return;
  FeedPlace place = question.place;
  place.cursor = walk.again().cursor();
  if (const auto kept = m_rows.setPlace(question.provider, kindOf(question.topic), place); !kept) {
    qCWarning(logDelivery).noquote() << "keeping how far replies were read:" << errorCodeName(kept.error().code);
  }
}

/// Left alone for a minute, then for twice as long each time; or as long as it says.
void ReceiptPolling::failed(ProviderId provider, const net::HttpAnswer& answer) {
  Course& course = m_courses[provider];
  const QDateTime now = m_context.clock.now();
  const qint64 minutes = std::min(1LL << std::min(course.failures, 6), kLongestPauseMinutes);
  const auto asked = providers::parseRetryAfter(net::headerValue(answer.headers, "Retry-After"), now);
  const QDateTime until = now.addSecs(std::max<qint64>(60 * minutes, asked.count()));
  // Several questions that fail together are one failure.
  if (course.notBefore.isValid() && course.notBefore > now) return;
  ++course.failures;
  course.notBefore = until;
}

}  // namespace heliograph::delivery
