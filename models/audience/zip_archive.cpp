// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/zip_archive.h"

#include <QFileInfo>
#include <QtEndian>
#include <algorithm>

namespace heliograph::audience {
namespace {

constexpr qint64 largestDirectory = qint64{16} << 20;
/// Beyond both of these it isn't a spreadsheet but an attack: real ones are packed 5 to 50 times smaller.
constexpr qint64 largestUnquestioned = qint64{64} << 20;
constexpr qint64 largestRatio = 250;

template <class Number>
Number numberAt(const QByteArray& bytes, qint64 at) {
  return at >= 0 && at + static_cast<qint64>(sizeof(Number)) <= bytes.size()
             ? qFromLittleEndian<Number>(bytes.constData() + at)
             : Number{0};
}

struct Directory {
  qint64 at = 0;
  qint64 size = 0;
};

/// Where the list of files lies, by the record at the archive's end.
std::optional<Directory> findDirectory(QFile& file) {
  static constexpr qint64 endSize = 22;
  static constexpr qint64 longestComment = 65535;
  const qint64 tailAt = std::max<qint64>(0, file.size() - endSize - longestComment);
  if (!file.seek(tailAt)) return std::nullopt;
  const QByteArray tail = file.read(endSize + longestComment);
  const qint64 end = tail.lastIndexOf(QByteArrayLiteral("PK\5\6"));
  if (end < 0 || end + endSize > tail.size()) return std::nullopt;
  Directory directory{numberAt<quint32>(tail, end + 16), numberAt<quint32>(tail, end + 12)};
  const qint64 locator = end - 20;
  if (locator >= 0 && tail.mid(locator, 4) == QByteArrayLiteral("PK\6\7")) {
    const auto at = numberAt<quint64>(tail, locator + 8);
    if (at > static_cast<quint64>(file.size()) || !file.seek(static_cast<qint64>(at))) return std::nullopt;
    const QByteArray end64 = file.read(56);
    if (!end64.startsWith(QByteArrayLiteral("PK\6\6"))) return std::nullopt;
    directory = {numberAt<qint64>(end64, 48), numberAt<qint64>(end64, 40)};
  }
  const bool fits = directory.at >= 0 && directory.size >= 0 && directory.size <= largestDirectory &&
                    directory.at <= file.size() - directory.size;
  return fits ? std::optional(directory) : std::nullopt;
}

/// Sizes and places beyond 4 GiB, and those of writers that didn't know them yet, stand in an extra field.
void readZip64(const QByteArray& extra, ZipEntry& entry) {
  static constexpr qint64 unknown = 0xFFFFFFFF;
  for (qint64 at = 0; at + 4 <= extra.size();) {
    const auto id = numberAt<quint16>(extra, at);
    const auto length = numberAt<quint16>(extra, at + 2);
    qint64 value = at + 4;
    if (id == 1) {
      for (qint64* field : {&entry.size, &entry.packed, &entry.header}) {
        if (*field != unknown) continue;
        *field = numberAt<qint64>(extra, value);
        value += 8;
      }
    }
    at += 4 + length;
  }
}

std::optional<std::vector<ZipEntry>> readEntries(const QByteArray& directory) {
  static constexpr qint64 fixed = 46;
  std::vector<ZipEntry> entries;
  qint64 at = 0;
  while (at + fixed <= directory.size()) {
    if (directory.mid(at, 4) != QByteArrayLiteral("PK\1\2")) return std::nullopt;
    const auto nameLength = numberAt<quint16>(directory, at + 28);
    const auto extraLength = numberAt<quint16>(directory, at + 30);
    ZipEntry entry;
    entry.encrypted = (numberAt<quint16>(directory, at + 8) & 1U) != 0;
    entry.method = numberAt<quint16>(directory, at + 10);
    entry.checksum = numberAt<quint32>(directory, at + 16);
    entry.packed = numberAt<quint32>(directory, at + 20);
    entry.size = numberAt<quint32>(directory, at + 24);
    entry.header = numberAt<quint32>(directory, at + 42);
    entry.name = directory.mid(at + fixed, nameLength);
    readZip64(directory.mid(at + fixed + nameLength, extraLength), entry);
    if (entry.packed < 0 || entry.size < 0 || entry.header < 0) return std::nullopt;
    entries.push_back(std::move(entry));
    at += fixed + nameLength + extraLength + numberAt<quint16>(directory, at + 32);
  }
  return entries;
}

}  // namespace

tl::unexpected<Error> damagedSpreadsheet(const QString& path) {
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("“%1” is damaged and can't be read to its end. Open it in a spreadsheet program, save it "
                             "again, then import that.")
                  .arg(QFileInfo(path).fileName()));
}

Result<ZipArchive> ZipArchive::open(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("“%1” can't be read. Check that you may read it.").arg(path),
                file.errorString());
  }
  const auto directory = findDirectory(file);
  if (!directory || !file.seek(directory->at)) return damagedSpreadsheet(path);
  auto entries = readEntries(file.read(directory->size));
  if (!entries || entries->empty()) return damagedSpreadsheet(path);
  ZipArchive archive(path);
  archive.m_entries = std::move(*entries);
  return archive;
}

const ZipEntry* ZipArchive::find(QByteArrayView name) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(), [name](const ZipEntry& entry) {
    return entry.name.compare(name, Qt::CaseInsensitive) == 0;
  });
  return found == m_entries.end() ? nullptr : &*found;
}

Result<std::unique_ptr<ZipEntryStream>> ZipArchive::read(const ZipEntry& entry) const {
  if (entry.size > largestUnquestioned && entry.size / std::max<qint64>(entry.packed, 1) > largestRatio) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“%1” would take up an unreasonable amount of space when unpacked, so it isn't read. "
                               "Save it as CSV, then import that.")
                    .arg(QFileInfo(m_path).fileName()));
  }
  if (entry.encrypted) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is protected by a password. Save it without one, then "
                                                        "import that.")
                                             .arg(QFileInfo(m_path).fileName()));
  }
  if (entry.method != 0 && entry.method != 8) return damagedSpreadsheet(m_path);
  auto stream = std::make_unique<ZipEntryStream>(m_path, entry);
  HELIOGRAPH_TRY(stream->begin());
  return stream;
}

}  // namespace heliograph::audience
