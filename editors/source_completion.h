// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <vector>

#include "editors/completion_place.h"
#include "editors/editor_theme.h"
#include "editors/property_choice.h"
#include "message/compiled_message.h"

class QKeyEvent;

namespace heliograph::editors {

class CodeEdit;
class PersonalisationMenu;

/// Offers what can be written at the caret of a source editor: variables, properties, filters, tags and snippets
/// inside Liquid, and properties after an `@` in the text. The focus stays in the editor; Enter and Tab take the marked
/// row.
class SourceCompletion final : public QObject {
  Q_OBJECT
 public:
  explicit SourceCompletion(CodeEdit* editor);
  ~SourceCompletion() override;
  Q_DISABLE_COPY_MOVE(SourceCompletion)

  void setTheme(const EditorTheme& theme);
  /// What `@` offers; an open menu shows it at once.
  void setProperties(std::vector<PropertyChoice> properties);
  [[nodiscard]] const std::vector<PropertyChoice>& properties() const { return m_properties; }
  /// What `{% render %}` can ask for.
  void setSnippets(message::Snippets snippets) { m_snippets = std::move(snippets); }
  [[nodiscard]] bool isOpen() const;
  /// Opens at the caret: Ctrl+Space inside Liquid, and the "Personalise" button anywhere.
  void open();
  void close();

 Q_SIGNALS:
  /// A property was put into the text at that byte, as an output of its own.
  void tokenInserted(qsizetype byte);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Mode { Closed, Liquid, At, Button };

  bool takeKey(const QKeyEvent& event);
  bool narrowByKey(const QKeyEvent& event);
  void followEdit();
  void followCaret();
  void offer(const CompletionPlace& place);
  void offerProperties();
  void openMenu(Mode mode, qsizetype at);
  bool atOpens(qsizetype at) const;
  void narrowAt();
  [[nodiscard]] std::vector<PropertyChoice> choicesAt(const CompletionPlace& place) const;
  void insert(const PropertyChoice& choice);
  void insertToken(const PropertyChoice& choice, qsizetype begin, qsizetype end);
  void insertLiquid(const PropertyChoice& choice);

  CodeEdit* m_editor;
  QPointer<PersonalisationMenu> m_menu;  ///< the window owns it while it is open
  std::vector<PropertyChoice> m_properties;
  bool m_known = false;  ///< the properties
  message::Snippets m_snippets;
  Mode m_mode = Mode::Closed;
  Mode m_choosing = Mode::Closed;  ///< what was open when a row was chosen
  CompletionPlace m_place;
  qsizetype m_at = 0;    ///< At: the byte of the @
  qsizetype m_size = 0;  ///< of the source before the edit that is followed
  QString m_query;       ///< Button: what was typed
  bool m_inserting = false;
};

}  // namespace heliograph::editors
