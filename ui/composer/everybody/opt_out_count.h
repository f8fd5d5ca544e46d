// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "core/background.h"
#include "ui/services.h"

namespace heliograph::delivery {
struct LongerTexts;
}

namespace heliograph::ui {

class CampaignChecker;

/// Counts what the opt-out line costs real people, by counting the campaign once more without it. Off the GUI thread,
/// after each count of the checker, and only where there is a line.
class OptOutCount final : public QObject {
  Q_OBJECT
 public:
  OptOutCount(Services& services, CampaignChecker& checker, QObject* parent = nullptr);
  ~OptOutCount() override;

  /// "Adds to the parts of 1,204 people: 1,204 parts more, +€24.08."
  [[nodiscard]] static QString words(const delivery::LongerTexts& longer);

 Q_SIGNALS:
  /// What it costs, as a sentence; empty when that isn't known.
  void counted(const QString& words);

 private:
  void count();

  Services& m_services;
  CampaignChecker& m_checker;
  CancelToken m_cancel;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
