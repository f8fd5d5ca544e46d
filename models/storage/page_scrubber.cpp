// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/page_scrubber.h"

#include <sqlite3.h>

#include <QFileInfo>
#include <algorithm>
#include <vector>

#include "storage/sqlite_error.h"

namespace heliograph::storage {
namespace {

constexpr qint64 kPieceBytes = 16 << 20;
constexpr int kScrubTries = 25;
/// Of the file format (sqlite.org/fileformat.html): the header of the first page, and of a tree's page.
constexpr qint64 kFileHeader = 100;
constexpr qint64 kLeafHeader = 8;
constexpr qint64 kInnerHeader = 12;

qint64 twoBytes(const unsigned char* at) {
  return at[0] << 8 | at[1];
}

struct PageLayout {
  qint64 size;
  qint64 usable;
};

/// SQLite's own handle of the file: another one, once closed, would give up the locks of this program.
Result<sqlite3_file*> fileOf(const NativeConnection& connection) {
  sqlite3_file* file = nullptr;
  const int code = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK || file == nullptr || file->pMethods == nullptr) {
    return fail(sqliteError(code == SQLITE_OK ? SQLITE_IOERR : code, QStringLiteral("file")));
  }
  return file;
}

Result<std::vector<unsigned char>> readBytes(sqlite3_file* file, qint64 offset, qint64 most) {
  sqlite3_int64 size = 0;
  if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK) {
    return fail(sqliteError(code, QStringLiteral("file size")));
  }
  std::vector<unsigned char> bytes(static_cast<std::size_t>(std::clamp<qint64>(size - offset, 0, most)));
  if (bytes.empty()) return bytes;
  const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), offset);
  if (code != SQLITE_OK) return fail(sqliteError(code, QStringLiteral("read")));
  return bytes;
}

Result<PageLayout> layoutOf(sqlite3_file* file) {
  auto header = readBytes(file, 0, kFileHeader);
  if (!header) return fail(header.error());
  if (header->size() < static_cast<std::size_t>(kFileHeader)) return PageLayout{0, 0};
  const qint64 stored = twoBytes(header->data() + 16);
  const qint64 size = stored == 1 ? 65536 : stored;
  return PageLayout{size, size - (*header)[20]};
}

/// The pages that were changed, by their place in the piece.
std::vector<qint64> clearPages(std::vector<unsigned char>& piece, qint64 offset, const PageLayout& layout) {
  std::vector<qint64> changed;
  for (qint64 at = 0; at + layout.size <= static_cast<qint64>(piece.size()); at += layout.size) {
    if (clearUnusedPart(piece.data() + at, layout.usable, offset + at == 0)) changed.push_back(at);
  }
  return changed;
}

}  // namespace

bool clearUnusedPart(unsigned char* page, qint64 usableSize, bool isFirst) {
  unsigned char* header = page + (isFirst ? kFileHeader : 0);
  const int kind = header[0];
  const bool leaf = kind == 10 || kind == 13;
  if (!leaf && kind != 2 && kind != 5) return false;
  const qint64 cells = twoBytes(header + 3);
  const unsigned char* list = header + (leaf ? kLeafHeader : kInnerHeader);
  const qint64 begin = (list - page) + 2 * cells;
  const qint64 stored = twoBytes(header + 5);
  const qint64 end = stored == 0 ? 65536 : stored;
  const qint64 firstFree = twoBytes(header + 1);
  if (begin > end || end > usableSize || (firstFree != 0 && firstFree < end)) return false;
  for (qint64 i = 0; i < cells; ++i) {
    const qint64 cell = twoBytes(list + 2 * i);
    if (cell < end || cell >= usableSize) return false;
  }
  const bool dirty = std::any_of(page + begin, page + end, [](unsigned char byte) { return byte != 0; });
  if (dirty) std::fill(page + begin, page + end, static_cast<unsigned char>(0));
  return dirty;
}

Result<> PageScrubber::run() const {
  auto connection = NativeConnection::open(m_database, NativeConnection::Mode::Write);
  if (!connection) return fail(connection.error());
  HELIOGRAPH_TRY(emptyLog(*connection));
  auto file = fileOf(*connection);
  if (!file) return fail(file.error());
  auto layout = layoutOf(*file);
  if (!layout) return fail(layout.error());
  if (layout->size < 512) return {};
  for (qint64 offset = 0;; offset += kPieceBytes) {
    // Looked at first without a lock: most pieces have nothing to clear once the file was gone through.
    auto piece = readBytes(*file, offset, kPieceBytes);
    if (!piece) return fail(piece.error());
    if (piece->empty()) break;
    if (!clearPages(*piece, offset, *layout).empty()) HELIOGRAPH_TRY(scrubPiece(*connection, offset));
  }
  return emptyLog(*connection);
}

Result<> PageScrubber::emptyLog(const NativeConnection& connection) const {
  auto checkpoint = connection.prepare(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
  if (!checkpoint) return fail(checkpoint.error());
  auto row = checkpoint->step();
  if (!row) return fail(row.error());
  if (*row && checkpoint->integer(0) != 0) {
    return fail(ErrorCode::Busy, QStringLiteral("The workspace is being read without a pause, so its log could not be "
                                                "emptied. It is done when the workspace is next opened."));
  }
  return {};
}

Result<> PageScrubber::scrubPiece(const NativeConnection& connection, qint64 offset) const {
  for (int i = 0; i < kScrubTries; ++i) {
    auto done = tryPiece(connection, offset);
    if (!done) return fail(done.error());
    if (*done) return {};
    HELIOGRAPH_TRY(emptyLog(connection));
  }
  return fail(ErrorCode::Busy, QStringLiteral("The workspace is being written without a pause, so its unused parts "
                                              "could not be cleared. It is done when it is next opened."));
}

/// False: somebody has written since the log was emptied.
Result<bool> PageScrubber::tryPiece(const NativeConnection& connection, qint64 offset) const {
  HELIOGRAPH_TRY(connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
  const auto clear = [&]() -> Result<bool> {
    // With nothing in the log nobody copies pages from it into the file, and nobody can add to it now.
    if (QFileInfo(m_database.path() + QStringLiteral("-wal")).size() != 0) return false;
    auto file = fileOf(connection);
    if (!file) return fail(file.error());
    auto layout = layoutOf(*file);
    if (!layout) return fail(layout.error());
    auto piece = readBytes(*file, offset, kPieceBytes);
    if (!piece) return fail(piece.error());
    for (const qint64 at : clearPages(*piece, offset, *layout)) {
      const int code =
          (*file)->pMethods->xWrite(*file, piece->data() + at, static_cast<int>(layout->size), offset + at);
      if (code != SQLITE_OK) return fail(sqliteError(code, QStringLiteral("write")));
    }
    if (const int code = (*file)->pMethods->xSync(*file, SQLITE_SYNC_NORMAL); code != SQLITE_OK) {
      return fail(sqliteError(code, QStringLiteral("sync")));
    }
    // A change of any kind, so that connections forget the pages they remember as they were.
    HELIOGRAPH_TRY(connection.execute(QStringLiteral(
        "INSERT INTO workspace (name, value) VALUES ('scrubbed', 1) ON CONFLICT (name) DO UPDATE SET value = "
        "value + 1")));
    HELIOGRAPH_TRY(connection.execute(QStringLiteral("COMMIT")));
    return true;
  };
  auto done = clear();
  connection.rollback();
  if (done && *done) HELIOGRAPH_TRY(emptyLog(connection));
  return done;
}

}  // namespace heliograph::storage
