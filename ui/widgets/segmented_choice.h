// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace heliograph::ui {

/// A row of choices of which one holds ("SMS | Segment export"). Arrow keys move between them. Nothing is chosen until
/// `setCurrent` or a click.
class SegmentedChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit SegmentedChoice(QWidget* parent = nullptr);

  /// Adds a choice; `id` is what `chosen` tells.
  void addChoice(int id, const QString& text, const QString& toolTip = {});
  /// Chooses without a signal; an unknown id (say -1) chooses nothing.
  void setCurrent(int id);
  /// Changes what a choice says.
  void setText(int id, const QString& text);
  /// Puts the focus on the choice that holds, else on the first.
  void focusCurrent();
  /// The id chosen, or -1.
  [[nodiscard]] int current() const;
  /// Disables one choice and says why in its tooltip; an empty reason enables it.
  void setBlockedBecause(int id, const QString& reason);

 Q_SIGNALS:
  /// The person chose another one.
  void chosen(int id);

 private:
  QButtonGroup* m_group;
  QHBoxLayout* m_row;
};

}  // namespace heliograph::ui
