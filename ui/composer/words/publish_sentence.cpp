// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/words/publish_sentence.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace heliograph::ui {

namespace {

struct SentenceWords {
  Q_DECLARE_TR_FUNCTIONS(PublishSentence)
};

QString localTimeWords(const schedule::LocalTime& at, const QDateTime& now) {
  const QLocale locale;
  const bool sameYear = at.date.year() == now.toLocalTime().date().year();
  const QString day =
      locale.toString(at.date, sameYear ? QStringLiteral("ddd d MMM") : QStringLiteral("ddd d MMM yyyy"));
  const QString words = QStringLiteral("%1, %2").arg(day, locale.toString(at.time, QStringLiteral("HH:mm")));
  if (at.zone == QTimeZone::systemTimeZoneId()) return words;
  return SentenceWords::tr("%1 (%2)").arg(words,
                                          QString::fromUtf8(at.zone).replace(QLatin1Char('_'), QLatin1Char(' ')));
}

/// Who gets what, when and through whom.
QString sendSentence(const PublishSummary& summary, const QString& strong) {
  const QString some = summary.isChosen ? SentenceWords::tr("the people you chose") : SentenceWords::tr("nobody yet");
  const QString people = strong.arg(
      summary.people <= 0 ? some
      : summary.drawnFrom == 0
          ? peopleWords(summary.people)
          : SentenceWords::tr("%1 of %2").arg(QLocale().toString(summary.people), peopleWords(summary.drawnFrom)));
  const QString who = summary.people > 0 ? people + colleaguesWords(summary.colleagues) : people;
  const QString route = summary.route.isEmpty() ? SentenceWords::tr("no provider yet") : summary.route;
  if (!summary.copies.isEmpty()) {
    const QString words = SentenceWords::tr("Send %1 %2 %3, through %4")
                              .arg(who, strong.arg(summary.copies), summary.when, strong.arg(route));
    return summary.cost.isEmpty() ? SentenceWords::tr("%1.").arg(words)
                                  : SentenceWords::tr("%1, for about %2.").arg(words, strong.arg(summary.cost));
  }
  if (summary.cost.isEmpty()) {
    return SentenceWords::tr("Send %1 one message %2, through %3.").arg(who, summary.when, strong.arg(route));
  }
  return SentenceWords::tr("Send %1 one message %2, through %3, for about %4.")
      .arg(who, summary.when, strong.arg(route), strong.arg(summary.cost));
}

}  // namespace

QString peopleWords(qint64 people) {
  return people == 1 ? SentenceWords::tr("1 person") : SentenceWords::tr("%1 people").arg(QLocale().toString(people));
}

QString whenPhrase(const schedule::When& when, const QDateTime& now, const QString& strong) {
  if (const auto* once = std::get_if<schedule::Once>(&when)) {
    return SentenceWords::tr("on %1").arg(strong.arg(localTimeWords(once->at, now)));
  }
  return strong.arg(schedule::isChosen(when) ? SentenceWords::tr("as soon as you publish")
                                             : SentenceWords::tr("at a time you have not chosen yet"));
}

QString whenWords(const schedule::When& when, const QDateTime& now) {
  if (const auto* once = std::get_if<schedule::Once>(&when)) return localTimeWords(once->at, now);
  return schedule::isChosen(when) ? SentenceWords::tr("As soon as you publish") : SentenceWords::tr("Not chosen yet");
}

QString costWords(const delivery::CostReport& cost) {
  if (cost.expected.isZero()) return {};
  return cost.isComplete() ? cost.expected.shortText()
                           : SentenceWords::tr("at least %1").arg(cost.expected.shortText());
}

QString colleaguesWords(qint64 colleagues) {
  if (colleagues == 0) return {};
  return colleagues == 1 ? SentenceWords::tr(" and 1 colleague")
                         : SentenceWords::tr(" and %1 colleagues").arg(QLocale().toString(colleagues));
}

QString publishSentence(const PublishSummary& summary, const QString& strong) {
  QString words = sendSentence(summary, strong);
  if (!summary.keptBy.isEmpty()) {
    words = SentenceWords::tr(
                "%1 %2 gets the messages when you publish and keeps them until then, so this computer may "
                "be off.")
                .arg(words, summary.keptBy);
  }
  return summary.waits.isEmpty() ? words : SentenceWords::tr("%1 Of these, %2.").arg(words, summary.waits);
}

QString livePublishSentence(const QString& trigger, const QString& route, const campaign::LiveLimit& limit,
                            const QString& strong) {
  const QString most = QLocale().toString(limit.messages);
  QString words =
      SentenceWords::tr("%1: one message through %2")
          .arg(strong.arg(trigger), strong.arg(route.isEmpty() ? SentenceWords::tr("no provider yet") : route));
  if (limit.kind == campaign::LiveLimit::Kind::PerDay) {
    words += SentenceWords::tr(", at most %1 a day").arg(strong.arg(most));
  } else if (limit.kind == campaign::LiveLimit::Kind::Total) {
    words += SentenceWords::tr(", at most %1 in total").arg(strong.arg(most));
  }
  return SentenceWords::tr("%1. It stays a draft, as campaigns like this don't run yet.").arg(words);
}

QString drawnWords(qint64 people, qint64 drawnFrom) {
  if (drawnFrom == 0) return peopleWords(people);
  return SentenceWords::tr("%1 of %2, drawn by lot").arg(QLocale().toString(people), peopleWords(drawnFrom));
}

QString releaseWords(const campaign::Release& release, qint64 people) {
  if (!release.asks() || release.first >= people) return SentenceWords::tr("To everybody at once");
  return SentenceWords::tr("To %1 first, drawn by lot; then it asks you").arg(peopleWords(release.first));
}

}  // namespace heliograph::ui
