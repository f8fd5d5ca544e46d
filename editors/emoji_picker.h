// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>

#include "editors/editor_theme.h"
#include "editors/emoji_catalogue.h"

class QLabel;
class QLineEdit;
class QListView;
class QTabBar;
class QToolButton;

namespace heliograph::editors {

class EmojiDelegate;
class EmojiModel;

/// Emoji to choose from: by group, by name, or one that was chosen lately. A part of the window, so that it has no
/// edges where nothing blends windows together. What is typed searches, arrows move the mark, Enter takes it, Esc
/// closes.
class EmojiPicker final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int MostRecent = 27;

  explicit EmojiPicker(QWidget* parent = nullptr);

  void setTheme(const EditorTheme& theme);
  /// Those chosen lately, the last one first; kept by whoever opens it.
  void setRecent(const QStringList& recent) { m_recent = recent; }
  [[nodiscard]] const QStringList& recent() const { return m_recent; }
  void setTone(SkinTone tone);
  [[nodiscard]] SkinTone tone() const { return m_tone; }
  /// Says what choosing an emoji does to the message, for the line below the grid.
  void setNote(std::function<QString(const QString& emoji)> note) { m_note = std::move(note); }
  /// Opens inside `window` by `anchor`, in global coordinates, and takes the focus.
  void openAt(const QRect& anchor, QWidget* window);

 Q_SIGNALS:
  /// Put this into the text; the picker has closed, and `recent` holds it.
  void chosen(const QString& emoji);
  void toneChosen(heliograph::editors::SkinTone tone);
  /// It is gone; the editor wants the keyboard back when `byKey`.
  void closed(bool byKey);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QTabBar* makeTabs();
  QToolButton* makeToneButton();
  void showEmoji(const QString& search);
  void showTone();
  void showName();
  bool takeKey(int key);
  void moveBy(int cells);
  void chooseCurrent();
  void close(bool byKey);

  EditorTheme m_theme;
  EmojiModel* m_model;
  EmojiDelegate* m_delegate;
  QLineEdit* m_search;
  QTabBar* m_tabs;
  QListView* m_grid;
  QToolButton* m_toneButton;
  QLabel* m_name;
  QStringList m_recent;
  SkinTone m_tone = SkinTone::None;
  std::function<QString(const QString&)> m_note;
};

}  // namespace heliograph::editors
