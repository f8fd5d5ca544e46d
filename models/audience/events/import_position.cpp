// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/import_position.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace heliograph::audience {

Result<QByteArray> importFingerprint(const QString& file, const QByteArray& how) {
  static constexpr qint64 bytesAtTheEnds = qint64{1} << 16;
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("“%1” can't be read. Check that you may read it.").arg(file),
                source.errorString());
  }
  const QFileInfo info(file);
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(how);
  hash.addData(QByteArray::number(info.size()) + '/' + QByteArray::number(info.lastModified().toMSecsSinceEpoch()));
  hash.addData(source.read(bytesAtTheEnds));
  if (info.size() > 2 * bytesAtTheEnds && source.seek(info.size() - bytesAtTheEnds)) {
    hash.addData(source.read(bytesAtTheEnds));
  }
  return hash.result();
}

Result<std::unique_ptr<ImportBookmark>> ImportBookmark::open(const storage::NativeConnection& connection,
                                                             const QByteArray& fingerprint) {
  auto write = connection.prepare(
      QStringLiteral("INSERT OR REPLACE INTO import_position (file, records, counts, done, moved_at) "
                     "VALUES (?, ?, ?, ?, ?)"));
  if (!write) return fail(write.error());
  auto removal = connection.prepare(QStringLiteral("DELETE FROM import_position WHERE file = ?"));
  if (!removal) return fail(removal.error());
  std::unique_ptr<ImportBookmark> bookmark(new ImportBookmark(fingerprint, std::move(*write), std::move(*removal)));

  auto read = connection.prepare(QStringLiteral("SELECT records, counts, done FROM import_position WHERE file = ?"));
  if (!read) return fail(read.error());
  read->bindBytes(1, fingerprint);
  auto row = read->step();
  if (!row) return fail(row.error());
  if (*row) {
    const std::string_view counts = read->text(1);
    bookmark->m_earlier = {
        read->integer(0),
        QJsonDocument::fromJson(QByteArray(counts.data(), static_cast<qsizetype>(counts.size()))).object(),
        read->integer(2) != 0};
  }
  return bookmark;
}

Result<> ImportBookmark::move(const ImportPosition& position, const QDateTime& now) {
  const QByteArray counts = QJsonDocument(position.counts).toJson(QJsonDocument::Compact);
  m_write.bindBytes(1, m_fingerprint);
  m_write.bind(2, std::int64_t{position.records});
  m_write.bindText(3, {counts.constData(), static_cast<std::size_t>(counts.size())});
  m_write.bind(4, std::int64_t{position.done ? 1 : 0});
  m_write.bind(5, std::int64_t{now.toMSecsSinceEpoch()});
  return m_write.run();
}

Result<> ImportBookmark::remove() {
  m_remove.bindBytes(1, m_fingerprint);
  return m_remove.run();
}

}  // namespace heliograph::audience
