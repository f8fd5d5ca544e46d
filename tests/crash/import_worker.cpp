// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// import_worker WORKSPACE people|events FILE: imports a file. Made to be killed at any instant. The last line it writes
// has what became of the file.
#include <QCoreApplication>
#include <cstdio>

#include "audience/events/event_import.h"
#include "audience/profile_import.h"

using namespace heliograph;

namespace {

int failed(const Error& error) {
  std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
  return 1;
}

/// Says that something was written, so that it isn't killed before that each time.
void say(const audience::ImportProgress& progress) {
  std::printf("at %lld\n", static_cast<long long>(progress.rows));
  std::fflush(stdout);
}

int importPeople(const storage::Database& database, const Clock& clock, const QString& file) {
  audience::ImportOptions options;
  options.region = QStringLiteral("IN");
  options.zone = QTimeZone::utc();
  const auto report = audience::ProfileImport(database, clock).run(file, options, say);
  if (!report) return failed(report.error());
  std::printf("done read=%lld created=%lld updated=%lld rejected=%lld resumed=%lld\n", qlonglong(report->read),
              qlonglong(report->created), qlonglong(report->updated), qlonglong(report->rejected),
              qlonglong(report->resumedAt));
  return 0;
}

int importEvents(const storage::Database& database, const Clock& clock, const QString& file) {
  audience::EventImportOptions options;
  options.zone = QTimeZone::utc();
  const auto report = audience::EventImport(database, clock).run(file, options, say);
  if (!report) return failed(report.error());
  std::printf("done read=%lld created=%lld duplicates=%lld rejected=%lld resumed=%lld\n", qlonglong(report->read),
              qlonglong(report->created), qlonglong(report->duplicates), qlonglong(report->rejected),
              qlonglong(report->resumedAt));
  return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 4) return 2;
  const auto database = storage::Database::open(arguments.at(1));
  if (!database) return failed(database.error());
  const SystemClock clock;
  const bool people = arguments.at(2) == QLatin1String("people");
  return people ? importPeople(**database, clock, arguments.at(3)) : importEvents(**database, clock, arguments.at(3));
}
