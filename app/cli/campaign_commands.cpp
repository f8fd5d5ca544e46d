// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/campaign_commands.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include "app/cli/call.h"

namespace heliograph::cli {
namespace {

using campaign::CampaignSummary;

const QString kWithArchived = QStringLiteral("all");
const QString kAdd = QStringLiteral("add");
const QString kRemove = QStringLiteral("remove");
const QString kOnly = QStringLiteral("only");
const QString kCodesOf = QStringLiteral("codes-of");
const QString kNoLimit = QStringLiteral("everybody");

QString isoTime(const QDateTime& time) {
  return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject summaryJson(const CampaignSummary& summary) {
  return {{QStringLiteral("id"), summary.id.value},
          {QStringLiteral("name"), summary.name},
          {QStringLiteral("state"), campaign::standingName(summary.standing)},
          {QStringLiteral("labels"), QJsonArray::fromStringList(summary.labels)},
          {QStringLiteral("channel"), campaign::channelName(summary.channel)},
          {QStringLiteral("audience"), summary.audience},
          {QStringLiteral("when"), summary.when},
          {QStringLiteral("revision"), summary.revision},
          {QStringLiteral("updated_at"), isoTime(summary.updatedAt)},
          {QStringLiteral("next_due"), isoTime(summary.nextDue)},
          {QStringLiteral("archived"), summary.archived},
          {QStringLiteral("runs"), summary.runs},
          {QStringLiteral("people"), summary.people},
          {QStringLiteral("waiting"), summary.counts.waiting},
          {QStringLiteral("accepted"), summary.counts.accepted},
          {QStringLiteral("refused"), summary.counts.refused},
          {QStringLiteral("in_doubt"), summary.counts.unclear},
          {QStringLiteral("skipped"), summary.counts.skipped}};
}

Result<> listCampaigns(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto summaries = (*workspace)->campaigns.list(call.isSet(kWithArchived));
  if (!summaries) return fail(summaries.error());
  QList<QStringList> rows{{QStringLiteral("ID"), QStringLiteral("State"), QStringLiteral("Accepted"),
                           QStringLiteral("People"), QStringLiteral("Name")}};
  for (const CampaignSummary& one : *summaries) {
    call.console().item(summaryJson(one));
    rows << QStringList{QString::number(one.id.value), campaign::standingName(one.standing),
                        QString::number(one.counts.accepted), QString::number(one.people), one.name};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

QString showWords(const CampaignSummary& summary, const campaign::Campaign& campaign) {
  return QStringLiteral("%1: %2\nstate: %3\nwho: %4\nwhen: %5\nmessage:\n%6")
      .arg(QString::number(summary.id.value), summary.name, campaign::standingName(summary.standing), summary.audience,
           summary.when, QString::fromUtf8(campaign.message));
}

Result<> showCampaign(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto summary = (*workspace)->campaigns.summary(*id);
  if (!summary) return fail(summary.error());
  auto campaign = (*workspace)->campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  auto content = (*workspace)->exchange.toJson(*campaign);
  if (!content) return fail(content.error());
  QJsonObject json = summaryJson(*summary);
  json.insert(QStringLiteral("campaign"), *content);
  call.console().answer(json, showWords(*summary, *campaign));
  return {};
}

Result<> exportCampaign(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto campaign = (*workspace)->campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  auto json = (*workspace)->exchange.toJson(*campaign);
  if (!json) return fail(json.error());
  const auto form = call.console().isJson() ? QJsonDocument::Compact : QJsonDocument::Indented;
  call.console().line(QString::fromUtf8(QJsonDocument(*json).toJson(form)).trimmed());
  return {};
}

Result<> importCampaign(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  auto imported = (*workspace)->exchange.fromJson(*bytes);
  if (!imported) return fail(imported.error());
  auto created = (*workspace)->campaigns.create(std::move(imported->campaign));
  if (!created) return fail(created.error());
  for (const QString& remark : imported->remarks) call.console().note(remark);
  call.console().answer({{QStringLiteral("id"), created->id.value},
                         {QStringLiteral("name"), created->name},
                         {QStringLiteral("revision"), created->revision},
                         {QStringLiteral("remarks"), QJsonArray::fromStringList(imported->remarks)}},
                        QStringLiteral("Campaign %1: %2").arg(created->id.value).arg(created->name));
  return {};
}

Result<> clone(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto copy = (*workspace)->campaigns.clone(*id);
  if (!copy) return fail(copy.error());
  call.console().answer({{QStringLiteral("id"), copy->id.value},
                         {QStringLiteral("name"), copy->name},
                         {QStringLiteral("revision"), copy->revision}},
                        QStringLiteral("Campaign %1: %2").arg(copy->id.value).arg(copy->name));
  return {};
}

Result<> label(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  QStringList add;
  for (const QString& text : call.values(kAdd)) {
    auto usable = campaign::labelFromText(text);
    if (!usable) return fail(usable.error());
    add << *usable;
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  HELIOGRAPH_TRY((*workspace)->labels.change({*id}, add, call.values(kRemove)));
  auto campaign = (*workspace)->campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  call.console().answer(
      {{QStringLiteral("id"), id->value}, {QStringLiteral("labels"), QJsonArray::fromStringList(campaign->labels)}},
      QStringLiteral("Campaign %1: %2").arg(id->value).arg(campaign->labels.join(QStringLiteral(", "))));
  return {};
}

Result<campaign::ReachLimit> limitOption(Call& call) {
  using campaign::ReachLimit;
  if (int{call.isSet(kOnly)} + int{call.isSet(kCodesOf)} + int{call.isSet(kNoLimit)} != 1) {
    return call.wrongUsage(QStringLiteral("Give one of --only N, --codes-of POOL and --everybody."));
  }
  if (call.isSet(kNoLimit)) return ReachLimit::everybody();
  if (call.isSet(kCodesOf)) return ReachLimit::codesOf(call.value(kCodesOf));
  auto people = call.number(kOnly, ReachLimit::usual, 1, ReachLimit::most);
  if (!people) return fail(people.error());
  return ReachLimit::only(static_cast<int>(*people));
}

Result<> limitReach(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto limit = limitOption(call);
  if (!limit) return fail(limit.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  if (limit->kind == campaign::ReachLimit::Kind::Codes) HELIOGRAPH_TRY((*workspace)->coupons.find(limit->pool));
  auto draft = (*workspace)->campaigns.load(*id);
  if (!draft) return fail(draft.error());
  draft->reach = *limit;
  auto revision = (*workspace)->campaigns.save(*draft, draft->revision);
  if (!revision) return fail(revision.error());
  call.console().answer({{QStringLiteral("id"), id->value},
                         {QStringLiteral("reach"), campaign::toJson(*limit)},
                         {QStringLiteral("revision"), *revision}},
                        QStringLiteral("Campaign %1: %2").arg(id->value).arg(campaign::describe(*limit)));
  return {};
}

using RepositoryAct = Result<> (campaign::CampaignRepository::*)(CampaignId) const;

/// A command that does one thing to one campaign and has nothing more to say.
std::function<Result<>(Call&)> repositoryAct(RepositoryAct done, const QString& state) {
  return [done, state](Call& call) -> Result<> {
    auto id = call.campaignId();
    if (!id) return fail(id.error());
    auto workspace = call.workspace();
    if (!workspace) return fail(workspace.error());
    HELIOGRAPH_TRY(((*workspace)->campaigns.*done)(*id));
    call.console().answer({{QStringLiteral("id"), id->value}, {QStringLiteral("state"), state}},
                          QStringLiteral("Campaign %1: %2").arg(id->value).arg(state));
    return {};
  };
}

}  // namespace

std::vector<Command> campaignCommands() {
  using campaign::CampaignRepository;
  const QString id = QStringLiteral("ID");
  return {
      {QStringLiteral("campaign list"),
       {},
       QStringLiteral("Lists the campaigns."),
       0,
       0,
       {flagOption(kWithArchived, QStringLiteral("The archived ones too."))},
       listCampaigns},
      {QStringLiteral("campaign show"), id, QStringLiteral("Shows one campaign."), 1, 1, {}, showCampaign},
      {QStringLiteral("campaign export"), id, QStringLiteral("Writes a campaign as JSON."), 1, 1, {}, exportCampaign},
      {QStringLiteral("campaign import"),
       QStringLiteral("FILE.json|-"),
       QStringLiteral("Makes a draft from JSON."),
       1,
       1,
       {},
       importCampaign},
      {QStringLiteral("campaign clone"), id, QStringLiteral("Makes a draft like another campaign."), 1, 1, {}, clone},
      {QStringLiteral("campaign delete"),
       id,
       QStringLiteral("Deletes a draft."),
       1,
       1,
       {},
       repositoryAct(&CampaignRepository::remove, QStringLiteral("deleted"))},
      {QStringLiteral("campaign archive"),
       id,
       QStringLiteral("Takes a campaign off the list."),
       1,
       1,
       {},
       repositoryAct(&CampaignRepository::archive, QStringLiteral("archived"))},
      {QStringLiteral("campaign unarchive"),
       id,
       QStringLiteral("Puts an archived campaign back on the list."),
       1,
       1,
       {},
       repositoryAct(&CampaignRepository::unarchive, QStringLiteral("listed"))},
      {QStringLiteral("campaign label"),
       id,
       QStringLiteral("Gives a campaign labels, or takes them from it."),
       1,
       1,
       {valueOption(kAdd, QStringLiteral("LABEL"), QStringLiteral("A label it gets; may be given again.")),
        valueOption(kRemove, QStringLiteral("LABEL"), QStringLiteral("A label it loses; may be given again."))},
       label},
      {QStringLiteral("campaign reach"),
       id,
       QStringLiteral("Says how many people get a campaign at most, drawn by lot."),
       1,
       1,
       {valueOption(kOnly, QStringLiteral("N"), QStringLiteral("So many.")),
        valueOption(kCodesOf, QStringLiteral("POOL"),
                    QStringLiteral("As many as the coupon pool has codes when the campaign is published.")),
        flagOption(kNoLimit, QStringLiteral("All who can be sent to."))},
       limitReach},
      {QStringLiteral("campaign unschedule"),
       id,
       QStringLiteral("Makes a draft of what has not begun yet."),
       1,
       1,
       {},
       repositoryAct(&CampaignRepository::unschedule, QStringLiteral("draft"))},
  };
}

}  // namespace heliograph::cli
