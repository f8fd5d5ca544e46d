// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_people.h"

#include <charconv>

namespace heliograph::cli {
namespace {

constexpr int peopleRendered = 10'000;
constexpr std::array<std::string_view, 5> sampleNames{"", "emma", "noah", "MIA", "elodie"};
constexpr std::array<std::string_view, 3> sampleTiers{"gold", "silver", "bronze"};
constexpr std::array<std::string_view, 12> sampleMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

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

}  // namespace

std::vector<BenchRow> benchRows() {
  std::vector<BenchRow> rows;
  for (std::size_t i = 0; i < peopleRendered; ++i) {
    const std::string day = std::to_string(100 + i % 28 + 1).substr(1);
    const std::string month = std::to_string(100 + i % 12 + 1).substr(1);
    rows.push_back({sampleNames[i % sampleNames.size()], sampleTiers[i % sampleTiers.size()],
                    static_cast<std::int64_t>(i * 37 % 1000), "2026-" + month + "-" + day});
  }
  return rows;
}

std::string benchTemplate(std::string_view profile, std::string_view event) {
  const std::string person(profile);
  return "Hi {{ " + person + ".first_name | default: 'there' | capitalize }}, your {{ " + person +
         ".tier }} offer: {% if " + person + ".points > 100 %}{{ " + person +
         ".points | times: 0.05 | round: 2 }} off{% else %}free delivery{% endif %} until {{ " + std::string(event) +
         ".date | date: '%d %b' }}";
}

void writeByHand(std::string& out, const BenchRow& row) {
  out.clear();
  out += "Hi ";
  appendCapitalised(out, row.name.empty() ? "there" : row.name);
  out += ", your ";
  out += row.tier;
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

BenchRoots::BenchRoots(const std::vector<BenchRow>& rows) : m_slots(rows.size() * 4) {
  for (std::size_t i = 0; i < rows.size(); ++i) fill(rows[i], &m_slots[i * 4]);
}

std::array<liquid::Root, 2> BenchRoots::bound(std::size_t row) {
  return at(&m_slots[row * 4]);
}

std::array<liquid::Root, 2> BenchRoots::read(const BenchRow& row) {
  fill(row, m_read.data());
  return at(m_read.data());
}

void BenchRoots::fill(const BenchRow& row, liquid::Value* slots) {
  slots[0] = row.name.empty() ? liquid::Value::nil() : liquid::Value::string(row.name);
  slots[1] = liquid::Value::string(row.tier);
  slots[2] = liquid::Value::integer(row.points);
  slots[3] = liquid::Value::string(row.date);
}

std::array<liquid::Root, 2> BenchRoots::at(const liquid::Value* slots) {
  m_profile = {&m_profiles, slots};
  m_event = {&m_events, slots + 3};
  return {liquid::Root{"profile", liquid::Value::record(m_profile)},
          liquid::Root{"event", liquid::Value::record(m_event)}};
}

}  // namespace heliograph::cli
