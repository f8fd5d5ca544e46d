// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quiet_commands.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/cli/call.h"
#include "delivery/quiet/workspace_quiet.h"
#include "schedule/zone_names.h"

namespace heliograph::cli {
namespace {

using campaign::QuietRule;
using campaign::ZonedQuiet;
using delivery::WorkspaceQuiet;
using schedule::QuietHours;

const QString kDaily = QStringLiteral("daily");
const QString kZone = QStringLiteral("zone");
const QString kUse = QStringLiteral("use");
const QString kThen = QStringLiteral("then");
const std::array<QString, 7> kDays{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                   QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                   QStringLiteral("sun")};

Result<QuietHours::Day> dayFrom(const QString& typed) {
  QuietHours::Day day;
  if (typed == u"none") return day;
  for (const QString& part : typed.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    auto range = schedule::rangeFromText(part.trimmed());
    if (!range) return fail(range.error());
    day.push_back(*range);
  }
  return day;
}

bool namesHours(const Call& call) {
  return call.isSet(kDaily) ||
         std::any_of(kDays.begin(), kDays.end(), [&](const QString& day) { return call.isSet(day); });
}

/// The hours that the options name; the others stay as they are.
Result<ZonedQuiet> quietFrom(Call& call, ZonedQuiet quiet) {
  if (call.isSet(kDaily)) {
    auto day = dayFrom(call.value(kDaily));
    if (!day) return fail(day.error());
    quiet.hours.setDay(1, std::move(*day));
    quiet.hours.copyToAllDays(1);
  }
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    if (!call.isSet(kDays[i])) continue;
    auto day = dayFrom(call.value(kDays[i]));
    if (!day) return fail(day.error());
    quiet.hours.setDay(static_cast<int>(i) + 1, std::move(*day));
  }
  HELIOGRAPH_TRY(quiet.hours.check());
  if (call.isSet(kZone)) quiet.zone = call.value(kZone).toUtf8();
  if (quiet.zone.isEmpty()) quiet.zone = schedule::localZone();
  if (schedule::isKnownZone(quiet.zone)) return quiet;
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("This computer knows no time zone \"%1\". Use an IANA name such as Europe/Berlin.")
                  .arg(QString::fromUtf8(quiet.zone)));
}

QString quietWords(const ZonedQuiet& quiet) {
  if (quiet.hours.isEmpty()) return QStringLiteral("The workspace has no quiet hours.");
  return QStringLiteral("Quiet hours %1; for people whose time zone isn't known, by %2.")
      .arg(schedule::describe(quiet.hours), QString::fromUtf8(quiet.zone));
}

Result<> showQuiet(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto quiet = WorkspaceQuiet((*workspace)->database).read();
  if (!quiet) return fail(quiet.error());
  QJsonObject json = campaign::toJson(*quiet);
  json.insert(QStringLiteral("on"), !quiet->hours.isEmpty());
  call.console().answer(json, quietWords(*quiet));
  return {};
}

Result<> setQuiet(Call& call) {
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const WorkspaceQuiet store((*workspace)->database);
  auto before = store.read();
  if (!before) return fail(before.error());
  if (before->hours.isEmpty() && !namesHours(call)) before->hours = QuietHours::usual();
  auto quiet = quietFrom(call, std::move(*before));
  if (!quiet) return call.wrongUsage(quiet.error().message);
  HELIOGRAPH_TRY(store.set(*quiet));
  return showQuiet(call);
}

Result<> switchOff(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  HELIOGRAPH_TRY(WorkspaceQuiet((*workspace)->database).set({}));
  return showQuiet(call);
}

/// The place of an option's value among the names that it may have; nothing if it wasn't given.
Result<std::optional<int>> choiceOf(Call& call, const QString& option, const QStringList& names) {
  if (!call.isSet(option)) return std::optional<int>();
  const auto place = names.indexOf(call.value(option));
  if (place >= 0) return std::optional<int>(static_cast<int>(place));
  return call.wrongUsage(QStringLiteral("--%1 is one of %2.").arg(option, names.join(QStringLiteral(", "))));
}

Result<> campaignQuiet(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto use = choiceOf(call, kUse, {QStringLiteral("workspace"), QStringLiteral("none"), QStringLiteral("own")});
  if (!use) return fail(use.error());
  auto then = choiceOf(call, kThen, {QStringLiteral("delay"), QStringLiteral("discard")});
  if (!then) return fail(then.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto draft = (*workspace)->campaigns.load(*id);
  if (!draft) return fail(draft.error());
  QuietRule& rule = draft->quiet;
  if (*use) rule.use = static_cast<QuietRule::Use>(**use);
  if (*then) rule.then = static_cast<QuietRule::Then>(**then);
  if (namesHours(call) || call.isSet(kZone)) {
    if (rule.use != QuietRule::Use::Own) {
      return call.wrongUsage(QStringLiteral("Hours and a zone are for --use own."));
    }
    auto own = quietFrom(call, rule.own);
    if (!own) return call.wrongUsage(own.error().message);
    rule.own = std::move(*own);
  }
  auto revision = (*workspace)->campaigns.save(*draft, draft->revision);
  if (!revision) return fail(revision.error());
  call.console().answer(
      {{QStringLiteral("id"), draft->id.value},
       {QStringLiteral("quiet_hours"), campaign::toJson(rule)},
       {QStringLiteral("revision"), *revision}},
      QStringLiteral("Campaign %1, quiet hours: %2").arg(draft->id.value).arg(campaign::describe(rule)));
  return {};
}

std::vector<QCommandLineOption> hoursOptions() {
  const QString hours = QStringLiteral("HOURS");
  std::vector<QCommandLineOption> options{
      valueOption(kDaily, hours,
                  QStringLiteral("Of every day: 21:00-08:00, or several parted by commas; \"all day\", none.")),
      valueOption(kZone, QStringLiteral("ZONE"),
                  QStringLiteral("Time zone of people whose own isn't known (this computer's)."))};
  for (const QString& day : kDays) options.push_back(valueOption(day, hours, QStringLiteral("Of this day alone.")));
  return options;
}

}  // namespace

std::vector<Command> quietCommands() {
  std::vector<QCommandLineOption> ofCampaign = hoursOptions();
  ofCampaign.push_back(valueOption(kUse, QStringLiteral("workspace|none|own"), QStringLiteral("Which hours hold.")));
  ofCampaign.push_back(valueOption(kThen, QStringLiteral("delay|discard"),
                                   QStringLiteral("What becomes of a message that would leave in them.")));
  return {
      {QStringLiteral("quiet-hours show"),
       {},
       QStringLiteral("Says when marketing campaigns text nobody."),
       0,
       0,
       {},
       showQuiet},
      {QStringLiteral("quiet-hours set"),
       {},
       QStringLiteral("Keeps quiet hours in all marketing campaigns; 21:00-08:00 unless they are named."),
       0,
       0,
       hoursOptions(),
       setQuiet},
      {QStringLiteral("quiet-hours off"), {}, QStringLiteral("Keeps none."), 0, 0, {}, switchOff},
      {QStringLiteral("campaign quiet-hours"), QStringLiteral("ID"),
       QStringLiteral("Says which quiet hours a campaign keeps."), 1, 1, ofCampaign, campaignQuiet},
  };
}

}  // namespace heliograph::cli
