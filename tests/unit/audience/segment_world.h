// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QVariant>
#include <map>
#include <optional>
#include <random>
#include <vector>

#include "audience/events/event_catalog.h"
#include "audience/property_repository.h"
#include "audience/rules/goal.h"
#include "audience/segment.h"
#include "audience/segment_repository.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

namespace heliograph::test {

/// Chance that repeats with its seed.
class Dice final {
 public:
  explicit Dice(unsigned seed) : m_engine(seed) {}
  int below(int limit) { return int(m_engine() % unsigned(limit)); }
  bool oneIn(int limit) { return below(limit) == 0; }
  template <class List>
  auto pick(const List& list) {
    return list[std::size_t(below(int(list.size())))];
  }

 private:
  std::mt19937 m_engine;
};

/// HELIOGRAPH_SEED, or another seed every time; says which.
inline unsigned seedOfTest() {
  const QByteArray given = qgetenv("HELIOGRAPH_SEED");
  const unsigned seed = given.isEmpty() ? std::random_device()() : given.toUInt();
  qInfo("seed %u (set HELIOGRAPH_SEED to repeat)", seed);
  return seed;
}

/// A field of people or of events, with values by type: QString, double, bool, qint64 (an instant), QStringList.
struct WorldField {
  QString name;
  audience::PropertyType type;
};

struct WorldEvent {
  QString type;
  qint64 at = 0;
  QVariantMap values;
};

/// What a campaign is for: an event, perhaps with more than so much of a number, within days after its text.
struct WorldGoal {
  QString event;
  QString number;
  double moreThan = 0;
  int days = 0;
};

/// A text of a campaign that was accepted (or not) for somebody.
struct WorldText {
  QString campaign;
  bool accepted = false;
  qint64 at = 0;
  std::optional<qint64> clicked;
};

struct WorldPerson {
  qint64 id = 0;
  QString identity;
  QString phone;
  bool sendable = false;
  QString country;
  bool optedOut = false;
  bool suppressed = false;
  QVariantMap values;
  std::vector<WorldEvent> events;
  std::vector<QVariantMap> devices;  ///< by column of the table
  QSet<QString> lists;
  std::vector<WorldText> texts;
};

/// A workspace full of random people, and the same people in memory.
class SegmentWorld final {
 public:
  SegmentWorld(Dice& dice, int people) : m_dice(dice) {
    makeCatalog();
    auto transaction = storage::Transaction::begin(database());
    if (!transaction) qFatal("no transaction");
    for (int i = 1; i <= people; ++i) addPerson(i);
    run(QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'"), {});
    if (!transaction->commit()) qFatal("no commit");
  }

  [[nodiscard]] const storage::Database& database() { return m_workspace.database(); }
  [[nodiscard]] const std::vector<WorldPerson>& people() const { return m_people; }
  [[nodiscard]] const QHash<QString, audience::Segment>& segments() const { return m_segments; }
  [[nodiscard]] const std::map<QString, QStringList>& campaigns() const { return m_labels; }
  [[nodiscard]] const std::map<QString, WorldGoal>& goals() const { return m_goals; }
  [[nodiscard]] const std::vector<audience::EvaluationTime>& times() const { return m_times; }
  [[nodiscard]] static const std::vector<WorldField>& fields();
  [[nodiscard]] static const std::map<QString, std::vector<WorldField>>& events();
  [[nodiscard]] static const std::vector<QString>& texts();
  [[nodiscard]] static const std::vector<QString>& lists();
  [[nodiscard]] static const std::vector<QString>& cities();

  /// Saves a segment under a name, for rules on membership.
  void save(const QString& name, const audience::Segment& segment) {
    if (!audience::SegmentRepository(database(), m_clock).save(name, segment)) qFatal("no segment");
    m_segments.insert(name, segment);
  }

  /// An instant near now, often at the edge of a day.
  qint64 instant() {
    const auto& time = m_times[std::size_t(m_dice.below(int(m_times.size())))];
    if (m_dice.oneIn(3)) {
      const QDate day = time.now.toTimeZone(time.zone).date().addDays(-m_dice.below(70));
      return day.startOfDay(time.zone).toMSecsSinceEpoch() + m_dice.below(3) - 1;
    }
    const qint64 minutes = m_dice.oneIn(2) ? m_dice.below(300) : m_dice.below(60 * 24 * 500);
    return time.now.toMSecsSinceEpoch() - minutes * 60'000 - m_dice.below(3) * 20'000 + 40'000;
  }

 private:
  void run(const QString& sql, const QVariantList& values) {
    storage::Statement statement(database(), sql);
    for (const QVariant& value : values) {
      if (value.isValid()) {
        statement.bindValue(value);
      } else {
        statement.bindNull();
      }
    }
    if (const auto done = statement.run(); !done) qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
  }

  void makeCatalog();
  [[nodiscard]] QString bodyOf(const QString& campaign) const;
  void addPerson(int number);
  void addEvents(WorldPerson& person);
  void addDevices(WorldPerson& person);
  void addTexts(WorldPerson& person);
  QVariant value(const WorldField& field);

  static QVariant stored(const QVariant& value);

  Dice& m_dice;
  WorkspaceFixture m_workspace;
  ManualClock m_clock;
  std::vector<audience::EvaluationTime> m_times;
  std::vector<WorldPerson> m_people;
  std::map<QString, audience::Property> m_properties;
  std::map<QString, audience::EventType> m_events;
  std::map<QString, qint64> m_listIds;
  std::map<QString, QStringList> m_labels;
  std::map<QString, WorldGoal> m_goals;
  std::map<QString, qint64> m_runs;
  QHash<QString, audience::Segment> m_segments;
};

inline const std::vector<WorldField>& SegmentWorld::fields() {
  using audience::PropertyType;
  static const std::vector<WorldField> fields{
      {QStringLiteral("City"), PropertyType::Text},          {QStringLiteral("region"), PropertyType::Text},
      {QStringLiteral("Größe's"), PropertyType::Text},       {QStringLiteral("points"), PropertyType::Number},
      {QStringLiteral("latitude"), PropertyType::Number},    {QStringLiteral("longitude"), PropertyType::Number},
      {QStringLiteral("vip"), PropertyType::Boolean},        {QStringLiteral("seen"), PropertyType::Date},
      {QStringLiteral("Date of Birth"), PropertyType::Date}, {QStringLiteral("tags"), PropertyType::List},
  };
  return fields;
}

inline const std::map<QString, std::vector<WorldField>>& SegmentWorld::events() {
  using audience::PropertyType;
  static const std::map<QString, std::vector<WorldField>> events{
      {QStringLiteral("Charged"),
       {{QStringLiteral("Amount"), PropertyType::Number},
        {QStringLiteral("Item"), PropertyType::Text},
        {QStringLiteral("Gift"), PropertyType::Boolean},
        {QStringLiteral("Due"), PropertyType::Date},
        {QStringLiteral("Colours"), PropertyType::List}}},
      {QStringLiteral("Viewed „it“'s"),
       {{QStringLiteral("Product"), PropertyType::Text}, {QStringLiteral("Seconds"), PropertyType::Number}}},
      {QStringLiteral("Gone"),
       {{QStringLiteral("Item"), PropertyType::Text}, {QStringLiteral("n"), PropertyType::Number}}},
  };
  return events;
}

inline const std::vector<QString>& SegmentWorld::texts() {
  static const std::vector<QString> texts{QStringLiteral("Pune"),   QStringLiteral("pune"),    QStringLiteral("PÜNE"),
                                          QStringLiteral("Goa"),    QStringLiteral("a%b_c"),   QStringLiteral("Ελλάς"),
                                          QStringLiteral("ελλάσ"),  QStringLiteral("x"),       QStringLiteral("5"),
                                          QStringLiteral("Straße"), QStringLiteral("STRASSE"), QStringLiteral("पुणे"),
                                          QStringLiteral("😀 x")};
  return texts;
}

inline const std::vector<QString>& SegmentWorld::cities() {
  static const std::vector<QString> cities{
      QStringLiteral("Pune"),        QStringLiteral("POONA"), QStringLiteral("Mumbai"),
      QStringLiteral("springfield"), QStringLiteral("Paris"), QStringLiteral("münchen"),
      QStringLiteral("Nowhereton"),  QStringLiteral("पुणे"),    QStringLiteral("x")};
  return cities;
}

inline const std::vector<QString>& SegmentWorld::lists() {
  static const std::vector<QString> lists{QStringLiteral("One"), QStringLiteral("Two's"), QStringLiteral("Empty")};
  return lists;
}

inline QVariant SegmentWorld::stored(const QVariant& value) {
  if (value.typeId() == QMetaType::QStringList) {
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(value.toStringList())).toJson(QJsonDocument::Compact));
  }
  if (value.typeId() == QMetaType::Bool) return qint64(value.toBool() ? 1 : 0);
  return value;
}

