// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/link_finder.h"

#include <algorithm>
#include <array>

#include "message/printed_text.h"
#include "message/utf8_reader.h"

namespace heliograph::message {
namespace {

/// Stands for a tag of Liquid while links are looked for in a source: no link goes over it.
constexpr char kTagMark = '\x01';
/// Stands for the bytes of an output: they may be anything that links hold.
constexpr char kOutputMark = 'x';

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isAlphabetic(char c) {
  return isLower(c) || (c >= 'A' && c <= 'Z');
}
bool isWide(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// Scripts that are written without blanks between words.
bool isUnspaced(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

/// Blanks, quotation marks and sentence marks outside ASCII.
bool isWideEnd(char32_t c) {
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2010 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFF0F) ||
         (c >= 0xFF1A && c <= 0xFF20) || c == 0xFEFF || c == 0xFFFD;
}

/// Endings with which a bare name is taken for a site. Those of countries only in small letters, as a sentence may
/// begin behind a full stop without its blank.
bool isCommonEnding(std::string_view label) {
  static constexpr std::array<std::string_view, 14> general{"com", "net", "org",  "info",  "biz",  "io",  "co",
                                                            "app", "dev", "shop", "store", "site", "xyz", "online"};
  static constexpr std::array<std::string_view, 34> countries{
      "ae", "ar", "at", "au", "be", "br", "ca", "ch", "cl", "cz", "de", "dk", "es", "eu", "fi", "fr", "gr",
      "hu", "ie", "in", "it", "jp", "ke", "mt", "mx", "ng", "nl", "nz", "pl", "pt", "se", "sg", "uk", "za"};
  if (std::find(countries.begin(), countries.end(), label) != countries.end()) return true;
  return std::any_of(general.begin(), general.end(), [&](std::string_view known) {
    return known.size() == label.size() &&
           std::equal(known.begin(), known.end(), label.begin(), [](char a, char b) { return a == (b | 0x20); });
  });
}

class LinkScanner final {
 public:
  explicit LinkScanner(std::string_view text) : m_text(text) {}

  std::vector<LinkSpan> run() {
    char32_t before = ' ';
    while (m_at < m_text.size()) {
      const std::size_t end = isWordPart(m_at) && mayBegin(before) ? linkAt(m_at) : m_at;
      if (end > m_at) {
        m_links.push_back({m_at, end});
        m_at = end;
        before = ' ';
      } else {
        before = step();
      }
    }
    return std::move(m_links);
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }
  [[nodiscard]] bool isWordPart(std::size_t i) const {
    const char c = at(i);
    return isAlphabetic(c) || isDigit(c) || isWide(c);
  }
  static bool mayBegin(char32_t before) {
    if (before >= 0x80) return isUnspaced(before) || isWideEnd(before);
    const char c = static_cast<char>(before);
    return !isAlphabetic(c) && !isDigit(c) && c != '_' && c != '@' && c != '.' && c != '-' && c != '/' && c != '%';
  }

  /// Over the word that begins here, or one character; gives the last character.
  char32_t step() {
    if (isWide(at(m_at))) return next();
    char last = m_text[m_at++];
    if (!isAlphabetic(last) && !isDigit(last)) return static_cast<char32_t>(last);
    while (isAlphabetic(at(m_at)) || isDigit(at(m_at))) last = m_text[m_at++];
    return static_cast<char32_t>(last);
  }
  char32_t next() {
    Utf8Reader reader(m_text.substr(m_at));
    const char32_t c = reader.next();
    m_at += reader.position();
    return c;
  }

  [[nodiscard]] bool hasWord(std::size_t i, std::string_view lower) const {
    if (m_text.size() - i < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), m_text.begin() + static_cast<std::ptrdiff_t>(i),
                      [](char a, char b) { return a == (isAlphabetic(b) ? static_cast<char>(b | 0x20) : b); });
  }

  /// Where the link ends that begins at `i`; `i` itself if none does.
  [[nodiscard]] std::size_t linkAt(std::size_t i) const {
    for (const std::string_view scheme : {std::string_view("https://"), std::string_view("http://")}) {
      if (!hasWord(i, scheme)) continue;
      const std::size_t host = i + scheme.size();
      if (!isWordPart(host) && at(host) != '[') return i;
      const std::size_t end = trimmed(i, restFrom(host));
      return end > host ? end : i;
    }
    return siteAt(i);
  }

  /// A site without a scheme: "www.nova.example", "nova.example/bf", "nova.com".
  [[nodiscard]] std::size_t siteAt(std::size_t i) const {
    std::size_t end = i;
    std::size_t last = i;
    int labels = 0;
    for (std::size_t label = i;;) {
      end = labelEnd(label);
      if (end == label) return i;
      ++labels;
      last = label;
      if (at(end) != '.' || labelEnd(end + 1) == end + 1) break;
      label = end + 1;
    }
    const std::string_view ending = m_text.substr(last, end - last);
    if (labels < 2 || !isEnding(ending) || at(end) == '@' || at(end) == '_') return i;
    const bool known = isCommonEnding(ending) || (labels > 2 && hasWord(i, "www."));
    const std::size_t rest = portEnd(end);
    if (at(rest) == '/') return trimmed(i, restFrom(rest));
    if (!known) return i;
    return at(rest) == '?' || at(rest) == '#' ? trimmed(i, restFrom(rest)) : rest;
  }

  /// Letters, figures and hyphens; `i` itself if it is no label. Latin letters don't share one with unspaced scripts.
  [[nodiscard]] std::size_t labelEnd(std::size_t i) const {
    std::size_t end = i;
    bool latin = false;
    bool unspaced = false;
    while (end < m_text.size()) {
      const char c = m_text[end];
      if (isWide(c)) {
        Utf8Reader reader(m_text.substr(end));
        const char32_t wide = reader.next();
        if (isWideEnd(wide)) break;
        unspaced = unspaced || isUnspaced(wide);
        end += reader.position();
      } else if (isAlphabetic(c) || isDigit(c) || c == '-') {
        latin = latin || isAlphabetic(c);
        ++end;
      } else {
        break;
      }
    }
    while (end > i && m_text[end - 1] == '-') --end;
    return (latin && unspaced) || at(i) == '-' ? i : end;
  }

  [[nodiscard]] static bool isEnding(std::string_view label) {
    if (label.size() < 2) return false;
    if (label.starts_with("xn--")) return true;
    return std::all_of(label.begin(), label.end(), [](char c) { return isAlphabetic(c) || isWide(c); });
  }

  [[nodiscard]] std::size_t portEnd(std::size_t i) const {
    if (at(i) != ':') return i;
    std::size_t end = i + 1;
    while (isDigit(at(end))) ++end;
    return end > i + 2 && end < i + 7 ? end : i;
  }

  /// Up to the next blank, control character, quotation mark or angle bracket.
  [[nodiscard]] std::size_t restFrom(std::size_t i) const {
    while (i < m_text.size()) {
      const char c = m_text[i];
      if (isWide(c)) {
        Utf8Reader reader(m_text.substr(i));
        if (isWideEnd(reader.next())) return i;
        i += reader.position();
        continue;
      }
      if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '\x7F') return i;
      ++i;
    }
    return i;
  }

