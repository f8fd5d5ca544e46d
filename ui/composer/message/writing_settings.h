// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "editors/emoji_catalogue.h"

class QSettings;

namespace heliograph::ui {

/// What is remembered of how somebody writes: emoji and spelling. Without a store nothing is remembered.
class WritingSettings final {
 public:
  explicit WritingSettings(QSettings* store) : m_store(store) {}

  /// Emoji chosen lately, the last one first.
  [[nodiscard]] QStringList recentEmoji() const;
  void setRecentEmoji(const QStringList& emoji);
  [[nodiscard]] editors::SkinTone skinTone() const;
  void setSkinTone(editors::SkinTone tone);
  /// The language that is spelt in; see editors::Spelling::setLanguage.
  [[nodiscard]] QString spellingLanguage() const;
  void setSpellingLanguage(const QString& language);
  /// The folder for the words somebody adds to dictionaries; empty without a store.
  [[nodiscard]] QString ownWordsFolder() const;

 private:
  QSettings* m_store;
};

}  // namespace heliograph::ui
