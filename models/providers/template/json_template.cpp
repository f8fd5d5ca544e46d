// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/json_template.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

namespace heliograph::providers {
namespace {

using Node = JsonTemplate::Node;

/// QJsonDocument says whether it is JSON at all; this walks over what is known to be right then, as QJsonObject keeps
/// neither the members' order nor the numbers' spelling.
class JsonReader {
 public:
  JsonReader(const QString& text, TokenStyle style) : m_text(text), m_style(style) {}

  Result<Node> value() {
    skipBlanks();
    const QChar first = m_text.at(m_at);
    if (first == QLatin1Char('{') || first == QLatin1Char('[')) return container(first == QLatin1Char('{'));
    if (first == QLatin1Char('"')) return text();
    Node node;
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !QStringLiteral(",]} \t\r\n").contains(m_text.at(m_at))) ++m_at;
    node.literal = m_text.mid(start, m_at - start).toLatin1();
    return node;
  }

 private:
  void skipBlanks() {
    while (m_at < m_text.size() && m_text.at(m_at).isSpace()) ++m_at;
  }

  Result<Node> container(bool named) {
    Node node;
    node.kind = named ? Node::Kind::Named : Node::Kind::List;
    const QChar end = named ? QLatin1Char('}') : QLatin1Char(']');
    for (++m_at, skipBlanks(); m_text.at(m_at) != end; skipBlanks()) {
      if (m_text.at(m_at) == QLatin1Char(',')) ++m_at;
      skipBlanks();
      TextTemplate name;
      if (named) {
        auto parsed = templateOf(string());
        if (!parsed) return fail(parsed.error());
        name = std::move(*parsed);
        skipBlanks();
        ++m_at;  // the colon
      }
      auto child = value();
      if (!child) return child;
      node.children.emplace_back(std::move(name), std::move(*child));
    }
    ++m_at;
    return node;
  }

  Result<Node> text() {
    Node node;
    node.kind = Node::Kind::Text;
    auto parsed = templateOf(string());
    if (!parsed) return fail(parsed.error());
    node.text = std::move(*parsed);
    if (m_style == TokenStyle::Braces) takeKind(node);
    return node;
  }

  static void takeKind(Node& node) {
    if (node.text.pieces().size() != 1 || !node.text.pieces().front().isToken) return;
    const QString token = node.text.pieces().front().text;
    const std::pair<QString, Node::As> kinds[] = {{QStringLiteral(":number"), Node::As::Number},
                                                  {QStringLiteral(":boolean"), Node::As::Boolean}};
    for (const auto& [ending, as] : kinds) {
      if (!token.endsWith(ending)) continue;
      node.as = as;
      node.text = TextTemplate({TextTemplate::Piece{true, token.chopped(ending.size())}});
    }
  }

  /// The string at the present place, its escapes resolved.
  QString string() {
    const qsizetype start = m_at++;
    while (m_text.at(m_at) != QLatin1Char('"')) m_at += m_text.at(m_at) == QLatin1Char('\\') ? 2 : 1;
    ++m_at;
    const QString quoted = m_text.mid(start, m_at - start);
    return QJsonDocument::fromJson((QLatin1Char('[') + quoted + QLatin1Char(']')).toUtf8()).array().at(0).toString();
  }

  [[nodiscard]] Result<TextTemplate> templateOf(const QString& text) const {
    if (m_style == TokenStyle::Braces) return TextTemplate::parse(text);
    return TextTemplate::parseDollars(text);
  }

  const QString& m_text;
  TokenStyle m_style;
  qsizetype m_at = 0;
};

Result<> checkJson(const QString& text) {
  QJsonParseError problem;
  QJsonDocument::fromJson(text.toUtf8(), &problem);
  if (problem.error == QJsonParseError::NoError) return {};
  const QByteArray before = text.toUtf8().left(problem.offset);
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("This isn't valid JSON near line %1: %2. Tokens stand inside quotes.")
                  .arg(before.count('\n') + 1)
                  .arg(problem.errorString()));
}

/// `skipped`: a list whose children don't count.
void collect(const Node& node, const Node* skipped, QStringList& tokens) {
  if (&node == skipped) return;
  tokens += node.text.tokens();
  for (const auto& [name, child] : node.children) {
    tokens += name.tokens();
    collect(child, skipped, tokens);
  }
}

const Node* memberNamed(const Node& node, const QString& name) {
  for (const auto& [memberName, child] : node.children) {
    const auto& pieces = memberName.pieces();
    if (pieces.size() == 1 && !pieces.front().isToken && pieces.front().text == name) return &child;
  }
  return nullptr;
}

}  // namespace

Result<JsonTemplate> JsonTemplate::parse(const QString& text, TokenStyle style) {
  HELIOGRAPH_TRY(checkJson(text));
  auto root = JsonReader(text, style).value();
  if (!root) return fail(root.error());
  JsonTemplate parsed;
  parsed.m_root = std::move(*root);
  parsed.m_isEmpty = false;
  return parsed;
}

QStringList JsonTemplate::tokens() const {
  return tokensUnder(QString(), false);
}

QStringList JsonTemplate::tokensUnder(const QString& path, bool inside) const {
  QStringList tokens;
  const Node* list = listAt(path);
  if (!inside) {
    collect(m_root, list, tokens);
  } else if (list) {
    collect(*list, nullptr, tokens);
  }
  return tokens;
}

const Node* JsonTemplate::listAt(const QString& path) const {
  if (path.isEmpty() || m_isEmpty) return nullptr;
  const Node* at = &m_root;
  if (path != QStringLiteral("$")) {
    for (const QString& name : path.split(QLatin1Char('.'))) at = at ? memberNamed(*at, name) : nullptr;
  }
  return at && at->kind == Node::Kind::List ? at : nullptr;
}

}  // namespace heliograph::providers
