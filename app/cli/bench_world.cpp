// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_world.h"

#include <QDir>
#include <QFile>
#include <array>
#include <memory>
#include <random>

#include "audience/events/event_catalog.h"
#include "audience/property_repository.h"
#include "core/clock.h"
#include "storage/native_connection.h"

namespace heliograph::cli {
namespace {

using audience::PropertyType;
using storage::NativeConnection;
using storage::NativeStatement;

constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kRowsACommit = 200'000;

struct NamedType {
  const char* name;
  PropertyType type;
};

constexpr std::array<NamedType, 12> kPersonProperties{{{"city", PropertyType::Text},
                                                       {"region", PropertyType::Text},
                                                       {"tier", PropertyType::Text},
                                                       {"interests", PropertyType::List},
                                                       {"gender", PropertyType::Text},
                                                       {"first_name", PropertyType::Text},
                                                       {"email", PropertyType::Text},
                                                       {"points", PropertyType::Number},
                                                       {"spent", PropertyType::Number},
                                                       {"vip", PropertyType::Boolean},
                                                       {"last_seen", PropertyType::Date},
                                                       {"date_of_birth", PropertyType::Date}}};

constexpr std::array<NamedType, 4> kEventProperties{{{"amount", PropertyType::Number},
                                                     {"item", PropertyType::Text},
                                                     {"quantity", PropertyType::Number},
                                                     {"channel", PropertyType::Text}}};

constexpr std::array<const char*, 20> kEventNames{
    "Charged",         "Product viewed",    "Added to cart",  "App launched",   "Searched",
    "Wishlisted",      "Removed from cart", "Coupon applied", "Review written", "Shared",
    "Logged in",       "Signed up",         "Returned",       "Chat opened",    "Address changed",
    "Newsletter read", "Banner clicked",    "Store visited",  "Points spent",   "Trip booked"};

constexpr std::array<const char*, 4> kTiers{"Bronze", "Silver", "Gold", "Platinum"};
constexpr std::array<const char*, 4> kChannels{"app", "web", "store", "phone"};
constexpr std::array<const char*, 4> kCountries{"IN", "US", "GB", "FR"};
constexpr std::array<const char*, 12> kInterests{"sport",  "music", "travel", "food",   "fashion", "books",
                                                 "garden", "films", "games",  "health", "cars",    "art"};
constexpr std::array<const char*, 20> kCityStarts{"Mum", "Pun", "Del", "Ban", "Par", "Lon", "Ber", "Mad", "Rom", "Os",
                                                  "Lis", "Vie", "Zür", "Mün", "Ath", "Kra", "Gen", "Bru", "Hel", "Dub"};
constexpr std::array<const char*, 3> kCityEnds{"bai", "e", "don"};

/// What a row is made of, bound to a statement and written as a line.
class WorldRow final {
 public:
  WorldRow(NativeStatement statement, std::unique_ptr<QFile> csv)
      : m_statement(std::move(statement)), m_csv(std::move(csv)) {
    m_texts.reserve(32);
  }

  void text(std::string value) {
    if (m_csv) {
      separate();
      m_line += '"';
      for (const char c : value) m_line += c == '"' ? "\"\"" : std::string(1, c);
      m_line += '"';
    }
    m_statement.bindText(++m_column, m_texts.emplace_back(std::move(value)));
  }
  void integer(qint64 value) {
    m_statement.bind(++m_column, std::int64_t{value});
    if (!m_csv) return;
    separate();
    m_line += std::to_string(value);
  }
  /// In hundredths.
  void hundredths(qint64 value) {
    m_statement.bind(++m_column, static_cast<double>(value) / 100);
    if (!m_csv) return;
    separate();
    const std::string cents = std::to_string(value % 100);
    m_line += std::to_string(value / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
  }
  void nothing() {
    m_statement.bindNull(++m_column);
    if (m_csv) separate();
  }
  [[nodiscard]] Result<> write() {
    HELIOGRAPH_TRY(m_statement.run());
    if (m_csv) {
      m_line += '\n';
      const auto size = static_cast<qint64>(m_line.size());
      if (m_csv->write(m_line.data(), size) != size) return fail(ErrorCode::Io, m_csv->errorString());
    }
    m_line.clear();
    m_texts.clear();
    m_column = 0;
    return {};
  }

 private:
  void separate() {
    if (!m_line.empty()) m_line += ',';
  }

  NativeStatement m_statement;
  std::unique_ptr<QFile> m_csv;
  std::vector<std::string> m_texts;
  std::string m_line;
  int m_column = 0;
};

class BenchWriter final {
 public:
  BenchWriter(const BenchWorld& world, const storage::Database& database, NativeConnection connection)
      : m_world(world), m_database(database), m_connection(std::move(connection)), m_chance(world.seed) {}

