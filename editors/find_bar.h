// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/text_search.h"

class QKeyEvent;
class QLabel;
class QLineEdit;
class QToolButton;

namespace heliograph::editors {

class CodeEdit;

/// Finds and replaces in a source editor: Ctrl+F, Ctrl+H, F3 and Shift+F3 there; Enter and Shift+Enter go on and back
/// from the field, Esc closes. Replacing all is one edit.
class FindBar final : public QWidget {
  Q_OBJECT
 public:
  FindBar(CodeEdit* editor, QWidget* parent);

  void setTheme(const EditorTheme& theme);
  /// Opens with what is selected as the word to find.
  void open(bool withReplace);
  /// Closes and gives the focus back to the editor.
  void close();
  void goToNext() { go(1); }
  void goToPrevious() { go(-1); }
  void replaceCurrent();
  void replaceAll();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QToolButton* addButton(const QString& text, const char* name, void (FindBar::*act)());
  bool isFindKey(const QKeyEvent& event) const;
  bool takeKey(const QKeyEvent& event);
  void refresh();
  void go(int direction);
  void select(std::size_t index);
  void showCount();
  /// The place that is selected, or the number of places.
  [[nodiscard]] std::size_t selected() const;

  CodeEdit* m_editor;
  EditorTheme m_theme;
  QLineEdit* m_wanted;
  QLabel* m_count;
  QToolButton* m_previous = nullptr;
  QToolButton* m_next = nullptr;
  QToolButton* m_matchCase;
  QWidget* m_replaceRow;
  QLineEdit* m_with;
  QToolButton* m_replace = nullptr;
  QToolButton* m_replaceAll = nullptr;
  std::vector<ByteRange> m_places;
};

}  // namespace heliograph::editors