  /// Without what belongs to the sentence around it.
  [[nodiscard]] std::size_t trimmed(std::size_t begin, std::size_t end) const {
    while (end > begin) {
      const char last = m_text[end - 1];
      const char opening = last == ')' ? '(' : last == ']' ? '[' : last == '}' ? '{' : '\0';
      if (opening != '\0') {
        const auto link = m_text.substr(begin, end - begin);
        if (std::count(link.begin(), link.end(), opening) >= std::count(link.begin(), link.end(), last)) return end;
      } else if (std::string_view(".,;:!?'*").find(last) == std::string_view::npos) {
        return end;
      }
      --end;
    }
    return end;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::vector<LinkSpan> m_links;
};

/// Where an output or a tag ends that begins at `begin`.
qsizetype liquidEnd(const QByteArray& source, qsizetype begin, qsizetype limit) {
  const qsizetype closing = source.indexOf(source[begin + 1] == '{' ? "}}" : "%}", begin + 2);
  return closing < 0 ? limit : std::min(closing + 2, limit);
}

/// What is no plain text of a source, with outputs and tags told apart.
void maskGap(const QByteArray& source, qsizetype begin, qsizetype end, QByteArray& masked) {
  for (qsizetype i = begin; i < end;) {
    const bool output = i + 1 < end && source[i] == '{' && source[i + 1] == '{';
    const bool tag = i + 1 < end && source[i] == '{' && source[i + 1] == '%';
    const qsizetype next = output || tag ? liquidEnd(source, i, end) : i + 1;
    std::fill(masked.begin() + i, masked.begin() + next, output ? kOutputMark : kTagMark);
    i = next;
  }
}

}  // namespace

std::vector<LinkSpan> findLinks(std::string_view utf8) {
  // Most texts have none, and every link has one of these.
  if (utf8.find('.') == std::string_view::npos && utf8.find("://") == std::string_view::npos) return {};
  return LinkScanner(utf8).run();
}

std::vector<SourceLink> linksInSource(const QByteArray& source) {
  QByteArray masked = source;
  std::vector<bool> printed(static_cast<std::size_t>(source.size()), false);
  qsizetype done = 0;
  for (const PrintedText& text : printedText(source)) {
    if (text.quote != '\0') continue;
    maskGap(source, done, text.begin, masked);
    std::fill(printed.begin() + text.begin, printed.begin() + text.end, true);
    done = text.end;
  }
  maskGap(source, done, source.size(), masked);
  std::vector<SourceLink> links;
  for (const LinkSpan& span : findLinks({masked.constData(), static_cast<std::size_t>(masked.size())})) {
    const auto begin = printed.begin() + static_cast<std::ptrdiff_t>(span.begin);
    const auto end = printed.begin() + static_cast<std::ptrdiff_t>(span.end);
    const bool plain = std::find(begin, end, false) == end;
    if (std::find(begin, end, true) == end) continue;
    const auto at = static_cast<qsizetype>(span.begin);
    const auto size = static_cast<qsizetype>(span.end - span.begin);
    links.push_back({at, at + size, QString::fromUtf8(source.mid(at, size)), !plain});
  }
  return links;
}

QUrl addressOfLink(const QString& link) {
  const bool hasScheme = link.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                         link.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
  return QUrl(hasScheme ? link : QStringLiteral("http://") + link);
}

}  // namespace heliograph::message
