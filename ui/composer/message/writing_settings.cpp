// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/writing_settings.h"

#include <QFileInfo>
#include <QSettings>

#include "editors/spelling.h"

namespace heliograph::ui {

namespace {
const QString kRecentEmoji = QStringLiteral("writing/recentEmoji");
const QString kSkinTone = QStringLiteral("writing/skinTone");
const QString kSpellingLanguage = QStringLiteral("writing/spellingLanguage");
}  // namespace

QStringList WritingSettings::recentEmoji() const {
  return m_store != nullptr ? m_store->value(kRecentEmoji).toStringList() : QStringList();
}

void WritingSettings::setRecentEmoji(const QStringList& emoji) {
  if (m_store != nullptr) m_store->setValue(kRecentEmoji, emoji);
}

editors::SkinTone WritingSettings::skinTone() const {
  const int tone = m_store != nullptr ? m_store->value(kSkinTone).toInt() : 0;
  return static_cast<editors::SkinTone>(qBound(0, tone, static_cast<int>(editors::SkinTone::Dark)));
}

void WritingSettings::setSkinTone(editors::SkinTone tone) {
  if (m_store != nullptr) m_store->setValue(kSkinTone, static_cast<int>(tone));
}

QString WritingSettings::spellingLanguage() const {
  const QString automatic = QString::fromLatin1(editors::Spelling::Automatic);
  return m_store != nullptr ? m_store->value(kSpellingLanguage, automatic).toString() : automatic;
}

void WritingSettings::setSpellingLanguage(const QString& language) {
  if (m_store != nullptr) m_store->setValue(kSpellingLanguage, language);
}

QString WritingSettings::ownWordsFolder() const {
  if (m_store == nullptr) return {};
  return QFileInfo(m_store->fileName()).absolutePath() + QStringLiteral("/words");
}

}  // namespace heliograph::ui
