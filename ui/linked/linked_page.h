// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QWidget>
#include <optional>
#include <vector>

#include "library/linked_source_repository.h"
#include "ui/services.h"

class QListView;
class QScrollArea;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class IconButton;
class Label;
class LinkedForm;
class LinkedTester;

/// The sources of linked content: their list, and the one that is chosen with its test.
class LinkedPage final : public QWidget {
  Q_OBJECT
 public:
  explicit LinkedPage(Services& services, QWidget* parent = nullptr);

  /// Reads the list again; keeps what is being edited.
  void refresh();
  /// Shows the fields of a new source.
  void addSource();
  /// How the way back is called.
  void setBehind(const QString& name);
  /// Shows a source once the list is read.
  void editSource(const QString& name);

 Q_SIGNALS:
  void leaveRequested();
  /// A source was added, changed or removed.
  void changed();

 private:
  struct Loaded;
  QWidget* makeBar();
  QWidget* makeDetails();
  QWidget* makeFoot();
  void showLoaded(const Loaded& loaded);
  void choose(int row);
  void show(const library::LinkedSource& source);
  void save();
  void saved(const Result<library::LinkedSourceId>& id, const QString& name);
  void askToRemove();
  void remove(const library::LinkedSource& source);
  void say(const QString& text, bool isProblem);

  Services& m_services;
  QStringListModel m_names;
  std::vector<library::LinkedSource> m_sources;
  library::LinkedSource m_shown;
  QString m_wanted;  ///< to be shown when the list is read
  bool m_edited = false;
  bool m_forNow = false;
  IconButton* m_back;
  QStackedWidget* m_stack;
  QListView* m_list;
  LinkedForm* m_form;
  LinkedTester* m_tester;
  Label* m_note;
  Button* m_remove;
  Button* m_save;
};

}  // namespace heliograph::ui
