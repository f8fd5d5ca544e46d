// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/sending_plan.h"

#include <algorithm>
#include <cmath>

namespace heliograph::schedule {
namespace {

constexpr int kPlannedDays = 42;

/// Those of one zone who haven't been sent to.
struct ZoneQueue {
  double left = 0;
  std::vector<QuietSpan> quiet;
  std::size_t at = 0;  ///< the first stretch that isn't over

  void moveTo(const QDateTime& now) {
    while (at < quiet.size() && quiet[at].end <= now) ++at;
  }
  [[nodiscard]] bool isQuiet(const QDateTime& now) const { return at < quiet.size() && quiet[at].begin <= now; }
  [[nodiscard]] QDateTime change(const QDateTime& now) const {
    if (at >= quiet.size()) return {};
    return isQuiet(now) ? quiet[at].end : quiet[at].begin;
  }
};

class Planning final {
 public:
  Planning(const QDateTime& begin, double perSecond, bool discards)
      : m_now(begin), m_until(begin.addDays(kPlannedDays)), m_perSecond(perSecond), m_discards(discards) {
    m_plan.whole.begin = begin;
  }

  void add(const QByteArray& zone, qint64 people, const QuietHours& hours) {
    m_zones.push_back({static_cast<double>(people), hours.spans(m_now, m_until, zone), 0});
  }

  SendingPlan run() {
    while (m_now < m_until) {
      for (ZoneQueue& zone : m_zones) look(zone);
      std::erase_if(m_zones, [](const ZoneQueue& zone) { return zone.left <= 0; });
      if (m_zones.empty()) {
        m_plan.whole.end = m_plan.sending.empty() ? m_plan.whole.begin : m_plan.sending.back().end;
        break;
      }
      step();
    }
    return std::move(m_plan);
  }

 private:
  void look(ZoneQueue& zone) {
    zone.moveTo(m_now);
    if (!m_discards || !zone.isQuiet(m_now)) return;
    m_plan.discarded += std::llround(zone.left);
    zone.left = 0;
  }

  /// To the next moment at which somebody falls quiet or wakes, or all who are awake have theirs.
  void step() {
    double awake = 0;
    QDateTime next = m_until;
    for (const ZoneQueue& zone : m_zones) {
      if (!zone.isQuiet(m_now)) awake += zone.left;
      const QDateTime change = zone.change(m_now);
      if (change.isValid()) next = std::min(next, change);
    }
    if (awake <= 0) {
      m_now = next;
      return;
    }
    const QDateTime done = m_now.addMSecs(static_cast<qint64>(std::ceil(awake * 1000 / m_perSecond)));
    const QDateTime end = std::min(done, next);
    const double part = end == done ? 1 : static_cast<double>(m_now.msecsTo(end)) * m_perSecond / 1000 / awake;
    for (ZoneQueue& zone : m_zones) {
      if (!zone.isQuiet(m_now)) zone.left -= zone.left * part;
    }
    note(end);
    m_now = end;
  }

  void note(const QDateTime& end) {
    auto& sending = m_plan.sending;
    if (!sending.empty() && sending.back().end == m_now) {
      sending.back().end = end;
    } else {
      sending.push_back({m_now, end});
    }
  }

  SendingPlan m_plan;
  QDateTime m_now;
  QDateTime m_until;
  double m_perSecond;
  bool m_discards;
  std::vector<ZoneQueue> m_zones;
};

}  // namespace

SendingPlan sendingPlan(const QDateTime& begin, const std::map<QByteArray, qint64>& people, double perSecond,
                        const QuietHours& hours, bool discards) {
  if (perSecond <= 0) return {{begin, {}}, {}, 0};
  Planning planning(begin, perSecond, discards);
  for (const auto& [zone, count] : people) {
    if (count > 0) planning.add(zone, count, hours);
  }
  return planning.run();
}

}  // namespace heliograph::schedule