  [[nodiscard]] Result<> people() {
    QString columns = QStringLiteral("id,identity,phone,phone_state,country,address_hash,opted_out");
    QString header = columns;
    const audience::PropertyRepository properties(m_database, m_clock);
    for (const NamedType& each : kPersonProperties) {
      auto property = properties.findOrCreate(QString::fromLatin1(each.name), each.type);
      if (!property) return fail(property.error());
      columns += u',' + audience::propertyColumn(property->id);
      header += u',' + QString::fromLatin1(each.name);
    }
    auto row = prepare(QStringLiteral("profile"), columns, QStringLiteral("people"), header,
                       QStringLiteral(",created_at,updated_at"), QStringLiteral(",0,0"));
    if (!row) return fail(row.error());
    return inCommits(m_world.people, [&](qint64 number) { return person(**row, number + 1); });
  }

  [[nodiscard]] Result<> events() {
    const audience::EventCatalog catalog(m_database, m_clock);
    std::vector<audience::EventProperty> wanted;
    for (const NamedType& each : kEventProperties) wanted.push_back({{}, QString::fromLatin1(each.name), each.type});
    const auto types = static_cast<qint64>(kEventNames.size());
    for (qint64 i = 0; i < types; ++i) {
      const QString name = QString::fromLatin1(kEventNames[static_cast<std::size_t>(i)]);
      auto type = catalog.findOrCreate(name, wanted);
      if (!type) return fail(type.error());
      QString columns = QStringLiteral("profile_id,at");
      QString header = QStringLiteral("person,at");
      for (const NamedType& each : kEventProperties) {
        const QString property = QString::fromLatin1(each.name);
        columns += u',' + audience::eventColumn(audience::findEventProperty(*type, property)->id);
        header += u',' + property;
      }
      auto row = prepare(audience::eventTable(type->id), columns, QString(name).replace(u' ', u'_').toLower(), header);
      if (!row) return fail(row.error());
      const qint64 count = m_world.events / types + (i < m_world.events % types ? 1 : 0);
      HELIOGRAPH_TRY(inCommits(count, [&](qint64) { return event(**row); }));
    }
    return m_connection.execute(
        QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name IN ('event_changes', 'list_changes')"));
  }

 private:
  [[nodiscard]] qint64 below(qint64 limit) { return static_cast<qint64>(m_chance() % static_cast<quint64>(limit)); }
  [[nodiscard]] bool oneIn(qint64 limit) { return below(limit) == 0; }
  template <class List>
  [[nodiscard]] std::string pick(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<qint64>(list.size())))];
  }

  [[nodiscard]] Result<std::unique_ptr<WorldRow>> prepare(const QString& table, const QString& columns,
                                                          const QString& file, const QString& header,
                                                          const QString& moreColumns = {},
                                                          const QString& moreValues = {}) {
    const QString marks = QStringList(columns.count(u',') + 1, QStringLiteral("?")).join(u',');
    auto statement = m_connection.prepare(
        QStringLiteral("INSERT INTO %1 (%2%3) VALUES (%4%5)").arg(table, columns, moreColumns, marks, moreValues));
    if (!statement) return fail(statement.error());
    std::unique_ptr<QFile> csv;
    if (!m_world.csvFolder.isEmpty()) {
      csv = std::make_unique<QFile>(QDir(m_world.csvFolder).filePath(file + QStringLiteral(".csv")));
      if (!csv->open(QIODevice::WriteOnly)) return fail(ErrorCode::Io, csv->errorString());
      csv->write(header.toUtf8() + '\n');
    }
    return std::make_unique<WorldRow>(std::move(*statement), std::move(csv));
  }

