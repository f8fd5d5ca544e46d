// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace heliograph::ui {

/// Rare settings under one line: "› Advanced  Quiet hours 21:00-09:00, …". Enter, Space and a click open it.
class Fold final : public QWidget {
  Q_OBJECT
 public:
  Fold(const QString& title, const QString& summary, QWidget* parent = nullptr);

  /// What is set, in a line; shown also while open.
  void setSummary(const QString& text);
  /// Where the folded controls go.
  [[nodiscard]] QVBoxLayout* body() const { return m_body; }
  void setOpen(bool open);
  /// Gives the keyboard to the line. No focus proxy: it would be a second place of the line in the Tab order, and stay
  /// where it was made when the line is moved.
  void takeFocus();
  /// The control that opens and closes it.
  [[nodiscard]] QWidget* control() const;
  [[nodiscard]] bool isOpen() const { return m_open; }

 Q_SIGNALS:
  void toggled(bool open);

 private:
  class Line;
  Line* m_line;
  QWidget* m_content;
  QVBoxLayout* m_body;
  bool m_open = false;
};

}  // namespace heliograph::ui
