// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_commands.h"

#include <QFileInfo>

#include "app/cli/call.h"
#include "phone/phone_number.h"

namespace heliograph::cli {
namespace {

const QString kMap = QStringLiteral("map");
const QString kRegion = QStringLiteral("region");
const QString kDryRun = QStringLiteral("dry-run");

Result<audience::ImportOptions> readOptions(Call& call) {
  audience::ImportOptions options;
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

QJsonObject reportJson(const audience::ImportReport& report) {
  return {{QStringLiteral("read"), report.read},
          {QStringLiteral("created"), report.created},
          {QStringLiteral("updated"), report.updated},
          {QStringLiteral("rejected"), report.rejected},
          {QStringLiteral("warned"), report.warned},
          {QStringLiteral("seconds"), report.seconds},
          {QStringLiteral("rejects_file"), report.rejectsFile}};
}

QString reportWords(const audience::ImportReport& report, bool dryRun) {
  QString words = QStringLiteral("Rows read: %1. People: %2 created, %3 updated, %4 rejected, %5 with a warning (%6 s)")
                      .arg(report.read)
                      .arg(report.created)
                      .arg(report.updated)
                      .arg(report.rejected)
                      .arg(report.warned)
                      .arg(report.seconds, 0, 'f', 1);
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
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  auto report = (*workspace)->import.run(file, *options);
  if (!report) return fail(report.error());
  for (const QString& remark : report->remarks) call.console().note(remark);
  call.console().answer(reportJson(*report), reportWords(*report, options->dryRun));
  return {};
}

}  // namespace

std::vector<Command> importCommands() {
  Command profiles;
  profiles.name = QStringLiteral("import profiles");
  profiles.arguments = QStringLiteral("FILE.csv");
  profiles.summary = QStringLiteral("Imports or updates people from a CSV file.");
  profiles.least = profiles.most = 1;
  profiles.options = {
      valueOption(kMap, QStringLiteral("COLUMN=PROPERTY"),
                  QStringLiteral("What a column is; also identity, phone, unsubscribed, time_zone. Repeatable.")),
      valueOption(kRegion, QStringLiteral("IN"), QStringLiteral("Country of numbers without a country code.")),
      flagOption(kDryRun, QStringLiteral("Says what would happen and changes nothing."))};
  profiles.run = importProfiles;
  return {profiles};
}

}  // namespace heliograph::cli
