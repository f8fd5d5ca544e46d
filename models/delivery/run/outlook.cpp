// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/outlook.h"

#include <QCoreApplication>
#include <QLocale>

#include "campaign/campaign_repository.h"
#include "delivery/outbox/run_repository.h"
#include "storage/read_transaction.h"

namespace heliograph::delivery {
namespace {

struct OutlookWords {
  Q_DECLARE_TR_FUNCTIONS(Outlook)
};

QString dateText(const QDateTime& at) {
  return QLocale().toString(at.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
}

Result<QString> nameOf(const storage::Database& database, const Clock& clock, CampaignId id) {
  return campaign::CampaignRepository(database, clock).load(id).map([](const campaign::Campaign& found) {
    return found.name.isEmpty() ? OutlookWords::tr("Untitled campaign") : found.name;
  });
}

Result<> addSending(const storage::Database& database, const Clock& clock, RunState state, Outlook& outlook) {
  const RunRepository runs(database, clock);
  auto active = runs.inState(state);
  if (!active) return fail(active.error());
  for (const Run& run : *active) {
    auto counts = runs.counts(run.id);
    if (!counts) return fail(counts.error());
    RunProgress progress;
    auto reasons = runs.reasons(run.id);
    if (!reasons) return fail(reasons.error());
    progress.take(std::move(*counts), std::move(*reasons), run.onlyPeople > 0);
    if (state == RunState::Running && progress.left() == 0) continue;
    auto name = nameOf(database, clock, run.campaign);
    if (!name) return fail(name.error());
    const bool picking = state == RunState::Filling;
    outlook.sending.push_back({run.campaign, std::move(*name), picking ? run.approvedReach : progress.left(),
                               picking ? run.approvedReach : progress.total});
  }
  return {};
}

Result<> addDue(const storage::Database& database, const Clock& clock, Outlook& outlook) {
  auto due = RunRepository(database, clock).inState(RunState::Due);
  if (!due) return fail(due.error());
  for (const Run& run : *due) {
    auto name = nameOf(database, clock, run.campaign);
    if (!name) return fail(name.error());
    outlook.due.push_back({run.campaign, std::move(*name), run.dueAt});
  }
  return {};
}

QString sendingSentence(const UnderWay& one) {
  return OutlookWords::tr("“%1” is being sent: %2 of %3 people still wait for it.")
      .arg(one.name, QLocale().toString(one.waiting), QLocale().toString(one.people));
}

}  // namespace

Result<Outlook> readOutlook(const storage::Database& database, const Clock& clock) {
  auto reading = storage::ReadTransaction::begin(database);
  if (!reading) return fail(reading.error());
  Outlook outlook;
  HELIOGRAPH_TRY(addSending(database, clock, RunState::Running, outlook));
  HELIOGRAPH_TRY(addSending(database, clock, RunState::Filling, outlook));
  HELIOGRAPH_TRY(addDue(database, clock, outlook));
  return outlook;
}

QStringList outlookSentences(const Outlook& outlook) {
  QStringList sentences;
  if (outlook.sending.size() == 1) {
    sentences << sendingSentence(outlook.sending.front());
  } else if (!outlook.sending.empty()) {
    qint64 waiting = 0;
    for (const UnderWay& one : outlook.sending) waiting += one.waiting;
    sentences << OutlookWords::tr("%1 campaigns are being sent: %2 people still wait for them.")
                     .arg(QLocale().toString(static_cast<qint64>(outlook.sending.size())), QLocale().toString(waiting));
  }
  if (outlook.due.size() == 1) {
    sentences << OutlookWords::tr("“%1” is due on %2 and will only be sent if the program runs then.")
                     .arg(outlook.due.front().name, dateText(outlook.due.front().dueAt));
  } else if (!outlook.due.empty()) {
    sentences << OutlookWords::tr(
                     "%1 campaigns are due, the first, “%2”, on %3. Each will only be sent if the program runs then.")
                     .arg(QLocale().toString(static_cast<qint64>(outlook.due.size())), outlook.due.front().name,
                          dateText(outlook.due.front().dueAt));
  }
  return sentences;
}

QString backgroundSentence(const Outlook& outlook) {
  if (outlook.sending.empty())
    return OutlookWords::tr("The window closes and what is due is sent in time, in the background.");
  if (outlook.due.empty()) return OutlookWords::tr("The window closes and sending goes on in the background.");
  return OutlookWords::tr("The window closes, sending goes on in the background, and what is due is sent in time.");
}

QString quitSentence(const Outlook& outlook) {
  const QString due = OutlookWords::tr(
      "Nothing that is due is sent until then; what was missed then waits for you or is skipped, as its campaign "
      "says.");
  if (outlook.sending.empty()) return OutlookWords::tr("The program ends until you start it again.") + u' ' + due;
  const QString sending =
      OutlookWords::tr("Sending stops: what is on its way is finished first, the rest goes on at the next start.");
  return outlook.due.empty() ? sending : sending + u' ' + due;
}

}  // namespace heliograph::delivery
