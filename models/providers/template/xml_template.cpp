// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/xml_template.h"

#include <QStringList>
#include <QXmlStreamReader>
#include <algorithm>

namespace heliograph::providers {
namespace {

using XmlNode = XmlTemplate::Node;

constexpr int kDeepestXml = 32;
constexpr int kMostXmlNodes = 1000;

/// Builds the tree of one document.
class XmlTemplateReader {
 public:
  XmlTemplateReader(const QString& text, TokenStyle style) : m_xml(text), m_style(style) {
    m_xml.setNamespaceProcessing(false);
  }

  Result<XmlNode> read() {
    XmlNode top;
    HELIOGRAPH_TRY(readInside(top, 0));
    if (m_xml.hasError()) {
      return fail(wrong(QStringLiteral("this isn't XML: %1").arg(m_xml.errorString())));
    }
    const auto root =
        std::find_if(top.children.begin(), top.children.end(), [](const XmlNode& node) { return !node.isText(); });
    if (root == top.children.end()) return fail(wrong(QStringLiteral("there is no element in it")));
    return std::move(*root);
  }

 private:
  Error wrong(const QString& text) const {
    return {ErrorCode::InvalidInput, QStringLiteral("%1 (line %2 of the XML)").arg(text).arg(m_xml.lineNumber()), {}};
  }

  Result<TextTemplate> tokensIn(const QString& text) const {
    if (m_style == TokenStyle::Dollars) return TextTemplate::parseDollars(text);
    auto parsed = TextTemplate::parse(text);
    if (!parsed) return fail(wrong(parsed.error().message));
    return parsed;
  }

  /// Up to the end of the element, or of the document.
  Result<> readInside(XmlNode& parent, int depth) {
    QString text;
    while (!m_xml.atEnd()) {
      switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement: {
          HELIOGRAPH_TRY(endText(text, parent));
          auto child = element(depth + 1);
          if (!child) return fail(child.error());
          parent.children.push_back(std::move(*child));
          break;
        }
        case QXmlStreamReader::Characters:
          text += m_xml.text();
          break;
        case QXmlStreamReader::EndElement:
          return endText(text, parent);
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
          return fail(wrong(QStringLiteral("a document type and entities of its own can't be part of it")));
        case QXmlStreamReader::ProcessingInstruction:
          return fail(wrong(QStringLiteral("processing instructions can't be part of it")));
        default:
          break;
      }
    }
    return {};
  }

  Result<XmlNode> element(int depth) {
    if (depth > kDeepestXml || ++m_nodes > kMostXmlNodes) {
      return fail(wrong(QStringLiteral("it is too large; at most %1 elements, %2 inside one another, can be sent")
                            .arg(kMostXmlNodes)
                            .arg(kDeepestXml)));
    }
    XmlNode node;
    node.name = m_xml.qualifiedName().toString();
    for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
      auto value = tokensIn(attribute.value().toString());
      if (!value) return fail(value.error());
      node.attributes.emplace_back(attribute.qualifiedName().toString(), std::move(*value));
    }
    HELIOGRAPH_TRY(readInside(node, depth));
    return node;
  }

  Result<> endText(QString& text, XmlNode& parent) const {
    const bool isBlank = text.trimmed().isEmpty();
    auto parsed = tokensIn(text);
    text.clear();
    if (isBlank) return {};
    if (!parsed) return fail(parsed.error());
    XmlNode node;
    node.text = std::move(*parsed);
    parent.children.push_back(std::move(node));
    return {};
  }

  QXmlStreamReader m_xml;
  TokenStyle m_style;
  int m_nodes = 0;
};

void collectXml(const XmlNode& node, const XmlNode* skipped, QStringList& tokens) {
  if (&node == skipped) return;
  tokens += node.text.tokens();
  for (const auto& [name, value] : node.attributes) tokens += value.tokens();
  for (const XmlNode& child : node.children) collectXml(child, skipped, tokens);
}

}  // namespace

Result<XmlTemplate> XmlTemplate::parse(const QString& text, TokenStyle style) {
  auto root = XmlTemplateReader(text, style).read();
  if (!root) return fail(root.error());
  XmlTemplate parsed;
  parsed.m_root = std::move(*root);
  return parsed;
}

QStringList XmlTemplate::tokens() const {
  return tokensUnder(QString(), false);
}

QStringList XmlTemplate::tokensUnder(const QString& path, bool inside) const {
  QStringList tokens;
  const Node* element = elementAt(path);
  if (!inside) {
    collectXml(m_root, element, tokens);
  } else if (element) {
    collectXml(*element, nullptr, tokens);
  }
  return tokens;
}

const XmlTemplate::Node* XmlTemplate::elementAt(const QString& path) const {
  const QStringList steps = path.split(QLatin1Char('.'));
  if (isEmpty() || steps.size() < 2 || steps.front() != m_root.name) return nullptr;
  const Node* at = &m_root;
  for (qsizetype i = 1; at && i < steps.size(); ++i) {
    const auto& children = at->children;
    const auto next =
        std::find_if(children.begin(), children.end(), [&](const Node& child) { return child.name == steps.at(i); });
    at = next == children.end() ? nullptr : &*next;
  }
  return at;
}

}  // namespace heliograph::providers
