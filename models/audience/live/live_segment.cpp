// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/live_segment.h"

#include <QTimeZone>

#include "audience/property_label.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kMinuteOfLive = 60'000;
constexpr qint64 kDayOfLive = 24 * 60 * kMinuteOfLive;
/// Nobody waits longer for anything.
constexpr qint64 kLongestOfLive = 366 * kDayOfLive;

qint64 lengthOfLive(int count, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Minutes:
      return count * kMinuteOfLive;
    case TimeUnit::Hours:
      return count * 60 * kMinuteOfLive;
    case TimeUnit::Days:
      return count * kDayOfLive;
    case TimeUnit::Weeks:
      return count * 7 * kDayOfLive;
    case TimeUnit::Months:
    case TimeUnit::Years:
      break;
  }
  return 0;
}

QString countedLive(int count, TimeUnit unit) {
  QString words = timeUnitName(unit);
  if (count == 1) words.chop(1);
  return QStringLiteral("%1 %2").arg(count).arg(words);
}

tl::unexpected<Error> missingOfLive(const QString& what) {
  return fail(ErrorCode::InvalidInput, what);
}

Result<> checkLength(int count, TimeUnit unit) {
  const qint64 length = lengthOfLive(count, unit);
  if (count >= 1 && length > 0 && length <= kLongestOfLive) return {};
  return missingOfLive(QStringLiteral("The time has to be from 1 minute to 366 days."));
}

Result<> checkTrigger(const SingleAction& action) {
  if (!action.action.event.isEmpty()) return {};
  return missingOfLive(QStringLiteral("It isn't chosen yet what people do. Choose an event."));
}

Result<> checkTrigger(const Inaction& inaction) {
  if (inaction.did.event.isEmpty()) {
    return missingOfLive(QStringLiteral("It isn't chosen yet what people did. Choose an event."));
  }
  if (inaction.didNot.event.isEmpty()) {
    return missingOfLive(QStringLiteral("It isn't chosen yet what people didn't do. Choose an event."));
  }
  return checkLength(inaction.count, inaction.unit);
}

Result<> checkTrigger(const OnADate& date) {
  if (date.property.isEmpty()) return missingOfLive(QStringLiteral("No date is chosen yet. Choose one."));
  if (date.side != OnADate::Side::On) HELIOGRAPH_TRY(checkLength(date.count, date.unit));
  if (!date.countsDays()) return {};
  if (!date.at.isValid()) return missingOfLive(QStringLiteral("The time of day is missing, such as 10:00."));
  if (date.zone.isEmpty() || QTimeZone(date.zone).isValid()) return {};
  return missingOfLive(
      QStringLiteral("There is no time zone “%1”. Choose another one.").arg(QString::fromUtf8(date.zone)));
}

/// What is written of an event that may not be chosen yet.
QString wordsOfEvent(const LiveEvent& event) {
  return event.event.isEmpty() ? QStringLiteral("something") : eventWords(event.event, event.where);
}

QString wordsOfTrigger(const SingleAction& action) {
  const QString words = QStringLiteral("As soon as somebody does %1").arg(wordsOfEvent(action.action));
  return action.firstTime ? words + QStringLiteral(" for the first time") : words;
}

QString wordsOfTrigger(const Inaction& inaction) {
  return QStringLiteral("When somebody did %1 and within %2 did not do %3")
      .arg(wordsOfEvent(inaction.did), countedLive(inaction.count, inaction.unit), wordsOfEvent(inaction.didNot));
}

QString wordsOfDate(const OnADate& date) {
  if (date.property.isEmpty()) return QStringLiteral("a date");
  const QString name = propertyLabel(date.property);
  if (date.isOfPerson()) return name;
  return QStringLiteral("%1 of %2").arg(name, wordsOfEvent(date.of));
}

QString wordsOfTrigger(const OnADate& date) {
  QString words = QStringLiteral("On the day of ");
  if (date.side == OnADate::Side::Before) words = countedLive(date.count, date.unit) + QStringLiteral(" before ");
  if (date.side == OnADate::Side::After) words = countedLive(date.count, date.unit) + QStringLiteral(" after ");
  words += wordsOfDate(date);
  if (!date.countsDays()) return words;
  if (date.everyYear) words += QStringLiteral(", every year,");
  words += QStringLiteral(" at %1").arg(date.at.toString(QStringLiteral("HH:mm")));
  if (!date.zone.isEmpty()) words += QStringLiteral(" (%1)").arg(QString::fromUtf8(date.zone));
  return words;
}

}  // namespace

qint64 Inaction::wait() const {
  return lengthOfLive(count, unit);
}

bool OnADate::countsDays() const {
  return side == Side::On || unit == TimeUnit::Days || unit == TimeUnit::Weeks;
}

int OnADate::days() const {
  if (side == Side::On) return 0;
  const int distance = unit == TimeUnit::Weeks ? 7 * count : count;
  return side == Side::Before ? -distance : distance;
}

qint64 OnADate::milliseconds() const {
  const qint64 distance = side == Side::On ? 0 : lengthOfLive(count, unit);
  return side == Side::Before ? -distance : distance;
}

Result<> checkLive(const LiveSegment& live) {
  return std::visit([](const auto& trigger) { return checkTrigger(trigger); }, live.trigger);
}

const LiveEvent* triggerOf(const LiveSegment& live) {
  if (const auto* action = std::get_if<SingleAction>(&live.trigger)) return &action->action;
  if (const auto* inaction = std::get_if<Inaction>(&live.trigger)) return &inaction->did;
  const auto* date = std::get_if<OnADate>(&live.trigger);
  return date == nullptr || date->isOfPerson() ? nullptr : &date->of;
}

bool outlivesEvent(const LiveSegment& live) {
  const auto* inaction = std::get_if<Inaction>(&live.trigger);
  return inaction != nullptr && inaction->wait() > kDayOfLive;
}

QString describe(const LiveSegment& live) {
  QString words = std::visit([](const auto& trigger) { return wordsOfTrigger(trigger); }, live.trigger);
  if (isIdle({live.filter.rules})) return words;
  QString people = describe(live.filter);
  people[0] = people[0].toLower();
  return words + QStringLiteral("; only ") + people;
}

}  // namespace heliograph::audience
