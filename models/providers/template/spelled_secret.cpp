// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/spelled_secret.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <optional>

namespace heliograph::providers {
namespace {

constexpr qsizetype kLongestEntity = 12;

std::optional<uint> numberIn(QStringView digits, int base) {
  bool isNumber = false;
  const uint number = digits.toUInt(&isNumber, base);
  return isNumber && !digits.startsWith(u'+') ? std::optional(number) : std::nullopt;
}

/// Looks for one secret in one text.
class SpelledSearch {
 public:
  SpelledSearch(const QString& text, const QString& secret) : m_text(text), m_letters(secret.toUcs4()) {}

  /// Where the secret ends if it begins at `from`.
  std::optional<qsizetype> endFrom(qsizetype from) { return endOf(from, 0); }

 private:
  std::optional<qsizetype> endOf(qsizetype at, qsizetype letter) {
    // On as long as there is one way; most letters have no other.
    for (; letter < m_letters.size(); ++letter) {
      const QList<qsizetype> ends = endsOf(at, m_letters.at(letter));
      if (ends.isEmpty()) return std::nullopt;
      if (ends.size() == 1) {
        at = ends.front();
        continue;
      }
      return endOfAny(ends, at, letter);
    }
    return at;
  }

  std::optional<qsizetype> endOfAny(const QList<qsizetype>& ends, qsizetype at, qsizetype letter) {
    const auto place = qMakePair(at, letter);
    if (m_failed.contains(place)) return std::nullopt;
    for (const qsizetype end : ends) {
      if (const auto found = endOf(end, letter + 1)) return found;
    }
    m_failed.insert(place);
    return std::nullopt;
  }

  /// Where a letter that begins here may end, the longest way first.
  QList<qsizetype> endsOf(qsizetype at, uint code) const {
    QList<qsizetype> ends;
    if (at >= m_text.size()) return ends;
    const auto add = [&](qsizetype end) {
      if (end > at) ends << end;
    };
    switch (m_text.at(at).unicode()) {
      case u'%':
        add(percentEnd(at, code, QStringLiteral("%25")));
        add(percentEnd(at, code, QStringLiteral("%")));
        break;
      case u'\\':
        add(escapeEnd(at, code));
        break;
      case u'&':
        add(entityEnd(at, code));
        break;
      case u'+':
        if (code == u' ') add(at + 1);
        break;
      default:
        break;
    }
    if (QChar::requiresSurrogates(code)) {
      const bool is = m_text.at(at) == QChar::highSurrogate(code) && at + 1 < m_text.size() &&
                      m_text.at(at + 1) == QChar::lowSurrogate(code);
      if (is) add(at + 2);
    } else if (m_text.at(at) == QChar(static_cast<char16_t>(code))) {
      add(at + 1);
    }
    return ends;
  }

  qsizetype percentEnd(qsizetype at, uint code, const QString& sign) const {
    const char32_t letter = code;
    for (const char byte : QString::fromUcs4(&letter, 1).toUtf8()) {
      if (!QStringView(m_text).mid(at).startsWith(sign)) return -1;
      const QStringView hex = QStringView(m_text).mid(at + sign.size(), 2);
      if (hex.size() < 2 || numberIn(hex, 16) != static_cast<unsigned char>(byte)) return -1;
      at += sign.size() + 2;
    }
    return at;
  }

  /// JSON: \n, \/, \u0026, two of these for a letter beyond the basic plane.
  qsizetype escapeEnd(qsizetype at, uint code) const {
    static const QHash<QChar, uint> known{{u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'}, {u'b', u'\b'},
                                          {u'f', u'\f'}, {u'"', u'"'},  {u'/', u'/'},  {u'\\', u'\\'}};
    if (at + 1 < m_text.size() && known.contains(m_text.at(at + 1))) {
      return known.value(m_text.at(at + 1)) == code ? at + 2 : -1;
    }
    const char32_t letter = code;
    for (const QChar unit : QString::fromUcs4(&letter, 1)) {
      const QStringView escape = QStringView(m_text).mid(at, 6);
      if (escape.size() < 6 || !escape.startsWith(QStringLiteral("\\u"))) return -1;
      if (numberIn(escape.mid(2), 16) != unit.unicode()) return -1;
      at += 6;
    }
    return at;
  }

  /// HTML and XML: &amp;, &#38;, &#x26;.
  qsizetype entityEnd(qsizetype at, uint code) const {
    static const QHash<QString, uint> known{{QStringLiteral("amp"), u'&'},
                                            {QStringLiteral("lt"), u'<'},
                                            {QStringLiteral("gt"), u'>'},
                                            {QStringLiteral("quot"), u'"'},
                                            {QStringLiteral("apos"), u'\''}};
    const QStringView entity = QStringView(m_text).mid(at + 1, kLongestEntity);
    const qsizetype length = entity.indexOf(u';');
    if (length < 2) return -1;
    const QStringView name = entity.left(length);
    std::optional<uint> meant;
    if (name.startsWith(QStringLiteral("#x"), Qt::CaseInsensitive)) {
      meant = numberIn(name.mid(2), 16);
    } else if (name.startsWith(u'#')) {
      meant = numberIn(name.mid(1), 10);
    } else if (const auto found = known.constFind(name.toString()); found != known.constEnd()) {
      meant = *found;
    }
    return meant == code ? at + length + 2 : -1;
  }

  const QString& m_text;
  const QList<uint> m_letters;
  QSet<QPair<qsizetype, qsizetype>> m_failed;
};

}  // namespace

QString withoutSpelled(const QString& text, const QString& secret, const QString& mark) {
  if (secret.isEmpty()) return text;
  SpelledSearch search(text, secret);
  QString out;
  qsizetype kept = 0;
  for (qsizetype at = 0; at < text.size(); ++at) {
    const auto end = search.endFrom(at);
    if (!end) continue;
    out += text.mid(kept, at - kept) + mark;
    kept = *end;
    at = *end - 1;
  }
  return kept == 0 ? text : out + text.mid(kept);
}

}  // namespace heliograph::providers
