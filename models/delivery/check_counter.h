// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "delivery/check_report.h"
#include "delivery/cost_counter.h"
#include "delivery/qualification.h"
#include "delivery/text_ledger.h"

namespace heliograph::delivery {

/// Adds everybody the pipeline speaks of up to the figures of a CheckReport.
class CheckCounter final {
 public:
  /// `ledger`, if there is one, gets an entry for everybody who would be sent to.
  CheckCounter(CheckReport& report, const CostRates& rates, TextLedger* ledger = nullptr)
      : m_report(report), m_rates(rates), m_cost(rates), m_ledger(ledger) {}

  void add(const Qualified& person);
  /// Writes what was added up into the report, and what the figures say about the campaign, as issues: nobody is
  /// reached, people are left out, values or prices are missing. Nothing may be added after it.
  void finish();

 private:
  void addText(const Qualified& person);
  void addReach(const QString& reason);
  void addPicks(ProfileId person, const message::Sendable& text);
  void addLeftOutIssues() const;
  void addPriceIssue() const;

  CheckReport& m_report;
  const CostRates& m_rates;
  CostCounter m_cost;
  TextLedger* m_ledger;
  std::vector<qint64> m_parts;          ///< people by the parts of their text
  std::array<qint64, 2> m_encodings{};  ///< people by message::Encoding
  int m_mostUnits = -1;
};

}  // namespace heliograph::delivery
