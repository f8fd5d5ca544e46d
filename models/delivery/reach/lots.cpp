// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/lots.h"

#include <algorithm>
#include <limits>

namespace heliograph::delivery {
namespace {

constexpr quint64 kGoldenRatio = 0x9E3779B97F4A7C15U;

/// The finalizer of splitmix64.
quint64 wellMixed(quint64 value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

}  // namespace

Lots::Lots(CampaignId campaign, int turn)
    : m_seed(wellMixed(static_cast<quint64>(campaign.value) * kGoldenRatio + static_cast<quint64>(turn))) {}

qint64 Lots::of(ProfileId person) const {
  return static_cast<qint64>(wellMixed(m_seed + static_cast<quint64>(person.value) * kGoldenRatio) >> 1U);
}

std::optional<qint64> DrawnLots::lastOf(qint64 people) const {
  if (people >= count()) return {};
  if (people <= 0) return -1;
  std::vector<qint64> lots = m_lots;
  const auto last = lots.begin() + (people - 1);
  std::nth_element(lots.begin(), last, lots.end());
  return *last;
}

std::optional<qint64> DrawnLots::aboutLastOf(qint64 people, qint64 all) {
  if (people >= all) return {};
  const double share = static_cast<double>(people) / static_cast<double>(all);
  return static_cast<qint64>(share * static_cast<double>(std::numeric_limits<qint64>::max()));
}

}  // namespace heliograph::delivery
