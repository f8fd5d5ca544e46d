// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <optional>
#include <set>

#include "campaign/campaign_summary.h"
#include "core/result.h"

namespace heliograph::campaign {

/// Which campaigns of a list are wanted. All parts have to fit; one that isn't set lets everything through.
struct CampaignQuery {
  std::set<Standing> standings;  ///< one of these; empty: any
  QString text;                  ///< every word of it is in name, labels, audience or message
  QStringList labels;            ///< has one of these; empty: any
  std::optional<Route> route;    ///< is sent through this one
  int changedWithinDays = 0;     ///< changed since the beginning of that many days ago; 0: whenever
  bool archived = false;         ///< the archived ones instead of the others

  bool operator==(const CampaignQuery&) const = default;

  /// Whether it asks for more than standings and words do, which have controls of their own.
  [[nodiscard]] bool narrowsFurther() const;
};

/// A query made ready to be asked of many campaigns.
class CampaignMatcher final {
 public:
  /// `now` is what days are counted from.
  CampaignMatcher(CampaignQuery query, const QDateTime& now);

  [[nodiscard]] bool matches(const CampaignSummary& campaign) const;

 private:
  CampaignQuery m_query;
  QStringList m_words;
  QDateTime m_changedSince;
};

/// {"standings":["draft",…],"text":"…","labels":[…],"route":{…},"changed_within_days":7,"archived":true}; what isn't
/// set is left out.
[[nodiscard]] QJsonObject toJson(const CampaignQuery& query);
/// The reverse; a member that is not understood asks for nothing.
[[nodiscard]] CampaignQuery queryFromJson(const QJsonObject& json);

}  // namespace heliograph::campaign
