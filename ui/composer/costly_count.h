// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "core/background.h"
#include "ui/composer/message_problems.h"
#include "ui/services.h"

namespace heliograph::ui {

class CampaignChecker;

/// Counts what the costly characters of a message make longer, by counting the campaign once more without them. Off the
/// GUI thread, after each count of the checker, and only where there are such characters.
class CostlyCount final : public QObject {
  Q_OBJECT
 public:
  CostlyCount(Services& services, CampaignChecker& checker, QObject* parent = nullptr);
  ~CostlyCount() override;

  /// None while it is not known.
  [[nodiscard]] const std::optional<CostlyOutcome>& outcome() const { return m_outcome; }

 Q_SIGNALS:
  void counted();

 private:
  void count();

  Services& m_services;
  CampaignChecker& m_checker;
  CancelToken m_cancel;
  std::optional<CostlyOutcome> m_outcome;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
