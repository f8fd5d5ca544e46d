// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "audience/live/live_estimate.h"
#include "campaign/live_limit.h"

class QSpinBox;

namespace heliograph::ui {

class Label;
class SegmentedChoice;

/// How many messages leave at most to people as they act: all, so many a day, or so many in total; with what that
/// would have meant in the last days.
class LiveLimitChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit LiveLimitChoice(QWidget* parent = nullptr);

  /// Shows a limit without a signal.
  void setLimit(const campaign::LiveLimit& limit);
  /// How many would have left; none while that isn't known.
  void setEstimate(const std::optional<audience::LiveEstimate>& estimate);
  void focusChoice();

 Q_SIGNALS:
  void changed(const heliograph::campaign::LiveLimit& limit);

 private:
  void choose();
  void showWords();
  [[nodiscard]] campaign::LiveLimit chosen() const;
  [[nodiscard]] QString words(const campaign::LiveLimit& limit) const;

  std::optional<audience::LiveEstimate> m_estimate;
  SegmentedChoice* m_choice;
  QSpinBox* m_number;
  Label* m_words;
};

}  // namespace heliograph::ui
