// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_summaries.h"

#include "campaign/campaign_body.h"
#include "storage/statement.h"

namespace heliograph::campaign {

using storage::Statement;

namespace {

enum Column {
  IdColumn,
  NameColumn,
  BodyColumn,
  StateColumn,
  RevisionColumn,
  UpdatedColumn,
  ArchivedColumn,
  RunsColumn,
  PeopleColumn,
  NextDueColumn,
  LastRunColumn,
  SendingColumn,
  PausedColumn,
  HeldColumn,
  DueColumn,
  StoppedColumn,
  WaitingColumn,
  AcceptedColumn,
  RefusedColumn,
  UnclearColumn,
  SkippedColumn,
  ReasonColumn,
  ChoosesColumn,
};

QString summaryQuery() {
  // Of such a run providers have everything, and send it when its time comes.
  const QString kept =
      QStringLiteral("(r.state = 'running' AND COALESCE(o.kept, 0) > 0 AND COALESCE(o.active, 0) = 0)");
  return QStringLiteral(
             "SELECT c.id, c.name, c.body, c.state, c.revision, c.updated_at, c.archived_at, COUNT(r.id), "
             "SUM(r.audience), "
             "MIN(CASE WHEN r.state IN ('due', 'held') OR %1 THEN r.due_at END), MAX(r.started_at), "
             "SUM(r.state IN ('filling', 'running') AND NOT %1), SUM(r.state = 'paused'), SUM(r.state = 'held'), "
             "SUM(r.state = 'due' OR %1), "
             "SUM(r.state = 'stopped'), SUM(o.waiting), SUM(o.accepted), SUM(o.refused), SUM(o.unclear), "
             "SUM(o.skipped), "
             "MAX(CASE WHEN r.state IN ('held', 'paused') THEN r.hold_reason END), "
             "MIN(CASE WHEN r.state = 'held' AND r.hold_reason = 'ab_test' AND r.decide_by IN ('conversions', "
             "'clicks') THEN "
             "r.decide_at END) "
             "FROM campaign c LEFT JOIN run r ON r.campaign_id = c.id LEFT JOIN ("
             "SELECT run_id, SUM(state IN ('pending', 'claimed', 'sending', 'held')) AS waiting, SUM(state = "
             "'accepted') AS "
             "accepted, "
             "SUM(state = 'refused') AS refused, SUM(state = 'in_doubt') AS unclear, SUM(state = 'skipped') AS skipped"
             ", SUM(state = 'held') AS kept, SUM(state IN ('pending', 'claimed', 'sending')) AS active "
             "FROM outbox WHERE seed = 0 AND (? = 0 OR run_id IN (SELECT id FROM run WHERE campaign_id = ?)) GROUP BY "
             "run_id) "
             "o ON o.run_id = r.id "
             "WHERE c.id = ? OR (? = 0 AND (c.archived_at IS NULL OR ?)) "
             "GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC")
      .arg(kept);
}

Standing standingOf(const Statement& row) {
  const QString state = row.text(StateColumn);
  if (state == u"draft") return Standing::Draft;
  if (state == u"stopped") return Standing::Stopped;
  if (row.integer(SendingColumn) > 0) return Standing::Sending;
  if (row.integer(PausedColumn) > 0) return Standing::Paused;
  if (row.integer(HeldColumn) > 0) return Standing::Held;
  if (row.integer(DueColumn) > 0) return Standing::Scheduled;
  return row.integer(StoppedColumn) > 0 ? Standing::Stopped : Standing::Done;
}

/// A draft's own time; none when it goes out with publishing.
QDateTime plannedAt(const schedule::When& when) {
  if (!std::holds_alternative<schedule::Once>(when)) return {};
  const auto due = schedule::dueTimes(when, QDateTime());
  return due && !due->empty() ? due->front() : QDateTime();
}

CampaignSummary summaryOf(const Statement& row) {
  CampaignSummary summary;
  summary.id = row.id<CampaignId>(IdColumn);
  summary.name = row.text(NameColumn);
  summary.standing = standingOf(row);
  summary.revision = static_cast<int>(row.integer(RevisionColumn));
  summary.updatedAt = row.instant(UpdatedColumn);
  summary.archived = !row.isNull(ArchivedColumn);
  summary.runs = static_cast<int>(row.integer(RunsColumn));
  summary.people = row.integer(PeopleColumn);
  summary.nextDue = row.instant(NextDueColumn);
  summary.lastRun = row.instant(LastRunColumn);
  summary.counts = {row.integer(WaitingColumn), row.integer(AcceptedColumn), row.integer(RefusedColumn),
                    row.integer(UnclearColumn), row.integer(SkippedColumn)};
  summary.holdReason = row.text(ReasonColumn);
  summary.choosesAt = row.instant(ChoosesColumn);
  // A body that can't be read still has its row, so that the campaign can be seen and deleted.
  const auto campaign = campaignOfRow(summary.id, summary.revision, row.text(BodyColumn));
  if (campaign) {
    summary.labels = campaign->labels;
    summary.channel = campaign->channel;
    summary.audience = describe(campaign->audience);
    summary.when = schedule::describe(campaign->when);
    summary.route = campaign->route;
    if (summary.standing == Standing::Draft) summary.planned = plannedAt(campaign->when);
  }
  makeSearchable(summary, campaign ? campaign->message : QByteArray());
  return summary;
}

}  // namespace

void makeSearchable(CampaignSummary& summary, const QByteArray& message) {
  summary.searched =
      QStringList{summary.name, summary.labels.join(QLatin1Char('\n')), summary.audience, QString::fromUtf8(message)}
          .join(QLatin1Char('\n'))
          .toCaseFolded();
}

QString standingName(Standing standing) {
  switch (standing) {
    case Standing::Draft:
      return QStringLiteral("draft");
    case Standing::Scheduled:
      return QStringLiteral("scheduled");
    case Standing::Held:
      return QStringLiteral("held");
    case Standing::Sending:
      return QStringLiteral("sending");
    case Standing::Paused:
      return QStringLiteral("paused");
    case Standing::Stopped:
      return QStringLiteral("stopped");
    case Standing::Done:
      return QStringLiteral("done");
  }
  return {};
}

Result<std::vector<CampaignSummary>> querySummaries(const storage::Database& database, const SummaryFilter& filter) {
  Statement find(database, summaryQuery());
  const qint64 only = filter.only.value;
  find.bind(only).bind(only).bind(only).bind(only).bind(filter.withArchived);
  std::vector<CampaignSummary> summaries;
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return summaries;
    summaries.push_back(summaryOf(find));
  }
}

}  // namespace heliograph::campaign
