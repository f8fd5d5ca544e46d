// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/delivery_service.h"

#include <QThread>
#include <algorithm>
#include <vector>

#include "delivery/courier/courier.h"
#include "delivery/courier/delivery_desk.h"

namespace heliograph::delivery {
namespace {

/// Makes the worker live in the thread, and end with it.
template <class Worker>
void settleIn(Worker* worker, QThread& thread, const QString& name) {
  thread.setObjectName(name);
  worker->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, worker, &Worker::begin);
  QObject::connect(worker, &Worker::ended, &thread, &QThread::quit, Qt::DirectConnection);
}

}  // namespace

/// The service's threads and who works in them; the workers are deleted when their threads have ended.
class DeliveryService::Threads {
 public:
  Threads(const DeliveryContext& context, const DeliveryOptions& options, int workers, DeliveryService& service)
      : m_desk(std::make_unique<DeliveryDesk>(context, options)),
        m_cache(std::make_shared<library::LinkedCache>(context.clock)) {
    connect(m_desk.get(), &DeliveryDesk::progress, &service, &DeliveryService::progress);
    connect(m_desk.get(), &DeliveryDesk::idle, &service, &DeliveryService::idle);
    connect(m_desk.get(), &DeliveryDesk::trouble, &service, &DeliveryService::problem);
    connect(&m_deskThread, &QThread::finished, &m_heard, [&service] { service.deskEnded(); });
    settleIn(m_desk.get(), m_deskThread, QStringLiteral("delivery"));
    for (int i = 0; i < workers; ++i) addCourier(context, options, workers, service);
    m_deskThread.start();
    for (const auto& thread : m_courierThreads) thread->start();
  }
  ~Threads() { waitForAll(); }
  Q_DISABLE_COPY_MOVE(Threads)

  void wake() {
    QMetaObject::invokeMethod(m_desk.get(), &DeliveryDesk::wake);
    for (const auto& courier : m_couriers) QMetaObject::invokeMethod(courier.get(), &Courier::wake);
  }

  void finish() {
    if (std::exchange(m_finishing, true)) return;
    for (const auto& courier : m_couriers) QMetaObject::invokeMethod(courier.get(), &Courier::finish);
  }

  [[nodiscard]] bool isFinishing() const { return m_finishing; }

  /// A courier thread ended; true when all have, and the desk may follow.
  bool courierEnded() { return ++m_ended == static_cast<int>(m_courierThreads.size()); }
  void finishDesk() { QMetaObject::invokeMethod(m_desk.get(), &DeliveryDesk::finish); }

 private:
  void addCourier(const DeliveryContext& context, const DeliveryOptions& options, int workers,
                  DeliveryService& service) {
    auto courier = std::make_unique<Courier>(context, options, workers, m_cache);
    auto thread = std::make_unique<QThread>();
    connect(courier.get(), &Courier::trouble, &service, &DeliveryService::problem);
    connect(courier.get(), &Courier::cannotSend, m_desk.get(), &DeliveryDesk::noteCannotSend);
    settleIn(courier.get(), *thread, QStringLiteral("courier"));
    connect(thread.get(), &QThread::finished, &m_heard, [&service] { service.courierEnded(); });
    m_couriers.push_back(std::move(courier));
    m_courierThreads.push_back(std::move(thread));
  }

  void waitForAll() {
    finish();
    for (const auto& thread : m_courierThreads) thread->wait();
    finishDesk();
    m_deskThread.wait();
  }

  /// Hears of ends: one that comes late must not count for threads that were started since.
  QObject m_heard;
  std::unique_ptr<DeliveryDesk> m_desk;
  std::shared_ptr<library::LinkedCache> m_cache;
  std::vector<std::unique_ptr<Courier>> m_couriers;
  QThread m_deskThread;
  std::vector<std::unique_ptr<QThread>> m_courierThreads;
  int m_ended = 0;
  bool m_finishing = false;
};

DeliveryService::DeliveryService(const DeliveryContext& context, const DeliveryOptions& options, QObject* parent)
    : QObject(parent), m_context(context), m_options(options) {}

DeliveryService::~DeliveryService() = default;

void DeliveryService::start(int workers) {
  workers = std::max(workers, 1);
  if (m_threads) {
    if (m_threads->isFinishing()) m_again = workers;
    return;
  }
  m_threads = std::make_unique<Threads>(m_context, m_options, workers, *this);
}

void DeliveryService::stop() {
  m_again = 0;
  if (!m_threads) return;
  m_threads.reset();
  Q_EMIT stopped();
}

void DeliveryService::requestStop() {
  m_again = 0;
  if (m_threads) m_threads->finish();
}

bool DeliveryService::isRunning() const {
  return m_threads != nullptr;
}

void DeliveryService::wake() {
  if (m_threads) m_threads->wake();
}

void DeliveryService::courierEnded() {
  if (m_threads && m_threads->courierEnded()) m_threads->finishDesk();
}

void DeliveryService::deskEnded() {
  const int again = m_again;
  stop();
  if (again > 0) start(again);
}

}  // namespace heliograph::delivery
