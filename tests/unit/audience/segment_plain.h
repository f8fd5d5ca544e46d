// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "audience/rules/city_table.h"
#include "unit/audience/segment_world.h"

namespace heliograph::test {

/// The slow and plain meaning of segments, one person at a time and without what the program itself uses to evaluate
/// them (but for the city table and reading ISO dates).
class PlainSegments final {
 public:
  PlainSegments(const SegmentWorld& world, const audience::EvaluationTime& time) : m_world(world), m_time(time) {}

  [[nodiscard]] std::vector<qint64> people(const audience::Segment& segment) const {
    std::vector<qint64> ids;
    for (const WorldPerson& person : m_world.people()) {
      if (holds(segment.rules, person)) ids.push_back(person.id);
    }
    return ids;
  }

  [[nodiscard]] bool holds(const audience::SegmentGroup& group, const WorldPerson& person) const {
    bool any = false;
    bool all = true;
    bool none = true;
    for (const audience::SegmentPart& part : group.parts) {
      if (idle(part)) continue;
      none = false;
      const bool held = std::visit([&](const auto& value) { return holds(value, person); }, part.value);
      any = any || held;
      all = all && held;
    }
    if (none) return true;
    return (group.join == audience::SegmentGroup::Join::All ? all : any) != group.excluded;
  }

 private:
  using Op = audience::SegmentOperator;
  using Type = audience::PropertyType;

  static bool idle(const audience::SegmentPart& part) {
    if (part.off) return true;
    const auto* group = std::get_if<audience::SegmentGroup>(&part.value);
    return group && std::all_of(group->parts.begin(), group->parts.end(), idle);
  }

  // Times ------------------------------------------------------------------------------------------------------------

  [[nodiscard]] QDateTime clock(qint64 instant) const {
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toTimeZone(m_time.zone);
  }
  [[nodiscard]] qint64 now() const { return m_time.now.toMSecsSinceEpoch(); }
  [[nodiscard]] QDate today() const { return clock(now()).date(); }

  /// -1 before, 0 on or at, 1 after a day or an instant.
  [[nodiscard]] int compared(qint64 instant, const QString& written) const {
    if (written.size() <= 10) {
      const QDate day = QDate::fromString(written, Qt::ISODate);
      const QDate own = clock(instant).date();
      return own < day ? -1 : own > day ? 1 : 0;
    }
    QDateTime other = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (other.timeSpec() == Qt::LocalTime) other = QDateTime(other.date(), other.time(), m_time.zone);
    const qint64 wanted = other.toMSecsSinceEpoch();
    return instant < wanted ? -1 : instant > wanted ? 1 : 0;
  }

  [[nodiscard]] bool inLast(qint64 instant, int count, audience::TimeUnit unit) const {
    if (instant > now()) return false;
    const QDate day = clock(instant).date();
    switch (unit) {
      case audience::TimeUnit::Minutes:
        return instant >= now() - count * 60'000LL;
      case audience::TimeUnit::Hours:
        return instant >= now() - count * 3'600'000LL;
      case audience::TimeUnit::Days:
        return day >= today().addDays(-count);
      case audience::TimeUnit::Weeks:
        return day >= today().addDays(-7 * count);
      case audience::TimeUnit::Months:
        return day >= today().addMonths(-count);
      case audience::TimeUnit::Years:
        return day >= today().addYears(-count);
    }
    return false;
  }

  [[nodiscard]] bool inNext(qint64 instant, int count, audience::TimeUnit unit) const {
    if (instant < now()) return false;
    const QDate day = clock(instant).date();
    switch (unit) {
      case audience::TimeUnit::Minutes:
        return instant <= now() + count * 60'000LL;
      case audience::TimeUnit::Hours:
        return instant <= now() + count * 3'600'000LL;
      case audience::TimeUnit::Days:
        return day <= today().addDays(count);
      case audience::TimeUnit::Weeks:
        return day <= today().addDays(7 * count);
      case audience::TimeUnit::Months:
        return day <= today().addMonths(count);
      case audience::TimeUnit::Years:
        return day <= today().addYears(count);
    }
    return false;
  }

