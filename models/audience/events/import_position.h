// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <memory>

#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// How far the import of a file has come.
struct ImportPosition {
  qint64 records = 0;  ///< of the file, that were taken; from its beginning
  QJsonObject counts;  ///< what became of them
  bool done = false;   ///< the file is in
};

/// Tells a file from others and from itself after a change: by its size, its time and its first and last bytes. `how`
/// is everything else that an import depends on. Io if it can't be read.
[[nodiscard]] Result<QByteArray> importFingerprint(const QString& file, const QByteArray& how);

/// The position of one import, read and written over a connection whose transactions it stands in.
class ImportBookmark final {
 public:
  [[nodiscard]] static Result<std::unique_ptr<ImportBookmark>> open(const storage::NativeConnection& connection,
                                                                    const QByteArray& fingerprint);

  /// Where an earlier import has come to; all zero if there was none.
  [[nodiscard]] const ImportPosition& earlier() const { return m_earlier; }
  [[nodiscard]] Result<> move(const ImportPosition& position, const QDateTime& now);
  /// Forgets the file, so that the next import of it begins anew.
  [[nodiscard]] Result<> remove();

 private:
  ImportBookmark(QByteArray fingerprint, storage::NativeStatement&& write, storage::NativeStatement&& removal)
      : m_fingerprint(std::move(fingerprint)), m_write(std::move(write)), m_remove(std::move(removal)) {}

  QByteArray m_fingerprint;
  storage::NativeStatement m_write;
  storage::NativeStatement m_remove;
  ImportPosition m_earlier;
};

}  // namespace heliograph::audience
