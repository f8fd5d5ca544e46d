// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/scrub.h"

#include <QRegularExpression>
#include <algorithm>

namespace heliograph::providers {
namespace {

constexpr int longest = 300;
constexpr int shortestTail = 7;  // digits; fewer can be any count or code

QString plainDigits(QStringView text) {
  QString digits;
  for (const QChar c : text) {
    if (c.isDigit()) digits.append(QChar(u'0' + c.digitValue()));
  }
  return digits;
}

/// True if `run` spells the number: whole, without its country code, or with a trunk or access prefix before it.
bool spellsNumber(const QString& run, const QString& number) {
  if (run.size() < shortestTail || number.size() < shortestTail) return false;
  return number.endsWith(run) || run.endsWith(number) || number.contains(run) || run.contains(number) ||
         run.endsWith(number.right(std::max<qsizetype>(shortestTail, number.size() - 3)));
}

QString withoutNumber(const QString& words, const QString& number) {
  static const QRegularExpression runs(QStringLiteral("\\+?\\d(?:[ \\x{a0}().\\-/]{0,3}\\d){6,}"),
                                       QRegularExpression::UseUnicodePropertiesOption);
  QString out;
  qsizetype end = 0;
  for (auto it = runs.globalMatch(words); it.hasNext();) {
    const auto match = it.next();
    out += words.mid(end, match.capturedStart() - end);
    const bool hide = spellsNumber(plainDigits(match.capturedView()), number);
    out += hide ? QStringLiteral("[number]") : match.captured();
    end = match.capturedEnd();
  }
  return out + words.mid(end);
}

}  // namespace

QString scrubWords(const QString& words, const QString& number, const QStringList& hidden) {
  QString text = words.left(longest * 8);
  QStringList secrets = hidden;
  // The longest first: one of them may be a part of another.
  std::sort(secrets.begin(), secrets.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
  for (const QString& secret : secrets) {
    if (secret.size() < 4) continue;
    text.replace(secret, QStringLiteral("[hidden]"));
    text.replace(QString::fromLatin1(secret.toUtf8().toPercentEncoding()), QStringLiteral("[hidden]"));
  }
  for (QChar& c : text) {
    if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
      c = QLatin1Char(' ');
    }
  }
  text = withoutNumber(text, plainDigits(number)).simplified();
  if (text.size() <= longest) return text;
  return text.left(longest - 1) + QChar(0x2026);
}

}  // namespace heliograph::providers
