// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/template_match.h"

#include <QRegularExpression>
#include <algorithm>

namespace heliograph::message {
namespace {

/// Stands for a value in a message's text; no approved text has it.
constexpr QChar kValue(0xFFFC);
constexpr int kWordsShown = 40;
constexpr qsizetype kLongestPlace = 44;  // bytes of an open one with its marks

const QRegularExpression& placePattern() {
  static const QRegularExpression pattern(
      QStringLiteral(R"(\{#[^#{}]{0,40}#\}|\{\{[^{}]{0,40}\}\}|##[^#\s]{1,40}##|[\[{<]#?\s*var\s*\d*\s*#?[\]}>])"),
      QRegularExpression::CaseInsensitiveOption);
  return pattern;
}

/// How much of `wanted` begins at `from` of the text.
qsizetype sharedLength(const QString& text, qsizetype from, const QString& wanted) {
  qsizetype length = 0;
  while (length < wanted.size() && from + length < text.size() && text[from + length] == wanted[length]) ++length;
  return length;
}

/// Where the most of `wanted` is found from `from` on: that is where a person has to look.
TemplateMismatch nearest(const QString& text, qsizetype from, const QString& wanted) {
  qsizetype at = from;
  qsizetype most = 0;
  for (qsizetype begin = from; begin < text.size(); ++begin) {
    const qsizetype length = sharedLength(text, begin, wanted);
    if (length <= most) continue;
    most = length;
    at = begin;
  }
  // Nothing of it: the place before it swallows the rest, so it is missing at the end.
  if (most == 0) return {text.size(), wanted};
  return {at + most, wanted.mid(most)};
}

/// A message's text with one character for everything that personalises, and where each character stands in the source.
struct ValuedText {
  QString text;
  std::vector<qsizetype> begins;  ///< bytes; one more than characters
  bool decidedByTags = false;

