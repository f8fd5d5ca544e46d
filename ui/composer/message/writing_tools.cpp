// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/writing_tools.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSignalBlocker>

#include "editors/dictionaries.h"
#include "message/printed_text.h"
#include "message/sms_text.h"
#include "ui/campaign_document.h"
#include "ui/composer/message/message_card.h"
#include "ui/composer/page/editor_look.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

WritingTools::WritingTools(Services& services, const CampaignDocument& document, MessageCard& card)
    : QObject(&card),
      m_document(document),
      m_card(card),
      m_settings(services.settings),
      m_spelling(services.background, m_settings.ownWordsFolder()),
      m_emojiAction(new QAction(tr("Put in an emoji"), this)) {
  m_emojiAction->setObjectName(QStringLiteral("message.emoji"));
  m_emojiAction->setShortcut(QKeySequence(QStringLiteral("Ctrl+.")));
  connect(m_emojiAction, &QAction::triggered, this, &WritingTools::openPicker);
  addEmojiButton();
  addSpellingButton();
  m_spelling.setLanguage(m_settings.spellingLanguage());
  connect(&m_spelling, &editors::Spelling::changed, this, [this] { m_card.setSpelling(m_spelling.problems()); });
  services.background.run([] { return editors::installedDictionaries(editors::dictionaryFolders()); })
      .then(this, [this](const std::vector<editors::Dictionary>& found) { m_spelling.setDictionaries(found); });
}

WritingTools::~WritingTools() {
  delete m_picker;
}

void WritingTools::addEmojiButton() {
  const QString shortcut = m_emojiAction->shortcut().toString(QKeySequence::NativeText);
  m_emojiButton = new IconButton(Icon::Smile, tr("Put in an emoji (%1)").arg(shortcut));
  m_emojiButton->setObjectName(QStringLiteral("what.emoji"));
  connect(m_emojiButton, &IconButton::clicked, m_emojiAction, &QAction::trigger);
  m_card.addTool(m_emojiButton);
}

void WritingTools::addSpellingButton() {
  auto* button = new IconButton(Icon::Check, tr("Spelling: the language of the message"));
  button->setObjectName(QStringLiteral("what.spelling"));
  m_spellingMenu = new QMenu(button);
  m_spellingMenu->setObjectName(QStringLiteral("what.spellingMenu"));
  button->setMenu(m_spellingMenu);
  button->setPopupMode(QToolButton::InstantPopup);
  connect(m_spellingMenu, &QMenu::aboutToShow, this, &WritingTools::fillSpellingMenu);
  m_card.addTool(button);
}

void WritingTools::fillSpellingMenu() {
  m_spellingMenu->clear();
  if (m_spelling.dictionaries().empty()) {
    m_spellingMenu->addAction(tr("No dictionary is installed. The package hunspell-en-us brings English."))
        ->setEnabled(false);
    return;
  }
  const QString used = m_spelling.usedLanguage();
  const bool guessed = m_spelling.language() == QLatin1String(editors::Spelling::Automatic) && !used.isEmpty();
  addLanguage(QString::fromLatin1(editors::Spelling::Off), tr("Don't check spelling"));
  addLanguage(QString::fromLatin1(editors::Spelling::Automatic),
              guessed ? tr("By the text: %1").arg(editors::languageName(used)) : tr("By the text"));
  m_spellingMenu->addSeparator();
  for (const editors::Dictionary& each : m_spelling.dictionaries()) {
    addLanguage(each.language, editors::languageName(each.language));
  }
}

void WritingTools::addLanguage(const QString& language, const QString& text) {
  QAction* action = m_spellingMenu->addAction(text, this, [this, language] {
    m_settings.setSpellingLanguage(language);
    m_spelling.setLanguage(language);
  });
  action->setCheckable(true);
  action->setChecked(language == m_spelling.language());
}

void WritingTools::followText() {
  const QSignalBlocker quiet(&m_spelling);
  m_spelling.setText(m_document.shownMessage(), m_card.caretByte());
  m_card.setSpelling(m_spelling.problems(), false);
}

bool WritingTools::takeFix(const QString& name, const QString& argument) {
  if (name == QLatin1String(editors::Spelling::LearnWord)) {
    m_spelling.learn(argument);
  } else if (name == QLatin1String(editors::Spelling::IgnoreWord)) {
    m_spelling.ignore(argument);
  } else {
    return false;
  }
  return true;
}

void WritingTools::openPicker() {
  if (m_picker == nullptr) {
    m_picker = new editors::EmojiPicker(m_card.window());
    m_picker->setRecent(m_settings.recentEmoji());
    m_picker->setTone(m_settings.skinTone());
    m_picker->setNote([this](const QString& emoji) { return emojiNote(emoji); });
    connect(m_picker, &editors::EmojiPicker::toneChosen, this,
            [this](editors::SkinTone tone) { m_settings.setSkinTone(tone); });
    connect(m_picker, &editors::EmojiPicker::chosen, this, [this](const QString& emoji) {
      m_settings.setRecentEmoji(m_picker->recent());
      m_card.insertSource(emoji.toUtf8());
    });
    connect(m_picker, &editors::EmojiPicker::closed, this, [this](bool byKey) {
      if (byKey) m_card.focusEditor();
    });
  }
  m_picker->setTheme(editorLook(Tokens::of(&m_card)));
  m_picker->openAt(m_card.caretRect(), m_card.window());
}

// Of the text alone: what personalisation adds can't be told here.
QString WritingTools::emojiNote(const QString& emoji) const {
  const QByteArray source = m_document.shownMessage();
  QByteArray text;
  for (const message::PrintedText& place : message::printedText(source)) {
    if (place.quote == 0) text += source.mid(place.begin, place.end - place.begin);
  }
  const auto measure = [](const QByteArray& utf8) {
    return message::measureSms({utf8.constData(), static_cast<std::size_t>(utf8.size())});
  };
  const message::SmsMeasure before = measure(text);
  const message::SmsMeasure after = measure(text + emoji.toUtf8());
  const bool personal = message::printedText(source).size() > 1;
  const QString parts = personal ? tr("at least %1").arg(partsWords(after.parts)) : partsWords(after.parts);
  if (before.encoding == message::Encoding::Gsm7) {
    return before.parts == after.parts || before.parts == 0
               ? tr("Makes the text Unicode, UCS-2: 70 characters fit into a part")
               : tr("Makes the text Unicode, UCS-2: %1 instead of %2").arg(parts, partsWords(before.parts));
  }
  return before.parts == after.parts ? tr("No further part") : tr("Then it takes %1").arg(parts);
}

}  // namespace heliograph::ui
