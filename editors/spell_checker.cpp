// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/spell_checker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QStringEncoder>
#include <hunspell/hunspell.hxx>

namespace heliograph::editors {
namespace {

constexpr qsizetype MostSuggestions = 6;

}  // namespace

/// Hunspell with the encoding of its dictionary.
struct SpellChecker::Speller {
  explicit Speller(const Dictionary& dictionary)
      : hunspell(QFile::encodeName(dictionary.affixes).constData(), QFile::encodeName(dictionary.words).constData()) {
    const QByteArray named(hunspell.get_dict_encoding().c_str());
    encode = QStringEncoder(named.constData());
    decode = QStringDecoder(named.constData());
  }

  [[nodiscard]] bool isUsable() const { return encode.isValid() && decode.isValid(); }
  [[nodiscard]] std::string bytes(const QString& word) { return QByteArray(encode(word)).toStdString(); }
  [[nodiscard]] QString text(const std::string& word) { return decode(QByteArray::fromStdString(word)); }

  Hunspell hunspell;
  QStringEncoder encode;
  QStringDecoder decode;
};

SpellChecker::SpellChecker(Dictionary dictionary, QString ownWords)
    : m_dictionary(std::move(dictionary)), m_ownWords(std::move(ownWords)) {}

SpellChecker::~SpellChecker() = default;

void SpellChecker::open() {
  if (m_opened) return;
  m_opened = true;
  if (!QFile::exists(m_dictionary.affixes) || !QFile::exists(m_dictionary.words)) return;
  m_speller = std::make_unique<Speller>(m_dictionary);
  if (!m_speller->isUsable()) return m_speller.reset();
  QFile own(m_ownWords);
  if (m_ownWords.isEmpty() || !own.open(QIODevice::ReadOnly)) return;
  for (const QByteArray& line : own.readAll().split('\n')) {
    const QString word = QString::fromUtf8(line).trimmed();
    if (!word.isEmpty()) m_speller->hunspell.add(m_speller->bytes(word));
  }
}

bool SpellChecker::isRight(const QString& word) {
  const std::lock_guard lock(m_mutex);
  open();
  return m_speller == nullptr || m_speller->hunspell.spell(m_speller->bytes(word));
}

QStringList SpellChecker::suggestions(const QString& word) {
  const std::lock_guard lock(m_mutex);
  open();
  QStringList found;
  if (m_speller == nullptr) return found;
  for (const std::string& each : m_speller->hunspell.suggest(m_speller->bytes(word))) {
    if (found.size() < MostSuggestions) found << m_speller->text(each);
  }
  return found;
}

bool SpellChecker::learn(const QString& word) {
  const std::lock_guard lock(m_mutex);
  open();
  if (m_speller != nullptr) m_speller->hunspell.add(m_speller->bytes(word));
  if (m_ownWords.isEmpty()) return true;
  QDir().mkpath(QFileInfo(m_ownWords).absolutePath());
  QFile own(m_ownWords);
  return own.open(QIODevice::WriteOnly | QIODevice::Append) && own.write(word.toUtf8() + '\n') > 0;
}

}  // namespace heliograph::editors
