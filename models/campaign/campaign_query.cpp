// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_query.h"

#include <QJsonArray>
#include <QTimeZone>
#include <algorithm>
#include <array>

#include "campaign/campaign_json.h"

namespace heliograph::campaign {

namespace {

constexpr std::array kStandings{Standing::Draft,  Standing::Scheduled, Standing::Held, Standing::Sending,
                                Standing::Paused, Standing::Stopped,   Standing::Done};
constexpr int kMostDays = 3650;

const QString kStandingsName = QStringLiteral("standings");
const QString kText = QStringLiteral("text");
const QString kLabels = QStringLiteral("labels");
const QString kRouteKey = QStringLiteral("route");
const QString kDays = QStringLiteral("changed_within_days");
const QString kArchived = QStringLiteral("archived");

QStringList textsOf(const QJsonValue& list) {
  QStringList texts;
  for (const auto& one : list.toArray()) {
    if (one.isString()) texts << one.toString();
  }
  return texts;
}

bool shareOne(const QStringList& left, const QStringList& right) {
  return std::any_of(left.begin(), left.end(), [&right](const QString& one) { return right.contains(one); });
}

}  // namespace

bool CampaignQuery::narrowsFurther() const {
  return !labels.isEmpty() || route.has_value() || changedWithinDays > 0 || archived;
}

CampaignMatcher::CampaignMatcher(CampaignQuery query, const QDateTime& now) : m_query(std::move(query)) {
  m_words = m_query.text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (m_query.changedWithinDays > 0) {
    m_changedSince = now.toLocalTime().date().addDays(1 - m_query.changedWithinDays).startOfDay();
  }
}

bool CampaignMatcher::matches(const CampaignSummary& campaign) const {
  if (campaign.archived != m_query.archived) return false;
  if (!m_query.standings.empty() && !m_query.standings.contains(campaign.standing)) return false;
  if (!m_query.labels.isEmpty() && !shareOne(m_query.labels, campaign.labels)) return false;
  if (m_query.route && campaign.route != *m_query.route) return false;
  if (m_changedSince.isValid() && campaign.updatedAt < m_changedSince) return false;
  return std::all_of(m_words.begin(), m_words.end(),
                     [&campaign](const QString& word) { return campaign.searched.contains(word); });
}

QJsonObject toJson(const CampaignQuery& query) {
  QJsonObject json;
  QJsonArray standings;
  for (const Standing standing : query.standings) standings << standingName(standing);
  if (!standings.isEmpty()) json.insert(kStandingsName, standings);
  if (!query.text.isEmpty()) json.insert(kText, query.text);
  if (!query.labels.isEmpty()) json.insert(kLabels, QJsonArray::fromStringList(query.labels));
  if (query.route) json.insert(kRouteKey, toJson(*query.route));
  if (query.changedWithinDays > 0) json.insert(kDays, query.changedWithinDays);
  if (query.archived) json.insert(kArchived, true);
  return json;
}

CampaignQuery queryFromJson(const QJsonObject& json) {
  CampaignQuery query;
  const QStringList standings = textsOf(json.value(kStandingsName));
  for (const Standing standing : kStandings) {
    if (standings.contains(standingName(standing))) query.standings.insert(standing);
  }
  query.text = json.value(kText).toString();
  query.labels = textsOf(json.value(kLabels));
  if (json.value(kRouteKey).isObject()) {
    if (const auto route = routeFromJson(json.value(kRouteKey).toObject())) query.route = *route;
  }
  query.changedWithinDays = std::clamp(json.value(kDays).toInt(), 0, kMostDays);
  query.archived = json.value(kArchived).toBool();
  return query;
}

}  // namespace heliograph::campaign
