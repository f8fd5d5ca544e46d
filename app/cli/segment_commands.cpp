// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/segment_commands.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include "app/cli/call.h"
#include "app/cli/reach_json.h"
#include "audience/live/live_estimator.h"
#include "audience/profile_reader.h"

namespace heliograph::cli {
namespace {

const QString kColumnsOption = QStringLiteral("columns");

Result<audience::Segment> readSegment(Console& console, const QString& path) {
  auto bytes = readFileOrInput(console, path);
  if (!bytes) return fail(bytes.error());
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
  if (!document.isObject()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1 holds no JSON object (byte %2). A segment is written "
                                                        "{\"all\":[{\"property\",\"operator\",\"values\"}]}.")
                                             .arg(path)
                                             .arg(problem.offset));
  }
  return audience::segmentFromJson(document.object());
}

/// What is meant by the first argument: a file, or a saved segment's name.
Result<audience::Segment> namedSegment(Call& call, const app::Workspace& workspace) {
  const QString name = call.argument(0);
  if (name == u"-" || QFileInfo::exists(name)) return readSegment(call.console(), name);
  auto saved = workspace.segments.find(name);
  if (!saved) return fail(saved.error());
  return saved->segment;
}

Result<> count(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  if (call.isSet(kColumnsOption)) HELIOGRAPH_TRY((*workspace)->columns.bringUp());
  auto segment = namedSegment(call, **workspace);
  if (!segment) return fail(segment.error());
  auto reach = (*workspace)->reach.count(*segment);
  if (!reach) return fail(reach.error());
  call.console().answer(reachJson(*reach), audience::describe(*segment) + u'\n' + reachWords(*reach));
  return {};
}

Result<> listSegments(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto segments = (*workspace)->segments.list();
  if (!segments) return fail(segments.error());
  QList<QStringList> rows{{QStringLiteral("Name"), QStringLiteral("Who")}};
  for (const audience::SavedSegment& one : *segments) {
    rows << QStringList{one.name, audience::describe(one.segment)};
    call.console().item({{QStringLiteral("id"), one.id.value},
                         {QStringLiteral("name"), one.name},
                         {QStringLiteral("segment"), audience::toJson(one.segment)},
                         {QStringLiteral("updated_at"), one.updatedAt.toString(Qt::ISODate)}});
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> save(Call& call) {
  auto segment = readSegment(call.console(), call.argument(1));
  if (!segment) return fail(segment.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  // Counting also tells whether its properties exist and its values fit.
  auto reach = (*workspace)->reach.count(*segment);
  if (!reach) return fail(reach.error());
  auto id = (*workspace)->segments.save(call.argument(0), *segment);
  if (!id) return fail(id.error());
  call.console().answer({{QStringLiteral("id"), id->value}, {QStringLiteral("name"), call.argument(0)}},
                        QStringLiteral("Saved “%1”: %2").arg(call.argument(0), audience::describe(*segment)));
  return {};
}

Result<> members(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto segment = namedSegment(call, **workspace);
  if (!segment) return fail(segment.error());
  auto schema = audience::ProfileSchema::load((*workspace)->database);
  if (!schema) return fail(schema.error());
  audience::ProfileReading reading;
  reading.segment = std::move(*segment);
  reading.wanted = QStringList();
  auto people = audience::ProfileReader::open((*workspace)->database, *schema, reading,
                                              audience::EvaluationTime::local((*workspace)->clock));
  if (!people) return fail(people.error());
  const auto text = [](std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
  };
  while (true) {
    auto one = people->next();
    if (!one) return fail(one.error());
    if (*one == nullptr) return {};
    const QString identity = text((*one)->identity);
    call.console().answer({{QStringLiteral("identity"), identity},
                           {QStringLiteral("phone"), text((*one)->phone)},
                           {QStringLiteral("unsubscribed"), (*one)->unsubscribed}},
                          identity);
  }
}

Result<> estimateLiveSegment(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  const QJsonDocument document = QJsonDocument::fromJson(*bytes);
  if (!document.isObject()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1 holds no JSON object. A live segment is written "
                                                        "{\"single_action\":{\"event\"}}.")
                                             .arg(call.argument(0)));
  }
  const auto live = audience::liveSegmentFromJson(document.object());
  if (!live) return fail(live.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  if (call.isSet(kColumnsOption)) HELIOGRAPH_TRY((*workspace)->columns.bringUp());
  const audience::LiveEstimator estimator((*workspace)->database, (*workspace)->clock, &(*workspace)->columns);
  const auto estimate = estimator.estimate(*live);
  if (!estimate) return fail(estimate.error());
  QJsonArray days;
  for (const audience::LiveEstimate::Day& day : estimate->days) {
    days.append(
        QJsonObject{{QStringLiteral("day"), day.day.toString(Qt::ISODate)}, {QStringLiteral("fired"), day.fired}});
  }
  QJsonObject json{{QStringLiteral("per_day"), estimate->perDay()},
                   {QStringLiteral("fired"), estimate->fired()},
                   {QStringLiteral("people"), estimate->people},
                   {QStringLiteral("days"), days},
                   {QStringLiteral("filter_as_of_now"), !audience::isIdle({live->filter.rules})},
                   {QStringLiteral("seconds"), estimate->seconds}};
  if (estimate->next) json.insert(QStringLiteral("next_14_days"), *estimate->next);
  if (estimate->newest) json.insert(QStringLiteral("newest_event"), estimate->newest->toString(Qt::ISODate));
  QString words = audience::describe(*live) + u'\n' + audience::describe(*estimate);
  if (!audience::isIdle({live->filter.rules})) words += QStringLiteral("\nThe filter is taken as it stands today.");
  call.console().answer(json, words);
  return {};
}

}  // namespace

std::vector<Command> segmentCommands() {
  const QString which = QStringLiteral("FILE.json|NAME");
  return {
      {QStringLiteral("segment count"),
       which,
       QStringLiteral("Counts who can be reached."),
       1,
       1,
       {flagOption(kColumnsOption, QStringLiteral("Brings up the columns beside the workspace first: this count takes "
                                                  "longer, later ones milliseconds."))},
       count},
      {QStringLiteral("segment list"), {}, QStringLiteral("Lists the saved segments."), 0, 0, {}, listSegments},
      {QStringLiteral("segment save"),
       QStringLiteral("NAME FILE.json"),
       QStringLiteral("Saves a segment."),
       2,
       2,
       {},
       save},
      {QStringLiteral("segment estimate"),
       QStringLiteral("FILE.json"),
       QStringLiteral("Tells how often a live segment would have fired in the last 14 days."),
       1,
       1,
       {flagOption(kColumnsOption, QStringLiteral("Brings up the columns beside the workspace first."))},
       estimateLiveSegment},
      {QStringLiteral("segment members"), which, QStringLiteral("Lists its people."), 1, 1, {}, members},
  };
}

}  // namespace heliograph::cli
