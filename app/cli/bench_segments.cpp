// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_segments.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>

#include "app/cli/bench_live.h"
#include "app/cli/bench_world.h"
#include "audience/columns/segment_engine.h"
#include "audience/people/person_events.h"
#include "audience/segment_sql.h"
#include "core/clock.h"
#include "storage/statement.h"

namespace heliograph::cli {
namespace {

using audience::EvaluationTime;
using audience::Segment;
using audience::SegmentEngine;
using audience::SegmentGroup;
using audience::SegmentPart;

constexpr int kTurns = 5;
constexpr qint64 kPeopleLookedUp = 100;

struct MeasuredSegment {
  QString name;
  Segment segment;
  qint64 people = 0;
  std::vector<double> cold;     ///< ms, nothing known of any rule
  std::vector<double> changed;  ///< ms, one rule changed, the others known
};

EvaluationTime timeOfBench() {
  return {BenchWorld::now(), QTimeZone::utc()};
}

double roundedFigure(double value) {
  return std::round(value * 100) / 100;
}

/// The value below which so many lie.
double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::max<std::size_t>(place, 1) - 1];
}

Result<std::vector<MeasuredSegment>> readSegments(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::NotFound, QStringLiteral("There is no “%1”.").arg(path));
  std::vector<MeasuredSegment> segments;
  for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
    auto segment = audience::segmentFromJson(value[QStringLiteral("segment")].toObject());
    const QString name = value[QStringLiteral("name")].toString();
    if (!segment) return fail(ErrorCode::InvalidInput, name + QStringLiteral(": ") + segment.error().message);
    segments.push_back({name, std::move(*segment), 0, {}, {}});
  }
  if (segments.empty()) return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” has no segments.").arg(path));
  return segments;
}

void collectRules(SegmentGroup& group, std::vector<SegmentPart*>& rules) {
  for (SegmentPart& part : group.parts) {
    if (auto* inner = std::get_if<SegmentGroup>(&part.value)) {
      collectRules(*inner, rules);
    } else {
      rules.push_back(&part);
    }
  }
}

bool isOnProperties(Segment segment) {
  std::vector<SegmentPart*> rules;
  collectRules(segment.rules, rules);
  return std::all_of(rules.begin(), rules.end(), [](const SegmentPart* part) {
    return std::holds_alternative<audience::SegmentRule>(part->value);
  });
}

/// Another rule of the same kind, as a person makes of it with a keystroke.
void changeRule(SegmentPart& part, int turn) {
  const auto changeValues = [turn](QJsonArray& values) {
    if (values.isEmpty()) return;
    const QJsonValue first = values.first();
    values[0] =
        first.isDouble() ? QJsonValue(first.toDouble() + turn) : QJsonValue(first.toString() + QString(turn, u'e'));
  };
  const auto changeWindow = [turn](audience::TimeWindow& window) {
    window.count += turn;
    return window.kind == audience::TimeWindow::Kind::InLast || window.kind == audience::TimeWindow::Kind::ExactlyAgo;
  };
  if (auto* rule = std::get_if<audience::SegmentRule>(&part.value)) {
    const bool day = rule->op == audience::SegmentOperator::On || rule->op == audience::SegmentOperator::Before ||
                     rule->op == audience::SegmentOperator::After;
    if (!day) changeValues(rule->values);
  } else if (auto* event = std::get_if<audience::EventRule>(&part.value)) {
    if (!changeWindow(event->within)) changeValues(event->values);
  } else if (auto* shared = std::get_if<audience::SameValueRule>(&part.value)) {
    if (!changeWindow(shared->events.front().within)) {
      shared->events.front().within = {.kind = audience::TimeWindow::Kind::InLast, .count = 90 - turn};
    }
  } else if (auto* near = std::get_if<audience::NearRule>(&part.value)) {
    near->radius += turn;
  }
}

Result<double> timedReach(SegmentEngine& engine, const Segment& segment, qint64* people = nullptr) {
  QElapsedTimer timer;
  timer.start();
  const auto reach = engine.reach(segment, {}, timeOfBench());
  const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
  if (!reach) return fail(ErrorCode::Internal, QStringLiteral("The columns can't answer “%1”.").arg(describe(segment)));
  if (!*reach) return fail(reach->error());
  if (people != nullptr) *people = (*reach)->qualified;
  return elapsed;
}

Result<> measureSegment(SegmentEngine& engine, MeasuredSegment& measured) {
  for (int turn = 0; turn < kTurns; ++turn) {
    engine.forgetAnswers();
    auto cold = timedReach(engine, measured.segment, &measured.people);
    if (!cold) return fail(cold.error());
    measured.cold.push_back(*cold);
  }
  std::vector<SegmentPart*> rules;
  Segment edited = measured.segment;
  collectRules(edited.rules, rules);
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    const SegmentPart before = *rules[rule];
    for (int turn = 1; turn <= kTurns; ++turn) {
      changeRule(*rules[rule], turn);
      auto changed = timedReach(engine, edited);
      if (!changed) return fail(changed.error());
      measured.changed.push_back(*changed);
      *rules[rule] = before;
    }
  }
  return {};
}

Result<qint64> countedByStatement(const storage::Database& database, const Segment& segment) {
  const auto compiled = audience::compileSegment(segment, database, timeOfBench());
  if (!compiled) return fail(compiled.error());
  storage::Statement count(database,
                           QStringLiteral("SELECT count(*) FROM profile AS p WHERE %1").arg(compiled->condition));
  for (const QVariant& value : compiled->values) count.bindValue(value);
  auto row = count.next();
  if (!row) return fail(row.error());
  return count.integer(0);
}

