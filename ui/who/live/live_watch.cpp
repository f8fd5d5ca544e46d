// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/live_watch.h"

#include "audience/live/live_estimator.h"

namespace heliograph::ui {

namespace {
constexpr int kPauseBeforeEstimate = 150;
}

LiveWatch::LiveWatch(Services& services, QObject* parent) : QObject(parent), m_services(services) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPauseBeforeEstimate);
  connect(&m_pause, &QTimer::timeout, this, &LiveWatch::run);
}

LiveWatch::~LiveWatch() {
  m_cancel.cancel();
}

void LiveWatch::stop() {
  m_pause.stop();
  m_cancel.cancel();
  ++m_generation;
}

void LiveWatch::estimate(const audience::LiveSegment& live) {
  stop();
  m_live = live;
  if (const auto whole = audience::checkLive(live); !whole) return Q_EMIT cleared(whole.error().message);
  Q_EMIT estimating();
  m_pause.start();
}

void LiveWatch::run() {
  m_cancel = CancelToken();
  m_services.background
      .run([services = m_services, live = m_live, cancel = m_cancel] {
        return audience::LiveEstimator(services.database, services.clock, &services.columns).estimate(live, cancel);
      })
      .then(this, [this, generation = m_generation](const Result<audience::LiveEstimate>& estimate) {
        if (generation != m_generation) return;
        if (estimate) {
          Q_EMIT estimated(*estimate);
        } else {
          Q_EMIT cleared(estimate.error().message);
        }
      });
}

}  // namespace heliograph::ui
