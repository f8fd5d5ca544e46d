// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/everybody_check.h"

#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <utility>

#include "delivery/check/check_issues.h"
#include "delivery/check/everybody_count.h"
#include "delivery/check/reach_limits.h"

namespace heliograph::delivery {
namespace {

constexpr std::size_t kMostBytes = std::size_t{640} << 20;
constexpr std::size_t kMostSlotsKept = 24;  // of a person, before those that are read no more are given up
constexpr int kMostThreads = 8;
constexpr qint64 kFirstAnswerMs = 80;
constexpr qint64 kBetweenAnswersMs = 200;

Error cancelledCheck() {
  return {ErrorCode::Cancelled, QStringLiteral("The check was cancelled."), {}};
}

}  // namespace

EverybodyCheck::EverybodyCheck(const storage::Database& database, const Publisher& publisher,
                               audience::SegmentEngine* columns)
    : m_database(database), m_publisher(publisher), m_columns(columns), m_mostBytes(kMostBytes), m_stamps(database) {
  m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, kMostThreads));
}

EverybodyCheck::~EverybodyCheck() {
  m_pool.waitForDone();
}

Result<CheckReport> EverybodyCheck::check(const campaign::Campaign& campaign, TextLedger& ledger,
                                          const CancelToken& cancel, const CountProgress& progress) {
  auto ground = m_publisher.groundOf(campaign);
  if (!ground) return fail(ground.error());
  if (!ground->input) return std::move(ground->report);
  auto key = keyOf(*ground->input, ground->reads);
  if (!key) {
    ground->report.issues.push_back(audienceIssue(key.error()));
    return std::move(ground->report);
  }
  const auto people = snapshotOf(*ground->input, std::move(*key));
  if (!people) return m_publisher.check(campaign, ledger, cancel);
  auto report = countEverybody(campaign, std::move(*ground), *people, ledger, cancel, progress);
  if (report || report.error().code != ErrorCode::LimitExceeded) return report;
  {
    const std::lock_guard lock(m_mutex);
    m_tooLarge = people->key();
    m_people.reset();
  }
  return m_publisher.check(campaign, ledger, cancel);
}

Result<SnapshotKey> EverybodyCheck::keyOf(const QualificationInput& input, const MessageReads& reads) {
  auto condition = audience::compileSegment(input.segment, m_database, input.time);
  if (!condition) return fail(condition.error());
  SnapshotKey key;
  key.people = std::move(*condition);
  key.properties = input.schema->properties();
  for (const ReadField& field : reads.fields) {
    if (field.slot >= audience::ProfileSchema::firstPropertySlot) key.slots.push_back(field.slot);
  }
  std::sort(key.slots.begin(), key.slots.end());
  key.groups = input.groups;
  key.countries = input.countries;
  key.seeds = input.seeds;
  key.at = input.time.now;
  const std::lock_guard lock(m_mutex);
  auto stamp = m_stamps.read();
  if (!stamp) return fail(stamp.error());
  key.stamp = *stamp;
  // Who was texted before matters to some messages only, and changes with every text that is sent.
  key.textedBefore = input.message.asksTextedBefore();
  if (!key.textedBefore && !key.people.texts) key.stamp.sending = 0;
  return key;
}

std::shared_ptr<const AudienceSnapshot> EverybodyCheck::snapshotOf(const QualificationInput& input, SnapshotKey key) {
  std::shared_ptr<const AudienceSnapshot> old;  // let go when nobody else has to wait for it
  const std::lock_guard lock(m_mutex);
  if (m_tooLarge && m_tooLarge->serves(key)) return nullptr;
  if (m_people && m_people->problem() && m_people->key().serves(key)) return m_people;
  old = std::exchange(m_people, nullptr);
  // What was read lately is likely to be read again.
  if (old && old->key().properties == key.properties) {
    std::vector<std::size_t> both;
    std::set_union(key.slots.begin(), key.slots.end(), old->key().slots.begin(), old->key().slots.end(),
                   std::back_inserter(both));
    if (both.size() <= kMostSlotsKept) key.slots = std::move(both);
  }
  m_people = std::make_shared<const AudienceSnapshot>(m_database, m_columns, input, std::move(key), m_mostBytes);
  return m_people;
}

