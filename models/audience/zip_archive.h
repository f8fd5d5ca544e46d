// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QString>
#include <memory>
#include <vector>

#include "core/result.h"

namespace heliograph::audience {

/// One file of a ZIP archive, as its directory tells of it.
struct ZipEntry {
  QByteArray name;
  int method = 0;  ///< 0: as it is, 8: deflated
  bool encrypted = false;
  quint32 checksum = 0;
  qint64 packed = 0;  ///< bytes in the archive
  qint64 size = 0;    ///< bytes unpacked
  qint64 header = 0;  ///< where its own header begins
};

/// Unpacks one entry while it is read, in constant memory. What isn't as the directory says is a failure: more or fewer
/// bytes, another checksum, and a stretch of 16 MiB without a tag, which no XML of a spreadsheet has.
class ZipEntryStream final : public QIODevice {
 public:
  ZipEntryStream(const QString& archive, const ZipEntry& entry);
  ~ZipEntryStream() override;
  Q_DISABLE_COPY_MOVE(ZipEntryStream)

  [[nodiscard]] Result<> begin();
  [[nodiscard]] bool isSequential() const override { return true; }
  /// Bytes of the archive that were used so far.
  [[nodiscard]] qint64 packedRead() const;
  [[nodiscard]] bool isBroken() const { return m_broken; }

 protected:
  qint64 readData(char* data, qint64 most) override;
  qint64 writeData(const char* data, qint64 size) override;

 private:
  struct Inflater;
  qint64 inflate(char* data, qint64 most);
  bool check(const char* data, qint64 got);

  QFile m_file;
  ZipEntry m_entry;
  std::unique_ptr<Inflater> m_inflater;
  qint64 m_left = 0;
  qint64 m_given = 0;
  qint64 m_sinceTag = 0;
  quint32 m_checksum = 0;
  bool m_broken = false;
};

/// The directory of a ZIP archive (PKWARE APPNOTE, with ZIP64).
class ZipArchive final {
 public:
  /// InvalidInput if the file isn't whole; Io if it can't be read.
  [[nodiscard]] static Result<ZipArchive> open(const QString& path);

  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return m_entries; }
  /// The entry of that name, without regard to case; nullptr if there is none.
  [[nodiscard]] const ZipEntry* find(QByteArrayView name) const;
  /// A stream that is open. InvalidInput if it can't be unpacked, or would become out of proportion large.
  [[nodiscard]] Result<std::unique_ptr<ZipEntryStream>> read(const ZipEntry& entry) const;
  [[nodiscard]] const QString& path() const { return m_path; }

 private:
  explicit ZipArchive(QString path) : m_path(std::move(path)) {}

  QString m_path;
  std::vector<ZipEntry> m_entries;
};

/// What a spreadsheet that can't be read is told of.
[[nodiscard]] tl::unexpected<Error> damagedSpreadsheet(const QString& path);

}  // namespace heliograph::audience
