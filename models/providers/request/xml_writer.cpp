// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/xml_writer.h"

#include <algorithm>

#include "providers/template/variables.h"

namespace heliograph::providers {
namespace {

using XmlElement = XmlTemplate::Node;

/// Whether the element is written once for each variable; what is inside of its elements is theirs.
bool repeatsItself(const XmlElement& node) {
  return std::any_of(node.attributes.begin(), node.attributes.end(),
                     [](const auto& attribute) { return repeatsForVariables(attribute.second.tokens()); }) ||
         std::any_of(node.children.begin(), node.children.end(), [](const XmlElement& child) {
           return child.isText() && repeatsForVariables(child.text.tokens());
         });
}

class XmlWriter {
 public:
  XmlWriter(const XmlTemplate& xml, const BodyFilling& filling)
      : m_filling(filling), m_repeated(xml.elementAt(filling.elementsAt)) {}

  /// Nothing for an element that is left out.
  Result<QByteArray> write(const XmlElement& node, const TokenValues& values) const {
    if (node.isText()) return escaped(node.text, values, Place::XmlText);
    QByteArray head = '<' + node.name.toUtf8();
    bool isBare = true;
    for (const auto& [name, text] : node.attributes) {
      auto value = escaped(text, values, Place::XmlAttribute);
      if (!value) return value;
      if (value->isEmpty() && m_filling.omitEmpty) continue;
      head += ' ' + name.toUtf8() + "=\"" + *value + '"';
      isBare = false;
    }
    auto inside = writeInside(node, values);
    if (!inside) return inside;
    if (inside->isEmpty()) return m_filling.omitEmpty && isBare ? QByteArray() : head + "/>";
    return head + '>' + *inside + "</" + node.name.toUtf8() + '>';
  }

 private:
  Result<QByteArray> writeInside(const XmlElement& node, const TokenValues& values) const {
    QByteArray out;
    for (const XmlElement& child : node.children) {
      for (const TokenValues& each : turnsOf(child, values)) {
        auto part = write(child, each);
        if (!part) return part;
        out += *part;
      }
    }
    return out;
  }

  std::vector<TokenValues> turnsOf(const XmlElement& child, const TokenValues& values) const {
    std::vector<TokenValues> turns;
    if (&child == m_repeated) {
      for (const BodyElement& element : m_filling.elements) turns.push_back(element.values);
      return turns;
    }
    const bool repeats = !child.isText() && repeatsItself(child) && !values.contains(QStringLiteral("Variable"));
    return repeats ? forEachVariable(values) : std::vector<TokenValues>{values};
  }

  /// As a whole: what a person wrote into the definition has to be escaped as well.
  static Result<QByteArray> escaped(const TextTemplate& text, const TokenValues& values, Place place) {
    const auto plain = text.render(values, Place::Plain);
    return plain ? escapeFor(place, QString::fromUtf8(*plain)) : plain;
  }

  const BodyFilling& m_filling;
  const XmlElement* m_repeated;
};

}  // namespace

Result<QByteArray> writeXml(const XmlTemplate& xml, const BodyFilling& filling) {
  const bool hasExtra =
      !filling.extra.empty() || std::any_of(filling.elements.begin(), filling.elements.end(),
                                            [](const BodyElement& element) { return !element.extra.empty(); });
  if (hasExtra) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The request is XML and has no place for pairs of a campaign's own. Remove them."));
  }
  auto body = XmlWriter(xml, filling).write(xml.root(), filling.values);
  if (!body) return body;
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + *body;
}

}  // namespace heliograph::providers
