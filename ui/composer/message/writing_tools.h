// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "editors/emoji_picker.h"
#include "editors/spelling.h"
#include "ui/composer/message/writing_settings.h"
#include "ui/services.h"

class QAction;
class QMenu;

namespace heliograph::ui {

class CampaignDocument;
class IconButton;
class MessageCard;

/// The message card's helpers for writing: the emoji picker, and spelling with its menu.
class WritingTools final : public QObject {
  Q_OBJECT
 public:
  WritingTools(Services& services, const CampaignDocument& document, MessageCard& card);
  ~WritingTools() override;
  Q_DISABLE_COPY_MOVE(WritingTools)

  /// Opens the emoji picker; belongs to the page, which gives it its shortcut.
  [[nodiscard]] QAction* emojiAction() const { return m_emojiAction; }
  /// The message has changed: spells it. What is misspelt is shown with the next problems of the card.
  void followText();
  /// Does a fix by its name; false if it is not one of spelling.
  bool takeFix(const QString& name, const QString& argument);

 private:
  void addEmojiButton();
  void addSpellingButton();
  void openPicker();
  void fillSpellingMenu();
  void addLanguage(const QString& language, const QString& text);
  [[nodiscard]] QString emojiNote(const QString& emoji) const;

  const CampaignDocument& m_document;
  MessageCard& m_card;
  WritingSettings m_settings;
  editors::Spelling m_spelling;
  QPointer<editors::EmojiPicker> m_picker;  ///< the window owns it
  QAction* m_emojiAction;
  QMenu* m_spellingMenu = nullptr;
  IconButton* m_emojiButton = nullptr;
};

}  // namespace heliograph::ui
