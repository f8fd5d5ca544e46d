// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/message_text.h"

#include <QUtf8StringView>
#include <algorithm>

#include "editors/emoji_drawing.h"
#include "editors/pill_object.h"
#include "editors/property_choice.h"
#include "message/template_match.h"

namespace heliograph::editors {
namespace {

using Cell = MessageText::Cell;
using Cells = MessageText::Cells;

constexpr char16_t ParagraphSeparator = 0x2029;

/// Characters that a QTextDocument takes for its own.
bool isReserved(char16_t unit) {
  return unit == 0 || unit == 0xFFFC || unit == 0xFDD0 || unit == 0xFDD1;
}

Cell breakCell(const char* source) {
  return Cell{Cell::Kind::Break, 0, QByteArray(source), std::nullopt};
}

Cell markCell(const QByteArray& source) {
  return Cell{Cell::Kind::Mark, 0, source, std::nullopt};
}

void appendUnits(Cells& cells, QStringView text) {
  const std::vector<EmojiRange> whole = brokenEmoji(text);
  auto emoji = whole.begin();
  for (qsizetype i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i].unicode();
    if (emoji != whole.end() && emoji->begin == i) {
      cells.push_back(Cell{Cell::Kind::Emoji, 0, text.sliced(i, emoji->length).toUtf8(), std::nullopt});
      i += emoji->length - 1;
      ++emoji;
    } else if (unit == u'\r' && i + 1 < text.size() && text[i + 1] == QLatin1Char('\n')) {
      cells.push_back(breakCell("\r\n"));
      ++i;
    } else if (unit == u'\n' || unit == u'\r') {
      cells.push_back(breakCell(unit == u'\n' ? "\n" : "\r"));
    } else if (unit == ParagraphSeparator) {
      cells.push_back(breakCell("\xE2\x80\xA9"));
    } else if (isReserved(unit)) {
      cells.push_back(markCell(QString(QChar(unit)).toUtf8()));
    } else {
      cells.push_back(Cell{Cell::Kind::Unit, unit, {}, std::nullopt});
    }
  }
}

qsizetype sequenceLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// Qt's own conversion leaves a byte order mark out.
QString decoded(QByteArrayView utf8) {
  const bool marked = utf8.startsWith(QByteArrayView("\xEF\xBB\xBF"));
  return marked ? QChar(QChar::ByteOrderMark) + QString::fromUtf8(utf8) : QString::fromUtf8(utf8);
}

/// Bytes that are no UTF-8 become marks, so that they survive.
void appendText(Cells& cells, QByteArrayView bytes) {
  if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8()) {
    appendUnits(cells, decoded(bytes));
    return;
  }
  for (qsizetype i = 0; i < bytes.size();) {
    const qsizetype length = std::min(sequenceLength(bytes[i]), bytes.size() - i);
    const QUtf8StringView sequence(bytes.data() + i, length);
    if (sequence.isValidUtf8()) {
      appendUnits(cells, decoded(bytes.sliced(i, length)));
      i += length;
    } else {
      cells.push_back(markCell(bytes.sliced(i, 1).toByteArray()));
      ++i;
    }
  }
}

/// Text that is no token: what approved texts leave open stands between words.
void appendPlaces(Cells& cells, QByteArrayView bytes) {
  qsizetype done = 0;
  for (const auto& [begin, end] : message::openPlaces(bytes)) {
    appendText(cells, bytes.sliced(done, begin - done));
    cells.push_back(Cell{Cell::Kind::Place, 0, bytes.sliced(begin, end - begin).toByteArray(), std::nullopt});
    done = end;
  }
  appendText(cells, bytes.sliced(done));
}

bool isLowAfterHigh(const Cells& cells, qsizetype i) {
  const auto at = [&](qsizetype n) -> const Cell& { return cells[static_cast<std::size_t>(n)]; };
  return i > 0 && QChar::isLowSurrogate(at(i).unit) && at(i - 1).kind == Cell::Kind::Unit &&
         QChar::isHighSurrogate(at(i - 1).unit);
}

