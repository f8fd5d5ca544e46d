// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/segment_use.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "audience/live/live_segment.h"
#include "audience/segment_repository.h"
#include "storage/statement.h"

namespace heliograph::campaign {
namespace {

using Uses = QHash<QString, AudienceUse>;

/// Campaigns whose people may still be asked for.
const QString liveAudiences = QStringLiteral(
    "SELECT name, json_extract(body, '$.audience') FROM campaign AS c WHERE id <> ? AND archived_at IS NULL AND "
    "(state = 'draft' OR EXISTS (SELECT 1 FROM run AS r WHERE r.campaign_id = c.id AND r.state NOT IN "
    "('stopped', 'done'))) ORDER BY name");

void addNamed(Uses& uses, const audience::Segment& segment, audience::MemberRule::Of of, QStringList AudienceUse::*list,
              const QString& by) {
  for (const QString& name : audience::membershipsOf(segment, of)) {
    QStringList& names = uses[name].*list;
    if (!names.contains(by)) names << by;
  }
}

Result<> addCampaignUses(Uses& uses, const storage::Database& database, audience::MemberRule::Of of,
                         const QHash<qint64, QString>& segments, CampaignId except) {
  storage::Statement select(database, liveAudiences);
  select.bind(except.value);
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    const QJsonObject audience = QJsonDocument::fromJson(select.bytes(1)).object();
    if (const auto rules = audience::segmentFromJson(audience.value(u"segment").toObject())) {
      addNamed(uses, *rules, of, &AudienceUse::campaigns, select.text(0));
    }
    if (const auto live = audience::liveSegmentFromJson(audience.value(u"live").toObject())) {
      addNamed(uses, live->filter, of, &AudienceUse::campaigns, select.text(0));
    }
    if (of != audience::MemberRule::Of::Segment || audience.value(u"kind") != QLatin1String("saved")) continue;
    const QString name = segments.value(audience.value(u"id").toInteger());
    if (!name.isEmpty() && !uses[name].campaigns.contains(select.text(0))) uses[name].campaigns << select.text(0);
  }
}

QString namesOf(const QStringList& names, const QString& one, const QString& several) {
  if (names.isEmpty()) return {};
  QStringList quoted;
  for (const QString& name : names) quoted << QStringLiteral("“%1”").arg(name);
  const QString last = quoted.takeLast();
  if (quoted.isEmpty()) return one + QLatin1Char(' ') + last;
  return several + QLatin1Char(' ') + quoted.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

}  // namespace

Result<QHash<QString, AudienceUse>> audienceUses(const storage::Database& database, const Clock& clock,
                                                 audience::MemberRule::Of of, CampaignId except) {
  const auto segments = audience::SegmentRepository(database, clock).list();
  if (!segments) return fail(segments.error());
  Uses uses;
  QHash<qint64, QString> names;
  for (const audience::SavedSegment& each : *segments) {
    names.insert(each.id.value, each.name);
    addNamed(uses, each.segment, of, &AudienceUse::segments, each.name);
  }
  HELIOGRAPH_TRY(addCampaignUses(uses, database, of, names, except));
  return uses;
}

QString useWords(const AudienceUse& use) {
  const QString campaigns = namesOf(use.campaigns, QStringLiteral("the campaign"), QStringLiteral("the campaigns"));
  const QString segments = namesOf(use.segments, QStringLiteral("the segment"), QStringLiteral("the segments"));
  if (campaigns.isEmpty() || segments.isEmpty()) return campaigns + segments;
  return campaigns + QStringLiteral(" and ") + segments;
}

Result<QHash<SegmentId, QDateTime>> lastTexted(const storage::Database& database) {
  storage::Statement find(
      database,
      QStringLiteral("SELECT json_extract(v.body, '$.audience.id'), max(r.started_at) FROM campaign_version v "
                     "JOIN run r ON r.version_id = v.id WHERE r.started_at IS NOT NULL AND "
                     "json_extract(v.body, '$.audience.kind') = 'saved' GROUP BY 1"));
  QHash<SegmentId, QDateTime> texted;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return texted;
    texted.insert(find.id<SegmentId>(0), find.instant(1));
  }
}

}  // namespace heliograph::campaign
