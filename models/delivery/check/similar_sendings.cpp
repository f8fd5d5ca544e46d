// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/similar_sendings.h"

#include <QLocale>
#include <algorithm>
#include <functional>
#include <string_view>

#include "campaign/campaign_repository.h"
#include "delivery/check/similar_text.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/reach/run_qualification.h"
#include "delivery/run/fill_repository.h"
#include "schedule/when.h"
#include "storage/native_connection.h"
#include "storage/native_statement.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

constexpr qint64 kNumbersBetweenLooks = 2000;
constexpr std::size_t kMostIssues = 3;
constexpr QLatin1String kFieldPrefix("campaign:");

std::size_t numberHash(std::string_view number) {
  return std::hash<std::string_view>{}(number);
}

template <class Value>
void sortOnce(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class Value>
bool holds(const std::vector<Value>& sorted, Value value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

/// Somebody a run that has no rows yet would be sent to.
struct ExpectedReceiver {
  qint64 lot = 0;
  qint64 person = 0;
  std::size_t number = 0;
};

/// Leaves those with the first lots; 0: everybody.
void keepDrawn(std::vector<ExpectedReceiver>& people, qint64 most) {
  if (most <= 0 || most >= static_cast<qint64>(people.size())) return;
  const auto end = people.begin() + most;
  std::nth_element(people.begin(), end, people.end(),
                   [](const ExpectedReceiver& a, const ExpectedReceiver& b) { return a.lot < b.lot; });
  people.erase(end, people.end());
}

/// "today 10:02", "Thu 26 Nov, 10:02".
QString whenWords(const QDateTime& at, const QDateTime& now) {
  const QDateTime there = at.toLocalTime();
  const qint64 days = now.toLocalTime().date().daysTo(there.date());
  const QString time = QLocale::c().toString(there, QStringLiteral("HH:mm"));
  if (days == 0) return QStringLiteral("today ") + time;
  if (days == -1) return QStringLiteral("yesterday ") + time;
  if (days == 1) return QStringLiteral("tomorrow ") + time;
  return QLocale::c().toString(there, QStringLiteral("ddd d MMM, HH:mm"));
}

/// "38 % (15,657 people)", "All 12 people".
QString shareWords(qint64 people, qint64 of) {
  if (people >= of) return of == 1 ? QStringLiteral("The only person") : QStringLiteral("All %L1 people").arg(of);
  const QString counted = people == 1 ? QStringLiteral("1 person") : QStringLiteral("%L1 people").arg(people);
  const qint64 percent = people * 100 / of;
  return percent == 0 ? counted : QStringLiteral("%1 % (%2)").arg(percent).arg(counted);
}

/// What is wrong with that one campaign; it says so itself, and nobody is compared with it.
bool isOfOneCampaign(const Error& error) {
  return error.code == ErrorCode::Damaged || error.code == ErrorCode::InvalidInput;
}

}  // namespace

Result<> SimilarSendings::find(const campaign::Campaign& campaign, const CancelToken& cancel) {
  const QStringList words = rememberedWords(campaign.message);
  const auto times = schedule::dueTimes(campaign.when, m_clock.now());
  const QDateTime due = times && !times->empty() ? times->front() : m_clock.now();
  auto runs = runsAround(due, campaign);
  if (!runs) return fail(runs.error());
  const campaign::CampaignRepository campaigns(m_database, m_clock);
  for (const Run& run : *runs) {
    auto frozen = campaigns.version(run.version);
    if (!frozen && isOfOneCampaign(frozen.error())) continue;
    if (!frozen) return fail(frozen.error());
    if (textSimilarity(words, rememberedWords(frozen->campaign.message)) < similarFrom) continue;
    Sending& sending = sendingOf(*frozen);
    sending.at = run.startedAt.isValid() ? run.startedAt : run.dueAt;
    sending.begun = run.startedAt.isValid();
    sending.over = run.isOver();
    sending.sameText = frozen->campaign.message == campaign.message;
    HELIOGRAPH_TRY(addReceivers(sending, run, *frozen, cancel));
  }
  for (Sending& sending : m_sendings) {
    sortOnce(sending.people);
    sortOnce(sending.numbers);
  }
  return {};
}

/// The runs that were under way within a day of that time, or will be; not those of this very version.
Result<std::vector<Run>> SimilarSendings::runsAround(const QDateTime& due, const campaign::Campaign& campaign) const {
  storage::Statement find(m_database,
                          QStringLiteral("SELECT r.id FROM run r JOIN campaign_version v ON v.id = r.version_id WHERE "
                                         "r.due_at <= ? AND (r.finished_at IS NULL OR r.finished_at >= ?) AND NOT "
                                         "(r.state = 'stopped' AND r.started_at IS NULL) AND NOT (v.campaign_id = ? "
                                         "AND v.number = ?) ORDER BY r.due_at, r.id"));
  find.bind(due.addSecs(withinSeconds)).bind(due.addSecs(-withinSeconds)).bind(campaign.id).bind(campaign.revision);
  std::vector<RunId> ids;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    ids.push_back(find.id<RunId>(0));
  }
  const RunRepository repository(m_database, m_clock);
  std::vector<Run> runs;
  for (const RunId id : ids) {
    auto run = repository.byId(id);
    if (!run) return fail(run.error());
    runs.push_back(std::move(*run));
  }
  return runs;
}

