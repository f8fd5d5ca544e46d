// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/ids.h"

namespace heliograph::delivery {

/// The drawing of lots of a campaign: whoever of its people has a lower lot goes before the others. A lot depends on
/// nothing but the campaign, which of its runs it is, and the person: a check knows who will be drawn, and whoever goes
/// on with a run after a stop draws the same. First batches, A/B tests and limits of the reach all draw with it.
class Lots final {
 public:
  /// `turn`: of the campaign's runs, from 0; each draws anew.
  explicit Lots(CampaignId campaign, int turn = 0);

  /// From 0; no two people of a workspace have the same but by an accident that nobody will see.
  [[nodiscard]] qint64 of(ProfileId person) const;

 private:
  quint64 m_seed;
};

/// The lots of everybody who can be sent to, for saying who of them is drawn.
class DrawnLots final {
 public:
  void reserve(std::size_t people) { m_lots.reserve(people); }
  void add(qint64 lot) { m_lots.push_back(lot); }
  void add(const DrawnLots& others) { m_lots.insert(m_lots.end(), others.m_lots.begin(), others.m_lots.end()); }
  [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_lots.size()); }

  /// The last lot that is drawn when `people` are; nothing if there are no more of them anyway.
  [[nodiscard]] std::optional<qint64> lastOf(qint64 people) const;
  /// About that lot before anybody was looked at, when there are `all` at most: near enough for first figures.
  [[nodiscard]] static std::optional<qint64> aboutLastOf(qint64 people, qint64 all);

 private:
  std::vector<qint64> m_lots;
};

}  // namespace heliograph::delivery
