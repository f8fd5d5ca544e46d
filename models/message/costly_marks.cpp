// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/costly_marks.h"

#include <QList>
#include <QTextBoundaryFinder>
#include <algorithm>

#include "message/gsm_alphabet.h"
#include "message/gsm_replacing.h"
#include "message/printed_text.h"

namespace heliograph::message {
namespace {

constexpr int kForeignShare = 4;  // one of so many letters is of another script: the text needs UCS-2 anyway

/// Letters of a text, and those among them of a script that GSM-7 doesn't have.
struct LetterCount {
  qsizetype all = 0;
  qsizetype foreign = 0;
};

void countLetters(const QString& text, LetterCount& count) {
  for (const auto c : text.toUcs4()) {
    if (!QChar::isLetter(c)) continue;
    ++count.all;
    const bool latin = QChar::script(c) == QChar::Script_Latin;
    if (!latin && gsmSeptets(c) == 0 && !gsmLikeness(c)) ++count.foreign;
  }
}

/// What can stand in a place for a stretch with costly spans; none if one of them has no replacement.
std::optional<QByteArray> replacementOf(const QByteArray& stretch, char quote) {
  QByteArray text;
  std::size_t done = 0;
  const std::string_view bytes(stretch.constData(), static_cast<std::size_t>(stretch.size()));
  for (const CostlySpan& span : costlySpans(bytes)) {
    if (!span.replacement) return std::nullopt;
    text.append(stretch.mid(static_cast<qsizetype>(done), static_cast<qsizetype>(span.begin - done)));
    text.append(span.replacement->data(), static_cast<qsizetype>(span.replacement->size()));
    done = span.end;
  }
  text.append(stretch.mid(static_cast<qsizetype>(done)));
  // A quoted text ends at its quote, and Liquid has no way to write it otherwise.
  if (quote == '"') text.replace('"', '\'');
  if (quote == '\'' && text.contains('\'')) return std::nullopt;
  return text;
}

/// The marks of one printed stretch, one for each character as a person sees them.
void markStretch(const QByteArray& source, const PrintedText& place, std::vector<CostlyMark>& marks) {
  const QByteArray bytes = source.mid(place.begin, place.end - place.begin);
  const auto spans = costlySpans({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  if (spans.empty()) return;
  const QString text = QString::fromUtf8(bytes);
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  auto span = spans.begin();
  qsizetype byte = 0;
  for (qsizetype at = 0; at < text.size() && span != spans.end();) {
    const qsizetype next = finder.toNextBoundary();
    const QByteArray character = text.mid(at, next - at).toUtf8();
    const qsizetype end = byte + character.size();
    if (static_cast<qsizetype>(span->begin) < end) {
      marks.push_back({place.begin + byte, place.begin + end, text.mid(at, next - at), span->codepoint,
                       replacementOf(character, place.quote)});
      while (span != spans.end() && static_cast<qsizetype>(span->begin) < end) ++span;
    }
    at = next;
    byte = end;
  }
}

QString likenessName(const CostlyMark& mark) {
  switch (mark.codepoint) {
    case 0x2018:
    case 0x2019:
      return QStringLiteral("curly apostrophe");
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return QStringLiteral("curly quotation mark");
    case 0x2013:
    case 0x2014:
      return QStringLiteral("long dash");
    case 0x2026:
      return QStringLiteral("ellipsis sign");
    case 0x00A0:
    case 0x202F:
      return QStringLiteral("no-break space");
    case 0x2022:
      return QStringLiteral("bullet");
    default:
      break;
  }
  if (mark.replacement->isEmpty()) return QStringLiteral("invisible character");
  if (*mark.replacement == " ") return QStringLiteral("special blank");
  if (*mark.replacement == "\n") return QStringLiteral("special line break");
  return {};
}

}  // namespace

std::vector<CostlyMark> costlyMarks(const QByteArray& source) {
  std::vector<CostlyMark> marks;
  if (!QUtf8StringView(source.constData(), source.size()).isValidUtf8()) return marks;
  LetterCount letters;
  for (const PrintedText& place : printedText(source)) {
    markStretch(source, place, marks);
    countLetters(QString::fromUtf8(source.mid(place.begin, place.end - place.begin)), letters);
  }
  if (letters.foreign > 0 && letters.foreign * kForeignShare >= letters.all) marks.clear();
  return marks;
}

QByteArray withReplacements(const QByteArray& source, const std::vector<CostlyMark>& marks) {
  QByteArray result;
  qsizetype done = 0;
  for (const CostlyMark& mark : marks) {
    if (!mark.replacement) continue;
    result += source.mid(done, mark.begin - done) + *mark.replacement;
    done = mark.end;
  }
  return result + source.mid(done);
}

bool canAllBeReplaced(const std::vector<CostlyMark>& marks) {
  return std::all_of(marks.begin(), marks.end(), [](const CostlyMark& mark) { return mark.replacement.has_value(); });
}

QString characterName(const CostlyMark& mark) {
  if (mark.replacement) {
    if (const QString name = likenessName(mark); !name.isEmpty()) return name;
  }
  const bool letter = std::any_of(mark.character.begin(), mark.character.end(), [](QChar c) { return c.isLetter(); });
  if (letter && !mark.replacement) return QStringLiteral("letter %1").arg(mark.character);
  return QStringLiteral("character %1").arg(mark.character);
}

QString costlySentence(const CostlyMark& mark) {
  const QString number = QString::number(mark.codepoint, 16).toUpper().rightJustified(4, QLatin1Char('0'));
  const QString what =
      QStringLiteral(
          "The %1 (U+%2) is not in GSM-7: it makes the text UCS-2, with 70 characters in a part instead of 160.")
          .arg(characterName(mark), number);
  if (!mark.replacement) return what + QStringLiteral(" Nothing in GSM-7 reads the same.");
  if (mark.replacement->isEmpty()) return what + QStringLiteral(" It prints nothing and can go.");
  if (mark.replacement->trimmed().isEmpty()) return what + QStringLiteral(" A plain one would not.");
  return what + QStringLiteral(" “%1” would not.").arg(QString::fromUtf8(*mark.replacement));
}

}  // namespace heliograph::message
