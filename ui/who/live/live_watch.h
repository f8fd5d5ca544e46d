// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "audience/live/live_estimate.h"
#include "core/background.h"
#include "ui/services.h"

namespace heliograph::ui {

/// Estimates how often a live segment would have fired, off the GUI thread and a moment after the last keystroke.
/// Asking again gives up the estimate under way, and an answer that comes too late is dropped.
class LiveWatch final : public QObject {
  Q_OBJECT
 public:
  explicit LiveWatch(Services& services, QObject* parent = nullptr);
  ~LiveWatch() override;

  void estimate(const audience::LiveSegment& live);
  /// The same again: events may have come.
  void again() { estimate(m_live); }
  void stop();

 Q_SIGNALS:
  void estimating();
  void estimated(const heliograph::audience::LiveEstimate& estimate);
  /// There is nothing to estimate; `why` is for the person.
  void cleared(const QString& why);

 private:
  void run();

  Services& m_services;
  audience::LiveSegment m_live;
  QTimer m_pause;
  CancelToken m_cancel;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
