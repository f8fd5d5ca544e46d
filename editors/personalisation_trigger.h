// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTextEdit>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/message_document.h"
#include "editors/personalisation_menu.h"
#include "editors/property_choice.h"

class QKeyEvent;

namespace heliograph::editors {

/// Opens the personalisation menu and hands it the keys: after a typed `@`, where what follows narrows the list and
/// stays in the text until something is chosen; or from a button, where what is typed only narrows the list.
class PersonalisationTrigger final : public QObject {
  Q_OBJECT
 public:
  PersonalisationTrigger(QTextEdit* editor, MessageDocument* document);
  ~PersonalisationTrigger() override;
  Q_DISABLE_COPY_MOVE(PersonalisationTrigger)

  void setTheme(const EditorTheme& theme);
  void setChoices(std::vector<PropertyChoice> choices);
  [[nodiscard]] bool isOpen() const;

  void openFromButton();
  void close();
  /// True if the menu took the key.
  bool takeKey(QKeyEvent* event);
  /// True if the menu took committed text.
  bool takeText(const QString& text);
  /// The person changed the text.
  void followEdit(const MessageDocument::Change& change);
  /// The caret moved.
  void followCaret();

 Q_SIGNALS:
  /// Put this in place of cells [begin, end).
  void chosen(const heliograph::editors::PropertyChoice& choice, int begin, int end);

 private:
  enum class Mode { Closed, Typed, Button };

  void open(Mode mode);
  [[nodiscard]] bool opensMenu(qsizetype at) const;
  void narrow();

  QTextEdit* m_editor;
  MessageDocument* m_document;
  QPointer<PersonalisationMenu> m_menu;  ///< the window owns it while it is open
  Mode m_mode = Mode::Closed;
  int m_at = 0;     ///< Typed: the cell of the `@`
  QString m_query;  ///< Button: what was typed
};

}  // namespace heliograph::editors
