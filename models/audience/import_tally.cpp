// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/import_tally.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "audience/person_reader.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t examples = 3;
/// Reasons hold numbers now and then; the list stays one that a person can read.
constexpr std::size_t mostProblems = 40;

std::size_t hashOf(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

}  // namespace

void CountedRows::add(qint64 row) {
  ++count;
  if (rows.size() < examples) rows.push_back(row);
}

void ImportTally::problem(qint64 row, const RowProblem& problem) {
  auto& all = m_findings.problems;
  const auto found = std::find_if(all.begin(), all.end(), [&problem](const CountedProblem& known) {
    return known.rejects == problem.rejects && known.reason == problem.reason && known.column == problem.column;
  });
  if (found != all.end()) return found->rows.add(row);
  if (all.size() >= mostProblems) return;
  all.push_back({problem.column, problem.reason, problem.rejects, {}});
  all.back().rows.add(row);
}

void ImportTally::phone(qint64 row, std::string_view text, const PhoneReading& reading) {
  if (reading.digitsLost) m_findings.digitsLost.add(row);
  if (!reading.repair) return;
  auto& all = m_findings.repairs;
  auto found = std::find_if(all.begin(), all.end(),
                            [&reading](const CountedRepair& known) { return known.repair == *reading.repair; });
  if (found == all.end()) found = all.insert(all.end(), CountedRepair{*reading.repair, 0, {}});
  ++found->count;
  if (found->examples.size() >= examples) return;
  const QString before = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  const bool shown = std::any_of(found->examples.begin(), found->examples.end(),
                                 [&before](const RepairExample& example) { return example.before == before; });
  if (!shown) found->examples.push_back({row, before, QString::fromStdString(reading.repaired)});
}

bool ImportTally::person(qint64 row, std::string_view identity, std::string_view number) {
  const std::size_t hash = hashOf(identity);
  const bool repeated = !m_identities.insert(hash).second;
  if (repeated) m_findings.sameIdentity.add(row);
  if (!number.empty()) m_numbers.push_back({hashOf(number), hash, row});
  return repeated;
}

/// People whose number somebody else has further up.
void ImportTally::countSameNumbers() {
  std::sort(m_numbers.begin(), m_numbers.end(),
            [](const Number& a, const Number& b) { return std::tie(a.number, a.row) < std::tie(b.number, b.row); });
  std::vector<qint64> rows;
  for (std::size_t i = 1, first = 0; i < m_numbers.size(); ++i) {
    if (m_numbers[i].number != m_numbers[first].number) {
      first = i;
    } else if (m_numbers[i].identity != m_numbers[first].identity) {
      rows.push_back(m_numbers[i].row);
    }
  }
  std::sort(rows.begin(), rows.end());
  for (const qint64 row : rows) m_findings.sameNumber.add(row);
}

ImportFindings ImportTally::finish() {
  countSameNumbers();
  std::stable_sort(m_findings.problems.begin(), m_findings.problems.end(),
                   [](const CountedProblem& a, const CountedProblem& b) {
                     return a.rejects != b.rejects ? a.rejects : a.rows.count > b.rows.count;
                   });
  const auto place = [](Repair repair) { return std::find(allRepairs.begin(), allRepairs.end(), repair); };
  std::sort(m_findings.repairs.begin(), m_findings.repairs.end(),
            [&place](const CountedRepair& a, const CountedRepair& b) { return place(a.repair) < place(b.repair); });
  return std::move(m_findings);
}

}  // namespace heliograph::audience