Result<CheckReport> EverybodyCheck::countEverybody(const campaign::Campaign& campaign, CheckGround ground,
                                                   const AudienceSnapshot& people, TextLedger& ledger,
                                                   const CancelToken& cancel, const CountProgress& progress) {
  QElapsedTimer timer;
  timer.start();
  DrawingGround drawing;
  const std::optional<qint64> most = ground.report.most;
  if (most) {
    auto expected = people.blocks() ? Result<qint64>(people.people()) : m_publisher.peopleInAll();
    if (!expected) return fail(expected.error());
    ground.input->lastLot = DrawnLots::aboutLastOf(*most, *expected);
  }
  std::optional<EverybodyCount> count;
  const auto tell = [&] {
    CheckReport soFar = ground.report;
    count->writeTo(soFar);
    // The lot up to which people are drawn is only about right until everybody was looked at.
    if (most && soFar.sendable > *most) return;
    dropOldNews(soFar);
    progress(soFar, people.people());
  };
  qint64 nextAnswer = kFirstAnswerMs;
  const auto tellNowAndThen = [&] {
    if (!progress || timer.elapsed() < nextAnswer) return;
    tell();
    nextAnswer = timer.elapsed() + kBetweenAnswersMs;
  };
  count.emplace(people, *ground.input, ground.rates, ground.reads, most ? &drawing : nullptr);
  countOnce(*count, cancel, tellNowAndThen);
  // Who is drawn is known when everybody was looked at; the first figures were near enough meanwhile.
  if (most && !cancel.isCancelled() && drawing.lots.lastOf(*most) != ground.input->lastLot) {
    ground.input->lastLot = drawing.lots.lastOf(*most);
    count.emplace(people, *ground.input, ground.rates, ground.reads, nullptr, &drawing);
    countOnce(*count, cancel, {});
  }
  if (cancel.isCancelled()) return fail(cancelledCheck());
  if (auto read = people.problem(); !read) return fail(read.error());

  SimilarSendings similar = m_publisher.similarSendings();
  ledger = count->takeLedger();
  // Looking for other sendings may take a while, and the figures are complete without it.
  if (progress && timer.elapsed() > kFirstAnswerMs) tell();
  HELIOGRAPH_TRY(similar.find(campaign, cancel));
  compareWithOthers(similar, people, ledger, cancel);
  if (cancel.isCancelled()) return fail(cancelledCheck());
  CheckReport& report = ground.report;
  count->writeTo(report);
  HELIOGRAPH_TRY(m_publisher.addQuiet(campaign, report));
  HELIOGRAPH_TRY(m_publisher.addHandingOver(campaign, report));
  addLimitIssues(campaign, report);
  similar.addIssues(report);
  dropOldNews(report);
  report.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return std::move(report);
}

void EverybodyCheck::countOnce(EverybodyCount& count, const CancelToken& cancel, const std::function<void()>& tell) {
  std::vector<QFuture<void>> helpers;
  for (int i = 1; i < m_pool.maxThreadCount(); ++i) {
    helpers.push_back(QtConcurrent::run(&m_pool, [&count, cancel] { count.work(cancel); }));
  }
  count.work(cancel, tell);
  for (QFuture<void>& helper : helpers) helper.waitForFinished();
}

/// Asks for everybody who would be sent to: those of the ledger, with the numbers of the snapshot.
void EverybodyCheck::compareWithOthers(SimilarSendings& similar, const AudienceSnapshot& people,
                                       const TextLedger& ledger, const CancelToken& cancel) const {
  if (similar.isEmpty()) return;
  auto sent = ledger.entries().begin();
  BlockRow row(people.key().properties.size() + audience::ProfileSchema::firstPropertySlot);
  for (std::size_t index = 0; sent != ledger.entries().end(); ++index) {
    const auto block = people.block(index, cancel);
    if (!block) return;
    for (std::size_t i = 0; i < block->size() && sent != ledger.entries().end(); ++i) {
      if (block->ids()[i].value != sent->profile) continue;
      block->read(i, row);
      similar.add(row.person().id, row.person().phone);
      ++sent;
    }
  }
}

void EverybodyCheck::forget() {
  std::shared_ptr<const AudienceSnapshot> old;
  const std::lock_guard lock(m_mutex);
  old = std::exchange(m_people, nullptr);
  m_tooLarge.reset();
}

std::size_t EverybodyCheck::bytes() const {
  const std::lock_guard lock(m_mutex);
  return m_people ? m_people->bytes() : 0;
}

bool EverybodyCheck::readsColumns() const {
  const std::lock_guard lock(m_mutex);
  return m_people && m_people->isFromColumns();
}

}  // namespace heliograph::delivery
