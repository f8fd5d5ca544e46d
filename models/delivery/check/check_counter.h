// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "delivery/check/check_report.h"
#include "delivery/check/copy_tally.h"
#include "delivery/check/cost_counter.h"
#include "delivery/check/costly_tally.h"
#include "delivery/check/coupon_tally.h"
#include "delivery/check/text_ledger.h"
#include "delivery/reach/qualification.h"

namespace heliograph::delivery {

/// Adds everybody the pipeline speaks of up to the figures of a CheckReport. The order of the people doesn't matter:
/// several counters may each count a part of an audience, and give together what one would have given.
class CheckCounter final {
 public:
  /// `ledger`, if there is one, gets an entry for everybody who would be sent to. All of them must outlive the counter.
  CheckCounter(const CostRates& rates, const MessageReads& reads, TextLedger* ledger = nullptr)
      : m_rates(&rates),
        m_reads(&reads),
        m_cost(rates),
        m_costly(reads),
        m_copies(reads.variants),
        m_coupons(reads.coupons),
        m_ledger(ledger) {}

  void add(const Qualified& person);
  /// Adds what another has counted of the same message with the same rates.
  void add(const CheckCounter& others);
  [[nodiscard]] qint64 people() const { return m_reach.qualified; }

  /// Writes what was added up into the report, and adds what the figures say about the campaign as issues: nobody is
  /// reached, people are left out, values or prices are missing.
  void finish(CheckReport& report) const;

 private:
  void addSkipped(const Qualified& person);
  void addReach(const QString& reason);
  void addText(const Qualified& person);
  void addExtremes(const audience::ProfileRow& person, const message::SmsMeasure& measure);
  void addExtremes(const ExtremeText& longest, const ExtremeText& mostParts);
  void finishPicks(PeoplePicks& picks) const;

  const CostRates* m_rates;
  const MessageReads* m_reads;
  CostCounter m_cost;
  CostlyTally m_costly;
  CopyTally m_copies;
  CouponTally m_coupons;
  TextLedger* m_ledger;
  audience::Reach m_reach;
  qint64 m_sendable = 0;
  std::vector<PeopleSet> m_parts;       ///< people by the parts of their text
  std::array<qint64, 2> m_encodings{};  ///< people by message::Encoding
  NamedPeople m_skipped;
  NamedPeople m_uncovered;  ///< of them, whom no provider covers, by country
  NamedPeople m_missingOf;
  NamedPeople m_defaultedOf;
  PeopleSet m_missing;
  PeopleSet m_defaulted;
  ExtremeText m_longest;    ///< most units
  ExtremeText m_mostParts;  ///< most parts, and of those the most units
};

}  // namespace heliograph::delivery
