// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run.h"

#include <QCoreApplication>
#include <array>

namespace heliograph::delivery {
namespace {

/// In the order of RunState.
constexpr std::array<const char*, 7> kNames{"due", "held", "filling", "running", "paused", "stopped", "done"};

QString tr(const char* text) {
  return QCoreApplication::translate("RunState", text);
}

QString heldText(const QString& reason) {
  if (reason == hold::missed) {
    return tr(QT_TRANSLATE_NOOP(
        "RunState", "Held: its time was missed by more than 15 minutes. Release it to send it now, or stop it."));
  }
  if (reason == hold::audienceGrew) {
    return tr(QT_TRANSLATE_NOOP(
        "RunState", "Held: over 10 % more people than were approved. Release it to send to all of them, or stop it."));
  }
  if (reason == hold::audienceUnknown) {
    return tr(QT_TRANSLATE_NOOP(
        "RunState", "Held: the segment can't be evaluated any more. Put the property it asks for back, or stop it."));
  }
  return tr(QT_TRANSLATE_NOOP("RunState", "Held"));
}

QString pausedText(const QString& reason) {
  if (reason == hold::noProvider) {
    return tr(QT_TRANSLATE_NOOP("RunState",
                                "Paused: no provider accepts the account's credentials. Check them, then resume."));
  }
  return tr(QT_TRANSLATE_NOOP("RunState", "Paused"));
}

}  // namespace

QString runStateName(RunState state) {
  return QLatin1String(kNames[static_cast<size_t>(state)]);
}

RunState runStateFromName(const QString& name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (name == QLatin1String(kNames[i])) return static_cast<RunState>(i);
  }
  return RunState::Stopped;
}

QString runStateText(RunState state, const QString& reason) {
  switch (state) {
    case RunState::Due:
      return tr(QT_TRANSLATE_NOOP("RunState", "Scheduled"));
    case RunState::Held:
      return heldText(reason);
    case RunState::Filling:
      return tr(QT_TRANSLATE_NOOP("RunState", "Picking the people"));
    case RunState::Running:
      return tr(QT_TRANSLATE_NOOP("RunState", "Sending"));
    case RunState::Paused:
      return pausedText(reason);
    case RunState::Stopped:
      return tr(QT_TRANSLATE_NOOP("RunState", "Stopped"));
    case RunState::Done:
      return tr(QT_TRANSLATE_NOOP("RunState", "Done"));
  }
  return {};
}

}  // namespace heliograph::delivery
