// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace heliograph::editors {

/// Bytes [begin, end) of a source.
struct ByteRange {
  qsizetype begin = 0;
  qsizetype end = 0;

  bool operator==(const ByteRange&) const = default;
};

/// Every place of `wanted` in a UTF-8 source, from the front and without overlaps. Nothing for an empty word.
[[nodiscard]] std::vector<ByteRange> findAll(const QByteArray& source, const QString& wanted, bool matchCase);

/// The source with other bytes in each of the places, which are in order and don't overlap.
[[nodiscard]] QByteArray replaceRanges(const QByteArray& source, const std::vector<ByteRange>& places,
                                       const QByteArray& with);

}  // namespace heliograph::editors
