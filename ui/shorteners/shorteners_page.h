// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QWidget>
#include <vector>

#include "core/result.h"
#include "providers/shortener.h"
#include "ui/services.h"

class QListView;
class QScrollArea;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class IconButton;
class Label;
class ShortenerForm;
class ShortenerTester;

/// The link shorteners: their list, and the one that is chosen with its test.
class ShortenersPage final : public QWidget {
  Q_OBJECT
 public:
  explicit ShortenersPage(Services& services, QWidget* parent = nullptr);

  /// What going back leads to.
  void setBehind(const QString& name);
  /// Reads the list again; keeps what is being edited.
  void refresh();
  /// Shows the fields of a new one.
  void addShortener();

 Q_SIGNALS:
  void leaveRequested();

 private:
  QWidget* makeBar();
  QWidget* makeDetails();
  QWidget* makeFoot();
  void showLoaded(const Result<std::vector<providers::Shortener>>& loaded);
  void choose(int row);
  void show(const providers::Shortener& shortener);
  void noteLength(int characters);
  void save();
  void saved(const Result<ShortenerId>& id, const QString& name);
  void askToRemove();
  void remove(const providers::Shortener& shortener);
  void say(const QString& text, bool isProblem);

  Services& m_services;
  QStringListModel m_names;
  std::vector<providers::Shortener> m_shorteners;
  providers::Shortener m_shown;
  QString m_wanted;  ///< to be shown when the list is read
  bool m_edited = false;
  bool m_forNow = false;
  QStackedWidget* m_stack;
  QListView* m_list;
  QScrollArea* m_scroll;
  ShortenerForm* m_form;
  ShortenerTester* m_tester;
  IconButton* m_back;
  Label* m_note;
  Button* m_remove;
  Button* m_save;
};

}  // namespace heliograph::ui
