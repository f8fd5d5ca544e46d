// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_liquid.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <functional>
#include <thread>

#include "app/cli/bench_people.h"
#include "app/cli/bench_timing.h"
#include "message/compiled_message.h"

namespace heliograph::cli {
namespace {

constexpr int renderRounds = 20;

/// Keeps what was written from being left out as unused.
volatile std::size_t bytesWritten = 0;

/// What is measured: the people, and the message in both spellings of its roots.
struct LiquidBench {
  std::vector<BenchRow> rows = benchRows();
  liquid::Template compiled;
  message::CompiledMessage message;

  double all() const { return static_cast<double>(rows.size()) * renderRounds; }
};

void renderBound(const LiquidBench& bench) {
  BenchRoots roots(bench.rows);
  liquid::Renderer renderer;
  for (int round = 0; round < renderRounds; ++round) {
    for (std::size_t i = 0; i < bench.rows.size(); ++i) {
      bytesWritten = bytesWritten + renderer.render(bench.compiled, roots.bound(i)).output.size();
    }
  }
}

void renderRows(const LiquidBench& bench) {
  BenchRoots roots({});
  liquid::Renderer renderer;
  for (int round = 0; round < renderRounds; ++round) {
    for (const BenchRow& row : bench.rows) {
      bytesWritten = bytesWritten + renderer.render(bench.compiled, roots.read(row)).output.size();
    }
  }
}

/// As the courier and the check of everybody do it, with the lists of missing and defaulted properties.
void renderMessages(const LiquidBench& bench) {
  const liquid::Shape shape{{"first_name", "tier", "points", "date"}};
  message::MessageRenderer renderer(QDateTime::fromSecsSinceEpoch(1'773'065'133));
  std::array<liquid::Value, 4> slots;
  message::PersonValues person;
  person.shape = &shape;
  person.values = slots.data();
  for (int round = 0; round < renderRounds; ++round) {
    for (const BenchRow& row : bench.rows) {
      slots[0] = row.name.empty() ? liquid::Value::nil() : liquid::Value::string(row.name);
      slots[1] = liquid::Value::string(row.tier);
      slots[2] = liquid::Value::integer(row.points);
      slots[3] = liquid::Value::string(row.date);
      bytesWritten = bytesWritten + bench.message.render(person, renderer).text.size();
    }
  }
}

void writeAllByHand(const LiquidBench& bench) {
  std::string out;
  for (int round = 0; round < renderRounds; ++round) {
    for (const BenchRow& row : bench.rows) {
      writeByHand(out, row);
      bytesWritten = bytesWritten + out.size();
    }
  }
}

/// What two cores get done together, by the time that both threads computed: less than twice one where they hinder
/// each other.
double onTwoThreads(const LiquidBench& bench) {
  return 2 * medianPerSecond(
                 2 * bench.all(),
                 [&] {
                   std::thread other(renderRows, std::cref(bench));
                   renderRows(bench);
                   other.join();
                 },
                 CLOCK_PROCESS_CPUTIME_ID);
}

/// All ways of writing have to give the same texts, or their speeds can't be compared.
bool isSame(const LiquidBench& bench) {
  BenchRoots roots(bench.rows);
  liquid::Renderer renderer;
  std::string expected;
  for (std::size_t i = 0; i < bench.rows.size(); ++i) {
    writeByHand(expected, bench.rows[i]);
    if (renderer.render(bench.compiled, roots.bound(i)).output != expected) return false;
    if (renderer.render(bench.compiled, roots.read(bench.rows[i])).output != expected) return false;
  }
  return true;
}

double microsecondsOfSlowestHundredth(const LiquidBench& bench) {
  BenchRoots roots({});
  liquid::Renderer renderer;
  std::vector<qint64> took;
  QElapsedTimer timer;
  timer.start();
  for (int round = 0; round < renderRounds; ++round) {
    for (const BenchRow& row : bench.rows) {
      const qint64 before = timer.nsecsElapsed();
      bytesWritten = bytesWritten + renderer.render(bench.compiled, roots.read(row)).output.size();
      took.push_back(timer.nsecsElapsed() - before);
    }
  }
  const auto place = took.begin() + static_cast<std::ptrdiff_t>(took.size() * 99 / 100);
  std::nth_element(took.begin(), place, took.end());
  return static_cast<double>(*place) / 1e3;
}

double microsecondsToParse(const std::string& source) {
  constexpr int times = 20'000;
  return 1e6 / medianPerSecond(times, [&] {
           for (int i = 0; i < times; ++i) bytesWritten = bytesWritten + liquid::Template::parse(source).paths.size();
         });
}

}  // namespace

Result<QJsonObject> benchLiquid() {
  const std::string source = benchTemplate("profile", "event");
  const auto parsed = liquid::Template::parse(source);
  auto message = message::CompiledMessage::compile(QByteArray::fromStdString(benchTemplate("Profile", "Profile")));
  if (!message) return fail(message.error());
  const LiquidBench bench{.compiled = *parsed.compiled, .message = *message};
  if (!isSame(bench)) {
    return fail(ErrorCode::Internal, QStringLiteral("Liquid writes other texts than the loop it is measured against."));
  }
  return QJsonObject{
      {QStringLiteral("renders"), bench.all()},
      {QStringLiteral("rows_per_second"), medianPerSecond(bench.all(), [&] { renderRows(bench); })},
      {QStringLiteral("bound_per_second"), medianPerSecond(bench.all(), [&] { renderBound(bench); })},
      {QStringLiteral("messages_per_second"), medianPerSecond(bench.all(), [&] { renderMessages(bench); })},
      {QStringLiteral("two_threads_per_second"), onTwoThreads(bench)},
      {QStringLiteral("p99_microseconds"), microsecondsOfSlowestHundredth(bench)},
      {QStringLiteral("parse_microseconds"), microsecondsToParse(source)},
      {QStringLiteral("by_hand_per_second"), medianPerSecond(bench.all(), [&] { writeAllByHand(bench); })}};
}

}  // namespace heliograph::cli
