// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/line_shape.h"

#include <QRegularExpression>

namespace heliograph::providers {
namespace {

constexpr qsizetype mostLines = 20000;

Error wrongShape(const QString& text, const QString& why) {
  return {ErrorCode::InvalidInput, QStringLiteral("“%1” isn't a line: %2").arg(text, why), {}};
}

bool isName(const QString& name) {
  static const QRegularExpression allowed(QStringLiteral("\\A[a-z][a-z0-9_]*\\z"));
  return name != QStringLiteral("lines") && allowed.match(name).hasMatch();
}

std::optional<AnswerNode> readLine(const QString& line, const std::vector<LineShape>& shapes) {
  for (const LineShape& shape : shapes) {
    auto parts = shape.read(line);
    if (parts) return parts;
  }
  return std::nullopt;
}

}  // namespace

Result<LineShape> LineShape::parse(const QString& text) {
  LineShape shape;
  QString literal;
  for (qsizetype at = 0; at < text.size(); ++at) {
    const QChar c = text.at(at);
    const bool isBrace = c == QLatin1Char('{') || c == QLatin1Char('}');
    if (!isBrace || text.mid(at + 1, 1) == QString(c)) {
      literal.append(c);
      if (isBrace) ++at;
      continue;
    }
    const qsizetype end = text.indexOf(QLatin1Char('}'), at);
    const QString name = text.mid(at + 1, end - at - 1);
    if (c != QLatin1Char('{') || end < 0 || !isName(name) || shape.m_names.contains(name)) {
      return fail(wrongShape(text, QStringLiteral("each part has a name of its own in small letters (not “lines”), as "
                                                  "in “success | {to} | {id}”")));
    }
    if (literal.isEmpty() && !shape.m_names.isEmpty()) {
      return fail(wrongShape(text, QStringLiteral("between two parts has to stand something that divides them")));
    }
    shape.m_literals << literal;
    shape.m_names << name;
    literal.clear();
    at = end;
  }
  shape.m_literals << literal;
  return shape;
}

std::optional<AnswerNode> LineShape::read(const QString& line) const {
  if (!line.startsWith(m_literals.first())) return std::nullopt;
  AnswerNode parts{AnswerNode::Kind::Named, {}, {}};
  qsizetype at = m_literals.first().size();
  for (qsizetype i = 0; i < m_names.size(); ++i) {
    const QString& after = m_literals.at(i + 1);
    const bool isLast = i + 1 == m_names.size();
    if (isLast && !line.endsWith(after)) return std::nullopt;
    const qsizetype end = isLast ? line.size() - after.size() : line.indexOf(after, at);
    if (end < at) return std::nullopt;
    AnswerNode part{AnswerNode::Kind::Text, line.mid(at, end - at).trimmed(), {}};
    parts.children.emplace_back(m_names.at(i), std::move(part));
    at = end + after.size();
  }
  return at == line.size() ? std::optional(std::move(parts)) : std::nullopt;
}

Result<AnswerNode> readLines(const AnswerNode& text, const std::vector<LineShape>& shapes) {
  AnswerNode lines{AnswerNode::Kind::List, {}, {}};
  for (const QString& each : text.text.split(QLatin1Char('\n'))) {
    const QString line = each.trimmed();
    if (line.isEmpty()) continue;
    auto parts = readLine(line, shapes);
    if (!parts || lines.children.size() >= mostLines) {
      return fail(ErrorCode::Refused,
                  QStringLiteral("The provider's answer couldn't be understood: it isn't written as expected."),
                  QStringLiteral("unreadable answer"));
    }
    lines.children.emplace_back(QString(), std::move(*parts));
  }
  AnswerNode root{AnswerNode::Kind::Named, text.text, {}};
  if (lines.children.size() == 1) root.children = lines.children.front().second.children;
  root.children.emplace_back(QStringLiteral("lines"), std::move(lines));
  return root;
}

}  // namespace heliograph::providers