inline void SegmentWorld::makeCatalog() {
  const auto at = [&](const char* now, const char* zone) {
    m_times.push_back({QDateTime::fromString(QString::fromLatin1(now), Qt::ISODate), QTimeZone(zone)});
  };
  // The clocks of New York and Berlin changed a little before; in Kolkata it is another day, and half an hour off.
  at("2026-11-02T04:30:10Z", "America/New_York");
  at("2026-11-02T20:15:00Z", "Asia/Kolkata");
  at("2026-11-01T23:30:00Z", "UTC");
  at("2026-11-03T10:00:00Z", "Europe/Berlin");
  m_clock.set(m_times.front().now);
  for (const WorldField& field : fields()) {
    m_properties[field.name] = *audience::PropertyRepository(database(), m_clock).findOrCreate(field.name, field.type);
  }
  for (const auto& [name, properties] : events()) {
    std::vector<audience::EventProperty> wanted;
    for (const WorldField& field : properties) wanted.push_back({{}, field.name, field.type});
    m_events[name] = *audience::EventCatalog(database(), m_clock).findOrCreate(name, wanted);
  }
  qint64 id = 0;
  for (const QString& name : lists()) {
    run(QStringLiteral("INSERT INTO custom_list (id, name, created_at, updated_at) VALUES (?, ?, 0, 0)"), {++id, name});
    m_listIds[name] = id;
  }
  m_labels = {{QStringLiteral("Spring"), {QStringLiteral("Sale"), QStringLiteral("x")}},
              {QStringLiteral("Autumn's"), {QStringLiteral("sale")}},
              {QStringLiteral("Unsent"), {QStringLiteral("y")}}};
  m_goals = {{QStringLiteral("Spring"), {QStringLiteral("Charged"), QString(), 0, 60}},
             {QStringLiteral("Autumn's"), {QStringLiteral("Viewed „it“'s"), QStringLiteral("Seconds"), 2.5, 90}}};
  id = 0;
  for (const auto& [name, labels] : m_labels) {
    const QString body = bodyOf(name);
    ++id;
    run(QStringLiteral("INSERT INTO campaign (id, name, state, body, revision, created_at, updated_at) VALUES (?, ?, "
                       "'published', ?, 1, 0, 0)"),
        {id, name, body});
    run(QStringLiteral(
            "INSERT INTO campaign_version (id, campaign_id, number, body, approved_reach, published_at) VALUES "
            "(?, ?, 1, ?, 0, 0)"),
        {id, id, body});
    run(QStringLiteral("INSERT INTO run (id, campaign_id, version_id, due_at, state, approved_reach, started_at) "
                       "VALUES (?, ?, ?, 0, "
                       "'done', 0, 0)"),
        {id, id, id});
    m_runs[name] = id;
  }
}

