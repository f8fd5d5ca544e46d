// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/import_task.h"

#include <atomic>

namespace heliograph::ui {

namespace {
constexpr std::chrono::milliseconds kProgressLook{100};
}

struct ImportTask::Shared {
  std::atomic<qint64> rows = 0;
  std::atomic<qint64> bytes = 0;
  std::atomic<qint64> total = 0;
};

ImportTask::ImportTask(Services& services, QObject* parent) : QObject(parent), m_services(services) {
  m_timer.setInterval(kProgressLook);
  connect(&m_timer, &QTimer::timeout, this, &ImportTask::look);
}

ImportTask::~ImportTask() {
  m_cancel.cancel();
}

void ImportTask::start(const QString& file, const audience::ImportOptions& options) {
  if (m_running) return;
  m_running = true;
  m_shared = std::make_shared<Shared>();
  m_cancel = CancelToken();
  m_timer.start();
  const auto note = [shared = m_shared](const audience::ImportProgress& progress) {
    shared->rows = progress.rows;
    shared->bytes = progress.bytesRead;
    shared->total = progress.bytesTotal;
  };
  m_services.background
      .run([&import = m_services.import, file, options, note, cancel = m_cancel] {
        return import.run(file, options, note, cancel);
      })
      .then(this, [this](const Result<audience::ImportReport>& report) {
        m_timer.stop();
        m_running = false;
        if (report) {
          Q_EMIT finished(*report);
        } else {
          Q_EMIT failed(report.error());
        }
      });
}

void ImportTask::look() {
  const qint64 total = m_shared->total;
  const double share = total > 0 ? static_cast<double>(m_shared->bytes) / static_cast<double>(total) : 0;
  Q_EMIT progressed(share, m_shared->rows);
}

}  // namespace heliograph::ui
