// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message_problems.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "message/personalisation_token.h"
#include "message/sms_text.h"

namespace heliograph::ui {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("heliograph::ui", text);
}

QString plainText(const QByteArray& source) {
  QByteArray text;
  for (const auto& piece : message::tokenise(source)) {
    if (!piece.token) text += source.mid(piece.begin, piece.end - piece.begin);
  }
  return QString::fromUtf8(text);
}

MessageLine lineOf(const message::MessageProblem& problem, const QMap<QString, qint64>& missing) {
  MessageLine line;
  line.begin = problem.begin;
  line.end = problem.end;
  line.tone = problem.severity == message::MessageProblem::Severity::Error ? Tone::Problem : Tone::Attention;
  line.html = problem.text.toHtmlEscaped();
  line.fixText = tr("Show");
  if (problem.code == QLatin1String("no_fallback")) {
    line.fix = MessageLine::Fix::AddFallback;
    line.fixText = tr("Add a fallback");
    if (const qint64 people = missing.value(problem.property); people > 0) {
      line.html = tr("%1 people have no <b>%2</b>: they read a gap.")
                      .arg(QLocale().toString(people), problem.property.toHtmlEscaped());
    }
  }
  return line;
}

std::vector<MessageLine> costlyLines(const QByteArray& source) {
  std::vector<MessageLine> lines;
  for (const auto& costly : message::costlyCharacters(plainText(source))) {
    const bool known = std::any_of(lines.begin(), lines.end(),
                                   [&](const MessageLine& line) { return line.character == costly.character; });
    if (known || costly.replacement.isEmpty()) continue;
    MessageLine line;
    line.html = tr("The character <b>%1</b> (U+%2) leaves room for 70 characters in a part instead of 160.")
                    .arg(costly.character.toHtmlEscaped(),
                         QString::number(costly.codepoint, 16).toUpper().rightJustified(4, QLatin1Char('0')));
    line.fix = MessageLine::Fix::Replace;
    line.fixText = tr("Use %1").arg(costly.replacement);
    line.character = costly.character;
    line.replacement = costly.replacement;
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

std::vector<MessageLine> messageLines(const QByteArray& source, const std::vector<message::MessageProblem>& problems,
                                      const QMap<QString, qint64>& missing) {
  std::vector<MessageLine> lines;
  for (const auto& problem : problems) lines.push_back(lineOf(problem, missing));
  for (auto& line : costlyLines(source)) lines.push_back(std::move(line));
  return lines;
}

QByteArray replaceInText(const QByteArray& source, const QString& character, const QString& replacement) {
  QByteArray result;
  for (const auto& piece : message::tokenise(source)) {
    QByteArray bytes = source.mid(piece.begin, piece.end - piece.begin);
    if (!piece.token) bytes.replace(character.toUtf8(), replacement.toUtf8());
    result += bytes;
  }
  return result;
}

}  // namespace heliograph::ui
