// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// dying_worker WORKSPACE WAY SECRET NUMBER TEXT: sends what is due, and breaks down in that way while it does.
#include <sys/resource.h>
#include <QCoreApplication>
#include <QTimer>
#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include "core/quiet_end.h"
#include "delivery/courier/delivery_service.h"
#include "net/memory_secret_store.h"
#include "storage/statement.h"

using namespace heliograph;
using namespace std::chrono_literals;

namespace {

[[noreturn]] void breakDown(const QString& way, const QStringList& marks) {
  if (way == u"exception") {
    // As what() of something that quotes what it couldn't read.
    std::thread([&] { throw std::runtime_error(marks.join(QLatin1Char(' ')).toStdString()); }).join();
  }
  if (way == u"fatal") qFatal("a rule of the program was broken");
  if (way == u"segfault") std::raise(SIGSEGV);
  std::abort();
}

bool isSending(const storage::Database& database) {
  storage::Statement find(database, QStringLiteral("SELECT 1 FROM outbox WHERE state = 'sending'"));
  const auto row = find.next();
  return row && *row;
}

}  // namespace

int main(int argc, char* argv[]) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 6) return 2;
  // As on a computer where images of memory are wanted.
  rlimit most{};
  ::getrlimit(RLIMIT_CORE, &most);
  most.rlim_cur = most.rlim_max;
  ::setrlimit(RLIMIT_CORE, &most);
  endQuietly();
  const auto database = storage::Database::open(arguments.at(1));
  const auto catalog = providers::DefinitionCatalog::builtIn();
  if (!database || !catalog) return 3;
  const SystemClock clock;
  net::MemorySecretStore secrets;
  if (!secrets.write(QStringLiteral("Main"), QStringLiteral("password"), arguments.at(3))) return 4;
  delivery::DeliveryOptions options;
  options.tick = 20ms;
  options.idleBeat = 20ms;
  delivery::DeliveryService service({**database, clock, *catalog, secrets}, options);
  service.start(1);
  QTimer look;
  QObject::connect(&look, &QTimer::timeout, &app, [&] {
    if (isSending(**database)) breakDown(arguments.at(2), arguments.mid(3));
  });
  look.start(20ms);
  return QCoreApplication::exec();
}
