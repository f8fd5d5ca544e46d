// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/text_highlights.h"

#include <QRegularExpression>
#include <algorithm>

namespace heliograph::editors {
namespace {

constexpr qsizetype Longest = 20'000;  // beyond it links and markup are not looked for

/// The cells as text of the same length; pills and marks as U+FFFC.
QString shownText(const MessageText& text) {
  QString shown;
  shown.reserve(text.size());
  for (const MessageText::Cell& cell : text.cells()) {
    switch (cell.kind) {
      case MessageText::Cell::Kind::Unit:
        shown += QChar(cell.unit);
        break;
      case MessageText::Cell::Kind::Break:
        shown += QLatin1Char('\n');
        break;
      case MessageText::Cell::Kind::Pill:
      case MessageText::Cell::Kind::Place:
      case MessageText::Cell::Kind::Mark:
      case MessageText::Cell::Kind::Emoji:
        shown += QChar(QChar::ObjectReplacementCharacter);
        break;
    }
  }
  return shown;
}

bool isObject(const MessageText::Cell& cell) {
  return cell.kind != MessageText::Cell::Kind::Unit && cell.kind != MessageText::Cell::Kind::Break;
}

const QRegularExpression& linkPattern() {
  static const QRegularExpression pattern(
      QStringLiteral(R"re(\b(?:https?://[^\s\x{FFFC}{}]+|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/[^\s\x{FFFC}{}]*))re"));
  return pattern;
}

QTextCharFormat problemFormat(const EditorProblem& problem, const EditorTheme& theme) {
  QTextCharFormat format;
  if (problem.kind == EditorProblem::Kind::Costly) {
    format.setBackground(theme.attentionWeak);
    format.setUnderlineStyle(QTextCharFormat::DotLine);
    format.setUnderlineColor(theme.attention);
    return format;
  }
  const bool spelling = problem.kind == EditorProblem::Kind::Spelling;
  format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
  format.setUnderlineColor(spelling ? theme.spelling : problem.blocks ? theme.problem : theme.attention);
  return format;
}

std::vector<std::pair<qsizetype, qsizetype>> markupOf(const QString& shown) {
  std::vector<std::pair<qsizetype, qsizetype>> ranges;
  for (qsizetype i = 0; i + 1 < shown.size(); ++i) {
    if (shown[i] != QLatin1Char('{')) continue;
    const bool output = shown[i + 1] == QLatin1Char('{');
    if (!output && shown[i + 1] != QLatin1Char('%')) continue;
    const qsizetype close = shown.indexOf(output ? QLatin1String("}}") : QLatin1String("%}"), i + 2);
    const qsizetype end = close < 0 ? shown.size() : close + 2;
    ranges.emplace_back(i, end);
    i = end - 1;
  }
  return ranges;
}

}  // namespace

std::vector<std::pair<qsizetype, qsizetype>> linkRanges(const QString& text) {
  std::vector<std::pair<qsizetype, qsizetype>> ranges;
  for (auto found = linkPattern().globalMatch(text); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    ranges.emplace_back(match.capturedStart(), match.capturedEnd());
  }
  return ranges;
}

std::vector<std::pair<qsizetype, qsizetype>> markupRanges(const MessageText& text) {
  return markupOf(shownText(text));
}

std::vector<TextHighlight> highlightsOf(const MessageText& text, const std::vector<EditorProblem>& problems,
                                        const EditorTheme& theme) {
  std::vector<TextHighlight> highlights;
  if (text.size() <= Longest) {
    const QString shown = shownText(text);
    QTextCharFormat link;
    link.setForeground(theme.accent);
    for (const auto& [begin, end] : linkRanges(shown)) highlights.push_back(TextHighlight{begin, end, link});
    QTextCharFormat markup;
    markup.setForeground(theme.markup);
    markup.setBackground(theme.quiet);
    for (const auto& [begin, end] : markupOf(shown)) highlights.push_back(TextHighlight{begin, end, markup});
  }
  for (const EditorProblem& problem : problems) {
    auto [begin, end] = text.cellsOfBytes(problem.begin, problem.end);
    if (begin == end) end = std::min(begin + 1, text.size());
    TextHighlight shown{begin, end, problemFormat(problem, theme)};
    // A ground behind an object means that it is selected.
    if (begin < text.size() && isObject(text.cells()[static_cast<std::size_t>(begin)])) {
      shown.format.clearBackground();
    }
    highlights.push_back(std::move(shown));
  }
  return highlights;
}

}  // namespace heliograph::editors
