// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/scrub.h"

#include <QRegularExpression>
#include <algorithm>

#include "providers/template/spelled_secret.h"

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

constexpr int shortestSecret = 4;
constexpr int mostRead = 64 * 1024;  ///< of an answer's words

/// What a header of Basic authentication carries holds the secret, too.
QString withoutEncoded(const QString& text, const QStringList& secrets, const QString& mark) {
  static const QRegularExpression runs(QStringLiteral("[A-Za-z0-9+/_-]{8,}={0,2}"));
  QString out;
  qsizetype end = 0;
  for (auto it = runs.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    const QByteArray run = match.captured().toLatin1();
    const QString plain = QString::fromUtf8(QByteArray::fromBase64(run)) + u'\n' +
                          QString::fromUtf8(QByteArray::fromBase64(run, QByteArray::Base64UrlEncoding));
    const bool holds = std::any_of(secrets.begin(), secrets.end(), [&plain](const QString& secret) {
      return secret.size() >= shortestSecret && plain.contains(secret);
    });
    if (!holds) continue;
    out += text.mid(end, match.capturedStart() - end) + mark;
    end = match.capturedEnd();
  }
  return out + text.mid(end);
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

QString withoutSecrets(const QString& text, const QStringList& secrets, const QString& mark) {
  QStringList hidden;
  for (const QString& secret : secrets) {
    if (secret.size() >= shortestSecret) hidden << secret;
  }
  if (text.isEmpty() || hidden.isEmpty()) return text;
  // The longest first: one of them may be a part of another.
  std::sort(hidden.begin(), hidden.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
  QString clean = text;
  for (const QString& secret : hidden) {
    clean = withoutSpelled(clean, secret, mark);
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
      const QByteArray encoded = secret.toUtf8().toBase64(alphabet);
      clean.replace(QString::fromLatin1(encoded), mark);
      clean.replace(QString::fromLatin1(encoded).remove(u'='), mark);
    }
  }
  return withoutEncoded(clean, hidden, mark);
}

QString scrubWords(const QString& words, const QString& number, const QStringList& hidden) {
  // Hidden first, cut after: a cut may go through a secret.
  QString text = withoutSecrets(words.left(mostRead), hidden).left(longest * 8);
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
