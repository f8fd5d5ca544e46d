// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/values_text.h"

namespace heliograph::ui {

namespace {

constexpr QLatin1Char kQuote('"');
constexpr QLatin1Char kComma(',');

/// A value as it was typed, without the quotes around it; doubled ones inside stand for one.
QString bare(const QString& typed) {
  QString value = typed.trimmed();
  if (value.size() < 2 || !value.startsWith(kQuote) || !value.endsWith(kQuote)) return value;
  value = value.mid(1, value.size() - 2);
  return value.replace(QStringLiteral("\"\""), QStringLiteral("\""));
}

QString quoted(QString value) {
  const bool plain = !value.contains(kComma) && !value.startsWith(kQuote) && value == value.trimmed();
  if (plain) return value;
  return kQuote + value.replace(kQuote, QStringLiteral("\"\"")) + kQuote;
}

}  // namespace

QStringList valuesFromText(const QString& text) {
  QStringList values;
  for (qsizetype end = text.size(); end >= 0;) {
    const qsizetype begin = valueStart(text, end);
    if (const QString value = bare(text.mid(begin, end - begin)); !value.isEmpty()) values.prepend(value);
    end = begin - 1;
  }
  return values;
}

QString textFromValues(const QStringList& values) {
  QStringList texts;
  for (const QString& value : values) texts << quoted(value);
  return texts.join(QStringLiteral(", "));
}

qsizetype valueStart(const QString& text, qsizetype cursor) {
  qsizetype start = 0;
  bool inQuotes = false;
  bool blank = true;
  for (qsizetype i = 0; i < cursor && i < text.size(); ++i) {
    const QChar sign = text[i];
    // A quotation mark inside a word is part of it: 5" pipe.
    if (sign == kQuote && (blank || inQuotes)) inQuotes = !inQuotes;
    blank = blank && sign.isSpace();
    if (sign != kComma || inQuotes) continue;
    start = i + 1;
    blank = true;
  }
  return start;
}

}  // namespace heliograph::ui
