// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "audience/profile_import.h"
#include "ui/services.h"

namespace heliograph::ui {

/// An import, or its dry run, off the GUI thread: with progress, to be cancelled, and one end.
class ImportTask final : public QObject {
  Q_OBJECT
 public:
  explicit ImportTask(Services& services, QObject* parent = nullptr);
  /// Gives up what is under way; rows that are in stay in.
  ~ImportTask() override;

  /// Begins; does nothing while one is under way.
  void start(const QString& file, const audience::ImportOptions& options);
  void cancel() { m_cancel.cancel(); }
  [[nodiscard]] bool isRunning() const { return m_running; }

 Q_SIGNALS:
  /// 0 to 1, and the rows read.
  void progressed(double share, qint64 rows);
  void finished(const heliograph::audience::ImportReport& report);
  void failed(const heliograph::Error& error);

 private:
  struct Shared;
  void look();

  Services& m_services;
  std::shared_ptr<Shared> m_shared;
  CancelToken m_cancel;
  QTimer m_timer;
  bool m_running = false;
};

}  // namespace heliograph::ui
