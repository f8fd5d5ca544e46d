// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "message/personalisation_token.h"

namespace heliograph::editors {

/// A message's source and how an editor shows it. The source is canonical UTF-8 Liquid and is never normalised; what is
/// shown is one *cell* a UTF-16 unit, a line break (however it is spelled), a pill, an open place of an approved text,
/// or an emoji that fonts don't draw whole. An edit replaces some cells and leaves the bytes of all others as they
/// were.
class MessageText final {
 public:
  struct Cell {
    enum class Kind { Unit, Break, Pill, Place, Mark, Emoji };
    Kind kind = Kind::Unit;
    char16_t unit = 0;                                   ///< Unit: itself
    QByteArray source;                                   ///< of all others: the bytes it stands for
    std::optional<message::PersonalisationToken> token;  ///< Pill

    /// Stands for something that a person chooses: a property, or nothing yet.
    [[nodiscard]] bool isChosen() const { return kind == Kind::Pill || kind == Kind::Place; }
    bool operator==(const Cell& other) const {
      return kind == other.kind && unit == other.unit && source == other.source;
    }
  };
  using Cells = std::vector<Cell>;

  /// The cells of a source: tokens become pills, {#1#} places, "\n", "\r\n", "\r" and U+2029 breaks, and characters a
  /// QTextDocument keeps for itself (U+FFFC, U+FDD0, U+FDD1, U+0000) marks.
  static Cells cellsOf(const QByteArray& source);
  /// The cells of plain text: as `cellsOf`, but nothing becomes a pill.
  static Cells plainCells(const QString& text);
  /// The bytes of cells [begin, end).
  static QByteArray bytesOf(const Cells& cells, qsizetype begin, qsizetype end);

  [[nodiscard]] const Cells& cells() const { return m_cells; }
  [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_cells.size()); }
  [[nodiscard]] QByteArray source() const { return bytesOf(m_cells, 0, size()); }
  [[nodiscard]] QByteArray source(qsizetype begin, qsizetype end) const { return bytesOf(m_cells, begin, end); }

  void setCells(Cells cells) { m_cells = std::move(cells); }
  /// Replaces cells [begin, end).
  void replace(qsizetype begin, qsizetype end, const Cells& with);

  /// Byte offset of a cell; the size of the source for the place behind the last one.
  [[nodiscard]] qsizetype byteOfCell(qsizetype cell) const;
  /// The cell that holds the byte; the place behind the last one for offsets beyond.
  [[nodiscard]] qsizetype cellOfByte(qsizetype byte) const;

  /// The cells that hold bytes [begin, end), both halves of a pair together; empty where the bytes are.
  [[nodiscard]] std::pair<qsizetype, qsizetype> cellsOfBytes(qsizetype begin, qsizetype end) const;

  /// Whether the place before `cell` lies between the two halves of a surrogate pair.
  [[nodiscard]] bool splitsPair(qsizetype cell) const;

  /// A cell as it is spoken, at least one UTF-16 unit.
  static QString spokenCell(const Cell& cell);
  /// The text as it is spoken: a pill by its property's name.
  [[nodiscard]] QString spoken() const;

 private:
  Cells m_cells;
};

}  // namespace heliograph::editors
