// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// crash_worker WORKSPACE: sends what is due until nothing is left, with leases short enough for a test. Made to be
// killed at any instant.
#include <QCoreApplication>
#include <cstdio>

#include "delivery/courier/delivery_service.h"
#include "net/memory_secret_store.h"

using namespace heliograph;
using namespace std::chrono_literals;

namespace {

delivery::DeliveryOptions impatientOptions() {
  delivery::DeliveryOptions options;
  options.inFlight = 16;
  options.askUnclear = false;
  options.deadline = 800ms;
  options.claimLease = 1000ms;
  options.sendLease = 1800ms;
  options.idleBeat = 20ms;
  options.tick = 20ms;
  options.fillLease = 100ms;
  options.fillChunk = 10;
  options.http.managers = 3;
  return options;
}

int failed(const Error& error) {
  std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
  return 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 2) return 2;
  const auto database = storage::Database::open(arguments.at(1));
  if (!database) return failed(database.error());
  const auto catalog = providers::DefinitionCatalog::builtIn();
  if (!catalog) return failed(catalog.error());
  const SystemClock clock;
  const net::MemorySecretStore secrets;

  delivery::DeliveryService service({**database, clock, *catalog, secrets}, impatientOptions());
  QObject::connect(&service, &delivery::DeliveryService::idle, &service, &delivery::DeliveryService::requestStop);
  QObject::connect(&service, &delivery::DeliveryService::stopped, &app, &QCoreApplication::quit);
  service.start(1);
  return QCoreApplication::exec();
}
