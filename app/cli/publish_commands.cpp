// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/publish_commands.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/check_json.h"
#include "app/cli/link_findings.h"
#include "schedule/when.h"

namespace heliograph::cli {
namespace {

const QString kAt = QStringLiteral("at");
const QString kLinks = QStringLiteral("links");
const QString kYes = QStringLiteral("yes");
const QString kFirst = QStringLiteral("first");
const QString kWinnerCopy = QStringLiteral("copy");
const QString kEverybody = QStringLiteral("everybody");

struct Checked {
  app::Workspace* workspace;
  campaign::Campaign campaign;
  delivery::CheckReport report;
};

Result<Checked> checkCampaign(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto campaign = (*workspace)->campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  auto report = (*workspace)->publisher.check(*campaign);
  if (!report) return fail(report.error());
  return Checked{*workspace, std::move(*campaign), std::move(*report)};
}

Result<> tellLinksOf(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto campaign = (*workspace)->campaigns.load(*id);
  if (!campaign) return fail(campaign.error());
  tellLinks(call.console(), **workspace, *campaign);
  return {};
}

Result<> tellCheck(Call& call) {
  if (call.isSet(kLinks)) return tellLinksOf(call);
  auto checked = checkCampaign(call);
  if (!checked) return fail(checked.error());
  const auto schedule =
      schedule::dueTimes(checked->campaign.when, checked->workspace->clock.now()).value_or(std::vector<QDateTime>());
  call.console().answer(checkJson(checked->report, schedule), checkWords(checked->report, schedule));
  return {};
}

/// The time given by --at; invalid if there is none.
Result<QDateTime> timeOption(Call& call) {
  if (!call.isSet(kAt)) return QDateTime();
  const QDateTime at = QDateTime::fromString(call.value(kAt), Qt::ISODate);
  if (!at.isValid()) {
    return call.wrongUsage(QStringLiteral("--at takes a time such as 2026-11-26T18:00+01:00."));
  }
  if (schedule::isMissed(at, QDateTime::currentDateTimeUtc())) {
    return call.wrongUsage(
        QStringLiteral("--at lies in the past, so it would be held at once. Leave it out to begin now."));
  }
  return at.toUTC();
}

/// Asks the person at the terminal to type the number of people.
Result<> confirm(Call& call, qint64 people) {
  if (call.isSet(kYes)) return {};
  if (!Console::hasTerminal()) {
    return call.wrongUsage(QStringLiteral("There is nobody to ask here. Add --yes to publish without a question."));
  }
  const QString typed =
      call.console().ask(QStringLiteral("%1 people will be texted. Type that number to publish: ").arg(people));
  if (typed == QString::number(people)) return {};
  return fail(ErrorCode::Cancelled, QStringLiteral("That is another number. Nothing was published."));
}

/// The release asked for; what the campaign says when none is.
Result<campaign::Release> releaseOption(Call& call, const campaign::Release& ofCampaign) {
  if (call.isSet(kEverybody) && call.isSet(kFirst)) {
    return call.wrongUsage(QStringLiteral("--first and --everybody exclude each other."));
  }
  if (call.isSet(kEverybody)) return campaign::Release::everybody();
  if (!call.isSet(kFirst)) return ofCampaign;
  auto people = call.number(kFirst, campaign::Release::usual, 1, campaign::Release::most);
  if (!people) return fail(people.error());
  return campaign::Release::firstThenAsk(static_cast<int>(*people));
}

/// Puts the release asked for into the draft; what was published keeps its own.
Result<> saveRelease(Call& call, Checked& checked) {
  auto release = releaseOption(call, checked.campaign.release);
  if (!release) return fail(release.error());
  if (*release == checked.campaign.release) return {};
  campaign::Campaign changed = checked.campaign;
  changed.release = *release;
  auto revision = checked.workspace->campaigns.save(changed, changed.revision);
  if (!revision) return fail(revision.error());
  changed.revision = *revision;
  checked.campaign = std::move(changed);
  return {};
}

/// Makes the short links of a draft that aren't there yet, before anything leaves.
Result<> makeShortLinks(const Checked& checked) {
  const auto& workspace = *checked.workspace;
  const auto published = workspace.campaigns.latestVersion(checked.campaign.id);
  if (published && published->campaign.revision == checked.campaign.revision) return {};
  for (const campaign::Issue& issue : checked.report.issues) {
    // Publishing says it; no link is made for what can't be published.
    if (issue.severity == campaign::Severity::Block) return {};
  }
  auto making = workspace.shortening.make(checked.campaign);
  making.waitForFinished();
  const auto made = making.result();
  if (!made) return fail(made.error().code, made.error().message + QStringLiteral(" Nothing was published."));
  if (!made->warning.isEmpty()) {
    return fail(ErrorCode::Conflict, made->warning + QStringLiteral(" Nothing was published."));
  }
  if (checked.campaign.textRules.links.shortened.isEmpty()) return {};
  // They may also have been made meanwhile, by a test or in a window.
  const auto report = workspace.publisher.check(checked.campaign);
  if (!report) return fail(report.error());
  return delivery::checkParts(checked.report.totalParts(), report->totalParts()).map_error([](Error error) {
    error.message += QStringLiteral(" Nothing was published.");
    return error;
  });
}

/// How many are sent to before a person is asked; an A/B test asks by itself.
int firstOf(const campaign::Campaign& campaign) {
  return campaign.variants.kind == campaign::Variants::Kind::AbTest ? 0 : campaign.release.first;
}

Result<> answerPublished(Call& call, const Checked& checked, const campaign::PublishedVersion& published) {
  QJsonArray runs;
  for (const RunId id : published.runs) {
    auto run = checked.workspace->runs.byId(id);
    if (!run) return fail(run.error());
    runs.append(QJsonObject{{QStringLiteral("run"), id.value},
                            {QStringLiteral("due_at"), run->dueAt.toUTC().toString(Qt::ISODate)}});
  }
  const QString words = published.wasThere ? QStringLiteral("It was published before; nothing was added.")
                                           : QStringLiteral("Published to %1 people. `heliograph deliver` sends it.");
  call.console().answer({{QStringLiteral("id"), checked.campaign.id.value},
                         {QStringLiteral("version"), published.version.value},
                         {QStringLiteral("runs"), runs},
                         {QStringLiteral("people"), checked.report.sendable},
                         {QStringLiteral("first"), firstOf(checked.campaign)},
                         {QStringLiteral("already_published"), published.wasThere}},
                        published.wasThere ? words : words.arg(checked.report.sendable));
  return {};
}

Result<> publish(Call& call) {
  auto at = timeOption(call);
  if (!at) return fail(at.error());
  if (!call.isSet(kYes) && !Console::hasTerminal()) return confirm(call, 0);
  auto checked = checkCampaign(call);
  if (!checked) return fail(checked.error());
  HELIOGRAPH_TRY(releaseOption(call, {}).map([](const campaign::Release&) {}));
  HELIOGRAPH_TRY(checked->workspace->publisher.mayPublish(checked->campaign, checked->report));
  HELIOGRAPH_TRY(confirm(call, checked->report.sendable));
  HELIOGRAPH_TRY(saveRelease(call, *checked));
  HELIOGRAPH_TRY(makeShortLinks(*checked));
  const auto& campaign = checked->campaign;
  const auto& publisher = checked->workspace->publisher;
  auto published = at->isValid() ? publisher.publishAt(campaign.id, campaign.revision, checked->report.sendable, *at)
                                 : publisher.publish(campaign.id, campaign.revision, checked->report.sendable);
  if (!published) return fail(published.error());
  return answerPublished(call, *checked, *published);
}

using ControlAct = Result<int> (delivery::RunControl::*)(CampaignId) const;

/// A command that does the same to all runs of a campaign; it fails when there is none that it applies to.
std::function<Result<>(Call&)> controlAct(ControlAct done, const QString& state, const QString& nothing) {
  return [=](Call& call) -> Result<> {
    auto id = call.campaignId();
    if (!id) return fail(id.error());
    auto workspace = call.workspace();
    if (!workspace) return fail(workspace.error());
    HELIOGRAPH_TRY((*workspace)->campaigns.summary(*id));
    auto runs = ((*workspace)->runControl.*done)(*id);
    if (!runs) return fail(runs.error());
    if (*runs == 0) return fail(ErrorCode::Conflict, nothing);
    call.console().answer(
        {{QStringLiteral("id"), id->value}, {QStringLiteral("state"), state}, {QStringLiteral("runs"), *runs}},
        QStringLiteral("Campaign %1: %2").arg(id->value).arg(state));
    return {};
  };
}

/// The run of a campaign whose A/B test waits for its winner.
Result<delivery::Run> testedRun(const app::Workspace& workspace, CampaignId id) {
  auto runs = workspace.runs.ofCampaign(id);
  if (!runs) return fail(runs.error());
  for (const delivery::Run& run : *runs) {
    if (run.state == delivery::RunState::Held && run.reason == delivery::hold::abTest) return run;
  }
  return fail(ErrorCode::Conflict, QStringLiteral("No A/B test of this campaign waits for its winner."));
}

Result<> chooseWinner(Call& call) {
  if (!call.isSet(kWinnerCopy)) return call.wrongUsage(QStringLiteral("Say which copy wins: --copy A, B or C."));
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto run = testedRun(**workspace, *id);
  if (!run) return fail(run.error());
  auto frozen = (*workspace)->campaigns.version(run->version);
  if (!frozen) return fail(frozen.error());
  const campaign::Variants& variants = frozen->campaign.variants;
  auto copy = campaign::copyNamed(variants, call.value(kWinnerCopy));
  if (!copy) return fail(copy.error());
  HELIOGRAPH_TRY((*workspace)->runControl.chooseWinner(run->id, *copy));
  const QString name = campaign::copyName(variants, *copy);
  call.console().answer(
      {{QStringLiteral("id"), id->value}, {QStringLiteral("run"), run->id.value}, {QStringLiteral("winner"), name}},
      QStringLiteral("Campaign %1: copy %2 is sent to the others.").arg(id->value).arg(name));
  return {};
}

}  // namespace

std::vector<Command> publishCommands() {
  using delivery::RunControl;
  const QString id = QStringLiteral("ID");
  return {
      {QStringLiteral("campaign check"),
       id,
       QStringLiteral("Says what publishing would do."),
       1,
       1,
       {flagOption(kLinks, QStringLiteral("Asks for each link once instead, and says which are dead."))},
       tellCheck},
      {QStringLiteral("campaign publish"),
       id,
       QStringLiteral("Freezes a campaign and lines it up."),
       1,
       1,
       {valueOption(kAt, QStringLiteral("TIME"), QStringLiteral("ISO 8601; instead of the time the campaign says.")),
        valueOption(kFirst, QStringLiteral("N"),
                    QStringLiteral("Sends to N people drawn by lot, then waits for `campaign release`.")),
        flagOption(kEverybody, QStringLiteral("Sends to everybody at once, whatever the campaign says.")),
        flagOption(kYes, QStringLiteral("Asks nothing."))},
       publish},
      {QStringLiteral("campaign pause"),
       id,
       QStringLiteral("Sends nothing more until it is resumed."),
       1,
       1,
       {},
       controlAct(&RunControl::pauseCampaign, QStringLiteral("paused"),
                  QStringLiteral("Nothing of this campaign is being sent, so there is nothing to pause."))},
      {QStringLiteral("campaign resume"),
       id,
       QStringLiteral("Goes on with a paused campaign."),
       1,
       1,
       {},
       controlAct(&RunControl::resumeCampaign, QStringLiteral("resumed"),
                  QStringLiteral("Nothing of this campaign is paused."))},
      {QStringLiteral("campaign release"),
       id,
       QStringLiteral("Sends a held campaign after all."),
       1,
       1,
       {},
       controlAct(&RunControl::releaseCampaign, QStringLiteral("released"),
                  QStringLiteral("Nothing of this campaign is held."))},
      {QStringLiteral("campaign winner"),
       id,
       QStringLiteral("Chooses the copy that everybody gets who wasn't in the A/B test."),
       1,
       1,
       {valueOption(kWinnerCopy, QStringLiteral("COPY"), QStringLiteral("A, B or C."))},
       chooseWinner},
      {QStringLiteral("campaign stop"),
       id,
       QStringLiteral("Ends a campaign for good."),
       1,
       1,
       {},
       controlAct(&RunControl::stopCampaign, QStringLiteral("stopped"),
                  QStringLiteral("Nothing of this campaign is left to be sent."))},
  };
}

}  // namespace heliograph::cli