/// How long the first count takes after one person was changed; the worst of a few.
Result<double> timedEdit(SegmentEngine& engine, const storage::Database& database, qint64 people) {
  double worst = 0;
  for (qint64 turn = 0; turn < kTurns; ++turn) {
    HELIOGRAPH_TRY(database.execute(
        QStringLiteral("UPDATE profile SET opted_out = 1 - opted_out WHERE id = %1").arg(1 + people / kTurns * turn)));
    auto counted = timedReach(engine, Segment::everybody());
    if (!counted) return counted;
    worst = std::max(worst, *counted);
  }
  return worst;
}

/// Finding the events of people, one after another: from the columns for the first time and then, and by looking
/// through all.
Result<QJsonObject> timedEvents(SegmentEngine& engine, const storage::Database& database, qint64 people) {
  const SystemClock clock;
  const audience::PersonEvents fast(database, clock, &engine);
  const audience::PersonEvents slow(database, clock);
  std::vector<double> times;
  std::vector<double> scans;
  std::size_t events = 0;
  for (qint64 turn = 0; turn < kPeopleLookedUp; ++turn) {
    const ProfileId person{1 + people / kPeopleLookedUp * turn};
    QElapsedTimer timer;
    timer.start();
    const auto found = fast.find({person});
    times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    if (!found) return fail(found.error());
    events += found->size();
    if (turn >= kTurns) continue;
    timer.restart();
    const auto all = slow.find({person});
    scans.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    if (!all) return fail(all.error());
    if (*all != *found) return fail(ErrorCode::Internal, QStringLiteral("The columns find other events."));
  }
  return QJsonObject{{QStringLiteral("events"), static_cast<qint64>(events)},
                     {QStringLiteral("first_ms"), roundedFigure(times.front())},
                     {QStringLiteral("median_ms"), roundedFigure(quantile(times, 0.5))},
                     {QStringLiteral("p95_ms"), roundedFigure(quantile(times, 0.95))},
                     {QStringLiteral("scan_ms"), roundedFigure(quantile(scans, 0.5))}};
}

QJsonObject figuresOf(const MeasuredSegment& measured) {
  return {{QStringLiteral("name"), measured.name},
          {QStringLiteral("people"), measured.people},
          {QStringLiteral("cold_ms"), roundedFigure(quantile(measured.cold, 0.5))},
          {QStringLiteral("changed_ms"), roundedFigure(quantile(measured.changed, 0.5))},
          {QStringLiteral("changed_p95_ms"), roundedFigure(quantile(measured.changed, 0.95))}};
}

}  // namespace

Result<QJsonObject> SegmentBench::run() const {
  auto measured = readSegments(segments);
  if (!measured) return fail(measured.error());
  const QTemporaryDir temporary;
  const QDir folder(keep.isEmpty() ? temporary.path() : keep);
  if (!folder.mkpath(QStringLiteral("."))) return fail(ErrorCode::Io, QStringLiteral("No folder “%1”.").arg(keep));
  const QString path = folder.filePath(QStringLiteral("segments.heliograph"));
  const bool isThere = QFile::exists(path);
  auto database = storage::Database::open(path);
  if (!database) return fail(database.error());
  QElapsedTimer timer;
  timer.start();
  if (!isThere) HELIOGRAPH_TRY((BenchWorld{people, events, 1, keep}.fill(**database)));
  QJsonObject report{{QStringLiteral("people"), people}, {QStringLiteral("events"), events}};
  report.insert(QStringLiteral("fill_seconds"), roundedFigure(static_cast<double>(timer.restart()) / 1000));
  SegmentEngine engine(**database);
  HELIOGRAPH_TRY(engine.bringUp());
  report.insert(QStringLiteral("bring_up_seconds"), roundedFigure(static_cast<double>(timer.elapsed()) / 1000));
  const auto found = timedEvents(engine, **database, people);
  if (!found) return fail(found.error());
  report.insert(QStringLiteral("person_events"), *found);
  const auto edited = timedEdit(engine, **database, people);
  if (!edited) return fail(edited.error());
  report.insert(QStringLiteral("edited_person_ms"), roundedFigure(*edited));

  std::vector<double> all;
  std::vector<double> onProperties;
  std::vector<double> cold;
  QJsonArray each;
  for (MeasuredSegment& one : *measured) {
    HELIOGRAPH_TRY(measureSegment(engine, one));
    if (check) {
      const auto expected = countedByStatement(**database, one.segment);
      if (!expected) return fail(expected.error());
      if (*expected != one.people) {
        return fail(
            ErrorCode::Internal,
            QStringLiteral("%1: %2 people, but %3 by the statement.").arg(one.name).arg(one.people).arg(*expected));
      }
    }
    all.insert(all.end(), one.changed.begin(), one.changed.end());
    cold.insert(cold.end(), one.cold.begin(), one.cold.end());
    if (isOnProperties(one.segment)) onProperties.insert(onProperties.end(), one.changed.begin(), one.changed.end());
    each.append(figuresOf(one));
  }
  report.insert(QStringLiteral("changed_p95_ms"), roundedFigure(quantile(all, 0.95)));
  report.insert(QStringLiteral("changed_p95_ms_properties"), roundedFigure(quantile(onProperties, 0.95)));
  report.insert(QStringLiteral("cold_p95_ms"), roundedFigure(quantile(cold, 0.95)));
  report.insert(QStringLiteral("segments"), each);
  const QString live = QFileInfo(segments).dir().filePath(QStringLiteral("live.json"));
  if (!QFile::exists(live)) return report;
  auto estimates = measureLive(engine, live, timeOfBench());
  if (!estimates) return fail(estimates.error());
  report.insert(QStringLiteral("live"), *estimates);
  return report;
}

}  // namespace heliograph::cli
