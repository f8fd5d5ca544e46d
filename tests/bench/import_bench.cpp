// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// heliograph_import_bench FOLDER [PEOPLE [EVENTS]]: writes files of people and events into a folder, imports them into
// a new workspace there and prints rows a second and the most memory that was taken. Not a test: it measures.
#include <sys/resource.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>
#include <random>

#include "audience/events/event_import.h"
#include "audience/profile_import.h"

using namespace heliograph;

namespace {

constexpr const char* kCities[] = {"Mumbai", "Pune", "Berlin", "Paris", "Lagos", "São Paulo", "Austin", "Jakarta"};
constexpr const char* kEventNames[] = {"Charged",  "Product Viewed", "Added to Cart", "App Launched", "Searched",
                                       "Category", "Wishlisted",     "Refunded",      "Rated",        "Shared"};

/// Writes lines into a file.
class LineFile final {
 public:
  explicit LineFile(const QString& path) : m_file(path) {
    if (!m_file.open(QIODevice::WriteOnly)) qFatal("can't write %s", qPrintable(path));
  }
  template <class... Values>
  void line(const char* format, Values... values) {
    char text[512];
    const int length = std::snprintf(text, sizeof text, format, values...);
    m_file.write(text, std::min<qint64>(length, sizeof text - 1));
  }

 private:
  QFile m_file;
};

void writePeople(const QString& path, int people, bool phones) {
  std::mt19937 random(1);
  LineFile file(path);
  file.line("identity,%sname,city,tier,points,spent,vip,born,signup\n", phones ? "phone," : "");
  static constexpr const char* beginnings[] = {"+9198", "+9170", "+9190", "+4917", "+4478", "+3361", "+1415"};
  for (int i = 0; i < people; ++i) {
    const char* beginning = beginnings[random() % 7];
    char phone[32] = "";
    if (phones)
      std::snprintf(phone, sizeof phone, "%s%0*u,", beginning,
                    beginning[1] == '9'   ? 8
                    : beginning[1] == '1' ? 7
                                          : 8,
                    static_cast<unsigned>(random() % (beginning[1] == '1' ? 10'000'000 : 100'000'000)));
    file.line("user-%07d,%sPerson %d,%s,%s,%u,%u.%02u,%s,19%02u-0%u-1%u,2026-0%u-0%uT10:00:00Z\n", i, phone, i,
              kCities[random() % 8], random() % 3 == 0 ? "gold" : "silver", random() % 10000, random() % 5000,
              random() % 100, random() % 2 == 0 ? "true" : "false", 50 + random() % 50, 1 + random() % 9, random() % 10,
              1 + random() % 9, 1 + random() % 9);
  }
}

void writeEvents(const QString& path, int events, int people, bool ids, bool json) {
  std::mt19937 random(2);
  LineFile file(path);
  if (!json) file.line("identity,event,ts%s,amount,product,device\n", ids ? ",event_id" : "");
  for (int i = 0; i < events; ++i) {
    const unsigned who = random() % static_cast<unsigned>(people);
    const char* name = kEventNames[random() % 10];
    const unsigned at = 1767225600 + static_cast<unsigned>(i) / 2;
    char id[64] = "";
    if (ids)
      std::snprintf(id, sizeof id, json ? ",\"event_id\":\"%08x-%08x\"" : ",%08x-%08x", static_cast<unsigned>(random()),
                    i);
    const char* device = random() % 2 == 0 ? "android" : "ios";
    if (json) {
      file.line(
          "{\"identity\":\"user-%07u\",\"event\":\"%s\",\"ts\":%u%s,\"amount\":%u,\"product\":\"sku-%u\",\"device\":\"%"
          "s\"}\n",
          who, name, at, id, random() % 5000, random() % 1000, device);
    } else {
      file.line("user-%07u,%s,%u%s,%u,sku-%u,%s\n", who, name, at, id, random() % 5000, random() % 1000, device);
    }
  }
}

double secondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Beside the clock's time the processor's, which other programs don't lengthen.
void tell(const char* what, qint64 rows, double seconds) {
  static double before = 0;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const double now = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
  std::printf("%-28s %9lld rows %7.2f s %9.0f rows/s; %6.2f s of processor; at most %ld MB so far\n", what,
              qlonglong(rows), seconds, static_cast<double>(rows) / seconds, now - before, used.ru_maxrss / 1024);
  std::fflush(stdout);
  before = now;
}

/// A new workspace in the folder.
std::unique_ptr<storage::Database> freshWorkspace(const QDir& folder, const QString& name) {
  const QString path = folder.filePath(name);
  for (const char* end : {"", "-wal", "-shm"}) QFile::remove(path + QLatin1String(end));
  auto database = storage::Database::open(path);
  if (!database) qFatal("%s", qPrintable(database.error().message));
  return std::move(*database);
}

void importPeople(const storage::Database& database, const char* what, const QString& file) {
  const SystemClock clock;
  audience::ImportOptions options;
  options.region = QStringLiteral("IN");
  const auto report = audience::ProfileImport(database, clock).run(file, options);
  if (!report) qFatal("%s", qPrintable(report.error().message));
  tell(what, report->read, report->seconds);
}

void importEvents(const storage::Database& database, const char* what, const QString& file) {
  const SystemClock clock;
  const auto report = audience::EventImport(database, clock).run(file, {});
  if (!report) qFatal("%s", qPrintable(report.error().message));
  tell(what, report->read, report->seconds);
}

}  // namespace

int main(int argc, char* argv[]) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) return 2;
  const QDir folder(arguments.at(1));
  const int people = arguments.value(2, QStringLiteral("1000000")).toInt();
  const int events = arguments.value(3, QStringLiteral("2000000")).toInt();
  const auto file = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
  writePeople(file("plain.csv"), people, false);
  writePeople(file("phones.csv"), people, true);
  writeEvents(file("events.csv"), events, people, false, false);
  writeEvents(file("ids.csv"), events, people, true, false);
  writeEvents(file("ids.jsonl"), events, people, true, true);

  importPeople(*freshWorkspace(folder, QStringLiteral("plain.heliograph")), "people without numbers",
               file("plain.csv"));
  const auto workspace = freshWorkspace(folder, QStringLiteral("bench.heliograph"));
  importPeople(*workspace, "people with numbers", file("phones.csv"));
  importPeople(*workspace, "the same people again", file("phones.csv"));
  importEvents(*workspace, "events without ids (CSV)", file("events.csv"));
  importEvents(*workspace, "events with ids (CSV)", file("ids.csv"));
  importEvents(*workspace, "the same events again", file("ids.csv"));
  importEvents(*freshWorkspace(folder, QStringLiteral("json.heliograph")), "events with ids (JSON lines)",
               file("ids.jsonl"));
  return 0;
}
