// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/word_difference.h"

#include <QStringView>
#include <algorithm>

namespace heliograph::campaign {

namespace {

using Words = std::vector<QStringView>;

/// A table of more cells is not made: what differs is shown as one piece then.
constexpr std::size_t kMostCells = 4'000'000;

qsizetype tagEnd(QStringView text, qsizetype begin) {
  for (const auto& [open, close] : {std::pair(QStringView(u"{{"), QStringView(u"}}")), {u"{%", u"%}"}}) {
    if (!text.mid(begin).startsWith(open)) continue;
    const qsizetype end = text.indexOf(close, begin + open.size());
    if (end >= 0) return end + close.size();
  }
  return begin;
}

qsizetype wordEnd(QStringView text, qsizetype begin) {
  if (const qsizetype end = tagEnd(text, begin); end > begin) return end;
  const auto kind = [](QChar sign) {
    if (sign.isSpace()) return 0;
    return sign.isLetterOrNumber() || sign.isMark() || sign.isSurrogate() ? 1 : 2;
  };
  qsizetype end = begin + 1;
  if (kind(text[begin]) == 2) return end;
  while (end < text.size() && kind(text[end]) == kind(text[begin])) ++end;
  return end;
}

Words wordsOf(QStringView text) {
  Words words;
  for (qsizetype begin = 0; begin < text.size();) {
    const qsizetype end = wordEnd(text, begin);
    words.push_back(text.mid(begin, end - begin));
    begin = end;
  }
  return words;
}

/// Joins stretches of one kind as they come.
class Pieces {
 public:
  void add(TextPiece::Kind kind, QStringView text) {
    if (text.isEmpty()) return;
    if (m_pieces.empty() || m_pieces.back().kind != kind) m_pieces.push_back({kind, {}});
    m_pieces.back().text += text;
  }
  void addAll(TextPiece::Kind kind, const Words& words, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) add(kind, words[i]);
  }
  [[nodiscard]] std::vector<TextPiece> take() { return std::move(m_pieces); }

 private:
  std::vector<TextPiece> m_pieces;
};

/// The longest common subsequence of what lies between the equal ends.
class Middle {
 public:
  Middle(const Words& before, const Words& after, std::size_t front, std::size_t back)
      : m_before(before),
        m_after(after),
        m_front(front),
        m_rows(before.size() - front - back),
        m_columns(after.size() - front - back) {}

  void writeTo(Pieces& pieces) {
    if (m_rows * m_columns <= kMostCells) fill();
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t removedFrom = 0;
    std::size_t addedFrom = 0;
    const auto flush = [&] {
      pieces.addAll(TextPiece::Kind::Removed, m_before, m_front + removedFrom, m_front + row);
      pieces.addAll(TextPiece::Kind::Added, m_after, m_front + addedFrom, m_front + column);
    };
    while (!m_lengths.empty() && row < m_rows && column < m_columns) {
      if (!same(row, column)) {
        ++(length(row + 1, column) >= length(row, column + 1) ? row : column);
        continue;
      }
      flush();
      pieces.add(TextPiece::Kind::Same, m_before[m_front + row]);
      removedFrom = ++row;
      addedFrom = ++column;
    }
    row = m_rows;
    column = m_columns;
    flush();
  }

 private:
  [[nodiscard]] bool same(std::size_t row, std::size_t column) const {
    return m_before[m_front + row] == m_after[m_front + column];
  }
  [[nodiscard]] quint32& length(std::size_t row, std::size_t column) {
    return m_lengths[row * (m_columns + 1) + column];
  }
  void fill() {
    m_lengths.assign((m_rows + 1) * (m_columns + 1), 0);
    for (std::size_t row = m_rows; row-- > 0;) {
      for (std::size_t column = m_columns; column-- > 0;) {
        length(row, column) = same(row, column) ? length(row + 1, column + 1) + 1
                                                : std::max(length(row + 1, column), length(row, column + 1));
      }
    }
  }

  const Words& m_before;
  const Words& m_after;
  std::size_t m_front;
  std::size_t m_rows;
  std::size_t m_columns;
  std::vector<quint32> m_lengths;  ///< of the longest common subsequence of what begins at row and column
};

}  // namespace

std::vector<TextPiece> wordDifference(const QString& before, const QString& after) {
  const Words old = wordsOf(before);
  const Words now = wordsOf(after);
  const std::size_t shorter = std::min(old.size(), now.size());
  std::size_t front = 0;
  while (front < shorter && old[front] == now[front]) ++front;
  std::size_t back = 0;
  while (back < shorter - front && old[old.size() - 1 - back] == now[now.size() - 1 - back]) ++back;
  Pieces pieces;
  pieces.addAll(TextPiece::Kind::Same, old, 0, front);
  Middle(old, now, front, back).writeTo(pieces);
  pieces.addAll(TextPiece::Kind::Same, old, old.size() - back, old.size());
  return pieces.take();
}

}  // namespace heliograph::campaign
