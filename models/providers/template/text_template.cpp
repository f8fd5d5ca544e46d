// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/text_template.h"

namespace heliograph::providers {
namespace {

bool isNameCharacter(QChar c) {
  return c == QLatin1Char('_') || (c.unicode() < 0x80 && (c.isLetter() || c.isDigit()));
}

/// Gathers pieces, joining neighbouring literals.
class Pieces {
 public:
  void literal(QChar c) { m_literal.append(c); }
  void token(const QString& name) {
    flush();
    m_pieces.push_back({true, name});
  }
  std::vector<TextTemplate::Piece> take() {
    flush();
    return std::move(m_pieces);
  }

 private:
  void flush() {
    if (!m_literal.isEmpty()) m_pieces.push_back({false, m_literal});
    m_literal.clear();
  }

  QString m_literal;
  std::vector<TextTemplate::Piece> m_pieces;
};

}  // namespace

Result<TextTemplate> TextTemplate::parse(const QString& text) {
  Pieces pieces;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text.at(i);
    const bool brace = c == QLatin1Char('{') || c == QLatin1Char('}');
    if (brace && i + 1 < text.size() && text.at(i + 1) == c) {
      pieces.literal(c);
      ++i;
    } else if (c == QLatin1Char('{')) {
      const qsizetype end = text.indexOf(QLatin1Char('}'), i);
      if (end <= i + 1) {
        return fail(
            ErrorCode::InvalidInput,
            QStringLiteral("the token at character %1 has no name or no closing “}” (write “{{” for the brace itself)")
                .arg(i + 1));
      }
      pieces.token(text.mid(i + 1, end - i - 1));
      i = end;
    } else if (brace) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“}” at character %1 closes nothing (write “}}” for the brace itself)").arg(i + 1));
    } else {
      pieces.literal(c);
    }
  }
  return TextTemplate(pieces.take());
}

TextTemplate TextTemplate::parseDollars(const QString& text) {
  Pieces pieces;
  for (qsizetype i = 0; i < text.size(); ++i) {
    qsizetype end = i + 2;
    if (QStringView(text).mid(i).startsWith(QLatin1String("$$"))) {
      while (end < text.size() && isNameCharacter(text.at(end))) ++end;
    }
    if (end > i + 2) {
      pieces.token(text.mid(i + 2, end - i - 2));
      i = end - 1;
    } else {
      pieces.literal(text.at(i));
    }
  }
  return TextTemplate(pieces.take());
}

TextTemplate TextTemplate::literal(const QString& text) {
  return text.isEmpty() ? TextTemplate() : TextTemplate({Piece{false, text}});
}

Result<QByteArray> TextTemplate::render(const TokenValues& values, Place place) const {
  QByteArray out;
  for (const Piece& piece : m_pieces) {
    if (!piece.isToken) {
      out += piece.text.toUtf8();
      continue;
    }
    const auto value = values.constFind(piece.text);
    if (value == values.constEnd()) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("There is no value for “%1”. Fill it in in the provider's settings.").arg(piece.text));
    }
    auto escaped = escapeFor(place, *value);
    if (!escaped) return fail(escaped.error());
    out += *escaped;
  }
  return out;
}

QStringList TextTemplate::tokens() const {
  QStringList names;
  for (const Piece& piece : m_pieces) {
    if (piece.isToken) names.append(piece.text);
  }
  return names;
}

}  // namespace heliograph::providers
