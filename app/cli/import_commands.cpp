// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_commands.h"

#include <QFileInfo>
#include <QJsonArray>

#include "app/cli/call.h"
#include "audience/import_table.h"
#include "phone/phone_number.h"

namespace heliograph::cli {
namespace {

const QString kMap = QStringLiteral("map");
const QString kRegion = QStringLiteral("region");
const QString kDryRun = QStringLiteral("dry-run");
const QString kSheet = QStringLiteral("sheet");
const QString kHeaderRow = QStringLiteral("header-row");
const QString kRepair = QStringLiteral("repair");

Result<audience::TableOptions> readTable(Call& call) {
  audience::TableOptions table;
  table.sheet = call.value(kSheet);
  if (!call.isSet(kHeaderRow)) return table;
  bool isNumber = false;
  table.headerRow = call.value(kHeaderRow).toLongLong(&isNumber);
  if (isNumber && *table.headerRow >= 0) return table;
  return call.wrongUsage(QStringLiteral("--header-row takes the number of a row, or 0 if the file names no columns."));
}

Result<audience::ImportOptions> readOptions(Call& call) {
  audience::ImportOptions options;
  auto table = readTable(call);
  if (!table) return fail(table.error());
  options.table = *table;
  if (call.isSet(kRepair)) {
    const auto repairs = audience::repairsFromNames(call.value(kRepair));
    if (!repairs) {
      return call.wrongUsage(
          QStringLiteral("--repair takes none, or some of scientific, plus, zero, decimals, two and abroad "
                         "with commas between them."));
    }
    options.repairs = *repairs;
  }
  for (const QString& text : call.values(kMap)) {
    auto column = audience::mappedColumnFromText(text);
    if (!column) return call.wrongUsage(column.error().message);
    options.mapping.push_back(*column);
  }
  options.region = call.value(kRegion).toUpper();
  if (!options.region.isEmpty() && !phone::isKnownRegion(options.region)) {
    return call.wrongUsage(QStringLiteral("--region takes two letters of a country, such as IN or DE."));
  }
  options.dryRun = call.isSet(kDryRun);
  return options;
}

QJsonObject repairsJson(const audience::ImportFindings& findings) {
  QJsonObject repairs;
  for (const audience::CountedRepair& repair : findings.repairs)
    repairs[audience::repairName(repair.repair)] = repair.count;
  return repairs;
}

QJsonArray problemsJson(const audience::ImportFindings& findings) {
  QJsonArray problems;
  for (const audience::CountedProblem& problem : findings.problems) {
    QJsonArray rows;
    for (const qint64 row : problem.rows.rows) rows.append(row);
    problems.append(
        QJsonObject{{QStringLiteral("kind"), problem.rejects ? QStringLiteral("rejected") : QStringLiteral("warning")},
                    {QStringLiteral("column"), problem.column},
                    {QStringLiteral("reason"), problem.reason},
                    {QStringLiteral("count"), problem.rows.count},
                    {QStringLiteral("first_rows"), rows}});
  }
  return problems;
}

QJsonObject reportJson(const audience::ImportReport& report) {
  const audience::ImportFindings& findings = report.findings;
  return {{QStringLiteral("read"), report.read},
          {QStringLiteral("created"), report.created},
          {QStringLiteral("updated"), report.updated},
          {QStringLiteral("unchanged"), report.unchanged},
          {QStringLiteral("rejected"), report.rejected},
          {QStringLiteral("warned"), report.warned},
          {QStringLiteral("repairs"), repairsJson(findings)},
          {QStringLiteral("digits_lost"), findings.digitsLost.count},
          {QStringLiteral("same_identity"), findings.sameIdentity.count},
          {QStringLiteral("same_number"), findings.sameNumber.count},
          {QStringLiteral("opted_out"), findings.optedOut.count},
          {QStringLiteral("problems"), problemsJson(findings)},
          {QStringLiteral("seconds"), report.seconds},
          {QStringLiteral("rejects_file"), report.rejectsFile}};
}

/// What was found in the file, one thing a line.
QString findingsWords(const audience::ImportFindings& findings, audience::Repairs wanted) {
  QStringList lines;
  for (const audience::CountedRepair& repair : findings.repairs) {
    const QString state =
        wanted.testFlag(repair.repair) ? QStringLiteral("repaired") : QStringLiteral("left as they are");
    lines << QStringLiteral("Numbers changed by a spreadsheet (%1): %2, %3")
                 .arg(audience::repairName(repair.repair))
                 .arg(repair.count)
                 .arg(state);
  }
  const auto add = [&lines](const QString& what, const audience::CountedRows& rows) {
    if (rows.count > 0) lines << QStringLiteral("%1: %2, from row %3").arg(what).arg(rows.count).arg(rows.rows.front());
  };
  add(QStringLiteral("Numbers that have lost digits for good"), findings.digitsLost);
  add(QStringLiteral("Rows of somebody who has a row further up"), findings.sameIdentity);
  add(QStringLiteral("Rows with a number somebody else has further up"), findings.sameNumber);
  add(QStringLiteral("Rows of people who have opted out and stay so"), findings.optedOut);
  for (const audience::CountedProblem& problem : findings.problems) {
    const QString kind = problem.rejects ? QStringLiteral("Left out") : QStringLiteral("To be looked at");
    const QString where = problem.column.isEmpty() ? QString() : problem.column + QStringLiteral(": ");
    add(QStringLiteral("%1: %2%3").arg(kind, where, problem.reason), problem.rows);
  }
  return lines.isEmpty() ? QString() : QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

QString importReportWords(const audience::ImportReport& report, audience::Repairs wanted, bool dryRun) {
  QString words = QStringLiteral("Rows read: %1. People: %2 created, %3 updated, %4 rejected, %5 with a warning (%6 s)")
                      .arg(report.read)
                      .arg(report.created)
                      .arg(report.updated)
                      .arg(report.rejected)
                      .arg(report.warned)
                      .arg(report.seconds, 0, 'f', 1);
  words += findingsWords(report.findings, wanted);
  if (dryRun) words += QStringLiteral("\nNothing was changed: this was a dry run.");
  if (!report.rejectsFile.isEmpty()) words += QStringLiteral("\nRows, columns and reasons: ") + report.rejectsFile;
  return words;
}

Result<> importProfiles(Call& call) {
  auto options = readOptions(call);
  if (!options) return fail(options.error());
  const QString file = call.argument(0);
  // Looked at before a workspace is made for nothing.
  if (!QFileInfo::exists(file)) {
    return fail(ErrorCode::NotFound, QStringLiteral("There is no file %1. Check the path.").arg(file));
  }
  if (auto table = audience::ImportTable::open(file, options->table); !table) return fail(table.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  auto report = (*workspace)->import.run(file, *options);
  if (!report) return fail(report.error());
  for (const QString& remark : report->remarks) call.console().note(remark);
  call.console().answer(reportJson(*report), importReportWords(*report, options->repairs, options->dryRun));
  return {};
}

}  // namespace

std::vector<Command> importCommands() {
  Command profiles;
  profiles.name = QStringLiteral("import profiles");
  profiles.arguments = QStringLiteral("FILE");
  profiles.summary = QStringLiteral("Imports or updates people from a CSV file or a spreadsheet (.xlsx, .ods).");
  profiles.least = profiles.most = 1;
  profiles.options = {
      valueOption(kMap, QStringLiteral("COLUMN=PROPERTY"),
                  QStringLiteral("What a column is; also identity, phone, unsubscribed, time_zone. Repeatable.")),
      valueOption(kRegion, QStringLiteral("IN"), QStringLiteral("Country of numbers without a country code.")),
      valueOption(kSheet, QStringLiteral("NAME"), QStringLiteral("Sheet of a spreadsheet; else the first filled one.")),
      valueOption(kHeaderRow, QStringLiteral("N"),
                  QStringLiteral("Row that names the columns; 0: none does, they are \"Column A\" and so on.")),
      valueOption(
          kRepair, QStringLiteral("KINDS"),
          QStringLiteral("What to mend of phone numbers: none, or some of scientific,plus,zero,decimals,two,abroad. "
                         "Without this, all but two and abroad.")),
      flagOption(kDryRun, QStringLiteral("Says what would happen and changes nothing."))};
  profiles.run = importProfiles;
  return {profiles};
}

}  // namespace heliograph::cli
