// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/answer_tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <algorithm>

namespace heliograph::providers {
namespace {

constexpr int deepestAnswer = 64;

Error unreadable(const QString& why) {
  return Error{ErrorCode::Refused, QStringLiteral("The provider's answer couldn't be understood: %1.").arg(why),
               QStringLiteral("unreadable answer")};
}

bool looksLikeHtml(const QByteArray& body) {
  const QByteArray start = body.left(512).trimmed().left(15).toLower();
  return start.startsWith("<!doctype html") || start.startsWith("<html");
}

AnswerNode text(QString value) {
  return {AnswerNode::Kind::Text, std::move(value), {}};
}

QString numberText(const QJsonValue& value) {
  const QVariant number = value.toVariant();
  return number.userType() == QMetaType::LongLong ? QString::number(number.toLongLong())
                                                  : QString::number(number.toDouble(), 'g', 17);
}

/// Nothing of the answer below `deepest` levels is kept; the reader says so instead of running out of stack.
Result<AnswerNode> fromJson(const QJsonValue& value, int depth) {
  if (depth > deepestAnswer) return fail(unreadable(QStringLiteral("it is nested too deeply")));
  AnswerNode node;
  if (value.isObject()) {
    node.kind = AnswerNode::Kind::Named;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
      auto child = fromJson(it.value(), depth + 1);
      if (!child) return child;
      node.children.emplace_back(it.key(), std::move(*child));
    }
  } else if (value.isArray()) {
    node.kind = AnswerNode::Kind::List;
    for (const auto& element : value.toArray()) {
      auto child = fromJson(element, depth + 1);
      if (!child) return child;
      node.children.emplace_back(QString(), std::move(*child));
    }
  } else if (value.isString()) {
    node = text(value.toString());
  } else if (value.isBool()) {
    node = text(value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
  } else if (value.isDouble()) {
    node = text(numberText(value));
  }
  return node;
}

Result<AnswerNode> parseJson(const QByteArray& body) {
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
  if (problem.error != QJsonParseError::NoError) {
    return fail(unreadable(QStringLiteral("it isn't valid JSON (at byte %1)").arg(problem.offset)));
  }
  return fromJson(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
}

/// Children of one name stay separate entries; a selector's [n] and [*] count them.
Result<AnswerNode> readElement(QXmlStreamReader& xml, int depth) {
  if (depth > deepestAnswer) return fail(unreadable(QStringLiteral("it is nested too deeply")));
  AnswerNode node{AnswerNode::Kind::Named, {}, {}};
  for (const auto& attribute : xml.attributes()) {
    node.children.emplace_back(QLatin1Char('@') + attribute.name().toString(), text(attribute.value().toString()));
  }
  QString inside;
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::EndElement) break;
    if (token == QXmlStreamReader::Characters) inside += xml.text();
    if (token == QXmlStreamReader::EntityReference)
      return fail(unreadable(QStringLiteral("it uses entities of its own")));
    if (token != QXmlStreamReader::StartElement) continue;
    const QString name = xml.name().toString();
    auto child = readElement(xml, depth + 1);
    if (!child) return child;
    node.children.emplace_back(name, std::move(*child));
  }
  node.text = inside.trimmed();
  if (node.children.empty()) node.kind = AnswerNode::Kind::Text;
  return node;
}

Result<AnswerNode> parseXml(const QByteArray& body) {
  QXmlStreamReader xml(body);
  AnswerNode root{AnswerNode::Kind::Named, {}, {}};
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::DTD) return fail(unreadable(QStringLiteral("it declares a document type")));
    if (token != QXmlStreamReader::StartElement) continue;
    const QString name = xml.name().toString();
    auto element = readElement(xml, 1);
    if (!element) return element;
    root.children.emplace_back(name, std::move(*element));
  }
  if (xml.hasError() || root.children.empty()) {
    return fail(unreadable(QStringLiteral("it isn't valid XML (line %1)").arg(xml.lineNumber())));
  }
  return root;
}

}  // namespace

const AnswerNode* AnswerNode::child(QStringView name) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const auto& each) { return each.first == name; });
  return found == children.end() ? nullptr : &found->second;
}

Result<AnswerNode> parseAnswer(const QByteArray& body, AnswerFormat format) {
  if (format == AnswerFormat::None) return AnswerNode();
  if (body.trimmed().isEmpty()) return fail(unreadable(QStringLiteral("it is empty")));
  if (looksLikeHtml(body)) return fail(unreadable(QStringLiteral("it is a web page")));
  if (format == AnswerFormat::Json) return parseJson(body);
  if (format == AnswerFormat::Xml) return parseXml(body);
  return text(QString::fromUtf8(body).trimmed());
}

}  // namespace heliograph::providers
