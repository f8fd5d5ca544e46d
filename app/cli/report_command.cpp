// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_command.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "delivery/held/held_messages.h"
#include "delivery/outbox/winner_words.h"
#include "reports/csv_report.h"

namespace heliograph::cli {
namespace {

const QString kFormat = QStringLiteral("format");
const QString kRecipients = QStringLiteral("recipients");
const QString kWithSeeds = QStringLiteral("seeds");

QString conversionLine(const QString& who, const delivery::ConversionFigures& figures, const audience::Goal& goal) {
  const QString line = QStringLiteral("\n  %1: %2 of %3 converted, %4 %")
                           .arg(who)
                           .arg(figures.converted)
                           .arg(figures.people)
                           .arg(100 * figures.share().share(), 0, 'f', 1);
  if (goal.revenue.isEmpty()) return line;
  return line + QStringLiteral("; revenue %1, %2 a person")
                    .arg(figures.revenue, 0, 'f', 2)
                    .arg(figures.revenueEach(), 0, 'f', 2);
}

QString conversionWords(const reports::RunReport& report) {
  if (!report.conversionsProblem.isEmpty()) return QStringLiteral("\n  ") + report.conversionsProblem;
  if (!report.conversions) return {};
  const delivery::RunConversions& counted = *report.conversions;
  QString words = QStringLiteral("\n  goal: ") + audience::describe(counted.goal);
  for (std::size_t copy = 0; copy < report.copies.size() && copy < counted.copies.size(); ++copy) {
    words += conversionLine(QStringLiteral("copy ") + report.copies[copy].name, counted.copies[copy], counted.goal);
  }
  words += conversionLine(QStringLiteral("got the message"), counted.sent, counted.goal);
  if (counted.heldBack) words += conversionLine(QStringLiteral("held back"), *counted.heldBack, counted.goal);
  return words;
}

QString runReportWords(const reports::RunReport& report) {
  QString words = QStringLiteral("Run %1, due %2: %3, %4 people")
                      .arg(report.run.id.value)
                      .arg(report.run.dueAt.toUTC().toString(Qt::ISODate), delivery::runStateText(report.run))
                      .arg(report.total());
  for (const reports::ReasonCount& count : report.counts) {
    words += QStringLiteral("\n  %1 %2").arg(count.people, 8).arg(delivery::rowStateText(count.state));
    if (!count.text.isEmpty()) words += QStringLiteral(" (%1)").arg(count.text);
  }
  for (const reports::ReasonCount& count : report.seeds) {
    words += QStringLiteral("\n  of the seed list, in no figure: %1 %2")
                 .arg(count.people)
                 .arg(delivery::rowStateText(count.state));
    if (!count.text.isEmpty()) words += QStringLiteral(" (%1)").arg(count.text);
  }
  for (const reports::ProviderCount& provider : report.providers) {
    words += QStringLiteral("\n  through %1: accepted %2, refused %3, %4")
                 .arg(provider.name)
                 .arg(provider.accepted)
                 .arg(provider.refused)
                 .arg(counted(provider.parts, QStringLiteral("part")));
  }
  for (const reports::LeftOutCount& count : report.leftOut)
    words += QStringLiteral("\n  ") + reports::leftOutLine(count);
  if (report.quietUntil.isValid()) {
    words += QStringLiteral("\n  %1 wait for the end of their quiet hours, the first until %2")
                 .arg(report.quiet)
                 .arg(report.quietUntil.toString(Qt::ISODate));
  }
  if (const QString winner = delivery::winnerText(report.run); !winner.isEmpty())
    words += QStringLiteral("\n  ") + winner;
  return words + conversionWords(report);
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
  query.seeds = call.isSet(kWithSeeds);
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
  // What providers kept may have gone out while nothing was running.
  HELIOGRAPH_TRY(delivery::HeldMessages((*workspace)->database, (*workspace)->clock).letPass().map([](qint64) {}));
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
            flagOption(kRecipients, QStringLiteral("One row a person instead of counts.")),
            flagOption(kWithSeeds, QStringLiteral("With --recipients: the colleagues of the seed list, too."))},
           report}};
}

}  // namespace heliograph::cli
