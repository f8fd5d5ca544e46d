// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>

#include "core/result.h"
#include "providers/template/text_template.h"

namespace heliograph::providers {

/// A JSON document in whose texts and member names tokens may stand. Numbers keep their spelling and members their
/// order.
class JsonTemplate final {
 public:
  struct Node {
    enum class Kind {
      Literal,  ///< a number, true, false, null: as it is written
      Text,     ///< a text, or one token that becomes a number or a truth value
      List,     ///< names of the children are empty
      Named,
    };
    enum class As { Text, Number, Boolean };  ///< what a Text becomes; the last two for one token alone

    Kind kind = Kind::Literal;
    As as = As::Text;
    QByteArray literal;
    TextTemplate text;
    std::vector<std::pair<TextTemplate, Node>> children;

    bool operator==(const Node& other) const {
      return kind == other.kind && as == other.as && literal == other.literal && text == other.text &&
             children == other.children;
    }
  };

  /// Error: InvalidInput, saying in which line it isn't JSON, or what is wrong with a token. In the style of definition
  /// files a text `"{NAME:number}"` or `"{NAME:boolean}"` becomes a number or a truth value.
  [[nodiscard]] static Result<JsonTemplate> parse(const QString& text, TokenStyle style);

  [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
  [[nodiscard]] const Node& root() const { return m_root; }
  [[nodiscard]] Node& root() { return m_root; }
  /// All tokens in it, in their order.
  [[nodiscard]] QStringList tokens() const;
  /// Those under the element of the list at `path` ("messages", "sms.list"; "$": the document is the list), or those
  /// everywhere else. An empty path has nothing under it.
  [[nodiscard]] QStringList tokensUnder(const QString& path, bool inside) const;
  /// The list at `path`; null if there is none.
  [[nodiscard]] const Node* listAt(const QString& path) const;

  bool operator==(const JsonTemplate&) const = default;

 private:
  Node m_root;
  bool m_isEmpty = true;
};

}  // namespace heliograph::providers