  template <class Make>
  [[nodiscard]] Result<> inCommits(qint64 count, const Make& make) {
    for (qint64 i = 0; i < count; ++i) {
      if (i % kRowsACommit == 0) HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
      HELIOGRAPH_TRY(make(i));
      if (i % kRowsACommit == kRowsACommit - 1 || i == count - 1) {
        HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("COMMIT")));
      }
    }
    return {};
  }

  [[nodiscard]] Result<> person(WorldRow& row, qint64 id) {
    row.integer(id);
    row.text("person-" + std::to_string(id));
    number(row, id);
    row.integer(oneIn(30) ? 1 : 0);
    place(row);
    row.text(std::string(kTiers[static_cast<std::size_t>(below(10) < 6 ? 0 : below(4))]));
    interests(row);
    oneIn(4) ? row.nothing() : row.text(oneIn(2) ? "female" : "male");
    row.text("Name" + std::to_string(below(500)));
    row.text("user." + std::to_string(id * 7919 % 10'000'019) + "@example." + (oneIn(3) ? "org" : "com"));
    oneIn(10) ? row.nothing() : row.integer(below(5000));
    oneIn(5) ? row.nothing() : row.hundredths(below(200'000));
    oneIn(8) ? row.nothing() : row.integer(oneIn(5) ? 1 : 0);
    oneIn(12) ? row.nothing() : row.integer(ago(90));
    oneIn(6) ? row.nothing() : row.integer(BenchWorld::now().toMSecsSinceEpoch() - kDayMs * (16 * 365 + below(23'000)));
    return row.write();
  }

  void number(WorldRow& row, qint64 id) {
    const std::string country = kCountries[static_cast<std::size_t>(below(10) < 6 ? 0 : below(4))];
    if (oneIn(12)) {
      row.nothing();
      row.text("none");
      row.nothing();
      return row.nothing();
    }
    const bool valid = !oneIn(25);
    // Some numbers are somebody else's, too.
    const std::string digits = std::to_string(9'000'000'000 + (oneIn(30) ? below(m_world.people) : id));
    row.text(valid ? "+91" + digits : digits.substr(5));
    row.text(valid ? "valid" : "invalid");
    row.text(country);
    row.text("hash" + digits);
  }

  void place(WorldRow& row) {
    if (oneIn(20)) {
      row.nothing();
      return row.nothing();
    }
    const qint64 start = below(40) < 20 ? below(4) : below(20);
    row.text(std::string(kCityStarts[static_cast<std::size_t>(start)]) + pick(kCityEnds));
    row.text("Region " + std::to_string(start));
  }

  void interests(WorldRow& row) {
    if (oneIn(3)) return row.nothing();
    std::string list = "[";
    for (qint64 i = below(3); i >= 0; --i) list += (list.size() > 1 ? ",\"" : "\"") + pick(kInterests) + '"';
    row.text(list + "]");
  }

  [[nodiscard]] Result<> event(WorldRow& row) {
    // A few people do much.
    const double share = static_cast<double>(below(1'000'000)) / 1'000'000;
    row.integer(1 + static_cast<qint64>(share * share * static_cast<double>(m_world.people)));
    row.integer(ago(90));
    oneIn(10) ? row.nothing() : row.hundredths(below(500'000));
    row.text("Item " + std::to_string(below(500)));
    row.integer(1 + below(9));
    row.text(pick(kChannels));
    return row.write();
  }

  /// An instant of the last days.
  [[nodiscard]] qint64 ago(int days) { return BenchWorld::now().toMSecsSinceEpoch() - below(days * kDayMs); }

  const BenchWorld& m_world;
  const storage::Database& m_database;
  NativeConnection m_connection;
  SystemClock m_clock;
  std::mt19937_64 m_chance;
};

}  // namespace

Result<> BenchWorld::fill(const storage::Database& database) const {
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Write);
  if (!connection) return fail(connection.error());
  HELIOGRAPH_TRY(connection->execute(QStringLiteral("PRAGMA synchronous=OFF")));
  BenchWriter writer(*this, database, std::move(*connection));
  HELIOGRAPH_TRY(writer.people());
  return writer.events();
}

}  // namespace heliograph::cli
