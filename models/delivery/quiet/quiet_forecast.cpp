// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/quiet/quiet_forecast.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include "audience/property_repository.h"
#include "core/clock.h"
#include "delivery/quiet/quiet_gate.h"
#include "schedule/zone_names.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

struct ForecastWords {
  Q_DECLARE_TR_FUNCTIONS(QuietForecast)
};

QString peopleText(qint64 count) {
  return count == 1 ? ForecastWords::tr("1 person") : ForecastWords::tr("%1 people").arg(QLocale().toString(count));
}

void addTo(QuietForecast& forecast, const schedule::PersonZone& zone, qint64 people) {
  if (people <= 0) return;
  forecast.zones[zone.zone] += people;
  if (zone.source == schedule::ZoneSource::Country) forecast.guessed += people;
  if (zone.source == schedule::ZoneSource::Unknown) forecast.unknown += people;
}

/// Those whose profile names a zone; they are taken out of the counts by country.
Result<> addKnown(const storage::Database& database, const QMap<QString, PeopleSet>& ofCountry,
                  schedule::PersonZones& zones, QMap<QString, qint64>& rest, QuietForecast& forecast) {
  const SystemClock clock;
  auto properties = audience::PropertyRepository(database, clock).list();
  if (!properties) return fail(properties.error());
  const QString zone = zoneSql(zoneProperty(*properties));
  storage::Statement find(database,
                          QStringLiteral("SELECT p.id, %1, COALESCE(p.country, '') FROM profile AS p WHERE %1 IS NOT "
                                         "NULL")
                              .arg(zone));
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    const QString country = find.text(2);
    const auto people = ofCountry.constFind(country);
    if (people == ofCountry.cend() || !people->contains(find.id<ProfileId>(0))) continue;
    addTo(forecast, zones.of(find.text(1).toStdString(), country.toStdString()), 1);
    --rest[country];
  }
}

QString zoneNote(const QuietForecast& forecast) {
  const QString place = schedule::zoneName(forecast.inForce.zone).city;
  QStringList sentences;
  if (forecast.unknown > 0) {
    sentences << ForecastWords::tr("For %1 no time zone is known: the quiet hours go by the clocks of %2.")
                     .arg(peopleText(forecast.unknown), place);
  }
  if (forecast.guessed > 0) {
    sentences << ForecastWords::tr("For %1 it is guessed from the country of their number, which has one time zone.")
                     .arg(peopleText(forecast.guessed));
  }
  return sentences.join(QLatin1Char(' '));
}

}  // namespace

QuietForecast::Wait QuietForecast::waitingAt(const QDateTime& begin) const {
  Wait wait;
  for (const auto& [zone, people] : zones) {
    const auto until = inForce.hours.quietUntil(begin, zone);
    if (!until) continue;
    wait.people += people;
    if (!wait.first.isValid() || *until < wait.first) wait.first = *until;
    if (!wait.last.isValid() || *until > wait.last) wait.last = *until;
  }
  return wait;
}

Result<QuietForecast> forecastQuiet(const storage::Database& database, const campaign::Campaign& campaign,
                                    const QMap<QString, PeopleSet>& ofCountry) {
  auto inForce = quietInForce(database, campaign);
  if (!inForce) return fail(inForce.error());
  QuietForecast forecast{std::move(*inForce), {}};
  if (!forecast.inForce.isOn()) return forecast;
  QMap<QString, qint64> rest;
  for (auto it = ofCountry.cbegin(); it != ofCountry.cend(); ++it) rest[it.key()] = it->count();
  schedule::PersonZones zones(forecast.inForce.zone);
  HELIOGRAPH_TRY(addKnown(database, ofCountry, zones, rest, forecast));
  for (auto it = rest.cbegin(); it != rest.cend(); ++it) addTo(forecast, zones.of({}, it.key().toStdString()), *it);
  return forecast;
}

QString waitText(const QuietForecast& forecast, const QDateTime& begin) {
  const QuietForecast::Wait wait = forecast.waitingAt(begin);
  if (wait.people == 0) return {};
  if (forecast.inForce.discards()) {
    return wait.people == 1 ? ForecastWords::tr("1 person gets nothing, as it is quiet there")
                            : ForecastWords::tr("%1 get nothing, as it is quiet there").arg(peopleText(wait.people));
  }
  const QTimeZone zone(forecast.inForce.zone);
  const QDateTime first = wait.first.toTimeZone(zone);
  const bool isSoon = begin.secsTo(wait.first) < 24 * 3600;
  const QString at = isSoon ? first.time().toString(QStringLiteral("HH:mm"))
                            : QLocale().toString(first, QStringLiteral("ddd d MMM HH:mm"));
  const QString clock = ForecastWords::tr("%1 (%2)").arg(at, schedule::zoneName(forecast.inForce.zone).city);
  if (wait.first != wait.last) {
    return ForecastWords::tr("%1 wait for the end of their quiet hours, the first until %2")
        .arg(peopleText(wait.people), clock);
  }
  return wait.people == 1 ? ForecastWords::tr("1 person waits until %1").arg(clock)
                          : ForecastWords::tr("%1 wait until %2").arg(peopleText(wait.people), clock);
}

std::vector<campaign::Issue> quietIssues(const QuietForecast& forecast, const schedule::When& when,
                                         const QDateTime& now) {
  std::vector<campaign::Issue> issues;
  const auto due = schedule::dueTimes(when, now);
  if (!forecast.inForce.isOn() || !due || due->empty()) return issues;
  const auto note = [&](campaign::Severity severity, const char* code, const QString& text) {
    issues.push_back({severity, QLatin1String(code), campaign::Step::When, QStringLiteral("quiet_hours"), text});
  };
  const QString wait = waitText(forecast, due->front());
  const bool atOnce = std::holds_alternative<schedule::OnPublish>(when);
  if (!wait.isEmpty()) {
    const QString begins = atOnce ? ForecastWords::tr("Quiet hours: if it starts now, %1.")
                                  : ForecastWords::tr("Quiet hours: when it starts, %1.");
    const bool lost = forecast.inForce.discards();
    note(lost ? campaign::Severity::Warn : campaign::Severity::Note, lost ? "quiet_hours_discard" : "quiet_hours_wait",
         begins.arg(wait));
  }
  const QString zones = zoneNote(forecast);
  if (!zones.isEmpty()) note(campaign::Severity::Note, "quiet_hours_zone", zones);
  return issues;
}

}  // namespace heliograph::delivery
