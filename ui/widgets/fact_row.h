// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/theme/tone.h"

namespace heliograph::ui {

/// A line of a table of two: words at the left, a figure at the right ("no number ... − 1,204"). A button when it leads
/// to the people behind it, else plain text.
class FactRow final : public QAbstractButton {
  Q_OBJECT
 public:
  FactRow(const QString& label, const QString& value, QWidget* parent = nullptr);

  void setFact(const QString& label, const QString& value);
  /// Colours both ends.
  void setTone(Tone tone);
  /// Draws it as a figure of an earlier state.
  void setStale(bool stale);
  /// Moves the label in by a step: a part of the line above.
  void setIndented(bool indented);
  /// Semibold figure, a sum.
  void setStrong(bool strong);
  /// Can be clicked and focused; `what` goes into the tooltip ("Show these people").
  void setActivatable(const QString& what);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString m_value;
  Tone m_tone = Tone::Neutral;
  bool m_stale = false;
  bool m_indented = false;
  bool m_strong = false;
  bool m_activatable = false;
};

}  // namespace heliograph::ui
