// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include "campaign/campaign.h"
#include "delivery/check/check_report.h"

namespace heliograph::ui {

/// What the large sentence speaks of.
struct PublishSummary {
  qint64 people = -1;     ///< who would be sent to; -1 while it isn't known
  QString when;           ///< "on Thu 26 Nov, 18:00"; see whenPhrase
  QString route;          ///< name; empty: none yet
  QString cost;           ///< "about €1,530"; empty: not known
  QString copies;         ///< "an A/B test of 2 copies (A, B)"; empty: one message for everybody
  bool isChosen = true;   ///< somebody is chosen to receive it
  qint64 colleagues = 0;  ///< of the seed list, who get it, too
  qint64 drawnFrom = 0;   ///< how many they are drawn from by lot; 0: nobody is left out by lot
  QString keptBy = {};    ///< who gets the messages at once and keeps them until then; empty: nobody
  QString waits = {};     ///< "812 people wait until 08:00": because of quiet hours; empty: nobody
};

/// The campaign in one sentence of rich text: "Send 41,203 people one message on …, through …, for about €1,530."
/// `strong` is what stands around a figure, with %1 in the figure's place; "%1" alone gives plain text.
[[nodiscard]] QString publishSentence(const PublishSummary& summary, const QString& strong);

/// The same for people as they act: "As soon as somebody does Charged: one message through …, at most 500 a day". It
/// isn't sent yet.
[[nodiscard]] QString livePublishSentence(const QString& trigger, const QString& route,
                                          const campaign::LiveLimit& limit, const QString& strong);

/// When it goes out, in the middle of a sentence, with the figure marked: "on Thu 26 Nov, 18:00", "as soon as you
/// publish". The year and the zone are said where they aren't the ones of `now`.
[[nodiscard]] QString whenPhrase(const schedule::When& when, const QDateTime& now, const QString& strong);

/// The same standing alone: "Thu 26 Nov, 18:00", "As soon as you publish".
[[nodiscard]] QString whenWords(const schedule::When& when, const QDateTime& now);

/// "€1,530"; "at least €1,530" if some people have no price; empty if nothing is known.
[[nodiscard]] QString costWords(const delivery::CostReport& cost);

/// "41,203 people", "1 person".
[[nodiscard]] QString peopleWords(qint64 people);

/// "", " and 1 colleague", " and 3 colleagues".
[[nodiscard]] QString colleaguesWords(qint64 colleagues);

/// "500 of 41,203 people, drawn by lot"; without a drawing as peopleWords.
[[nodiscard]] QString drawnWords(qint64 people, qint64 drawnFrom);

/// How it is let go: "to everybody at once", "to the first 100, then it asks you".
[[nodiscard]] QString releaseWords(const campaign::Release& release, qint64 people);

}  // namespace heliograph::ui