  [[nodiscard]] qsizetype byteOf(qsizetype character) const {
    const auto last = static_cast<qsizetype>(begins.size()) - 1;
    return begins[static_cast<std::size_t>(std::clamp<qsizetype>(character, 0, last))];
  }
};

ValuedText valuedTextOf(const QByteArray& source) {
  ValuedText valued;
  qsizetype done = 0;
  const auto addPlain = [&](qsizetype end) {
    const QString plain = QString::fromUtf8(source.mid(done, end - done));
    qsizetype at = done;
    for (const QChar c : plain) {
      valued.text += c;
      valued.begins.push_back(at);
      // A pair counts its four bytes at its second half.
      at += c.isLowSurrogate() ? 4 : c.isHighSurrogate() ? 0 : c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
    }
    done = end;
  };
  while (true) {
    const qsizetype output = source.indexOf("{{", done);
    const qsizetype tag = source.indexOf("{%", done);
    if (tag >= 0 && (output < 0 || tag < output)) valued.decidedByTags = true;
    const qsizetype close = output < 0 ? -1 : source.indexOf("}}", output);
    if (valued.decidedByTags || close < 0) break;
    addPlain(output);
    valued.text += kValue;
    valued.begins.push_back(output);
    done = close + 2;
  }
  addPlain(source.size());
  valued.begins.push_back(source.size());
  return valued;
}

QString shown(const QString& words) {
  const QString line = words.section(QLatin1Char('\n'), 0, 0);
  const QString some = line.isEmpty() ? words.trimmed() : line;
  return some.size() > kWordsShown ? some.left(kWordsShown).trimmed() + QChar(0x2026) : some;
}

QString mismatchSentence(const TemplateMismatch& mismatch, const QString& text) {
  if (mismatch.expected.isEmpty()) {
    return QStringLiteral("The approved text ends here. Remove the rest, or have it approved.");
  }
  const QString expected = shown(mismatch.expected);
  if (mismatch.at >= text.size()) {
    return expected.isEmpty() ? QStringLiteral("The approved text goes on with a line break here.")
                              : QStringLiteral("The approved text goes on with “%1” here.").arg(expected);
  }
  if (text[mismatch.at] == kValue) {
    return QStringLiteral("The approved text has no place for a value here, but “%1”.").arg(expected);
  }
  return expected.isEmpty() ? QStringLiteral("The approved text has a line break here.")
                            : QStringLiteral("The approved text says “%1” here.").arg(expected);
}

std::vector<MessageProblem> openPlaceProblems(const QByteArray& source, bool isApproved) {
  std::vector<MessageProblem> problems;
  for (const auto& [begin, end] : openPlaces(source)) {
    const int number = isApproved ? openPlaceNumber(source.mid(begin, end - begin)) : 0;
    const QString what = number > 0   ? QStringLiteral("Place %1 of the approved text has nothing yet.").arg(number)
                         : isApproved ? QStringLiteral("A place of the approved text has nothing yet.")
                                      : QStringLiteral("A value is missing here.");
    problems.push_back({MessageProblem::Severity::Error,
                        QStringLiteral("template_place_open"),
                        what + QStringLiteral(" Choose a property for it, or write a value."),
                        begin,
                        end,
                        {}});
  }
  return problems;
}

}  // namespace

std::vector<TemplatePiece> templatePieces(const QString& approved) {
  std::vector<TemplatePiece> pieces;
  qsizetype done = 0;
  auto places = placePattern().globalMatch(approved);
  while (places.hasNext()) {
    const auto place = places.next();
    if (place.capturedStart() > done) pieces.push_back({false, approved.mid(done, place.capturedStart() - done)});
    pieces.push_back({true, place.captured()});
    done = place.capturedEnd();
  }
  if (done < approved.size()) pieces.push_back({false, approved.mid(done)});
  return pieces;
}

int placesIn(const QString& approved) {
  const auto pieces = templatePieces(approved);
  return static_cast<int>(std::count_if(pieces.begin(), pieces.end(), [](const auto& piece) { return piece.isPlace; }));
}

QString filledTemplate(const QString& approved, const QStringList& values) {
  QString text;
  qsizetype next = 0;
  for (const TemplatePiece& piece : templatePieces(approved)) {
    const bool takes = piece.isPlace && next < values.size();
    text += takes ? values[next] : piece.text;
    if (piece.isPlace) ++next;
  }
  return text;
}

TemplateMatcher::TemplateMatcher(const QString& approved) {
  m_fixed << QString();
  for (TemplatePiece& piece : templatePieces(approved.trimmed())) {
    if (piece.isPlace) {
      m_fixed << QString();
    } else {
      m_fixed.last() = piece.text.remove(QLatin1Char('\r'));
    }
  }
}

TemplateMatcher::Walk TemplateMatcher::walk(const QString& text) const {
  Walk walk;
  const QString& first = m_fixed.front();
  if (const qsizetype shared = sharedLength(text, 0, first); shared < first.size()) {
    walk.mismatch = TemplateMismatch{shared, first.mid(shared)};
    return walk;
  }
  walk.begins.push_back(0);
  qsizetype at = first.size();
  for (qsizetype i = 1; i < m_fixed.size(); ++i) {
    const QString& fixed = m_fixed[i];
    const bool isLast = i + 1 == m_fixed.size();
    // The last words have to end the text.
    const qsizetype found = isLast ? text.size() - fixed.size() : text.indexOf(fixed, at);
    if (found < at || (isLast && !text.endsWith(fixed))) {
      const qsizetype whole = isLast ? text.indexOf(fixed, at) : -1;
      walk.mismatch = whole >= 0 ? TemplateMismatch{whole + fixed.size(), {}} : nearest(text, at, fixed);
      return walk;
    }
    walk.begins.push_back(found);
    at = found + fixed.size();
  }
  if (m_fixed.size() == 1 && at < text.size()) walk.mismatch = TemplateMismatch{at, {}};
  return walk;
}

std::optional<TemplateMismatch> TemplateMatcher::mismatch(const QString& text) const {
  return walk(text).mismatch;
}

std::vector<std::pair<qsizetype, qsizetype>> TemplateMatcher::places(const QString& text) const {
  const Walk found = walk(text);
  std::vector<std::pair<qsizetype, qsizetype>> places;
  if (found.mismatch) return places;
  for (std::size_t i = 1; i < found.begins.size(); ++i) {
    places.emplace_back(found.begins[i - 1] + m_fixed[static_cast<qsizetype>(i) - 1].size(), found.begins[i]);
  }
  return places;
}

std::vector<std::pair<qsizetype, qsizetype>> openPlaces(QByteArrayView source) {
  std::vector<std::pair<qsizetype, qsizetype>> places;
  const QByteArray text = QByteArray::fromRawData(source.data(), source.size());
  for (qsizetype begin = text.indexOf("{#"); begin >= 0; begin = text.indexOf("{#", begin + 1)) {
    const qsizetype end = text.indexOf("#}", begin + 2) + 2;
    if (end < 2 || end - begin > kLongestPlace) continue;
    const QByteArray name = text.mid(begin + 2, end - begin - 4);
    if (!name.contains('#') && !name.contains('{') && !name.contains('}')) places.emplace_back(begin, end);
  }
  return places;
}

int openPlaceNumber(QByteArrayView place) {
  return place.size() > 4 ? place.sliced(2, place.size() - 4).toByteArray().toInt() : 0;
}

std::vector<MessageProblem> templateProblems(const QString& approved, const QByteArray& source, const QString& behind) {
  const bool isOpen = approved.trimmed().isEmpty();
  std::vector<MessageProblem> problems = openPlaceProblems(source, !isOpen);
  if (isOpen || source.trimmed().isEmpty()) return problems;
  const ValuedText message = valuedTextOf(source);
  if (message.decidedByTags) return problems;
  const QString whole = message.text + behind;
  const TemplateMatcher matcher(approved);
  if (const auto mismatch = matcher.mismatch(whole)) {
    // Something has to be seen where the text is over.
    const qsizetype last = std::max<qsizetype>(message.text.size() - 1, 0);
    const qsizetype at = std::min(mismatch->at, last);
    problems.push_back({MessageProblem::Severity::Error,
                        QStringLiteral("template_mismatch"),
                        mismatchSentence(*mismatch, whole),
                        message.byteOf(at),
                        mismatch->expected.isEmpty() ? source.size() : message.byteOf(at + 1),
                        {}});
    return problems;
  }
  for (const auto& [begin, end] : matcher.places(whole)) {
    const QString words = whole.mid(begin, end - begin).remove(kValue);
    if (words.size() <= mostInPlace || begin >= message.text.size()) continue;
    problems.push_back(
        {MessageProblem::Severity::Warning,
         QStringLiteral("template_place_long"),
         QStringLiteral("A place of the approved text holds %1 characters; these are more.").arg(mostInPlace),
         message.byteOf(begin),
         message.byteOf(end),
         {}});
  }
  return problems;
}

QByteArray messageOfTemplate(const QString& approved, const std::vector<QByteArray>& variables) {
  QByteArray message;
  std::size_t next = 0;
  for (const TemplatePiece& piece : templatePieces(approved.trimmed())) {
    if (!piece.isPlace) {
      message += piece.text.toUtf8();
      continue;
    }
    const bool takes = next < variables.size() && !variables[next].trimmed().isEmpty();
    ++next;
    message += takes ? variables[next - 1] : "{#" + QByteArray::number(static_cast<qulonglong>(next)) + "#}";
  }
  return message;
}

}  // namespace heliograph::message
