// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/run.h"

#include <QCoreApplication>
#include <array>

#include "delivery/outbox/winner_words.h"

namespace heliograph::delivery {
namespace {

/// In the order of RunState.
constexpr std::array<const char*, 7> kRunStateNames{"due", "held", "filling", "running", "paused", "stopped", "done"};

QString runStateWords(const char* text) {
  return QCoreApplication::translate("RunState", text);
}

QString dueText(const QString& reason) {
  if (reason == hold::sentHere) {
    return runStateWords(QT_TRANSLATE_NOOP("RunState",
                                           "Scheduled: the provider doesn't keep what is left until then. Let this "
                                           "program run at that time, it sends it."));
  }
  return runStateWords(QT_TRANSLATE_NOOP("RunState", "Scheduled"));
}

QString heldText(const QString& reason) {
  if (reason == hold::missed) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState", "Held: its time was missed by more than 15 minutes. Release it to send it now, or stop it."));
  }
  if (reason == hold::audienceGrew) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState", "Held: over 10 % more people than were approved. Release it to send to all of them, or stop it."));
  }
  if (reason == hold::safetyCheck) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState",
        "Held by the safety check: more people qualify than the campaign allows. Nobody got a message. Release it to "
        "send it anyway, or stop it."));
  }
  if (reason == hold::audienceUnknown) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState", "Held: the segment can't be evaluated any more. Put the property it asks for back, or stop it."));
  }
  if (reason == hold::firstSent) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState", "Held: the first were sent. Look at what came of it, then send the rest, or stop it."));
  }
  if (reason == hold::abTest) {
    return runStateWords(
        QT_TRANSLATE_NOOP("RunState", "Held: the A/B test was sent. Choose the copy that the others get, or stop it."));
  }
  return runStateWords(QT_TRANSLATE_NOOP("RunState", "Held"));
}

QString stoppedText(const QString& reason) {
  if (reason == hold::missedSkipped) {
    return runStateWords(QT_TRANSLATE_NOOP("RunState", "Skipped: nothing was running at its time. Nothing was sent."));
  }
  return runStateWords(QT_TRANSLATE_NOOP("RunState", "Stopped"));
}

QString pausedText(const QString& reason) {
  if (reason == hold::noCountry) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState",
        "Paused: no provider covers the countries of those who are left. Add the countries to a provider's settings, "
        "then resume."));
  }
  if (reason == hold::noProvider) {
    return runStateWords(QT_TRANSLATE_NOOP("RunState",
                                           "Paused: nobody is left who takes the rest. Enter the credentials of a "
                                           "provider again or top its account up, or "
                                           "add another provider: it goes on by itself then. Or stop it."));
  }
  if (reason == hold::manyRefused) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState",
        "Paused by itself: over 5 % of the last messages were refused. Look at why, then resume, or stop it."));
  }
  if (reason == hold::limitRefused) {
    return runStateWords(QT_TRANSLATE_NOOP(
        "RunState",
        "Paused by itself: more people were refused than it is for. Look at why, then resume, or stop it."));
  }
  return runStateWords(QT_TRANSLATE_NOOP("RunState", "Paused"));
}

}  // namespace

QString runStateName(RunState state) {
  return QLatin1String(kRunStateNames[static_cast<size_t>(state)]);
}

RunState runStateFromName(const QString& name) {
  for (size_t i = 0; i < kRunStateNames.size(); ++i) {
    if (name == QLatin1String(kRunStateNames[i])) return static_cast<RunState>(i);
  }
  return RunState::Stopped;
}

QString runStateText(RunState state, const QString& reason) {
  switch (state) {
    case RunState::Due:
      return dueText(reason);
    case RunState::Held:
      return heldText(reason);
    case RunState::Filling:
      return runStateWords(QT_TRANSLATE_NOOP("RunState", "Picking the people"));
    case RunState::Running:
      return runStateWords(QT_TRANSLATE_NOOP("RunState", "Sending"));
    case RunState::Paused:
      return pausedText(reason);
    case RunState::Stopped:
      return stoppedText(reason);
    case RunState::Done:
      return runStateWords(QT_TRANSLATE_NOOP("RunState", "Done"));
  }
  return {};
}

QString runStateText(const Run& run) {
  if (run.state == RunState::Held && run.reason == hold::firstSent) {
    return runStateWords(QT_TRANSLATE_NOOP(
                             "RunState",
                             "Held: the first %L1 were sent. Look at what came of it, then send the rest, or stop it."))
        .arg(run.firstBatch);
  }
  if (run.state == RunState::Held && run.reason == hold::safetyCheck) {
    return runStateWords(QT_TRANSLATE_NOOP("RunState",
                                           "Held by the safety check: %L1 people qualify, and it isn't sent to more "
                                           "than %L2. Nobody got a message. Release it to send it anyway, or stop it."))
        .arg(run.audience)
        .arg(run.safetyCheck);
  }
  if (run.state == RunState::Paused && run.reason == hold::manyRefused) {
    return runStateWords(
               QT_TRANSLATE_NOOP("RunState",
                                 "Paused by itself: %L1 of the last %L2 messages were refused. Look at why, then "
                                 "resume, or stop it."))
        .arg(run.lastRefused)
        .arg(run.lastAnswered);
  }
  if (run.state == RunState::Held && run.reason == hold::abTest) return waitsForWinnerText(run);
  return runStateText(run.state, run.reason);
}

}  // namespace heliograph::delivery
