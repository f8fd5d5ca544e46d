// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "core/result.h"
#include "providers/template/text_template.h"

namespace heliograph::providers {

/// An XML document in whose texts and attributes tokens may stand. Names are fixed. Comments and blank text between
/// elements are dropped.
class XmlTemplate final {
 public:
  /// An element, or a text if it has no name.
  struct Node {
    QString name;
    std::vector<std::pair<QString, TextTemplate>> attributes;
    TextTemplate text;
    std::vector<Node> children;

    [[nodiscard]] bool isText() const { return name.isEmpty(); }
    bool operator==(const Node& other) const {
      return name == other.name && attributes == other.attributes && text == other.text && children == other.children;
    }
  };

  /// Error: InvalidInput, saying in which line it isn't XML, or what is wrong with a token; also for a document type,
  /// entities of its own, and one that is too deep or too large.
  [[nodiscard]] static Result<XmlTemplate> parse(const QString& text, TokenStyle style);

  [[nodiscard]] bool isEmpty() const { return m_root.name.isEmpty(); }
  [[nodiscard]] const Node& root() const { return m_root; }
  [[nodiscard]] Node& root() { return m_root; }
  /// All tokens in it, in their order.
  [[nodiscard]] QStringList tokens() const;
  /// Those in the element at `path` ("request.message"), or those everywhere else.
  [[nodiscard]] QStringList tokensUnder(const QString& path, bool inside) const;
  /// The element at `path`, whose first step is the root; null if there is none.
  [[nodiscard]] const Node* elementAt(const QString& path) const;

  bool operator==(const XmlTemplate&) const = default;

 private:
  Node m_root;
};

}  // namespace heliograph::providers
