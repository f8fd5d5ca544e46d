// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/result.h"
#include "providers/template/escaping.h"

namespace heliograph::providers {

/// What the tokens of a request stand for in one send: "To", "Body", "settings.from", "secrets.auth_token", …
using TokenValues = QHash<QString, QString>;

/// How tokens are written: as in definition files, or as in the generic provider.
enum class TokenStyle { Braces, Dollars };

/// Text with tokens in it, parsed once. There is nothing but substitution: no conditions, no expressions.
class TextTemplate final {
 public:
  struct Piece {
    bool isToken = false;
    QString text;  ///< the literal text, or the token's name

    bool operator==(const Piece&) const = default;
  };

  TextTemplate() = default;
  explicit TextTemplate(std::vector<Piece> pieces) : m_pieces(std::move(pieces)) {}

  /// The form of definition files: `{To}`, `{settings.from}`; `{{` and `}}` are the braces themselves.
  /// Error: InvalidInput for a brace left open or an empty name.
  [[nodiscard]] static Result<TextTemplate> parse(const QString& text);
  /// The form of the generic provider: `$$To`. A name is letters, digits and underscores.
  [[nodiscard]] static TextTemplate parseDollars(const QString& text);
  /// Text without tokens.
  [[nodiscard]] static TextTemplate literal(const QString& text);

  /// Literal text as it is, each token's value escaped for `place`. Error: InvalidInput for a token without a value or
  /// a value that `place` can't hold.
  [[nodiscard]] Result<QByteArray> render(const TokenValues& values, Place place) const;

  [[nodiscard]] const std::vector<Piece>& pieces() const { return m_pieces; }
  [[nodiscard]] QStringList tokens() const;
  [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }
  bool operator==(const TextTemplate&) const = default;

 private:
  std::vector<Piece> m_pieces;
};

}  // namespace heliograph::providers