inline QString SegmentWorld::bodyOf(const QString& campaign) const {
  QJsonObject body{{QStringLiteral("labels"), QJsonArray::fromStringList(m_labels.at(campaign))}};
  if (const auto goal = m_goals.find(campaign); goal != m_goals.end()) {
    audience::Goal made;
    made.event = goal->second.event;
    made.count = goal->second.days;
    made.unit = audience::TimeUnit::Days;
    if (!goal->second.number.isEmpty()) {
      made.where = {{goal->second.number, audience::SegmentOperator::Greater, {goal->second.moreThan}}};
    }
    body.insert(QStringLiteral("goal"), audience::toJson(made));
  }
  return QString::fromUtf8(QJsonDocument(body).toJson());
}

inline QVariant SegmentWorld::value(const WorldField& field) {
  using audience::PropertyType;
  if (m_dice.oneIn(5)) return {};
  switch (field.type) {
    case PropertyType::Text:
      return field.name == QLatin1String("City") ? m_dice.pick(cities()) : m_dice.pick(texts());
    case PropertyType::Number:
      if (field.name == QLatin1String("latitude"))
        return m_dice.oneIn(2) ? QVariant() : QVariant(m_dice.below(360) / 4.0);
      if (field.name == QLatin1String("longitude")) return m_dice.below(1440) / 4.0 - 180;
      return m_dice.below(m_dice.oneIn(2) ? 12 : 1200) / (m_dice.oneIn(2) ? 1.0 : 100.0) - 2;
    case PropertyType::Boolean:
      return m_dice.oneIn(2);
    case PropertyType::Date:
      if (field.name == QLatin1String("Date of Birth")) {
        const QDate day = m_dice.oneIn(3) ? QDate(2008 - 4 * m_dice.below(10), 2, 28).addDays(m_dice.below(3))
                                          : QDate(2026, 11, 3).addDays(-m_dice.below(3)).addYears(-m_dice.below(60));
        return day.startOfDay(Qt::UTC).toMSecsSinceEpoch() + m_dice.below(24) * 3'600'000LL;
      }
      return instant();
    case PropertyType::List:
      break;
  }
  QStringList elements;
  for (int i = m_dice.below(4); i > 0; --i) elements << m_dice.pick(texts());
  return elements;
}

