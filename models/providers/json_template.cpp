// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json_template.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace heliograph::providers {
namespace {

using TemplatePieces = std::vector<TextTemplate::Piece>;

/// The end of the string that begins after the quote at `start - 1`: the position of its closing quote, or the text's
/// end.
qsizetype stringEnd(const QString& text, qsizetype start) {
  qsizetype i = start;
  while (i < text.size() && text.at(i) != QLatin1Char('"')) i += text.at(i) == QLatin1Char('\\') ? 2 : 1;
  return std::min(i, text.size());
}

Result<TemplatePieces> piecesOf(const QString& text, TokenStyle style) {
  TemplatePieces pieces;
  qsizetype outside = 0;
  while (outside < text.size()) {
    const qsizetype quote = text.indexOf(QLatin1Char('"'), outside);
    if (quote < 0) break;
    pieces.push_back({false, text.mid(outside, quote + 1 - outside)});
    const qsizetype end = stringEnd(text, quote + 1);
    const QString inside = text.mid(quote + 1, end - quote - 1);
    auto parsed = style == TokenStyle::Braces ? TextTemplate::parse(inside) : TextTemplate::parseDollars(inside);
    if (!parsed) return fail(parsed.error());
    pieces.insert(pieces.end(), parsed->pieces().begin(), parsed->pieces().end());
    if (end < text.size()) pieces.push_back({false, QStringLiteral("\"")});
    outside = end + 1;
  }
  if (outside < text.size()) pieces.push_back({false, text.mid(outside)});
  return pieces;
}

/// Tokens may hold anything, so that a template is right if it is right with any text in their places.
Result<> checkJson(const QString& text, const TextTemplate& parsed) {
  QByteArray sample;
  for (const auto& piece : parsed.pieces()) sample += piece.isToken ? QByteArray("x") : piece.text.toUtf8();
  QJsonParseError problem;
  QJsonDocument::fromJson(sample, &problem);
  if (problem.error == QJsonParseError::NoError) return {};
  const QString before = text.left(problem.offset);
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("This isn't valid JSON near line %1: %2. Tokens stand inside quotes.")
                  .arg(before.count(QLatin1Char('\n')) + 1)
                  .arg(problem.errorString()));
}

}  // namespace

Result<TextTemplate> parseJsonTemplate(const QString& text, TokenStyle style) {
  auto pieces = piecesOf(text, style);
  if (!pieces) return fail(pieces.error());
  TextTemplate parsed(std::move(*pieces));
  HELIOGRAPH_TRY(checkJson(text, parsed));
  return parsed;
}

}  // namespace heliograph::providers
