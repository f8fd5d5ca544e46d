// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/generic/curl_command.h"

namespace heliograph::providers {
namespace {

/// Walks over a command line once.
class ShellReader {
 public:
  explicit ShellReader(const QString& text) : m_text(text) {}

  Result<QStringList> read() {
    while (m_at < m_text.size() && !m_ended) {
      if (!step()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("A quote isn't closed. Paste the whole command."));
      }
    }
    endWord();
    return m_words;
  }

 private:
  bool step() {
    const QChar sign = m_text.at(m_at++);
    if (sign == u'\\') return escaped();
    if (sign == u'\'') return upTo(u'\'');
    if (sign == u'"') return doubleQuoted();
    if (sign == u'$' && next() == u'\'') return ansiQuoted();
    if (sign == u'$' && next() == u'"') return true;
    if (sign.isSpace()) {
      endWord();
    } else if (sign == u'|' || sign == u';' || sign == u'>' || sign == u'<' || (sign == u'&' && !inAddress())) {
      m_ended = true;
    } else if (sign == u'#' && !m_inWord) {
      while (m_at < m_text.size() && m_text.at(m_at) != u'\n') ++m_at;
    } else {
      put(sign);
    }
    return true;
  }

  /// People forget the quotes around an address with several parameters.
  [[nodiscard]] bool inAddress() const { return m_word.contains(QStringLiteral("://")) && !next().isSpace(); }

  [[nodiscard]] QChar next() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(u' '); }

  void put(QChar sign) {
    m_word.append(sign);
    m_inWord = true;
  }

  void endWord() {
    if (m_inWord) m_words.append(m_word);
    m_word.clear();
    m_inWord = false;
  }

  bool escaped() {
    if (m_at >= m_text.size()) return true;
    const QChar sign = m_text.at(m_at++);
    if (sign == u'\r' && next() == u'\n') ++m_at;
    // Blanks behind the backslash of a line that goes on are a slip everybody makes.
    else if (sign != u'\n' && sign != u'\r' && !(sign == u' ' && restOfLineIsBlank()))
      put(sign);
    return true;
  }

  [[nodiscard]] bool restOfLineIsBlank() const {
    for (qsizetype at = m_at; at < m_text.size(); ++at) {
      if (m_text.at(at) == u'\n') return true;
      if (!m_text.at(at).isSpace()) return false;
    }
    return true;
  }

  bool upTo(QChar quote) {
    m_inWord = true;
    while (m_at < m_text.size()) {
      const QChar sign = m_text.at(m_at++);
      if (sign == quote) return true;
      m_word.append(sign);
    }
    return false;
  }

  bool doubleQuoted() {
    m_inWord = true;
    while (m_at < m_text.size()) {
      const QChar sign = m_text.at(m_at++);
      if (sign == u'"') return true;
      if (sign != u'\\' || m_at >= m_text.size()) {
        m_word.append(sign);
        continue;
      }
      const QChar behind = m_text.at(m_at++);
      if (behind == u'\n') continue;
      if (!QStringLiteral("\"\\$`").contains(behind)) m_word.append(sign);
      m_word.append(behind);
    }
    return false;
  }

  bool ansiQuoted() {
    ++m_at;
    m_inWord = true;
    while (m_at < m_text.size()) {
      const QChar sign = m_text.at(m_at++);
      if (sign == u'\'') return true;
      if (sign != u'\\' || m_at >= m_text.size()) {
        m_word.append(sign);
      } else {
        ansiEscape(m_text.at(m_at++));
      }
    }
    return false;
  }

  void ansiEscape(QChar sign) {
    switch (sign.unicode()) {
      case u'n':
        return void(m_word.append(u'\n'));
      case u't':
        return void(m_word.append(u'\t'));
      case u'r':
        return void(m_word.append(u'\r'));
      case u'x':
        return number(2, 16);
      case u'u':
        return number(4, 16);
      case u'U':
        return number(8, 16);
      case u'0':
        --m_at;
        return number(4, 8);
      default:
        m_word.append(sign);
    }
  }

  /// A sign by its number of at most `most` digits.
  void number(int most, int base) {
    uint code = 0;
    for (; most > 0 && m_at < m_text.size(); --most, ++m_at) {
      bool isDigit = false;
      const uint digit = QString(m_text.at(m_at)).toUInt(&isDigit, base);
      if (!isDigit) break;
      code = code * static_cast<uint>(base) + digit;
    }
    const char32_t sign = code <= 0x10FFFF ? static_cast<char32_t>(code) : char32_t(0xFFFD);
    m_word.append(QString::fromUcs4(&sign, 1));
  }

  const QString& m_text;
  qsizetype m_at = 0;
  QString m_word;
  QStringList m_words;
  bool m_inWord = false;
  bool m_ended = false;
};

}  // namespace

Result<QStringList> shellWords(const QString& text) {
  return ShellReader(text).read();
}

}  // namespace heliograph::providers