  static qint64 floored(qint64 value, qint64 length) {
    return value >= 0 ? value / length : -((length - 1 - value) / length);
  }

  [[nodiscard]] bool exactlyAgo(qint64 instant, int count, audience::TimeUnit unit) const {
    const QDate day = clock(instant).date();
    const auto monday = [](const QDate& date) { return date.toJulianDay() - date.dayOfWeek(); };
    const auto month = [](const QDate& date) { return date.year() * 12 + date.month(); };
    const auto sameUnit = [&](qint64 length) {
      const qint64 target = now() - count * length;
      const qint64 offset = clock(target).offsetFromUtc() * 1000LL;
      return floored(instant + offset, length) == floored(target + offset, length);
    };
    switch (unit) {
      case audience::TimeUnit::Minutes:
        return sameUnit(60'000);
      case audience::TimeUnit::Hours:
        return sameUnit(3'600'000);
      case audience::TimeUnit::Days:
        return day == today().addDays(-count);
      case audience::TimeUnit::Weeks:
        return monday(day) == monday(today()) - 7 * count;
      case audience::TimeUnit::Months:
        return month(day) == month(today()) - count;
      case audience::TimeUnit::Years:
        return day.year() == today().year() - count;
    }
    return false;
  }

  [[nodiscard]] bool inside(const audience::TimeWindow& window, qint64 instant) const {
    using Kind = audience::TimeWindow::Kind;
    switch (window.kind) {
      case Kind::Ever:
        return true;
      case Kind::Today:
        return clock(instant).date() == today();
      case Kind::InLast:
        return inLast(instant, window.count, window.unit);
      case Kind::ThisMonth:
        return exactlyAgo(instant, 0, audience::TimeUnit::Months);
      case Kind::PreviousMonth:
        return exactlyAgo(instant, 1, audience::TimeUnit::Months);
      case Kind::Between:
        return between(instant, window.from, window.until);
      case Kind::Before:
        return compared(instant, window.until) < 0;
      case Kind::After:
        return compared(instant, window.from) > 0;
      case Kind::On:
        return compared(instant, window.from) == 0;
      case Kind::ExactlyAgo:
        return exactlyAgo(instant, window.count, window.unit);
    }
    return false;
  }

  [[nodiscard]] qint64 startOf(const QString& written) const {
    if (written.size() <= 10)
      return QDate::fromString(written, Qt::ISODate).startOfDay(m_time.zone).toMSecsSinceEpoch();
    QDateTime instant = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (instant.timeSpec() == Qt::LocalTime) instant = QDateTime(instant.date(), instant.time(), m_time.zone);
    return instant.toMSecsSinceEpoch();
  }

  [[nodiscard]] bool between(qint64 instant, const QString& one, const QString& other) const {
    const bool reversed = startOf(other) < startOf(one);
    const QString& first = reversed ? other : one;
    const QString& last = reversed ? one : other;
    return compared(instant, first) >= 0 && compared(instant, last) <= 0;
  }

  // Values -----------------------------------------------------------------------------------------------------------

  static QString written(const QJsonValue& value) {
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
  }

  [[nodiscard]] static bool textHolds(Op op, const QJsonArray& values, const QString& text) {
    const QString folded = text.toCaseFolded();
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue& value) {
      const QString wanted = written(value).toCaseFolded();
      switch (op) {
        case Op::Contains:
        case Op::NotContains:
          return folded.contains(wanted);
        case Op::StartsWith:
          return folded.startsWith(wanted);
        case Op::EndsWith:
          return folded.endsWith(wanted);
        case Op::Matches:
        case Op::NotMatches:
          return text.contains(QRegularExpression(written(value), QRegularExpression::UseUnicodePropertiesOption));
        default:
          return folded == wanted;
      }
    });
  }

