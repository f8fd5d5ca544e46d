// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace heliograph::ui {

/// A row of icon buttons. Where it is too narrow for their captions the last ones lose theirs first.
class ToolRow final : public QWidget {
  Q_OBJECT
 public:
  explicit ToolRow(QWidget* parent = nullptr);

  [[nodiscard]] QHBoxLayout* row() const { return m_row; }
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;

 private:
  void fit();

  QHBoxLayout* m_row;
};

}  // namespace heliograph::ui