/// Bytes a cell stands for; the two halves of a pair count 4 and 0.
qsizetype byteLength(const Cells& cells, qsizetype i) {
  const Cell& cell = cells[static_cast<std::size_t>(i)];
  if (cell.kind != Cell::Kind::Unit) return cell.source.size();
  if (cell.unit < 0x80) return 1;
  if (cell.unit < 0x800) return 2;
  if (isLowAfterHigh(cells, i)) return 0;
  const bool pair = i + 1 < static_cast<qsizetype>(cells.size()) && QChar::isHighSurrogate(cell.unit) &&
                    cells[static_cast<std::size_t>(i + 1)].kind == Cell::Kind::Unit && isLowAfterHigh(cells, i + 1);
  return pair ? 4 : 3;
}

}  // namespace

Cells MessageText::cellsOf(const QByteArray& source) {
  Cells cells;
  cells.reserve(static_cast<std::size_t>(source.size()));
  for (const message::SourcePiece& piece : message::tokenise(source)) {
    const QByteArrayView bytes = QByteArrayView(source).sliced(piece.begin, piece.end - piece.begin);
    if (piece.token) {
      cells.push_back(Cell{Cell::Kind::Pill, 0, bytes.toByteArray(), piece.token});
    } else {
      appendPlaces(cells, bytes);
    }
  }
  return cells;
}

Cells MessageText::plainCells(const QString& text) {
  Cells cells;
  appendUnits(cells, text);
  return cells;
}

QByteArray MessageText::bytesOf(const Cells& cells, qsizetype begin, qsizetype end) {
  QByteArray bytes;
  QString run;
  for (qsizetype i = begin; i < end; ++i) {
    const Cell& cell = cells[static_cast<std::size_t>(i)];
    if (cell.kind == Cell::Kind::Unit) {
      run += QChar(cell.unit);
      continue;
    }
    bytes += run.toUtf8();
    run.clear();
    bytes += cell.source;
  }
  return bytes + run.toUtf8();
}

void MessageText::replace(qsizetype begin, qsizetype end, const Cells& with) {
  m_cells.erase(m_cells.begin() + begin, m_cells.begin() + end);
  m_cells.insert(m_cells.begin() + begin, with.begin(), with.end());
}

qsizetype MessageText::byteOfCell(qsizetype cell) const {
  qsizetype byte = 0;
  for (qsizetype i = 0; i < std::min(cell, size()); ++i) byte += byteLength(m_cells, i);
  return byte;
}

qsizetype MessageText::cellOfByte(qsizetype byte) const {
  qsizetype begin = 0;
  for (qsizetype i = 0; i < size(); ++i) {
    const qsizetype length = byteLength(m_cells, i);
    if (length > 0 && byte < begin + length) return i;
    begin += length;
  }
  return size();
}

std::pair<qsizetype, qsizetype> MessageText::cellsOfBytes(qsizetype begin, qsizetype end) const {
  const qsizetype first = cellOfByte(begin);
  if (end <= begin) return {first, first};
  qsizetype last = std::min(cellOfByte(end - 1) + 1, size());
  if (splitsPair(last)) ++last;
  return {first, last};
}

bool MessageText::splitsPair(qsizetype cell) const {
  return cell > 0 && cell < size() && isLowAfterHigh(m_cells, cell);
}

QString MessageText::spoken() const {
  QString text;
  for (const Cell& cell : m_cells) text += spokenCell(cell);
  return text;
}

QString MessageText::spokenCell(const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::Unit:
      return QChar(cell.unit);
    case Cell::Kind::Break:
      return QStringLiteral("\n");
    case Cell::Kind::Pill:
      return QLatin1Char('[') + tokenLabel(cell.token->root, cell.token->property) + QLatin1Char(']');
    case Cell::Kind::Place:
      return QLatin1Char('[') + PillObject::placeLabel(cell.source) + QLatin1Char(']');
    case Cell::Kind::Emoji:
      return QString::fromUtf8(cell.source);
    case Cell::Kind::Mark:
      break;
  }
  return QStringLiteral(" ");
}

}  // namespace heliograph::editors
