// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_liquid.h"

#include <QElapsedTimer>
#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "liquid/renderer.h"
#include "liquid/shape.h"

namespace heliograph::cli {
namespace {

using liquid::Value;

constexpr int peopleRendered = 10'000;
constexpr int renderRounds = 50;
constexpr std::string_view benchSource =
    "Hi {{ profile.first_name | default: 'there' | capitalize }}, your {{ profile.tier }} offer: "
    "{% if profile.points > 100 %}{{ profile.points | times: 0.05 | round: 2 }} off{% else %}free delivery{% endif %} "
    "until {{ event.date | date: '%d %b' }}";
constexpr std::array<std::string_view, 5> sampleNames{"", "emma", "noah", "MIA", "elodie"};
constexpr std::array<std::string_view, 3> sampleTiers{"gold", "silver", "bronze"};
constexpr std::array<std::string_view, 12> sampleMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// One row as a table of people holds it.
struct Row {
  std::size_t name;
  std::size_t tier;
  std::int64_t points;
  std::string date;
};

std::vector<Row> makeRows() {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < peopleRendered; ++i) {
    const std::string day = std::to_string(100 + i % 28 + 1).substr(1);
    const std::string month = std::to_string(100 + i % 12 + 1).substr(1);
    rows.push_back({i % sampleNames.size(), i % sampleTiers.size(), static_cast<std::int64_t>(i * 37 % 1000),
                    "2026-" + month + "-" + day});
  }
  return rows;
}

void appendNumber(std::string& out, std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

/// points * 0.05 with its point, as "18.15" or "6.0".
void appendTwentieth(std::string& out, std::int64_t points) {
  const std::int64_t hundredths = points * 5;
  appendNumber(out, hundredths / 100);
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  if (hundredths % 10 != 0) out += static_cast<char>('0' + hundredths % 10);
}

void appendCapitalised(std::string& out, std::string_view name) {
  const auto start = out.size();
  for (const char c : name) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (out[start] >= 'a' && out[start] <= 'z') out[start] = static_cast<char>(out[start] - 32);
}

void writeByHand(std::string& out, const Row& row) {
  out.clear();
  out += "Hi ";
  appendCapitalised(out, sampleNames[row.name].empty() ? "there" : sampleNames[row.name]);
  out += ", your ";
  out += sampleTiers[row.tier];
  out += " offer: ";
  if (row.points > 100) {
    appendTwentieth(out, row.points);
    out += " off";
  } else {
    out += "free delivery";
  }
  out += " until ";
  out += std::string_view(row.date).substr(8, 2);
  out += ' ';
  out += sampleMonths[static_cast<std::size_t>((row.date[5] - '0') * 10 + row.date[6] - '0' - 1)];
}

/// The rows as Liquid sees them: slots that stand in one block.
class Roots final {
 public:
  explicit Roots(const std::vector<Row>& rows) {
    m_slots.reserve(rows.size() * 4);
    for (const Row& row : rows) {
      m_slots.push_back(sampleNames[row.name].empty() ? Value::nil() : Value::string(sampleNames[row.name]));
      m_slots.push_back(Value::string(sampleTiers[row.tier]));
      m_slots.push_back(Value::integer(row.points));
      m_slots.push_back(Value::string(row.date));
    }
  }

  std::array<liquid::Root, 2> of(std::size_t row) {
    m_profile = {&m_profiles, &m_slots[row * 4]};
    m_event = {&m_events, &m_slots[row * 4 + 3]};
    return {liquid::Root{"profile", Value::record(m_profile)}, liquid::Root{"event", Value::record(m_event)}};
  }

 private:
  liquid::Shape m_profiles{{"first_name", "tier", "points"}};
  liquid::Shape m_events{{"date"}};
  std::vector<Value> m_slots;
  liquid::Record m_profile;
  liquid::Record m_event;
};

double perSecond(const QElapsedTimer& timer) {
  return static_cast<double>(peopleRendered) * renderRounds * 1e9 / static_cast<double>(timer.nsecsElapsed());
}

/// Both ways of writing have to give the same texts, or their speeds can't be compared.
bool isSame(const std::vector<Row>& rows, Roots& roots, const liquid::Template& compiled) {
  liquid::Renderer renderer;
  std::string expected;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    writeByHand(expected, rows[i]);
    if (renderer.render(compiled, roots.of(i)).output != expected) return false;
  }
  return true;
}

double measureRenders(Roots& roots, const liquid::Template& compiled) {
  liquid::Renderer renderer;
  QElapsedTimer timer;
  timer.start();
  for (int round = 0; round < renderRounds; ++round) {
    for (std::size_t i = 0; i < peopleRendered; ++i) (void)renderer.render(compiled, roots.of(i));
  }
  return perSecond(timer);
}

double measureByHand(const std::vector<Row>& rows) {
  std::string out;
  volatile std::size_t written = 0;
  QElapsedTimer timer;
  timer.start();
  for (int round = 0; round < renderRounds; ++round) {
    for (const Row& row : rows) {
      writeByHand(out, row);
      written = written + out.size();
    }
  }
  return perSecond(timer);
}

double slowestOfHundred(Roots& roots, const liquid::Template& compiled) {
  liquid::Renderer renderer;
  std::vector<qint64> took(peopleRendered);
  QElapsedTimer timer;
  timer.start();
  for (std::size_t i = 0; i < peopleRendered; ++i) {
    const qint64 before = timer.nsecsElapsed();
    (void)renderer.render(compiled, roots.of(i));
    took[i] = timer.nsecsElapsed() - before;
  }
  const auto place = took.begin() + peopleRendered * 99 / 100;
  std::nth_element(took.begin(), place, took.end());
  return static_cast<double>(*place) / 1e3;
}

double measureParsing() {
  constexpr int times = 20'000;
  QElapsedTimer timer;
  timer.start();
  for (int i = 0; i < times; ++i) (void)liquid::Template::parse(benchSource);
  return static_cast<double>(timer.nsecsElapsed()) / 1e3 / times;
}

}  // namespace

Result<QJsonObject> benchLiquid() {
  const std::vector<Row> rows = makeRows();
  Roots roots(rows);
  const auto parsed = liquid::Template::parse(benchSource);
  if (!parsed || !isSame(rows, roots, *parsed.compiled)) {
    return fail(ErrorCode::Internal, QStringLiteral("Liquid writes other texts than the loop it is measured against."));
  }
  return QJsonObject{{QStringLiteral("renders"), static_cast<qint64>(peopleRendered) * renderRounds},
                     {QStringLiteral("per_second"), measureRenders(roots, *parsed.compiled)},
                     {QStringLiteral("p99_microseconds"), slowestOfHundred(roots, *parsed.compiled)},
                     {QStringLiteral("parse_microseconds"), measureParsing()},
                     {QStringLiteral("by_hand_per_second"), measureByHand(rows)}};
}

}  // namespace heliograph::cli
