// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace heliograph::ui {

class Button;
class Label;

/// Where the contacts come from: a file that is chosen, named or dropped, or the clipboard.
class ChoosePage final : public QWidget {
  Q_OBJECT
 public:
  explicit ChoosePage(QWidget* parent = nullptr);

  /// Blanks at the ends left out.
  [[nodiscard]] QString path() const;
  void setPath(const QString& path);
  /// What is wrong with what was chosen; empty for nothing.
  void setProblem(const QString& words);

 Q_SIGNALS:
  void pathChanged();
  /// A file was chosen in the file dialog.
  void chosen(const QString& file);
  void pasteRequested();

 private:
  void browse();
  QWidget* makeDropArea();

  QLineEdit* m_path;
  Label* m_problem;
};

}  // namespace heliograph::ui
