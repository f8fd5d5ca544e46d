// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/personalisation_token.h"

#include <QRegularExpression>
#include <QStringView>

namespace heliograph::message {
namespace {

const QRegularExpression& tokenPattern() {
  static const QRegularExpression pattern(QStringLiteral(
      R"re(\A\{\{\s*(Profile|Event|Campaign|Coupon|Linked\.[A-Za-z_][A-Za-z0-9_]*)\s*(?:\.\s*([A-Za-z_][A-Za-z0-9_-]*)|\[\s*(?:"([^"]*)"|'([^']*)')\s*\])\s*(?:\|\s*date\s*:\s*(?:"([^"]+)"|'([^']+)')\s*)?(?:\|\s*default\s*:\s*(?:"([^"]*)"|'([^']*)')\s*)?\}\}\z)re"));
  return pattern;
}

bool isIdentifier(const QString& name) {
  static const QRegularExpression identifier(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_-]*\\z"));
  return identifier.match(name).hasMatch();
}

QString quoted(QString text) {
  if (!text.contains(QLatin1Char('"'))) return QLatin1Char('"') + text + QLatin1Char('"');
  if (!text.contains(QLatin1Char('\''))) return QLatin1Char('\'') + text + QLatin1Char('\'');
  return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1Char('\'')) + QLatin1Char('"');
}

/// Name of the tag that begins at `at` ("{%"), without whitespace control.
QByteArray tagName(QByteArrayView source, qsizetype at) {
  qsizetype i = at + 2;
  while (i < source.size() && (source[i] == '-' || source[i] == ' ' || source[i] == '\t' || source[i] == '\n')) ++i;
  const qsizetype begin = i;
  while (i < source.size() && ((source[i] >= 'a' && source[i] <= 'z') || source[i] == '_')) ++i;
  return source.sliced(begin, i - begin).toByteArray();
}

bool hidesTokens(const QByteArray& tag) {
  return tag == "raw" || tag == "comment" || tag == "doc";
}

/// Offset behind the block of `tag` that begins at `at`; the end of the source if it isn't closed.
qsizetype skipBlock(QByteArrayView source, qsizetype at, const QByteArray& tag) {
  const QByteArray wanted = "end" + tag;
  for (qsizetype i = source.indexOf("{%", at + 2); i >= 0; i = source.indexOf("{%", i + 2)) {
    if (tagName(source, i) != wanted) continue;
    const qsizetype close = source.indexOf("%}", i);
    return close < 0 ? source.size() : close + 2;
  }
  return source.size();
}

/// Offset behind the output that begins at `at` ("{{"), or -1. Braces inside quotes don't close it.
qsizetype endOfOutput(QByteArrayView source, qsizetype at) {
  char quote = 0;
  for (qsizetype i = at + 2; i + 1 < source.size(); ++i) {
    const char c = source[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '}' && source[i + 1] == '}') {
      return i + 2;
    } else if (c == '{' && source[i + 1] == '{') {
      return -1;
    }
  }
  return -1;
}

}  // namespace

QByteArray formatPath(const QString& root, const QString& property) {
  const QString member =
      isIdentifier(property) ? QLatin1Char('.') + property : QLatin1Char('[') + quoted(property) + QLatin1Char(']');
  return (root + member).toUtf8();
}

QByteArray formatToken(const PersonalisationToken& token) {
  QByteArray source = "{{ " + formatPath(token.root, token.property);
  if (!token.dateFormat.isEmpty()) source += " | date: " + quoted(token.dateFormat).toUtf8();
  if (token.fallback) source += " | default: " + quoted(*token.fallback).toUtf8();
  return source + " }}";
}

std::optional<PersonalisationToken> parseToken(QByteArrayView source) {
  const QString text = QString::fromUtf8(source);
  const QRegularExpressionMatch match = tokenPattern().match(text);
  if (!match.hasMatch()) return std::nullopt;
  const auto either = [&](int first, int second) {
    return match.capturedStart(first) >= 0 ? match.captured(first) : match.captured(second);
  };
  PersonalisationToken token;
  token.root = match.captured(1);
  token.property = match.capturedStart(2) >= 0 ? match.captured(2) : either(3, 4);
  if (match.capturedStart(5) >= 0 || match.capturedStart(6) >= 0) token.dateFormat = either(5, 6);
  if (match.capturedStart(7) >= 0 || match.capturedStart(8) >= 0) token.fallback = either(7, 8);
  return token;
}

std::vector<SourcePiece> tokenise(QByteArrayView source) {
  std::vector<SourcePiece> pieces;
  qsizetype textBegin = 0;
  const auto closeText = [&](qsizetype end) {
    if (end > textBegin) pieces.push_back(SourcePiece{textBegin, end, std::nullopt});
  };
  qsizetype i = 0;
  while (i + 1 < source.size()) {
    if (source[i] != '{' || (source[i + 1] != '{' && source[i + 1] != '%')) {
      ++i;
      continue;
    }
    if (source[i + 1] == '%') {
      const QByteArray tag = tagName(source, i);
      i = hidesTokens(tag) ? skipBlock(source, i, tag) : i + 2;
      continue;
    }
    const qsizetype end = endOfOutput(source, i);
    const auto token = end < 0 ? std::nullopt : parseToken(source.sliced(i, end - i));
    if (token) {
      closeText(i);
      pieces.push_back(SourcePiece{i, end, token});
      textBegin = end;
    }
    i = end < 0 ? i + 2 : end;
  }
  closeText(source.size());
  return pieces;
}

}  // namespace heliograph::message
