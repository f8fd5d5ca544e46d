// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/winner_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace heliograph::delivery {
namespace {

struct WinnerWords {
  Q_DECLARE_TR_FUNCTIONS(WinnerWords)
};

QString letterOf(int copy) {
  return QString(QChar(u'A' + copy));
}

QString percentOf(const CopyShare& share) {
  return WinnerWords::tr("%1 %").arg(QLocale().toString(100 * share.share(), 'f', 1));
}

/// "3.2 % converted", "3.2 % clicked".
QString cameToText(const CopyShare& share) {
  return share.clicks ? WinnerWords::tr("%1 clicked").arg(percentOf(share))
                      : WinnerWords::tr("%1 converted").arg(percentOf(share));
}

/// "A 3.2 %, C 2.9 %": those behind the winner, the best first.
QString othersText(const std::vector<CopyShare>& shares, int winner, int& nearest) {
  std::vector<int> others;
  for (int copy = 0; copy < static_cast<int>(shares.size()); ++copy) {
    if (copy != winner) others.push_back(copy);
  }
  const auto at = [&](int copy) -> const CopyShare& { return shares[static_cast<std::size_t>(copy)]; };
  std::stable_sort(others.begin(), others.end(), [&](int one, int two) { return at(one).share() > at(two).share(); });
  nearest = others.front();
  QStringList words;
  for (const int copy : others) words << WinnerWords::tr("%1 %2").arg(letterOf(copy), percentOf(at(copy)));
  return words.join(QStringLiteral(", "));
}

QString lettersText(const std::vector<int>& copies) {
  QStringList letters;
  for (const int copy : copies) letters << letterOf(copy);
  const QString last = letters.takeLast();
  return WinnerWords::tr("%1 and %2").arg(letters.join(QStringLiteral(", ")), last);
}

/// Why the program chose none: no copy is ahead of the others, or its time to choose was missed.
QString undecidedText(const std::vector<CopyShare>& shares) {
  const std::vector<int> leading = leadingCopies(shares);
  if (leading.size() == 1) {
    int nearest = 0;
    const QString others = othersText(shares, leading.front(), nearest);
    return WinnerWords::tr("%1 led when it was late to choose: %2, %3.")
        .arg(letterOf(leading.front()), cameToText(shares[static_cast<std::size_t>(leading.front())]), others);
  }
  if (leading.empty()) {
    return !shares.empty() && shares.front().clicks ? WinnerWords::tr("Nobody followed a link of any copy.")
                                                    : WinnerWords::tr("Nobody converted after any copy.");
  }
  return WinnerWords::tr("%1 are equal: %2.")
      .arg(lettersText(leading), cameToText(shares[static_cast<std::size_t>(leading.front())]));
}

}  // namespace

QString winnerText(const Run& run) {
  if (!run.winner) return {};
  const int winner = *run.winner;
  if (!run.choosesItself()) {
    const QString chosen = WinnerWords::tr("%1 won: a person chose it.").arg(letterOf(winner));
    return run.decidedOn.empty() ? chosen : chosen + QLatin1Char(' ') + undecidedText(run.decidedOn);
  }
  if (leadingCopies(run.decidedOn).size() != 1) {
    return WinnerWords::tr("%1 The program took the first, %2.").arg(undecidedText(run.decidedOn), letterOf(winner));
  }
  int nearest = 0;
  const QString others = othersText(run.decidedOn, winner, nearest);
  const CopyShare& best = run.decidedOn[static_cast<std::size_t>(winner)];
  const QString words =
      WinnerWords::tr("%1 won: %2, %3. The program chose it.").arg(letterOf(winner), cameToText(best), others);
  if (!mayBeChance(best, run.decidedOn[static_cast<std::size_t>(nearest)])) return words;
  return words + QLatin1Char(' ') + WinnerWords::tr("The difference may be chance: it is less than 95 % sure.");
}

QString whoChoosesText(const Run& run) {
  if (run.choosesItself()) {
    const QString at = QLocale().toString(run.decideAt.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
    if (run.decideBy == decide_by::clicks) {
      return WinnerWords::tr(
                 "At %1 the others get the copy of which the largest share followed a link. You may choose before.")
          .arg(at);
    }
    return WinnerWords::tr(
               "At %1 the others get the copy after which the largest share converted. You may choose before.")
        .arg(at);
  }
  if (!run.decidedAt.isValid()) return {};
  return run.decidedOn.empty() ? WinnerWords::tr("Conversions can't be counted any more, so you are asked.")
                               : undecidedText(run.decidedOn);
}

QString waitsForWinnerText(const Run& run) {
  const QString who = whoChoosesText(run);
  if (who.isEmpty()) return runStateText(run.state, run.reason);
  return run.choosesItself()
             ? WinnerWords::tr("Held: the A/B test was sent. %1").arg(who)
             : WinnerWords::tr("Held: the A/B test was sent. %1 Choose the copy that the others get, or stop it.")
                   .arg(who);
}

}  // namespace heliograph::delivery
