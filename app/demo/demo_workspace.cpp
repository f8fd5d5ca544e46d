// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_workspace.h"

#include <QFile>
#include <QTemporaryFile>

#include "app/demo/demo_events.h"
#include "app/demo/demo_people.h"
#include "campaign/campaign_json.h"

namespace heliograph::app {
namespace {

using audience::ColumnUse;
using audience::MappedColumn;
using audience::PropertyType;

QByteArray csvLine(const QStringList& cells) {
  // No made-up value holds a quote.
  return '"' + cells.join(QStringLiteral("\",\"")).toUtf8() + "\"\r\n";
}

Result<> writePeople(QIODevice& file, const DemoOptions& options, const QDate& today) {
  auto people = DemoPeople::load(options.seed, today);
  if (!people) return fail(people.error());
  bool written = file.write(csvLine(DemoPeople::columns())) > 0;
  for (qint64 i = 0; i < options.profiles && written; ++i) written = file.write(csvLine(people->next())) > 0;
  if (written) return {};
  return fail(ErrorCode::Io,
              QStringLiteral("The sample can't be written: %1. Make room in the folder for temporary files.")
                  .arg(file.errorString()));
}

MappedColumn mapped(const QString& column, ColumnUse use) {
  MappedColumn mapping;
  mapping.column = column;
  mapping.use = use;
  return mapping;
}

MappedColumn mapped(const QString& column, PropertyType type, const QString& dateFormat = {}) {
  MappedColumn mapping = mapped(column, ColumnUse::Property);
  mapping.property = column;
  mapping.type = type;
  mapping.dateFormat = dateFormat;
  return mapping;
}

std::vector<MappedColumn> mapping() {
  std::vector<MappedColumn> columns{mapped(QStringLiteral("identity"), ColumnUse::Identity),
                                    mapped(QStringLiteral("phone"), ColumnUse::Phone),
                                    mapped(QStringLiteral("unsubscribed"), ColumnUse::Unsubscribed),
                                    mapped(QStringLiteral("time_zone"), ColumnUse::TimeZone),
                                    mapped(QStringLiteral("points"), PropertyType::Number),
                                    mapped(QStringLiteral("last_purchase"), PropertyType::Date, QStringLiteral("iso"))};
  for (const QString& name : {QStringLiteral("first_name"), QStringLiteral("last_name"), QStringLiteral("city"),
                              QStringLiteral("tier"), QStringLiteral("language")}) {
    columns.push_back(mapped(name, PropertyType::Text));
  }
  return columns;
}

Result<> refuseIfUsed(const Workspace& workspace) {
  auto people = workspace.profiles.count();
  if (!people) return fail(people.error());
  if (*people == 0) return {};
  return fail(ErrorCode::Conflict, QStringLiteral("There are people in this workspace already, so no sample was added. "
                                                  "Name a new file with --workspace."));
}

Result<ProviderId> addSandbox(const Workspace& workspace) {
  providers::Provider provider;
  provider.name = QStringLiteral("Sandbox");
  provider.type = QStringLiteral("sandbox");
  auto id = workspace.providers.create(provider);
  if (!id) return fail(id.error());
  HELIOGRAPH_TRY(workspace.providers.setDefault(*id));
  return id;
}

Result<campaign::Campaign> sampleCampaign() {
  QFile file(QStringLiteral(":/sample/campaign.json"));
  (void)file.open(QIODevice::ReadOnly);
  return campaign::campaignFromJson(file.readAll());
}

}  // namespace

Result<audience::ImportReport> importDemoPeople(Workspace& workspace, const DemoOptions& options) {
  QTemporaryFile file;
  if (!file.open()) {
    return fail(ErrorCode::Io, QStringLiteral("No temporary file can be made: %1.").arg(file.errorString()));
  }
  HELIOGRAPH_TRY(writePeople(file, options, workspace.clock.now().date()));
  if (!file.flush())
    return fail(ErrorCode::Io, QStringLiteral("The sample can't be written: %1.").arg(file.errorString()));
  audience::ImportOptions import;
  import.mapping = mapping();
  import.rejectsFile = file.fileName() + QStringLiteral(".rejects");
  auto report = workspace.import.run(file.fileName(), import);
  QFile::remove(import.rejectsFile);
  if (report) report->rejectsFile.clear();
  return report;
}

Result<audience::EventImportReport> importDemoEvents(Workspace& workspace, const DemoOptions& options) {
  const QDateTime now = workspace.clock.now();
  auto source = std::make_unique<DemoEvents>(options.seed, options.profiles, options.events, now);
  const QByteArray name = "sample " + QByteArray::number(options.seed) + '/' + QByteArray::number(options.profiles) +
                          '/' + QByteArray::number(options.events) + '/' + QByteArray::number(now.toMSecsSinceEpoch());
  audience::EventImportOptions import;
  import.zone = QTimeZone::utc();
  return audience::EventImport(workspace.database, workspace.clock).run(std::move(source), name, import);
}

Result<DemoReport> fillWithSample(Workspace& workspace, const DemoOptions& options) {
  HELIOGRAPH_TRY(refuseIfUsed(workspace));
  DemoReport report;
  auto people = importDemoPeople(workspace, options);
  if (!people) return fail(people.error());
  report.people = *people;
  if (options.events > 0) {
    auto events = importDemoEvents(workspace, options);
    if (!events) return fail(events.error());
    report.events = events->created;
  }
  auto provider = addSandbox(workspace);
  if (!provider) return fail(provider.error());
  report.provider = *provider;
  auto campaign = sampleCampaign();
  if (!campaign) return fail(campaign.error());
  campaign::Audience& audience = campaign->audience;
  auto segment = workspace.segments.save(audience.segmentName, audience.segment);
  if (!segment) return fail(segment.error());
  report.segment = *segment;
  audience = campaign::Audience::saved(*segment, audience.segmentName);
  auto draft = workspace.campaigns.create(std::move(*campaign));
  if (!draft) return fail(draft.error());
  report.campaign = draft->id;
  return report;
}

}  // namespace heliograph::app
