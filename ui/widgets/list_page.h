// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QWidget>
#include <functional>
#include <initializer_list>

#include "core/error.h"
#include "ui/theme/icons.h"

class QListView;
class QScrollArea;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class IconButton;
class Label;

/// A page of things that have a name: their list, the fields of the chosen one, and a foot to save and to delete it.
/// What they are, and how they are kept, its descendants know. Object names are `prefix` and a word.
class ListPage : public QWidget {
  Q_OBJECT
 public:
  struct Words {
    QString prefix;
    QString title;
    QString list;  ///< its accessible name
    QString add;
    Icon emptyIcon;
    QString emptyTitle;
    QString emptyText;
  };

  /// How the way back is called.
  void setBehind(const QString& name);

 Q_SIGNALS:
  void leaveRequested();

 protected:
  ListPage(const Words& words, QWidget* parent);

  virtual void addNew() = 0;
  virtual void choose(int row) = 0;
  virtual void save() = 0;
  virtual void askToRemove() = 0;

  /// Puts the fields in, from top to bottom. Once, in the constructor.
  void setDetails(std::initializer_list<QWidget*> parts);
  /// Shows that there is nothing yet.
  void showEmpty() const;
  /// Shows the names and marks one of them without choosing it; -1 marks none.
  void showNames(const QStringList& names, int row);
  /// Shows the fields from their top, of one that can be deleted or of a new one.
  void showFields(bool isNew);
  /// A sentence in the foot; an empty one takes it away.
  void say(const QString& text, bool isProblem);
  void setSaving(bool isSaving);
  /// After saving failed: offers to keep secrets for now where there is no keyring, else says the error.
  void sayUnsaved(const Error& error);
  /// Whether secrets are kept only until the program is closed, as the person was told.
  [[nodiscard]] bool savesForNow() const { return m_forNow; }
  /// Asks before deleting; `yes` is called when the person agrees.
  void ask(const QString& title, const QString& text, std::function<void()> yes);

 private:
  QWidget* makeBar(const Words& words);
  QWidget* makeEmpty(const Words& words);
  QWidget* makeEditing(const Words& words);
  QWidget* makeFoot(const Words& words);

  QString m_prefix;
  QStringListModel m_names;
  QStackedWidget* m_stack;
  QListView* m_list;
  QScrollArea* m_scroll;
  IconButton* m_back = nullptr;
  Label* m_note = nullptr;
  Button* m_remove = nullptr;
  Button* m_save = nullptr;
  bool m_forNow = false;
};

}  // namespace heliograph::ui
