// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <vector>

#include "editors/editor_problem.h"
#include "editors/property_choice.h"
#include "library/text_repository.h"
#include "message/message_lint.h"
#include "ui/services.h"

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace heliograph::editors {
class MessageEditor;
}

namespace heliograph::ui {

class Button;
class Label;
class TextSaver;

/// The snippets, or the templates, of the library: their names at the left, and at the right the one that is chosen,
/// with what is wrong with it and what depends on it. Every change is saved within a second.
class TextsTab final : public QWidget {
  Q_OBJECT
 public:
  enum class Shelf { Snippets, Templates };
  TextsTab(Services& services, Shelf shelf, QWidget* parent = nullptr);

  /// Reads the library anew and shows the text of that name, or the one that was shown.
  void refresh(const QString& name = {});
  /// What the editor's personalisation menu offers.
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  [[nodiscard]] int count() const { return static_cast<int>(m_texts.size()); }
  /// Waits until everything that was typed is saved; false when all of it was already.
  bool flush();

 Q_SIGNALS:
  /// The list was read; count() may be another.
  void listed();
  /// Something was changed in the workspace.
  void changed();
  /// The snippet of that name is wanted.
  void snippetRequested(const QString& name);

 private:
  struct Loaded;
  [[nodiscard]] const library::TextRepository& repository() const;
  QWidget* makeList();
  QWidget* makeEditor();
  void read(const QString& name, quint64 asked);
  void showLoaded(const Loaded& loaded, const QString& name);
  void showCurrent();
  void showProblems();
  void showUses();
  void noteEdit(const QByteArray& text);
  void keep(const QByteArray& text);
  void takeFix(const editors::EditorFix& fix);
  void step(std::vector<QByteArray>& from, std::vector<QByteArray>& to);
  void create();
  void rename();
  void askRemoval();
  void remove();
  void say(const QString& words, bool problem);
  [[nodiscard]] library::LibraryText* current();

  Services& m_services;
  Shelf m_shelf;
  std::vector<library::LibraryText> m_texts;
  message::LintContext m_context;
  QStringList m_uses;              ///< drafts and snippets that ask for the chosen one
  std::vector<QByteArray> m_past;  ///< of the chosen one, for undo
  std::vector<QByteArray> m_future;
  LibraryTextId m_shown;
  TextSaver* m_saver;
  std::map<LibraryTextId, QByteArray> m_typed;  ///< since the library was read last
  quint64 m_asks = 0;                           ///< the answer to an older one is dropped
  QListWidget* m_list;
  QStackedWidget* m_stack;
  QLineEdit* m_name;
  editors::MessageEditor* m_editor;
  Label* m_problems;
  Label* m_used;
  Label* m_note;
  Button* m_remove;
  bool m_asked = false;  ///< whether to remove it, though something depends on it
};

}  // namespace heliograph::ui
