// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_command.h"

#include "app/cli/bench_everybody.h"
#include "app/cli/bench_hostile.h"
#include "app/cli/bench_liquid.h"
#include "app/cli/bench_memory.h"
#include "app/cli/bench_segments.h"
#include "app/cli/bench_send.h"
#include "app/cli/bench_sms.h"
#include "app/cli/bench_window.h"
#include "app/cli/call.h"

namespace heliograph::cli {
namespace {

const QString kPeopleOption = QStringLiteral("people");
constexpr qint64 kBenchPeople = 1'000'000;
constexpr qint64 kMostBenchPeople = 10'000'000;
const QString kEventsOption = QStringLiteral("events");
constexpr qint64 kBenchEvents = 10'000'000;
constexpr qint64 kMostBenchEvents = 100'000'000;
const QString kSegmentsOption = QStringLiteral("segments");
const QString kKeepOption = QStringLiteral("keep");
const QString kCheckOption = QStringLiteral("check");

struct Measurement {
  QString name;
  Result<QJsonObject> (*run)() = nullptr;
  Result<QJsonObject> (*runFor)(qint64 people) = nullptr;  ///< for one that depends on how many people there are
  Result<QJsonObject> (*runAs)(Call& call) = nullptr;      ///< for one with options of its own
};

Result<QJsonObject> benchSegments(Call& call) {
  const auto people = call.number(kPeopleOption, kBenchPeople, 1, kMostBenchPeople);
  if (!people) return fail(people.error());
  const auto events = call.number(kEventsOption, kBenchEvents, 0, kMostBenchEvents);
  if (!events) return fail(events.error());
  const QString file =
      call.isSet(kSegmentsOption) ? call.value(kSegmentsOption) : QStringLiteral("tests/bench/segments/segments.json");
  return SegmentBench{*people, *events, file, call.value(kKeepOption), call.isSet(kCheckOption)}.run();
}

const std::vector<Measurement>& measurements() {
  static const std::vector<Measurement> all{{QStringLiteral("sms"), benchSms},
                                            {QStringLiteral("liquid"), benchLiquid},
                                            {QStringLiteral("hostile"), benchHostile},
                                            {QStringLiteral("send"), benchSend},
                                            {QStringLiteral("memory"), benchMemory},
                                            {QStringLiteral("start"), benchStart},
                                            {QStringLiteral("window"), benchWindow},
                                            {QStringLiteral("everybody"), nullptr, benchEverybody},
                                            {QStringLiteral("segments"), nullptr, nullptr, benchSegments}};
  return all;
}

Result<> bench(Call& call) {
  const QString wanted = call.argument(0);
  auto people = call.number(kPeopleOption, kBenchPeople, 1, kMostBenchPeople);
  if (!people) return fail(people.error());
  QStringList names;
  bool found = wanted.isEmpty();
  call.console().setJson(true);
  for (const Measurement& one : measurements()) {
    names << one.name;
    // What takes a file of its own and minutes is only measured by name.
    if (wanted.isEmpty() ? one.runAs != nullptr : one.name != wanted) continue;
    found = true;
    auto measured = one.run ? one.run() : one.runFor ? one.runFor(*people) : one.runAs(call);
    if (!measured) return fail(measured.error());
    measured->insert(QStringLiteral("name"), one.name);
    call.console().item(*measured);
  }
  if (found) return {};
  return call.wrongUsage(
      QStringLiteral("There is no measurement \"%1\"; there are %2.").arg(wanted, names.join(QStringLiteral(", "))));
}

}  // namespace

std::vector<Command> benchCommands() {
  return {{QStringLiteral("bench"),
           QStringLiteral("[NAME]"),
           QStringLiteral("Measures the program, one JSON line each."),
           0,
           1,
           {valueOption(kPeopleOption, QStringLiteral("N"),
                        QStringLiteral("How many people (everybody, segments; 1,000,000).")),
            valueOption(kEventsOption, QStringLiteral("N"), QStringLiteral("How many events (segments; 10,000,000).")),
            valueOption(kSegmentsOption, QStringLiteral("FILE"),
                        QStringLiteral("The segments (segments; those of tests/bench/segments).")),
            valueOption(kKeepOption, QStringLiteral("FOLDER"),
                        QStringLiteral("Where the workspace and its data as CSV are kept (segments).")),
            flagOption(kCheckOption, QStringLiteral("Also asks the statements, and compares (segments)."))},
           bench}};
}

}  // namespace heliograph::cli