  [[nodiscard]] static bool numberHolds(Op op, const QJsonArray& values, double number) {
    const double first = values.at(0).toDouble();
    const double second = values.at(1).toDouble();
    switch (op) {
      case Op::Greater:
        return number > first;
      case Op::GreaterOrEqual:
        return number >= first;
      case Op::Less:
        return number < first;
      case Op::LessOrEqual:
        return number <= first;
      case Op::Between:
        return number >= std::min(first, second) && number <= std::max(first, second);
      default:
        return values.contains(QJsonValue(number));
    }
  }

  [[nodiscard]] bool dateHolds(Op op, const QJsonArray& values, qint64 instant) const {
    const auto unit = [&] { return *audience::timeUnitFromName(values.at(1).toString()); };
    switch (op) {
      case Op::InLast:
        return inLast(instant, values.at(0).toInt(), unit());
      case Op::InNext:
        return inNext(instant, values.at(0).toInt(), unit());
      case Op::Ago:
        return exactlyAgo(instant, values.at(0).toInt(), unit());
      case Op::Before:
        return compared(instant, values.at(0).toString()) < 0;
      case Op::After:
        return compared(instant, values.at(0).toString()) > 0;
      case Op::Between:
        return between(instant, values.at(0).toString(), values.at(1).toString());
      default:
        return std::any_of(values.begin(), values.end(),
                           [&](const QJsonValue& each) { return compared(instant, each.toString()) == 0; });
    }
  }

  [[nodiscard]] static bool listHolds(Op op, const QJsonArray& values, const QStringList& elements) {
    const auto has = [&](const QJsonValue& value) { return elements.contains(written(value).toCaseFolded()); };
    return op == Op::ContainsAll ? std::all_of(values.begin(), values.end(), has)
                                 : std::any_of(values.begin(), values.end(), has);
  }

  [[nodiscard]] bool valueHolds(Op op, const QJsonArray& values, Type type, const QVariant& value) const {
    if (op == Op::Exists) return value.isValid();
    if (op == Op::NotExists) return !value.isValid();
    const bool negative =
        op == Op::NotEquals || op == Op::NotContains || op == Op::NotMatches || op == Op::ContainsNone;
    if (!value.isValid()) return negative;
    switch (type) {
      case Type::Boolean:
        return value.toBool() == (op == Op::IsTrue);
      case Type::Number:
        return numberHolds(op, values, value.toDouble()) != negative;
      case Type::Date:
        return dateHolds(op, values, value.toLongLong());
      case Type::List: {
        QStringList folded;
        for (const QString& each : value.toStringList()) folded << each.toCaseFolded();
        return listHolds(op, values, folded) != negative;
      }
      case Type::Text:
        break;
    }
    return textHolds(op, values, value.toString()) != negative;
  }

  // Rules ------------------------------------------------------------------------------------------------------------

  [[nodiscard]] QVariant age(const WorldPerson& person) const {
    const QVariant birth = person.values.value(QStringLiteral("Date of Birth"));
    if (!birth.isValid()) return {};
    const QDate born = clock(birth.toLongLong()).date();
    if (born > today()) return {};
    QDate birthday(today().year(), born.month(), born.day());
    if (!birthday.isValid()) birthday = QDate(today().year(), 2, 28);
    return double(today().year() - born.year() - (birthday > today() ? 1 : 0));
  }

