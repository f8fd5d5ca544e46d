// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/json_writer.h"

#include <QRegularExpression>
#include <QSet>

#include "providers/template/variables.h"

namespace heliograph::providers {
namespace {

using Node = JsonTemplate::Node;
using As = Node::As;

bool mentionsVariables(const Node& node) {
  if (repeatsForVariables(node.text.tokens())) return true;
  return std::any_of(node.children.begin(), node.children.end(), [](const auto& child) {
    // A member with such a name is repeated itself.
    return !repeatsForVariables(child.first.tokens()) && mentionsVariables(child.second);
  });
}

QByteArray quotedJson(const QString& text) {
  return '"' + escapeFor(Place::JsonString, text).value_or(QByteArray()) + '"';
}

class JsonWriter {
 public:
  JsonWriter(const JsonTemplate& json, const BodyFilling& filling)
      : m_filling(filling), m_elements(json.listAt(filling.elementsAt)), m_extraAt(placeOfExtra(json.root())) {}

  Result<QByteArray> write(const Node& node, const TokenValues& values) const {
    switch (node.kind) {
      case Node::Kind::Literal:
        return node.literal;
      case Node::Kind::Text:
        return writeText(node, values);
      case Node::Kind::List:
        return writeList(node, values);
      case Node::Kind::Named:
        break;
    }
    return writeNamed(node, values, &node == m_extraAt ? m_filling.extra : std::vector<NamedValue>());
  }

  [[nodiscard]] bool placesExtra() const { return m_filling.extra.empty() || m_extraAt; }

 private:
  /// The document, or the only element of a document that is a list.
  static const Node* placeOfExtra(const Node& root) {
    if (root.kind == Node::Kind::Named) return &root;
    const bool single = root.kind == Node::Kind::List && root.children.size() == 1;
    return single && root.children.front().second.kind == Node::Kind::Named ? &root.children.front().second : nullptr;
  }

  static Result<QString> plain(const TextTemplate& text, const TokenValues& values) {
    auto rendered = text.render(values, Place::Plain);
    if (!rendered) return fail(rendered.error());
    return QString::fromUtf8(*rendered);
  }

  static Result<QByteArray> writeText(const Node& node, const TokenValues& values) {
    const auto& pieces = node.text.pieces();
    if (pieces.size() == 1 && pieces.front().isToken && pieces.front().text == QStringLiteral("TemplateVariables")) {
      QByteArrayList texts;
      for (const QString& variable : templateVariablesOf(values)) texts.append(quotedJson(variable));
      return '[' + texts.join(',') + ']';
    }
    auto text = plain(node.text, values);
    if (!text) return fail(text.error());
    if (node.as == As::Text) return quotedJson(*text);
    static const QRegularExpression number(QStringLiteral("\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"));
    const bool truth = *text == QStringLiteral("true") || *text == QStringLiteral("false");
    if (node.as == As::Boolean ? truth : number.match(*text).hasMatch()) return text->toLatin1();
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("What stands for “%1” isn't %2. Correct it.")
                    .arg(pieces.front().text,
                         node.as == As::Boolean ? QStringLiteral("true or false") : QStringLiteral("a number")));
  }

  Result<QByteArray> writeList(const Node& node, const TokenValues& values) const {
    QByteArrayList parts;
    for (const auto& [name, child] : node.children) {
      HELIOGRAPH_TRY(&node == m_elements ? writeElements(child, parts) : writeEach(child, values, parts));
    }
    return '[' + parts.join(',') + ']';
  }

  Result<> writeElements(const Node& sample, QByteArrayList& parts) const {
    for (const BodyElement& element : m_filling.elements) {
      if (!element.extra.empty() && sample.kind != Node::Kind::Named) return fail(noPlaceForExtra());
      auto part = sample.kind == Node::Kind::Named ? writeNamed(sample, element.values, element.extra)
                                                   : write(sample, element.values);
      if (!part) return fail(part.error());
      parts.append(*part);
    }
    return {};
  }

  Result<> writeEach(const Node& child, const TokenValues& values, QByteArrayList& parts) const {
    const bool repeats = mentionsVariables(child) && !values.contains(QStringLiteral("Variable"));
    for (const TokenValues& each : repeats ? forEachVariable(values) : std::vector<TokenValues>{values}) {
      auto part = write(child, each);
      if (!part) return fail(part.error());
      parts.append(*part);
    }
    return {};
  }

  Result<QByteArray> writeNamed(const Node& node, const TokenValues& values,
                                const std::vector<NamedValue>& extra) const {
    QByteArrayList parts;
    QSet<QString> names;
    for (const auto& [name, child] : node.children) {
      const bool repeats = repeatsForVariables(name.tokens());
      for (const TokenValues& each : repeats ? forEachVariable(values) : std::vector<TokenValues>{values}) {
        auto memberName = plain(name, each);
        if (!memberName) return fail(memberName.error());
        if (isLeftOut(child, each)) continue;
        auto part = write(child, each);
        if (!part) return part;
        if (names.contains(*memberName)) return fail(thereAlready(*memberName));
        names.insert(*memberName);
        parts.append(quotedJson(*memberName) + ':' + *part);
      }
    }
    for (const NamedValue& pair : extra) {
      if (names.contains(pair.name)) return fail(thereAlready(pair.name));
      names.insert(pair.name);
      parts.append(quotedJson(pair.name) + ':' + quotedJson(pair.value));
    }
    return '{' + parts.join(',') + '}';
  }

  [[nodiscard]] bool isLeftOut(const Node& node, const TokenValues& values) const {
    if (!m_filling.omitEmpty) return false;
    if (node.kind == Node::Kind::Text) {
      const auto text = plain(node.text, values);
      return text && text->isEmpty();
    }
    return node.kind == Node::Kind::Named && !node.children.empty() &&
           std::all_of(node.children.begin(), node.children.end(),
                       [&](const auto& child) { return isLeftOut(child.second, values); });
  }

 public:
  static Error thereAlready(const QString& name) {
    return Error{
        ErrorCode::InvalidInput,
        QStringLiteral("“%1” is part of the request already. Give the campaign's pair another name.").arg(name),
        {}};
  }
  static Error noPlaceForExtra() {
    return Error{ErrorCode::InvalidInput,
                 QStringLiteral("The request has no place for pairs of a campaign's own. Remove them."),
                 {}};
  }

 private:
  const BodyFilling& m_filling;
  const Node* m_elements;
  const Node* m_extraAt;
};

}  // namespace

Result<QByteArray> writeJson(const JsonTemplate& json, const BodyFilling& filling) {
  const JsonWriter writer(json, filling);
  if (!writer.placesExtra()) return fail(JsonWriter::noPlaceForExtra());
  return writer.write(json.root(), filling.values);
}

}  // namespace heliograph::providers
