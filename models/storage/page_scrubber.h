// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"
#include "storage/native_connection.h"

namespace heliograph::storage {

/// Overwrites what deleted rows left behind where `secure_delete` doesn't reach: when SQLite moves rows from one page
/// to another, their bytes stay in the unused part of the old page. To be used after rows were deleted for good.
///
/// Only bytes between a page's list of cells and its first cell are touched, which mean nothing to SQLite, and only
/// while the write-ahead log is empty and nobody else can write. Other programs go on reading.
class PageScrubber final {
 public:
  explicit PageScrubber(const Database& database) : m_database(database) {}

  /// Empties the write-ahead log and goes through the whole file in pieces; other writers get their turn in between.
  /// Errors: Busy while others read or write without a pause, those of the file. What is done stays done. Not to be
  /// called inside a transaction.
  [[nodiscard]] Result<> run() const;

 private:
  Result<> emptyLog(const NativeConnection& connection) const;
  Result<> scrubPiece(const NativeConnection& connection, qint64 offset) const;
  Result<bool> tryPiece(const NativeConnection& connection, qint64 offset) const;

  const Database& m_database;
};

/// Zeroes the unused part of one page as it stands in a file. `isFirst`: the page holds the file's header, too. True if
/// there was something to zero; a page that isn't laid out as a tree's page is left alone.
[[nodiscard]] bool clearUnusedPart(unsigned char* page, qint64 usableSize, bool isFirst);

}  // namespace heliograph::storage
