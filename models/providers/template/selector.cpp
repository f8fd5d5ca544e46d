// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/selector.h"

#include <algorithm>

#include "net/http_request.h"

namespace heliograph::providers {

/// Reads a selector's text from left to right.
class SelectorParser {
 public:
  explicit SelectorParser(const QString& text) : m_text(text) {}

  Result<Selector> parse() {
    m_selector.m_source = m_text;
    static const QString headerPrefix = QStringLiteral("header:");
    if (m_text.startsWith(headerPrefix)) return header(m_text.mid(headerPrefix.size()));
    if (m_text == QStringLiteral("$")) return m_selector;
    if (!readSteps()) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” isn't a selector: character %2 isn't expected there. Write it like "
                                 "“messages[0].status”.")
                      .arg(m_text)
                      .arg(m_at + 1));
    }
    return m_selector;
  }

 private:
  Result<Selector> header(const QString& name) {
    if (name.trimmed().isEmpty()) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("“header:” needs the name of a header after it"));
    }
    m_selector.m_header = name.trimmed().toLatin1();
    return m_selector;
  }

  bool readSteps() {
    if (!atIndex() && !readName()) return false;
    while (m_at < m_text.size()) {
      if (atIndex()) {
        if (!readIndex()) return false;
      } else if (m_text.at(m_at) == QLatin1Char('.')) {
        ++m_at;
        if (!readName()) return false;
      } else {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool atIndex() const { return m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('['); }

  bool readName() {
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !QStringLiteral(".[]").contains(m_text.at(m_at))) ++m_at;
    if (m_at == start) return false;
    const QString name = m_text.mid(start, m_at - start);
    const bool any = name == QStringLiteral("*");
    m_selector.m_steps.push_back({any ? Selector::Step::Kind::AnyName : Selector::Step::Kind::Name, name, 0});
    return true;
  }

  bool readIndex() {
    const qsizetype end = m_text.indexOf(QLatin1Char(']'), m_at);
    if (end < 0) return false;
    const QString inside = m_text.mid(m_at + 1, end - m_at - 1);
    if (inside.size() > 2 && inside.startsWith(QLatin1Char('"')) && inside.endsWith(QLatin1Char('"'))) {
      m_selector.m_steps.push_back({Selector::Step::Kind::Name, inside.mid(1, inside.size() - 2), 0});
      m_at = end + 1;
      return true;
    }
    bool number = false;
    const int index = inside.toInt(&number);
    const bool every = inside == QStringLiteral("*");
    if (!every && (!number || index < 0)) return false;
    m_selector.m_steps.push_back({every ? Selector::Step::Kind::Every : Selector::Step::Kind::Index, QString(), index});
    m_at = end + 1;
    return true;
  }

  QString m_text;
  qsizetype m_at = 0;
  Selector m_selector;
};

namespace {

using Nodes = std::vector<const AnswerNode*>;

/// The nodes under one step. XML has no lists: several children of one name are what a JSON list is, so a name gives
/// all of them, and an index picks among what the name before it gave.
Nodes childrenNamed(const Nodes& nodes, const QString& name) {
  Nodes found;
  for (const AnswerNode* node : nodes) {
    for (const auto& [childName, child] : node->children) {
      if (node->kind == AnswerNode::Kind::Named && childName == name) found.push_back(&child);
    }
  }
  return found;
}

Nodes allChildren(const Nodes& nodes) {
  Nodes found;
  for (const AnswerNode* node : nodes) {
    for (const auto& entry : node->children) {
      if (node->kind == AnswerNode::Kind::Named) found.push_back(&entry.second);
    }
  }
  return found;
}

Nodes elementsOf(const Nodes& nodes) {
  Nodes found;
  for (const AnswerNode* node : nodes) {
    if (node->kind != AnswerNode::Kind::List) {
      found.push_back(node);
      continue;
    }
    for (const auto& entry : node->children) found.push_back(&entry.second);
  }
  return found;
}

}  // namespace

Result<Selector> Selector::parse(const QString& text) {
  return SelectorParser(text).parse();
}

QStringList Selector::all(const AnswerNode& root, const net::HttpAnswer& answer) const {
  if (!isSet()) return {};
  if (!m_header.isEmpty()) {
    const QByteArray value = net::headerValue(answer.headers, m_header);
    return value.isEmpty() ? QStringList() : QStringList(QString::fromUtf8(value).trimmed());
  }
  QStringList texts;
  for (const AnswerNode* node : nodes(root)) {
    const bool hasText = node->kind == AnswerNode::Kind::Text || !node->text.isEmpty();
    if (hasText) texts.append(node->text);
  }
  return texts;
}

bool Selector::isThere(const AnswerNode& root, const net::HttpAnswer& answer) const {
  if (!m_header.isEmpty()) return !first(root, answer).isEmpty();
  const Nodes found = isSet() ? nodes(root) : Nodes();
  return std::any_of(found.begin(), found.end(),
                     [](const AnswerNode* node) { return !node->text.isEmpty() || !node->children.empty(); });
}

std::vector<const AnswerNode*> Selector::nodes(const AnswerNode& root) const {
  Nodes found{&root};
  for (const Step& step : m_steps) {
    if (step.kind == Step::Kind::Name) {
      found = childrenNamed(found, step.name);
    } else if (step.kind == Step::Kind::AnyName) {
      found = allChildren(found);
    } else {
      found = elementsOf(found);
      if (step.kind == Step::Kind::Every) continue;
      const auto at = static_cast<size_t>(step.index);
      found = at < found.size() ? Nodes{found[at]} : Nodes{};
    }
  }
  return found;
}

std::vector<const AnswerNode*> Selector::elements(const AnswerNode& root) const {
  if (!isSet() || !m_header.isEmpty()) return {};
  return elementsOf(nodes(root));
}

QString Selector::first(const AnswerNode& root, const net::HttpAnswer& answer) const {
  const QStringList texts = all(root, answer);
  return texts.isEmpty() ? QString() : texts.first();
}

}  // namespace heliograph::providers
