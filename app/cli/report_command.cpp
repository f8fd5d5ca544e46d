// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_command.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "reports/csv_report.h"

namespace heliograph::cli {
namespace {

const QString kFormat = QStringLiteral("format");
const QString kRecipients = QStringLiteral("recipients");

QString runReportWords(const reports::RunReport& report) {
  QString words = QStringLiteral("Run %1, due %2: %3, %4 people")
                      .arg(report.run.id.value)
                      .arg(report.run.dueAt.toUTC().toString(Qt::ISODate),
                           delivery::runStateText(report.run.state, report.run.reason))
                      .arg(report.total());
  for (const reports::ReasonCount& count : report.counts) {
    words += QStringLiteral("\n  %1 %2").arg(count.people, 8).arg(delivery::rowStateText(count.state));
    if (!count.text.isEmpty()) words += QStringLiteral(" (%1)").arg(count.text);
  }
  for (const reports::ProviderCount& provider : report.providers) {
    words += QStringLiteral("\n  through %1: accepted %2, refused %3, %4")
                 .arg(provider.name)
                 .arg(provider.accepted)
                 .arg(provider.refused)
                 .arg(counted(provider.parts, QStringLiteral("part")));
  }
  return words;
}

Result<> reportCounts(Call& call, const app::Workspace& workspace, CampaignId id, bool csv) {
  auto runs = workspace.reports.ofCampaign(id);
  if (!runs) return fail(runs.error());
  if (csv) return reports::writeCountsCsv(*runs, call.console().output());
  QJsonArray array;
  QStringList words;
  for (const reports::RunReport& report : *runs) {
    array.append(reports::toJson(report));
    words << runReportWords(report);
  }
  if (words.isEmpty()) words << QStringLiteral("This campaign was not published yet.");
  call.console().answer({{QStringLiteral("campaign"), id.value}, {QStringLiteral("runs"), array}}, words.join(u'\n'));
  return {};
}

Result<> reportRecipients(Call& call, const app::Workspace& workspace, CampaignId id, bool csv) {
  reports::RecipientQuery query;
  query.campaign = id;
  if (csv) return reports::writeRecipientsCsv(workspace.reports, query, call.console().output());
  return workspace.reports.stream(query, [&](const reports::Recipient& recipient) -> Result<> {
    call.console().answer(reports::toJson(recipient),
                          QStringLiteral("%1  %2  %3")
                              .arg(recipient.identity, delivery::rowStateText(recipient.state), recipient.reasonText));
    return {};
  });
}

Result<> report(Call& call) {
  const QString format = call.value(kFormat);
  if (!format.isEmpty() && format != u"json" && format != u"csv") {
    return call.wrongUsage(QStringLiteral("--format is json or csv."));
  }
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  HELIOGRAPH_TRY((*workspace)->campaigns.summary(*id));
  if (format == u"json") call.console().setJson(true);
  const bool csv = format == u"csv";
  return call.isSet(kRecipients) ? reportRecipients(call, **workspace, *id, csv)
                                 : reportCounts(call, **workspace, *id, csv);
}

}  // namespace

std::vector<Command> reportCommands() {
  return {{QStringLiteral("report"),
           QStringLiteral("ID"),
           QStringLiteral("Says what became of a campaign's people."),
           1,
           1,
           {valueOption(kFormat, QStringLiteral("json|csv"), QStringLiteral("Instead of words.")),
            flagOption(kRecipients, QStringLiteral("One row a person instead of counts."))},
           report}};
}

}  // namespace heliograph::cli
