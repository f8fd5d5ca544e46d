// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hold_back_commands.h"

#include <optional>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"

namespace heliograph::cli {
namespace {

using audience::SeedList;
using audience::WorkspaceGroup;
using campaign::HoldBack;

const QString kPercent = QStringLiteral("percent");
const QString kNobody = QStringLiteral("none");
const QString kWorkspaceToo = QStringLiteral("workspace-group");
const QString kMostQualify = QStringLiteral("most");
const QString kPerDay = QStringLiteral("per-day");
const QString kInTotal = QStringLiteral("total");

Result<> showGroup(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto group = WorkspaceGroup((*workspace)->database).read();
  if (!group) return fail(group.error());
  call.console().answer({{QStringLiteral("percent"), group->percent}},
                        group->isOn() ? QStringLiteral("%1 % of all people get no campaign.").arg(group->percent)
                                      : QStringLiteral("The workspace has no control group."));
  return {};
}

Result<> setGroup(Call& call) {
  const bool off = call.argument(0) == u"off";
  bool isNumber = false;
  const int percent = call.argument(0).toInt(&isNumber);
  if (!off && !isNumber) return call.wrongUsage(QStringLiteral("Give the percent, or off."));
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const auto set = WorkspaceGroup((*workspace)->database).set(off ? 0 : percent);
  if (!set)
    return set.error().code == ErrorCode::InvalidInput ? call.wrongUsage(set.error().message) : fail(set.error());
  return showGroup(call);
}

/// A change of a draft, saved.
Result<campaign::Campaign> changeDraft(Call& call, const std::function<void(campaign::Campaign&)>& change) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto draft = (*workspace)->campaigns.load(*id);
  if (!draft) return fail(draft.error());
  change(*draft);
  auto revision = (*workspace)->campaigns.save(*draft, draft->revision);
  if (!revision) return fail(revision.error());
  draft->revision = *revision;
  return draft;
}

/// --workspace-group yes|no|usual; nothing if it wasn't given.
Result<std::optional<std::optional<bool>>> workspaceOption(Call& call) {
  using Choice = std::optional<std::optional<bool>>;
  if (!call.isSet(kWorkspaceToo)) return Choice();
  const QString value = call.value(kWorkspaceToo);
  if (value == u"yes") return Choice(std::optional(true));
  if (value == u"no") return Choice(std::optional(false));
  if (value == u"usual") return Choice(std::optional<bool>());
  return call.wrongUsage(QStringLiteral("--workspace-group is yes, no or usual."));
}

Result<> holdBack(Call& call) {
  const bool none = call.isSet(kNobody);
  if (none && call.isSet(kPercent)) return call.wrongUsage(QStringLiteral("Give one of --percent N and --none."));
  auto percent = call.number(kPercent, HoldBack::usual, HoldBack::least, HoldBack::most);
  if (!percent) return fail(percent.error());
  auto workspaceToo = workspaceOption(call);
  if (!workspaceToo) return fail(workspaceToo.error());
  auto draft = changeDraft(call, [&](campaign::Campaign& changed) {
    if (none) changed.holdBack.percent = 0;
    if (call.isSet(kPercent)) changed.holdBack = changed.holdBack.withPercent(static_cast<int>(*percent));
    if (*workspaceToo) changed.holdBack.workspace = **workspaceToo;
  });
  if (!draft) return fail(draft.error());
  call.console().answer(
      {{QStringLiteral("id"), draft->id.value},
       {QStringLiteral("hold_back"), campaign::toJson(draft->holdBack)},
       {QStringLiteral("revision"), draft->revision}},
      QStringLiteral("Campaign %1, hold back: %2").arg(draft->id.value).arg(campaign::describe(draft->holdBack)));
  return {};
}

Result<> safetyCheck(Call& call) {
  if (call.isSet(kNobody) == call.isSet(kMostQualify)) {
    return call.wrongUsage(QStringLiteral("Give one of --most N and --none."));
  }
  auto most = call.number(kMostQualify, 0, 1, campaign::ReachLimit::most);
  if (!most) return fail(most.error());
  auto draft = changeDraft(call, [&](campaign::Campaign& changed) {
    changed.safetyCheck = call.isSet(kNobody) ? 0 : static_cast<int>(*most);
  });
  if (!draft) return fail(draft.error());
  call.console().answer({{QStringLiteral("id"), draft->id.value},
                         {QStringLiteral("safety_check"), draft->safetyCheck},
                         {QStringLiteral("revision"), draft->revision}},
                        draft->safetyCheck > 0
                            ? QStringLiteral("Campaign %1 isn't sent if more than %2 people qualify.")
                                  .arg(draft->id.value)
                                  .arg(draft->safetyCheck)
                            : QStringLiteral("Campaign %1 has no safety check.").arg(draft->id.value));
  return {};
}

Result<campaign::LiveLimit> liveLimitOption(Call& call) {
  using campaign::LiveLimit;
  if (int{call.isSet(kPerDay)} + int{call.isSet(kInTotal)} + int{call.isSet(kNobody)} != 1) {
    return call.wrongUsage(QStringLiteral("Give one of --per-day N, --total N and --none."));
  }
  if (call.isSet(kNobody)) return LiveLimit::none();
  const bool perDay = call.isSet(kPerDay);
  auto messages = call.number(perDay ? kPerDay : kInTotal, LiveLimit::usual, 1, LiveLimit::most);
  if (!messages) return fail(messages.error());
  return LiveLimit{perDay ? LiveLimit::Kind::PerDay : LiveLimit::Kind::Total, static_cast<int>(*messages)};
}

Result<> limitLive(Call& call) {
  auto limit = liveLimitOption(call);
  if (!limit) return fail(limit.error());
  auto draft = changeDraft(call, [&](campaign::Campaign& changed) { changed.liveLimit = *limit; });
  if (!draft) return fail(draft.error());
  call.console().answer({{QStringLiteral("id"), draft->id.value},
                         {QStringLiteral("live_limit"), campaign::toJson(*limit)},
                         {QStringLiteral("revision"), draft->revision}},
                        QStringLiteral("Campaign %1: %2").arg(draft->id.value).arg(campaign::describe(*limit)));
  return {};
}

Result<> listSeeds(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto people = SeedList((*workspace)->database, (*workspace)->clock).list();
  if (!people) return fail(people.error());
  QList<QStringList> rows{{QStringLiteral("Identity"), QStringLiteral("Phone")}};
  for (const audience::Profile& one : *people) {
    call.console().item({{QStringLiteral("identity"), one.identity},
                         {QStringLiteral("phone"), one.phone},
                         {QStringLiteral("unsubscribed"), one.unsubscribed}});
    rows << QStringList{one.identity, one.phone};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> addSeed(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  HELIOGRAPH_TRY(SeedList((*workspace)->database, (*workspace)->clock).add(call.argument(0)));
  call.console().answer({{QStringLiteral("identity"), call.argument(0)}, {QStringLiteral("seed"), true}},
                        QStringLiteral("%1 gets every campaign from now on.").arg(call.argument(0)));
  return {};
}

Result<> removeSeed(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  HELIOGRAPH_TRY(SeedList((*workspace)->database, (*workspace)->clock).remove(call.argument(0)));
  call.console().answer({{QStringLiteral("identity"), call.argument(0)}, {QStringLiteral("seed"), false}},
                        QStringLiteral("%1 is off the seed list.").arg(call.argument(0)));
  return {};
}

}  // namespace

std::vector<Command> holdBackCommands() {
  const QString id = QStringLiteral("ID");
  const QString person = QStringLiteral("IDENTITY");
  return {
      {QStringLiteral("control-group show"),
       {},
       QStringLiteral("Says how many of all people get no campaign."),
       0,
       0,
       {},
       showGroup},
      {QStringLiteral("control-group set"),
       QStringLiteral("PERCENT|off"),
       QStringLiteral("Holds 2 to 5 percent of all people back from every campaign."),
       1,
       1,
       {},
       setGroup},
      {QStringLiteral("campaign hold-back"),
       id,
       QStringLiteral("Says who of a campaign's people gets no message, to be compared with the others."),
       1,
       1,
       {valueOption(kPercent, QStringLiteral("N"), QStringLiteral("So many percent of those who qualify, 2 to 99.")),
        flagOption(kNobody, QStringLiteral("No control group of its own.")),
        valueOption(kWorkspaceToo, QStringLiteral("yes|no|usual"),
                    QStringLiteral("The workspace's control group, too; usual: for marketing only."))},
       holdBack},
      {QStringLiteral("campaign safety-check"),
       id,
       QStringLiteral("Says that a campaign isn't sent if more people qualify."),
       1,
       1,
       {valueOption(kMostQualify, QStringLiteral("N"), QStringLiteral("So many at most.")),
        flagOption(kNobody, QStringLiteral("However many."))},
       safetyCheck},
      {QStringLiteral("campaign live-limit"),
       id,
       QStringLiteral("Says how many messages of a campaign to people as they act leave at most."),
       1,
       1,
       {valueOption(kPerDay, QStringLiteral("N"), QStringLiteral("So many a day.")),
        valueOption(kInTotal, QStringLiteral("N"), QStringLiteral("So many in total; then the campaign ends.")),
        flagOption(kNobody, QStringLiteral("However many."))},
       limitLive},
      {QStringLiteral("seed list"),
       {},
       QStringLiteral("Lists the colleagues who get every campaign and are in no figure."),
       0,
       0,
       {},
       listSeeds},
      {QStringLiteral("seed add"), person, QStringLiteral("Puts a person on the seed list."), 1, 1, {}, addSeed},
      {QStringLiteral("seed remove"),
       person,
       QStringLiteral("Takes a person off the seed list."),
       1,
       1,
       {},
       removeSeed},
  };
}

}  // namespace heliograph::cli