  [[nodiscard]] bool holds(const audience::SegmentRule& rule, const WorldPerson& person) const {
    for (const WorldField& field : SegmentWorld::fields()) {
      if (field.name == rule.property)
        return valueHolds(rule.op, rule.values, field.type, person.values.value(field.name));
    }
    const auto orNothing = [](const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    if (rule.property == QLatin1String("identity"))
      return valueHolds(rule.op, rule.values, Type::Text, person.identity);
    if (rule.property == QLatin1String("phone"))
      return valueHolds(rule.op, rule.values, Type::Text, orNothing(person.phone));
    if (rule.property == QLatin1String("country")) {
      return valueHolds(rule.op, rule.values, Type::Text, orNothing(person.country));
    }
    if (rule.property == QLatin1String("age")) return valueHolds(rule.op, rule.values, Type::Number, age(person));
    if (rule.property == QLatin1String("has_phone")) return valueHolds(rule.op, {}, Type::Boolean, person.sendable);
    if (rule.property == QLatin1String("unsubscribed")) {
      return valueHolds(rule.op, {}, Type::Boolean, person.optedOut || person.suppressed);
    }
    const bool token = std::any_of(person.devices.begin(), person.devices.end(), [](const QVariantMap& device) {
      return !device.value(QStringLiteral("push_token")).toString().isEmpty();
    });
    return valueHolds(rule.op, {}, Type::Boolean, token);
  }

 public:
  /// What somebody did that meets the conditions.
  [[nodiscard]] std::vector<WorldEvent> eventsOf(const WorldPerson& person, const QString& name,
                                                 const std::vector<audience::SegmentRule>& where) const {
    std::vector<WorldEvent> found;
    for (const WorldEvent& event : person.events) {
      const bool meets = std::all_of(where.begin(), where.end(), [&](const audience::SegmentRule& rule) {
        for (const WorldField& field : SegmentWorld::events().at(name)) {
          if (field.name != rule.property) continue;
          return event.type == name && valueHolds(rule.op, rule.values, field.type, event.values.value(field.name));
        }
        return false;
      });
      if (event.type == name && meets) found.push_back(event);
    }
    return found;
  }

 private:
  [[nodiscard]] bool holds(const audience::EventRule& rule, const WorldPerson& person) const {
    using Measure = audience::EventRule::Measure;
    std::vector<WorldEvent> events = eventsOf(person, rule.event, rule.where);
    if (rule.did && (rule.measure == Measure::FirstTime || rule.measure == Measure::LastTime)) {
      if (events.empty()) return false;
      qint64 at = events.front().at;
      for (const WorldEvent& event : events) {
        at = rule.measure == Measure::FirstTime ? std::min(at, event.at) : std::max(at, event.at);
      }
      return inside(rule.within, at);
    }
    events.erase(std::remove_if(events.begin(), events.end(),
                                [&](const WorldEvent& event) { return !inside(rule.within, event.at); }),
                 events.end());
    if (!rule.did) return events.empty();
    if (events.empty() && !rule.includeNever) return false;
    double measure = double(events.size());
    if (rule.measure != Measure::Count) {
      // The world's numbers are hundredths at most, so that their sums can be whole.
      qint64 hundredths = 0;
      for (const WorldEvent& event : events)
        hundredths += std::llround(event.values.value(rule.property).toDouble() * 100);
      measure = double(hundredths) / 100;
      if (rule.measure == Measure::Average) {
        measure = events.empty() ? 0 : double(hundredths) / (100.0 * double(events.size()));
      }
    }
    return numberHolds(rule.op, rule.values, measure) != (rule.op == Op::NotEquals);
  }

  [[nodiscard]] bool holds(const audience::SameValueRule& rule, const WorldPerson& person) const {
    const auto valuesOf = [&](const audience::SameValueRule::Event& event) {
      QStringList values;
      for (const WorldEvent& each : eventsOf(person, event.event, event.where)) {
        const QVariant value = each.values.value(event.property);
        if (inside(event.within, each.at) && value.isValid()) values << value.toString().toCaseFolded();
      }
      return values;
    };
    QStringList candidates;
    for (const auto& event : rule.events) {
      if (event.did) candidates += valuesOf(event);
    }
    return std::any_of(candidates.begin(), candidates.end(), [&](const QString& candidate) {
      return std::all_of(rule.events.begin(), rule.events.end(),
                         [&](const auto& event) { return valuesOf(event).contains(candidate) == event.did; });
    });
  }

  [[nodiscard]] bool holds(const audience::NearRule& rule, const WorldPerson& person) const {
    const QVariant latitude = person.values.value(QStringLiteral("latitude"));
    const QVariant longitude = person.values.value(QStringLiteral("longitude"));
    double home[2] = {latitude.toDouble(), longitude.toDouble()};
    if (!latitude.isValid() || !longitude.isValid()) {
      const audience::City* city =
          audience::CityTable::builtIn().find(person.values.value(QStringLiteral("City")).toString(),
                                              person.values.value(QStringLiteral("region")).toString(), person.country);
      if (!city) return false;
      home[0] = city->latitude;
      home[1] = city->longitude;
    }
    const double kilometres = rule.radius * (rule.unit == audience::NearRule::Unit::Miles ? 1.609344 : 1);
    return std::any_of(rule.places.begin(), rule.places.end(), [&](const auto& place) {
      return distance(home[0], home[1], place.latitude, place.longitude) <= kilometres;
    });
  }

  /// The angle between two vectors, which is another formula than the program's.
  static double distance(double latitude1, double longitude1, double latitude2, double longitude2) {
    const double radians = std::acos(-1.0) / 180;
    const double a = latitude1 * radians;
    const double b = latitude2 * radians;
    const double turn = (longitude2 - longitude1) * radians;
    const double across = std::hypot(std::cos(b) * std::sin(turn),
                                     std::cos(a) * std::sin(b) - std::sin(a) * std::cos(b) * std::cos(turn));
    const double along = std::sin(a) * std::sin(b) + std::cos(a) * std::cos(b) * std::cos(turn);
    return 6371.0088 * std::atan2(across, along);
  }

  [[nodiscard]] bool holds(const audience::DeviceRule& rule, const WorldPerson& person) const {
    const QString column = audience::deviceFieldName(rule.field);
    const auto any = [&](Op op) {
      return std::any_of(person.devices.begin(), person.devices.end(), [&](const QVariantMap& device) {
        return valueHolds(op, rule.values, Type::Text, device.value(column));
      });
    };
    switch (rule.op) {
      case Op::NotEquals:
        return !any(Op::Equals);
      case Op::NotContains:
        return !any(Op::Contains);
      case Op::NotMatches:
        return !any(Op::Matches);
      case Op::NotExists:
        return !any(Op::Exists);
      default:
        return any(rule.op);
    }
  }

  [[nodiscard]] bool holds(const audience::MemberRule& rule, const WorldPerson& person) const {
    const bool in = rule.of == audience::MemberRule::Of::List
                        ? person.lists.contains(rule.name)
                        : holds(m_world.segments().value(rule.name).rules, person);
    return in == rule.member;
  }

  [[nodiscard]] bool holds(const audience::CampaignRule& rule, const WorldPerson& person) const {
    using What = audience::CampaignRule::What;
    const bool did = std::any_of(person.texts.begin(), person.texts.end(), [&](const WorldText& text) {
      const bool meant = rule.by == audience::CampaignRule::By::Campaign
                             ? text.campaign == rule.name
                             : m_world.campaigns().at(text.campaign).contains(rule.name, Qt::CaseInsensitive);
      if (!meant || !text.accepted) return false;
      if (rule.what == What::Converted) return converted(text, rule.within, person);
      const std::optional<qint64> at = rule.what == What::Received ? text.at : text.clicked;
      return at && inside(rule.within, *at);
    });
    return did == rule.did;
  }

  [[nodiscard]] bool converted(const WorldText& text, const audience::TimeWindow& within,
                               const WorldPerson& person) const {
    const auto goal = m_world.goals().find(text.campaign);
    if (goal == m_world.goals().end()) return false;
    return std::any_of(person.events.begin(), person.events.end(), [&](const WorldEvent& event) {
      const WorldGoal& wanted = goal->second;
      const QVariant number = event.values.value(wanted.number);
      const bool meets = wanted.number.isEmpty() || (number.isValid() && number.toDouble() > wanted.moreThan);
      return event.type == wanted.event && meets && event.at >= text.at &&
             event.at <= text.at + wanted.days * 86'400'000LL && inside(within, event.at);
    });
  }

  const SegmentWorld& m_world;
  const audience::EvaluationTime& m_time;
};

}  // namespace heliograph::test