SimilarSendings::Sending& SimilarSendings::sendingOf(const campaign::FrozenCampaign& frozen) {
  const auto known = std::find_if(m_sendings.begin(), m_sendings.end(),
                                  [&](const Sending& one) { return one.campaign == frozen.campaign.id; });
  if (known != m_sendings.end()) return *known;
  Sending sending;
  sending.campaign = frozen.campaign.id;
  sending.name = frozen.campaign.name;
  return m_sendings.emplace_back(std::move(sending));
}

Result<> SimilarSendings::addReceivers(Sending& sending, const Run& run, const campaign::FrozenCampaign& frozen,
                                       const CancelToken& cancel) const {
  return run.filledAt.isValid() || run.isOver() ? addRows(sending, run) : addExpected(sending, run, frozen, cancel);
}

Result<> SimilarSendings::addRows(Sending& sending, const Run& run) const {
  auto connection = storage::NativeConnection::open(m_database, storage::NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  auto rows = connection->prepare(
      QStringLiteral("SELECT profile_id, address FROM outbox WHERE run_id = ? AND state IN ('pending', 'claimed', "
                     "'sending', 'held', 'accepted', 'in_doubt') AND address IS NOT NULL"));
  if (!rows) return fail(rows.error());
  rows->bind(1, std::int64_t{run.id.value});
  while (true) {
    auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    sending.people.push_back(rows->integer(0));
    sending.numbers.push_back(numberHash(rows->text(1)));
  }
}

Result<> SimilarSendings::addExpected(Sending& sending, const Run& run, const campaign::FrozenCampaign& frozen,
                                      const CancelToken& cancel) const {
  auto input = qualificationOfRun(m_database, m_clock, run, frozen);
  if (!input) return isOfOneCampaign(input.error()) ? Result<>{} : fail(input.error());
  auto people = Qualification::open(m_database, std::move(*input));
  // A segment that can't be evaluated any more reaches nobody.
  if (!people) return isOfOneCampaign(people.error()) ? Result<>{} : fail(people.error());
  const auto lots = FillRepository(m_database, m_clock).lotsOf(run);
  if (!lots) return fail(lots.error());
  std::vector<ExpectedReceiver> expected;
  for (qint64 seen = 1;; ++seen) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (!*person) break;
    if (seen % kNumbersBetweenLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("The check was cancelled."));
    }
    if (!(*person)->isSendable()) continue;
    const ProfileId id = (*person)->person->id;
    expected.push_back({lots->of(id), id.value, numberHash((*person)->person->phone)});
  }
  keepDrawn(expected, run.onlyPeople);
  for (const ExpectedReceiver& one : expected) {
    sending.people.push_back(one.person);
    sending.numbers.push_back(one.number);
  }
  return {};
}

void SimilarSendings::add(const Qualified& person) {
  if (person.isSendable()) add(person.person->id, person.person->phone);
}

void SimilarSendings::add(ProfileId person, std::string_view phone) {
  for (Sending& sending : m_sendings) {
    if (holds(sending.people, person.value) || holds(sending.numbers, numberHash(phone))) ++sending.again;
  }
}

campaign::Issue SimilarSendings::issueOf(const Sending& sending, qint64 sendable) const {
  const QString got = sending.over    ? QStringLiteral("got")
                      : sending.begun ? QStringLiteral("got or get")
                                      : QStringLiteral("will get");
  const QString text =
      sending.sameText ? QStringLiteral("%1 %2 exactly this text within 24 hours: “%3”, %4. They would get it twice.")
                       : QStringLiteral("%1 %2 a similar text within 24 hours: “%3”, %4.");
  return {campaign::Severity::Warn, sending.sameText ? QStringLiteral("same_text") : QStringLiteral("similar_text"),
          campaign::Step::Publish, kFieldPrefix + QString::number(sending.campaign.value),
          text.arg(shareWords(sending.again, sendable), got, sending.name, whenWords(sending.at, m_clock.now()))};
}

void SimilarSendings::addIssues(CheckReport& report) const {
  std::vector<const Sending*> reaching;
  for (const Sending& sending : m_sendings) {
    if (sending.again > 0) reaching.push_back(&sending);
  }
  std::stable_sort(reaching.begin(), reaching.end(), [](const Sending* left, const Sending* right) {
    return std::pair(left->sameText, left->again) > std::pair(right->sameText, right->again);
  });
  if (reaching.size() > kMostIssues) reaching.resize(kMostIssues);
  for (const Sending* sending : reaching) report.issues.push_back(issueOf(*sending, report.sendable));
}

CampaignId campaignOfIssue(const campaign::Issue& issue) {
  if (!issue.field.startsWith(kFieldPrefix)) return {};
  return CampaignId{issue.field.mid(kFieldPrefix.size()).toLongLong()};
}

}  // namespace heliograph::delivery
