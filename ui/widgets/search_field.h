// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace heliograph::ui {

/// A line to search in, with a magnifying glass and the shortcut that leads to it. Esc empties it.
class SearchField final : public QLineEdit {
  Q_OBJECT
 public:
  explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

  /// Shown as a chip at the right while the field is empty ("Ctrl K"). Does not make the shortcut.
  void setShortcutHint(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString m_hint;
};

}  // namespace heliograph::ui
