// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/event_commands.h"

#include <QFileInfo>
#include <QJsonArray>

#include "app/cli/call.h"
#include "audience/events/event_import.h"
#include "phone/phone_number.h"

namespace heliograph::cli {
namespace {

const QString kEventMap = QStringLiteral("map");
const QString kEventName = QStringLiteral("event");
const QString kEventSheet = QStringLiteral("sheet");
const QString kEventHeader = QStringLiteral("header-row");
const QString kEventRegion = QStringLiteral("region");

Result<audience::EventImportOptions> readEventOptions(Call& call) {
  audience::EventImportOptions options;
  options.file.event = call.value(kEventName).trimmed();
  options.file.table.sheet = call.value(kEventSheet);
  if (call.isSet(kEventHeader)) {
    bool isNumber = false;
    const qint64 row = call.value(kEventHeader).toLongLong(&isNumber);
    if (!isNumber || row < 0) {
      return call.wrongUsage(
          QStringLiteral("--header-row takes the number of a row, or 0 if the file names no columns."));
    }
    options.file.table.headerRow = row;
  }
  for (const QString& text : call.values(kEventMap)) {
    auto column = audience::eventColumnFromText(text);
    if (!column) return call.wrongUsage(column.error().message);
    options.file.mapping.push_back(*column);
  }
  options.region = call.value(kEventRegion).toUpper();
  if (!options.region.isEmpty() && !phone::isKnownRegion(options.region)) {
    return call.wrongUsage(QStringLiteral("--region takes two letters of a country, such as IN or DE."));
  }
  return options;
}

QJsonArray eventProblemsJson(const std::vector<audience::CountedProblem>& problems) {
  QJsonArray all;
  for (const audience::CountedProblem& problem : problems) {
    QJsonArray rows;
    for (const qint64 row : problem.rows.rows) rows.append(row);
    all.append(
        QJsonObject{{QStringLiteral("kind"), problem.rejects ? QStringLiteral("rejected") : QStringLiteral("warning")},
                    {QStringLiteral("column"), problem.column},
                    {QStringLiteral("reason"), problem.reason},
                    {QStringLiteral("count"), problem.rows.count},
                    {QStringLiteral("first_rows"), rows}});
  }
  return all;
}

QJsonObject eventReportJson(const audience::EventImportReport& report) {
  QJsonObject json{{QStringLiteral("read"), report.read},
                   {QStringLiteral("created"), report.created},
                   {QStringLiteral("duplicates"), report.duplicates},
                   {QStringLiteral("rejected"), report.rejected},
                   {QStringLiteral("warned"), report.warned},
                   {QStringLiteral("new_people"), report.newPeople},
                   {QStringLiteral("resumed_at"), report.resumedAt},
                   {QStringLiteral("problems"), eventProblemsJson(report.problems)},
                   {QStringLiteral("seconds"), report.seconds},
                   {QStringLiteral("rejects_file"), report.rejectsFile}};
  if (report.people) {
    json.insert(QStringLiteral("people"), QJsonObject{{QStringLiteral("read"), report.people->read},
                                                      {QStringLiteral("created"), report.people->created},
                                                      {QStringLiteral("updated"), report.people->updated},
                                                      {QStringLiteral("rejected"), report.people->rejected},
                                                      {QStringLiteral("warned"), report.people->warned},
                                                      {QStringLiteral("rejects_file"), report.people->rejectsFile}});
  }
  return json;
}

QString eventReportWords(const audience::EventImportReport& report) {
  QString words = QStringLiteral(
                      "Events read: %1. %2 created, %3 there already, %4 rejected, %5 with a warning (%6 s). "
                      "New people: %7")
                      .arg(report.read)
                      .arg(report.created)
                      .arg(report.duplicates)
                      .arg(report.rejected)
                      .arg(report.warned)
                      .arg(report.seconds, 0, 'f', 1)
                      .arg(report.newPeople);
  for (const audience::CountedProblem& problem : report.problems) {
    words += QStringLiteral("\n%1: %2%3: %4, from row %5")
                 .arg(problem.rejects ? QStringLiteral("Left out") : QStringLiteral("To be looked at"),
                      problem.column.isEmpty() ? QString() : problem.column + QStringLiteral(": "), problem.reason)
                 .arg(problem.rows.count)
                 .arg(problem.rows.rows.front());
  }
  if (report.people) {
    words += QStringLiteral("\nPeople among them: %1 created, %2 updated, %3 rejected")
                 .arg(report.people->created)
                 .arg(report.people->updated)
                 .arg(report.people->rejected);
  }
  if (!report.rejectsFile.isEmpty()) words += QStringLiteral("\nRows, columns and reasons: ") + report.rejectsFile;
  return words;
}

Result<> importEvents(Call& call) {
  auto options = readEventOptions(call);
  if (!options) return fail(options.error());
  const QString file = call.argument(0);
  // Looked at before a workspace is made for nothing.
  if (!QFileInfo::exists(file)) {
    return fail(ErrorCode::NotFound, QStringLiteral("There is no file %1. Check the path.").arg(file));
  }
  if (auto source = audience::openEventSource(file, options->file); !source) return fail(source.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const audience::EventImport import((*workspace)->database, (*workspace)->clock);
  auto report = import.run(file, *options);
  if (!report) return fail(report.error());
  for (const QString& remark : report->remarks) call.console().note(remark);
  call.console().answer(eventReportJson(*report), eventReportWords(*report));
  return {};
}

}  // namespace

std::vector<Command> eventCommands() {
  Command events;
  events.name = QStringLiteral("import events");
  events.arguments = QStringLiteral("FILE");
  events.summary =
      QStringLiteral("Imports events from a table (CSV, .xlsx, .ods) or JSON (lines, CleverTap, Segment).");
  events.least = events.most = 1;
  events.options = {
      valueOption(kEventMap, QStringLiteral("COLUMN=PROPERTY"),
                  QStringLiteral("What a column is; also identity, event, time, id. Repeatable.")),
      valueOption(kEventName, QStringLiteral("NAME"), QStringLiteral("The event that all rows of a table are of.")),
      valueOption(kEventSheet, QStringLiteral("NAME"),
                  QStringLiteral("Sheet of a spreadsheet; else the first filled one.")),
      valueOption(kEventHeader, QStringLiteral("N"), QStringLiteral("Row that names the columns; 0: none does.")),
      valueOption(kEventRegion, QStringLiteral("IN"),
                  QStringLiteral("Country of numbers without a country code, of people among the events."))};
  events.run = importEvents;
  return {events};
}

}  // namespace heliograph::cli
