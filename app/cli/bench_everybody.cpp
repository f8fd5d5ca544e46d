// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_everybody.h"

#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <functional>
#include <thread>
#include <vector>

#include "app/cli/bench_workspace.h"
#include "app/cli/process_memory.h"
#include "delivery/check/everybody_check.h"
#include "providers/prices/price_repository.h"

namespace heliograph::cli {
namespace {

const QByteArray kEverybodyText =
    "Hi {{ Profile.first_name | default: 'there' | capitalize }}, your {{ Profile.tier }} offer: "
    "{% if Profile.points > 100 %}{{ Profile.points | times: 0.05 | round: 2 }} off{% else %}free delivery{% endif %} "
    "in {{ Profile.city }} until {{ 'now' | date: '%d %b' }}";
constexpr int kRestarts = 20;
constexpr std::chrono::milliseconds kTypingPause{40};

struct TimedCheck {
  double first = -1;    ///< ms until the first answer
  double whole = 0;     ///< ms
  double computed = 0;  ///< ms, of all threads together
  qint64 parts = 0;
};

double elapsedMs(const QElapsedTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What this program has computed since, on all cores.
double computedMs(std::clock_t before) {
  return 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

double tenths(double value) {
  return std::round(value * 10) / 10;
}

Result<TimedCheck> timedCheck(delivery::EverybodyCheck& check, const campaign::Campaign& campaign) {
  QElapsedTimer timer;
  timer.start();
  const std::clock_t before = std::clock();
  TimedCheck timed;
  delivery::TextLedger ledger;
  auto report = check.check(campaign, ledger, {}, [&](const delivery::CheckReport&, qint64) {
    if (timed.first < 0) timed.first = elapsedMs(timer);
  });
  if (!report) return fail(report.error());
  timed.whole = elapsedMs(timer);
  timed.computed = computedMs(before);
  if (timed.first < 0) timed.first = timed.whole;
  timed.parts = report->totalParts();
  return timed;
}

Result<TimedCheck> timedPlainCheck(const delivery::Publisher& publisher, const campaign::Campaign& campaign) {
  QElapsedTimer timer;
  timer.start();
  const std::clock_t before = std::clock();
  delivery::TextLedger ledger;
  auto report = publisher.check(campaign, ledger, CancelToken());
  if (!report) return fail(report.error());
  return TimedCheck{-1, elapsedMs(timer), computedMs(before), report->totalParts()};
}

/// The longest that a check under way takes to end after it is cancelled, as the next keystroke does; milliseconds.
double longestCancel(delivery::EverybodyCheck& check, const campaign::Campaign& campaign) {
  double longest = 0;
  for (int i = 0; i < kRestarts; ++i) {
    CancelToken cancel;
    std::thread typing([&] {
      delivery::TextLedger ledger;
      (void)check.check(campaign, ledger, cancel);
    });
    std::this_thread::sleep_for(kTypingPause);
    QElapsedTimer timer;
    timer.start();
    cancel.cancel();
    typing.join();
    longest = std::max(longest, elapsedMs(timer));
  }
  return longest;
}

/// Another kind of campaign with a text like the others.
struct BenchKind {
  const char* name;
  std::function<void(campaign::Campaign&)> make;
};

std::vector<BenchKind> otherKinds() {
  using campaign::Variants;
  using Variant = campaign::Variant;
  const auto copies = [](Variants::Kind kind, const std::vector<Variant>& others) {
    return [=](campaign::Campaign& draft) {
      draft.variants.kind = kind;
      draft.variants.others = others;
      draft.variants.property = QStringLiteral("tier");
    };
  };
  const QByteArray other = kEverybodyText + " Only today!";
  return {{"ab_test", copies(Variants::Kind::AbTest, {{other, 0, {}}, {other + "!", 0, {}}})},
          {"split", copies(Variants::Kind::Split, {{other, 40, {}}})},
          {"by_property", copies(Variants::Kind::ByProperty,
                                 {{other, 0, QStringLiteral("Gold")}, {other, 0, QStringLiteral("Free")}})},
          {"opt_out_first",
           [](campaign::Campaign& draft) {
             draft.textRules.optOut = {message::OptOutLine::When::FirstText, QStringLiteral("Reply STOP to opt out")};
           }},
          {"keep_gsm", [](campaign::Campaign& draft) {
             draft.message += " \xE2\x80\x93 it\xE2\x80\x99s new";
             draft.textRules.keepGsm7 = true;
           }}};
}

/// How long each takes when its people are in memory: the second keystroke.
Result<QJsonObject> timedKinds(delivery::EverybodyCheck& check, const campaign::Campaign& single) {
  QJsonObject times;
  for (const BenchKind& kind : otherKinds()) {
    campaign::Campaign draft = single;
    kind.make(draft);
    const auto first = timedCheck(check, draft);
    if (!first) return fail(first.error());
    draft.message += "!";
    const auto again = timedCheck(check, draft);
    if (!again) return fail(again.error());
    times.insert(QLatin1String(kind.name), QJsonObject{{QStringLiteral("opened_ms"), tenths(first->whole)},
                                                       {QStringLiteral("first_ms"), tenths(again->first)},
                                                       {QStringLiteral("ms"), tenths(again->whole)},
                                                       {QStringLiteral("computed_ms"), tenths(again->computed)}});
  }
  return times;
}

/// The same from the columns: read anew, then again with another text, then after somebody was changed.
Result<QJsonObject> timedColumns(app::Workspace& workspace, const campaign::Campaign& single) {
  delivery::EverybodyCheck& check = workspace.everybody;
  campaign::Campaign draft = single;
  QElapsedTimer timer;
  timer.start();
  HELIOGRAPH_TRY(workspace.columns.bringUp());
  const double made = elapsedMs(timer);
  check.forget();
  const auto cold = timedCheck(check, draft);
  if (!cold) return fail(cold.error());
  draft.message += ".";
  const auto warm = timedCheck(check, draft);
  if (!warm) return fail(warm.error());
  HELIOGRAPH_TRY(
      workspace.database.execute(QStringLiteral("UPDATE profile SET opted_out = 1 - opted_out WHERE id = 4711")));
  timer.restart();
  const auto counted = workspace.reach.count({});
  if (!counted) return fail(counted.error());
  const double edited = elapsedMs(timer);
  draft.message += ".";
  const auto after = timedCheck(check, draft);
  if (!after) return fail(after.error());
  if (!check.readsColumns()) return fail(ErrorCode::Internal, QStringLiteral("The columns weren't read."));
  const auto plain = timedPlainCheck(workspace.publisher, draft);
  if (!plain) return fail(plain.error());
  if (plain->parts != after->parts) return fail(ErrorCode::Internal, QStringLiteral("The columns count differently."));
  return QJsonObject{{QStringLiteral("made_ms"), tenths(made)},
                     {QStringLiteral("cold_first_ms"), tenths(cold->first)},
                     {QStringLiteral("cold_ms"), tenths(cold->whole)},
                     {QStringLiteral("cold_computed_ms"), tenths(cold->computed)},
                     {QStringLiteral("first_ms"), tenths(warm->first)},
                     {QStringLiteral("warm_ms"), tenths(warm->whole)},
                     {QStringLiteral("warm_computed_ms"), tenths(warm->computed)},
                     {QStringLiteral("edited_reach_ms"), tenths(edited)},
                     {QStringLiteral("edited_first_ms"), tenths(after->first)},
                     {QStringLiteral("edited_ms"), tenths(after->whole)},
                     {QStringLiteral("people_mb"), tenths(static_cast<double>(check.bytes()) / 1e6)}};
}

/// A provider that isn't free, so that prices are looked up.
Result<> addDearProvider(const app::Workspace& workspace, campaign::Campaign& campaign) {
  providers::Provider provider;
  provider.name = QStringLiteral("Dear");
  provider.type = QStringLiteral("twilio");
  provider.settings = {{QStringLiteral("account_sid"), QStringLiteral("AC00000000000000000000000000000000")},
                       {QStringLiteral("from"), QStringLiteral("+15005550006")}};
  auto id = workspace.providers.create(provider);
  if (!id) return fail(id.error());
  campaign.route = {QStringLiteral("provider"), id->value};
  std::vector<providers::Price> prices;
  for (const char* prefix : {"1", "33", "34", "39", "44", "49", "55", "81", "91", "9198", "9199", "966", "971"}) {
    prices.push_back({{}, QLatin1String(prefix), {}, Money{41'500, QStringLiteral("EUR")}});
  }
  return workspace.prices.saveAll(prices);
}

}  // namespace

Result<QJsonObject> benchEverybody(qint64 people) {
  BenchWorkspace bench(std::chrono::milliseconds(20));
  HELIOGRAPH_TRY(bench.fill(people));
  auto campaign = bench.workspace().campaigns.load(bench.campaign());
  if (!campaign) return fail(campaign.error());
  HELIOGRAPH_TRY(addDearProvider(bench.workspace(), *campaign));
  campaign->message = kEverybodyText;
  delivery::EverybodyCheck& check = bench.workspace().everybody;
  const auto cold = timedCheck(check, *campaign);
  if (!cold) return fail(cold.error());
  campaign->message += ".";
  const auto warm = timedCheck(check, *campaign);
  if (!warm) return fail(warm.error());
  const double cancel = longestCancel(check, *campaign);
  campaign->message += "\xE2\x80\x99";
  const auto unicode = timedCheck(check, *campaign);
  if (!unicode) return fail(unicode.error());
  const double resident = memoryMegabytes("VmRSS");
  campaign->message = kEverybodyText;
  const auto kinds = timedKinds(check, *campaign);
  if (!kinds) return fail(kinds.error());
  campaign->message += ".\xE2\x80\x99";
  const auto plain = timedPlainCheck(bench.workspace().publisher, *campaign);
  if (!plain) return fail(plain.error());
  if (plain->parts != unicode->parts) {
    return fail(ErrorCode::Internal, QStringLiteral("Both checks count differently."));
  }
  const double snapshot = tenths(static_cast<double>(check.bytes()) / 1e6);
  campaign->message = kEverybodyText;
  const auto columns = timedColumns(bench.workspace(), *campaign);
  if (!columns) return fail(columns.error());
  return QJsonObject{{QStringLiteral("people"), people},
                     {QStringLiteral("threads"), QThread::idealThreadCount()},
                     {QStringLiteral("cold_first_ms"), tenths(cold->first)},
                     {QStringLiteral("cold_ms"), tenths(cold->whole)},
                     {QStringLiteral("cold_computed_ms"), tenths(cold->computed)},
                     {QStringLiteral("first_ms"), tenths(warm->first)},
                     {QStringLiteral("warm_ms"), tenths(warm->whole)},
                     {QStringLiteral("warm_computed_ms"), tenths(warm->computed)},
                     {QStringLiteral("unicode_ms"), tenths(unicode->whole)},
                     {QStringLiteral("unicode_computed_ms"), tenths(unicode->computed)},
                     {QStringLiteral("cancel_ms"), tenths(cancel)},
                     {QStringLiteral("restarts_per_second"), tenths(1000 / std::max(cancel, 0.1))},
                     {QStringLiteral("kinds"), *kinds},
                     {QStringLiteral("plain_ms"), tenths(plain->whole)},
                     {QStringLiteral("plain_computed_ms"), tenths(plain->computed)},
                     {QStringLiteral("columns"), *columns},
                     {QStringLiteral("snapshot_mb"), snapshot},
                     {QStringLiteral("rss_mb"), tenths(resident)}};
}

}  // namespace heliograph::cli
