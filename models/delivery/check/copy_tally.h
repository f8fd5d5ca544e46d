// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/variants.h"
#include "delivery/check/check_report.h"
#include "delivery/reach/qualification.h"

namespace heliograph::delivery {

/// Adds up what each of several copies of a message would come to. The order of the people doesn't matter. Counts
/// nothing for a single message.
class CopyTally final {
 public:
  /// `variants` must outlive the tally.
  explicit CopyTally(const campaign::Variants& variants);

  void add(const Qualified& person);
  /// Adds what another has counted of the same copies.
  void add(const CopyTally& others);
  /// Writes the figures, and says what they mean: copies that nobody gets, a test without a winner, an estimate.
  void addTo(CheckReport& report) const;

  /// The parts of the person's longest text of any copy they may get.
  [[nodiscard]] static int mostParts(const Qualified& person);

 private:
  void addText(std::size_t copy, ProfileId person, const message::Sendable& text);
  void addIssues(CheckReport& report) const;

  const campaign::Variants* m_variants;
  std::vector<CopyFigures> m_copies;
};

}  // namespace heliograph::delivery
