// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>

#include "campaign/reach_limit.h"

class QComboBox;
class QSpinBox;

namespace heliograph::ui {

class Label;
class SegmentedChoice;

/// Everybody who is chosen, only so many of them, or as many as a coupon pool has codes; with what that comes to.
class ReachChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit ReachChoice(QWidget* parent = nullptr);

  /// Shows a limit without a signal.
  void setLimit(const campaign::ReachLimit& limit);
  /// The coupon pools that there are.
  void setPools(const QStringList& pools);
  /// How many can be texted, and how many of them get it at most; -1 and none while that isn't known.
  void setPeople(qint64 people, std::optional<qint64> most);
  void focusChoice();

 Q_SIGNALS:
  void changed(const heliograph::campaign::ReachLimit& limit);

 private:
  void arrange();
  void choose();
  void showWords();
  void showPools();
  [[nodiscard]] campaign::ReachLimit chosen() const;
  [[nodiscard]] QString words(const campaign::ReachLimit& limit) const;
  [[nodiscard]] bool isTooSmall(const campaign::ReachLimit& limit) const;

  qint64 m_people = -1;
  std::optional<qint64> m_most;
  QStringList m_pools;
  SegmentedChoice* m_choice;
  QSpinBox* m_number;
  QComboBox* m_pool;
  Label* m_words;
};

}  // namespace heliograph::ui
