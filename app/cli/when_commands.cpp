// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/when_commands.h"

#include "app/cli/call.h"
#include "schedule/zone_names.h"

namespace heliograph::cli {
namespace {

using schedule::Once;

const QString kOnPublish = QStringLiteral("on-publish");
const QString kOnce = QStringLiteral("once");
const QString kWhenZone = QStringLiteral("zone");
const QString kLate = QStringLiteral("late");
const QString kHeldByProvider = QStringLiteral("held-by-provider");
const QString kHeldHere = QStringLiteral("held-here");

/// What the options say of a time of its own, the rest as it was.
Result<Once> onceFrom(Call& call, Once once) {
  if (call.isSet(kOnce)) {
    const QDateTime typed = QDateTime::fromString(call.value(kOnce), Qt::ISODate);
    if (!typed.isValid() || typed.timeSpec() != Qt::LocalTime) {
      return call.wrongUsage(
          QStringLiteral("--once is a wall time such as 2026-11-26T18:00; its zone is said by --zone."));
    }
    once.at.date = typed.date();
    once.at.time = typed.time();
  }
  if (call.isSet(kWhenZone)) once.at.zone = call.value(kWhenZone).toUtf8();
  if (once.at.zone.isEmpty()) once.at.zone = schedule::localZone();
  if (call.isSet(kLate)) {
    const auto late = schedule::whenLateFromName(call.value(kLate));
    if (!late) return call.wrongUsage(QStringLiteral("--late is ask, send_within_15_minutes or skip."));
    once.late = *late;
  }
  if (call.isSet(kHeldByProvider)) once.heldByProvider = true;
  if (call.isSet(kHeldHere)) once.heldByProvider = false;
  if (!once.at.date.isValid()) return call.wrongUsage(QStringLiteral("Name the time: --once 2026-11-26T18:00."));
  return schedule::resolve(once.at).map([&](const auto&) { return once; });
}

bool namesTime(const Call& call) {
  for (const QString& option : {kOnce, kWhenZone, kLate, kHeldByProvider, kHeldHere}) {
    if (call.isSet(option)) return true;
  }
  return false;
}

Result<> setWhen(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  if (call.isSet(kOnPublish) && namesTime(call)) {
    return call.wrongUsage(QStringLiteral(
        "With --on-publish it leaves at once: there is no other time, and nothing to be kept until then."));
  }
  if (call.isSet(kHeldByProvider) && call.isSet(kHeldHere)) {
    return call.wrongUsage(QStringLiteral("Choose one of --held-by-provider and --held-here."));
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto draft = (*workspace)->campaigns.load(*id);
  if (!draft) return fail(draft.error());
  int revision = draft->revision;
  if (call.isSet(kOnPublish)) draft->when = schedule::OnPublish{};
  if (namesTime(call)) {
    const auto* before = std::get_if<Once>(&draft->when);
    auto once = onceFrom(call, before ? *before : Once{});
    if (!once) return fail(once.error());
    draft->when = *once;
  }
  if (call.isSet(kOnPublish) || namesTime(call)) {
    auto saved = (*workspace)->campaigns.save(*draft, draft->revision);
    if (!saved) return fail(saved.error());
    revision = *saved;
  }
  const QString kept =
      schedule::isHeldByProvider(draft->when) ? QStringLiteral(", kept by the provider until then") : QString();
  call.console().answer(
      {{QStringLiteral("id"), draft->id.value},
       {QStringLiteral("when"), schedule::toJson(draft->when)},
       {QStringLiteral("revision"), revision}},
      QStringLiteral("Campaign %1: %2%3").arg(QString::number(draft->id.value), schedule::describe(draft->when), kept));
  return {};
}

}  // namespace

std::vector<Command> whenCommands() {
  return {{QStringLiteral("campaign when"),
           QStringLiteral("ID"),
           QStringLiteral("Says when a campaign goes out, or chooses it."),
           1,
           1,
           {flagOption(kOnPublish, QStringLiteral("As soon as it is published.")),
            valueOption(kOnce, QStringLiteral("DATE-TIME"), QStringLiteral("Once: 2026-11-26T18:00, a wall time.")),
            valueOption(kWhenZone, QStringLiteral("ZONE"), QStringLiteral("Of that time (this computer's).")),
            valueOption(kLate, QStringLiteral("ask|send_within_15_minutes|skip"),
                        QStringLiteral("What becomes of it if nothing was running then.")),
            flagOption(kHeldByProvider,
                       QStringLiteral("The provider gets the messages at once and keeps them until then.")),
            flagOption(kHeldHere, QStringLiteral("This program sends them then."))},
           setWhen}};
}

}  // namespace heliograph::cli
