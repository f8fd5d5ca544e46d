// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/progress_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace heliograph::delivery {
namespace {

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;

struct ProgressWords {
  Q_DECLARE_TR_FUNCTIONS(RunProgress)
};

QString number(qint64 value) {
  return QLocale().toString(value);
}

QString heldHeadline(const RunProgress& progress) {
  if (progress.reason == hold::missed) {
    const QString at = QLocale().toString(progress.dueAt.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
    return ProgressWords::tr("Needs you: due %1, when nothing ran").arg(at);
  }
  if (progress.reason == hold::audienceGrew) {
    return ProgressWords::tr("Needs you: %1 people now, %2 were approved")
        .arg(number(progress.left()), number(progress.approved));
  }
  if (progress.reason == hold::safetyCheck)
    return ProgressWords::tr("Needs you: more people qualify than the safety check allows");
  if (progress.reason == hold::audienceUnknown)
    return ProgressWords::tr("Needs you: the segment can't be evaluated any more");
  if (progress.reason == hold::firstSent) {
    return ProgressWords::tr("Needs you: the first %1 were sent, %2 wait")
        .arg(number(progress.firstBatch), number(progress.left()));
  }
  if (progress.reason == hold::abTest && progress.tooEarly) {
    const QString at = QLocale().toString(progress.decideAt.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
    if (progress.byClicks) return ProgressWords::tr("Test sent, clicks choose the winner at %1").arg(at);
    return progress.choosesItself ? ProgressWords::tr("Test sent, conversions choose the winner at %1").arg(at)
                                  : ProgressWords::tr("Test sent, the winner is chosen from %1 on").arg(at);
  }
  if (progress.reason == hold::abTest && progress.choosesItself) {
    return ProgressWords::tr("Test sent, the winner is being chosen");
  }
  if (progress.reason == hold::abTest) {
    return ProgressWords::tr("Needs you: choose the winner of the A/B test, %1 wait").arg(number(progress.left()));
  }
  return ProgressWords::tr("Needs you: it is held");
}

QString pausedHeadline(const RunProgress& progress) {
  if (progress.takingBack > 0) {
    return ProgressWords::tr("Paused: taking %1 back from the provider").arg(number(progress.takingBack));
  }
  if (progress.reason == hold::noProvider && progress.leftOut.size() == 1)
    return ProgressWords::tr("Paused: nobody is left who takes these, %1").arg(leftOutReason(progress.leftOut.front()));
  if (progress.reason == hold::noProvider && !progress.leftOut.empty())
    return ProgressWords::tr("Paused: nobody is left who takes these, providers reject their credentials or accounts");
  if (progress.reason == hold::noProvider) return ProgressWords::tr("Paused: no provider is left who takes these");
  if (progress.reason == hold::noCountry)
    return ProgressWords::tr("Paused: no provider covers the countries of those who are left");
  if (progress.reason == hold::manyRefused) return ProgressWords::tr("Paused by itself: many messages were refused");
  if (progress.reason == hold::limitRefused)
    return ProgressWords::tr("Paused by itself: more people were refused than it is for");
  return ProgressWords::tr("Paused");
}

}  // namespace

QString nobodyLeftText(const RunProgress& progress) {
  const QString who = ProgressWords::tr("Paused: nobody is left who takes the remaining %L1.").arg(progress.left());
  if (progress.leftOut.empty()) {
    return ProgressWords::tr("%1 Every provider of the route turned them away. Add another provider, or stop it.")
        .arg(who);
  }
  return ProgressWords::tr("%1 %2 Or add another provider: it goes on by itself then. Or stop it.")
      .arg(who, leftOutText(progress.leftOut));
}

QString rateText(double perSecond) {
  if (perSecond <= 0) return {};
  const QLocale locale;
  if (perSecond >= 9.95) return ProgressWords::tr("%1 a second").arg(number(std::llround(perSecond)));
  if (perSecond >= 1) return ProgressWords::tr("%1 a second").arg(locale.toString(perSecond, 'f', 1));
  return ProgressWords::tr("%1 a minute").arg(number(std::max<qint64>(1, std::llround(perSecond * kMinute))));
}

QString timeLeftText(double seconds) {
  if (seconds < kMinute) return ProgressWords::tr("less than a minute left");
  if (seconds < 2 * kHour) return ProgressWords::tr("%1 min left").arg(number(std::llround(seconds / kMinute)));
  if (seconds < 2 * kDay) {
    const qint64 minutes = std::llround(seconds / kMinute / 10) * 10;
    const qint64 over = minutes % 60;
    return over == 0 ? ProgressWords::tr("%1 h left").arg(number(minutes / 60))
                     : ProgressWords::tr("%1 h %2 min left").arg(number(minutes / 60), number(over));
  }
  return ProgressWords::tr("%1 days left").arg(number(std::llround(seconds / kDay)));
}

QString quietText(const RunProgress& progress) {
  if (!progress.quietUntil.isValid()) return {};
  const QDateTime end = progress.quietUntil.toLocalTime();
  const QString at = QLocale().toString(end, QStringLiteral("ddd HH:mm"));
  if (progress.quiet == 0) return ProgressWords::tr("Quiet hours: colleagues wait until %1").arg(at);
  return progress.quietAlike
             ? ProgressWords::tr("Quiet hours: %1 wait until %2").arg(number(progress.quiet), at)
             : ProgressWords::tr("Quiet hours: %1 wait, the first until %2").arg(number(progress.quiet), at);
}

QString keptText(const RunProgress& progress) {
  if (!progress.keptUntil.isValid()) return {};
  const QString at = QLocale().toString(progress.keptUntil.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
  if (progress.unanswered > 0) {
    return ProgressWords::tr("Taking back brought no clear answer for %1: they may still be sent at %2")
        .arg(number(progress.unanswered), at);
  }
  if (progress.takingBack > 0) {
    return ProgressWords::tr("Being taken back: %1, to be sent at %2 otherwise").arg(number(progress.takingBack), at);
  }
  if (progress.left() > 0) return ProgressWords::tr("Handing over, to be sent at %1").arg(at);
  return progress.count(RowState::Held) > 0 ? ProgressWords::tr("Kept by the provider until %1").arg(at) : QString();
}

int percentSettled(const RunProgress& progress) {
  return progress.total <= 0 ? 0 : static_cast<int>(progress.settled() * 100 / progress.total);
}

double secondsLeft(const RunProgress& progress) {
  if (progress.state != RunState::Running || progress.perSecond <= 0) return 0;
  return static_cast<double>(progress.left()) / progress.perSecond;
}

QString headlineText(const RunProgress& progress) {
  if (progress.state == RunState::Held) return heldHeadline(progress);
  if (progress.state == RunState::Paused) return pausedHeadline(progress);
  if (progress.waiting) return progress.words;
  if (progress.state != RunState::Filling) {
    if (const QString kept = keptText(progress); !kept.isEmpty()) return kept;
  }
  if (progress.state == RunState::Running && progress.perSecond > 0) {
    const QString sending = ProgressWords::tr("Sending %1").arg(rateText(progress.perSecond));
    if (progress.leftOut.empty()) return sending;
    QStringList why;
    for (const LeftOut& one : progress.leftOut) why << leftOutReason(one);
    return ProgressWords::tr("%1; %2").arg(sending, why.join(QStringLiteral("; ")));
  }
  return runStateText(progress.state, progress.reason);
}

QString figuresText(const RunProgress& progress) {
  if (progress.total <= 0) return {};
  const QString figures = ProgressWords::tr("%1 of %2").arg(number(progress.settled()), number(progress.total));
  if (progress.quiet > 0 && !progress.quietOnly) return figures + QStringLiteral(" · ") + quietText(progress);
  const double seconds = secondsLeft(progress);
  if (seconds <= 0 || progress.waiting) return figures;
  return figures + QStringLiteral(" · ") + timeLeftText(seconds);
}

QString progressText(const RunProgress& progress) {
  const QString figures = figuresText(progress);
  return figures.isEmpty() ? headlineText(progress) : headlineText(progress) + QStringLiteral(", ") + figures;
}

}  // namespace heliograph::delivery
