// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace heliograph::ui {

/// A text that acts: mends what stands at its left ("Fix", "Show them", "Add a fallback").
class LinkButton final : public QAbstractButton {
  Q_OBJECT
 public:
  enum class Weight { Strong, Quiet };
  explicit LinkButton(const QString& text, Weight weight = Weight::Strong, QWidget* parent = nullptr);

  /// Drawn in the problem colour: on a red line.
  void setOnProblem(bool onProblem);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Weight m_weight;
  bool m_onProblem = false;
};

}  // namespace heliograph::ui