inline void SegmentWorld::addPerson(int number) {
  WorldPerson person;
  person.id = number * 3;
  person.identity = QStringLiteral("p%1").arg(number);
  if (!m_dice.oneIn(4)) person.phone = QStringLiteral("+9198%1").arg(10'000'000 + number);
  person.sendable = !person.phone.isEmpty() && !m_dice.oneIn(4);
  if (!m_dice.oneIn(3)) person.country = m_dice.oneIn(2) ? QStringLiteral("IN") : QStringLiteral("US");
  person.optedOut = m_dice.oneIn(6);
  person.suppressed = person.sendable && m_dice.oneIn(6);
  QString columns;
  QString marks;
  QVariantList values{person.id,
                      person.identity,
                      person.phone.isEmpty() ? QVariant() : QVariant(person.phone),
                      person.phone.isEmpty() ? QStringLiteral("none")
                      : person.sendable      ? QStringLiteral("valid")
                                             : QStringLiteral("invalid"),
                      person.country.isEmpty() ? QVariant() : QVariant(person.country),
                      person.phone.isEmpty() ? QVariant() : QVariant(person.identity.toUtf8()),
                      qint64(person.optedOut)};
  for (const WorldField& field : fields()) {
    const QVariant made = value(field);
    if (!made.isValid()) continue;
    person.values.insert(field.name, made);
    columns += QStringLiteral(", ") + audience::propertyColumn(m_properties.at(field.name).id);
    marks += QStringLiteral(", ?");
    values << stored(made);
  }
  run(QStringLiteral(
          "INSERT INTO profile (id, identity, phone, phone_state, country, address_hash, opted_out, created_at, "
          "updated_at%1) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0%2)")
          .arg(columns, marks),
      values);
  if (person.suppressed) {
    run(QStringLiteral("INSERT INTO suppression VALUES ('sms', ?, 'test', '', 0)"), {person.identity.toUtf8()});
  }
  addEvents(person);
  addDevices(person);
  addTexts(person);
  for (const QString& list : lists()) {
    if (list == QLatin1String("Empty") || m_dice.oneIn(2)) continue;
    person.lists.insert(list);
    run(QStringLiteral("INSERT INTO custom_list_member (list_id, profile_id) VALUES (?, ?)"),
        {m_listIds.at(list), person.id});
  }
  m_people.push_back(std::move(person));
}

inline void SegmentWorld::addEvents(WorldPerson& person) {
  for (const auto& [name, properties] : events()) {
    if (name == QLatin1String("Gone") || m_dice.oneIn(4)) continue;
    for (int i = m_dice.below(5); i > 0; --i) {
      WorldEvent event{name, instant(), {}};
      const audience::EventType& type = m_events.at(name);
      QString columns;
      QString marks;
      QVariantList values{person.id, event.at};
      for (const WorldField& field : properties) {
        const QVariant made = value(field);
        if (!made.isValid()) continue;
        event.values.insert(field.name, made);
        columns += QStringLiteral(", ") + audience::eventColumn(audience::findEventProperty(type, field.name)->id);
        marks += QStringLiteral(", ?");
        values << stored(made);
      }
      run(QStringLiteral("INSERT INTO %1 (profile_id, at%2) VALUES (?, ?%3)")
              .arg(audience::eventTable(type.id), columns, marks),
          values);
      person.events.push_back(std::move(event));
    }
  }
}

inline void SegmentWorld::addDevices(WorldPerson& person) {
  static const QStringList columns{QStringLiteral("platform"),    QStringLiteral("make"),
                                   QStringLiteral("model"),       QStringLiteral("os_version"),
                                   QStringLiteral("app_version"), QStringLiteral("sdk_version"),
                                   QStringLiteral("push_token")};
  for (int i = m_dice.below(3); i > 0; --i) {
    QVariantMap device;
    QVariantList values{person.id, QStringLiteral("%1/%2").arg(person.id).arg(i)};
    for (const QString& column : columns) {
      const QVariant made = m_dice.oneIn(3) ? QVariant() : QVariant(m_dice.pick(texts()));
      if (made.isValid()) device.insert(column, made);
      values << made;
    }
    run(QStringLiteral("INSERT INTO device (profile_id, key, %1, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
            .arg(columns.join(QStringLiteral(", "))),
        values);
    person.devices.push_back(std::move(device));
  }
}

inline void SegmentWorld::addTexts(WorldPerson& person) {
  for (const auto& [campaign, labels] : m_labels) {
    if (campaign == QLatin1String("Unsent") || m_dice.oneIn(2)) continue;
    WorldText text{campaign, !m_dice.oneIn(3), instant(), {}};
    if (text.accepted && m_dice.oneIn(2)) text.clicked = instant();
    run(QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, updated_at, clicked_at) VALUES (?, ?, ?, ?, ?)"),
        {m_runs.at(campaign), person.id, text.accepted ? QStringLiteral("accepted") : QStringLiteral("refused"),
         text.at, text.clicked ? QVariant(*text.clicked) : QVariant()});
    person.texts.push_back(text);
  }
}

}  // namespace heliograph::test
