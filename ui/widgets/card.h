// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/theme/tone.h"

class QVBoxLayout;

namespace heliograph::ui {

/// A surface with one hairline border and round corners.
class Card : public QFrame {
  Q_OBJECT
 public:
  enum class Border { Line, Strong, Dashed, Chosen };

  explicit Card(QWidget* parent = nullptr);

  /// Where the contents go; margins 16.
  [[nodiscard]] QVBoxLayout* body() const { return m_body; }
  void setBorder(Border border);
  /// Fills the card with the weak colour of a tone instead of the surface (a blocking check).
  void setTone(Tone tone);
  /// Another padding than 16.
  void setPadding(int px);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QVBoxLayout* m_body;
  Border m_border = Border::Line;
  Tone m_tone = Tone::Neutral;
};

}  // namespace heliograph::ui
