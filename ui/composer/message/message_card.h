// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <utility>
#include <vector>

#include "editors/property_choice.h"
#include "editors/text_highlights.h"
#include "message/compiled_message.h"
#include "ui/widgets/card.h"

class QAction;
class QHBoxLayout;

namespace heliograph::editors {
class MessageEditor;
class TemplateEdit;
}  // namespace heliograph::editors

namespace heliograph::ui {

class CampaignDocument;
class ElidedLabel;
class IconButton;
class MessageStatus;
class OptOutPiece;

/// The message with its tools: written with pills, or as its source. Both editors are over the campaign's one text and
/// its one history; changing between them changes no byte.
class MessageCard final : public Card {
  Q_OBJECT
 public:
  MessageCard(CampaignDocument& document, bool asSource, QWidget* parent = nullptr);

  /// Shows the campaign's message as it is now.
  void load();
  /// The grey piece above: whom it comes from.
  void setSender(const QString& sender);
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// What the source offers behind `render`.
  void setSnippets(const message::Snippets& snippets);
  void setProblems(std::vector<editors::EditorProblem> problems);
  /// The misspelt words, beside the problems; shown at once, or with the next problems.
  void setSpelling(std::vector<editors::EditorProblem> problems, bool atOnce = true);
  /// Puts a tool into the row above the text.
  void addTool(QWidget* tool);
  [[nodiscard]] MessageStatus* status() const { return m_status; }
  /// The grey piece under the text.
  [[nodiscard]] OptOutPiece* optOut() const { return m_optOut; }

  [[nodiscard]] bool isSource() const { return m_isSource; }
  void setSource(bool source);
  /// Changes between the message and its source; belongs to the page, which gives it its shortcut.
  [[nodiscard]] QAction* sourceAction() const { return m_sourceAction; }
  [[nodiscard]] QAction* findAction() const { return m_findAction; }

  /// Gives the editor the focus.
  void focusEditor();
  /// The caret, as a byte offset in the message.
  [[nodiscard]] qsizetype caretByte() const;
  void selectBytes(qsizetype begin, qsizetype end);
  /// The selected bytes [begin, end) of the message; empty at the caret when nothing is selected.
  [[nodiscard]] std::pair<qsizetype, qsizetype> selectedBytes() const;
  /// Where the caret is, in global coordinates.
  [[nodiscard]] QRect caretRect() const;
  /// Puts source at the caret, replacing the selection.
  void insertSource(const QByteArray& source);
  /// Asks for the fallback of the output at that byte.
  void addFallbackAt(qsizetype byte);

 Q_SIGNALS:
  void sourceChosen(bool source);
  /// A fix was chosen that is not the editors' own.
  void fixRequested(const QString& name, const QString& argument);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeTools();
  void connectEditors();
  void takeFix(const editors::EditorFix& fix);
  void showMode();
  void showProblems();
  void applyTheme();

  CampaignDocument& m_document;
  editors::MessageEditor* m_message;
  editors::TemplateEdit* m_source;
  ElidedLabel* m_sender;
  OptOutPiece* m_optOut;
  MessageStatus* m_status;
  QAction* m_sourceAction;
  QAction* m_findAction;
  IconButton* m_sourceButton = nullptr;
  IconButton* m_findButton = nullptr;
  QHBoxLayout* m_tools = nullptr;
  int m_toolCount = 1;
  std::vector<editors::EditorProblem> m_problems;
  std::vector<editors::EditorProblem> m_misspelt;
  bool m_isSource = false;
};

}  // namespace heliograph::ui
