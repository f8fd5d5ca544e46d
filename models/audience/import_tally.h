// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "audience/phone_repair.h"

namespace heliograph::audience {

struct RowProblem;

/// How many rows something is the case for, and which come first.
struct CountedRows {
  qint64 count = 0;
  std::vector<qint64> rows;  ///< the first three

  void add(qint64 row);
};

/// A reason why rows are left out or need a look.
struct CountedProblem {
  QString column;  ///< empty: the row as a whole
  QString reason;
  bool rejects = false;
  CountedRows rows;
};

/// A cell before and after a repair.
struct RepairExample {
  qint64 row = 0;
  QString before;
  QString after;
};

/// How many numbers a kind of repair would make whole, whether it is wanted or not.
struct CountedRepair {
  Repair repair = Repair::Exponent;
  qint64 count = 0;
  std::vector<RepairExample> examples;  ///< the first three that differ
};

/// What is to be told of a file before it is imported, and after.
struct ImportFindings {
  std::vector<CountedProblem> problems;  ///< most frequent first, those that reject before the others
  std::vector<CountedRepair> repairs;    ///< kinds that were found, in the order of allRepairs
  CountedRows digitsLost;                ///< numbers whose digits an exponent has eaten
  CountedRows sameIdentity;              ///< rows of somebody who has a row above; the later row wins
  CountedRows sameNumber;                ///< other people with a number that is there already, further up
  CountedRows optedOut;                  ///< people who have opted out and stay so
};

/// Collects the findings row by row. Keeps two numbers for each person.
class ImportTally final {
 public:
  void problem(qint64 row, const RowProblem& problem);
  void phone(qint64 row, std::string_view text, const PhoneReading& reading);
  /// A row that is taken; `number` is empty if nothing can be sent to it. True if the person has a row above.
  bool person(qint64 row, std::string_view identity, std::string_view number);

  /// Everything, once all rows are in.
  [[nodiscard]] ImportFindings finish();

 private:
  struct Number {
    std::size_t number;
    std::size_t identity;
    qint64 row;
  };
  void countSameNumbers();

  ImportFindings m_findings;
  std::unordered_set<std::size_t> m_identities;
  std::vector<Number> m_numbers;
};

}  // namespace heliograph::audience
