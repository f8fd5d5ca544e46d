// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <memory>

#include "audience/events/import_position.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// The transactions of an import, over a connection of its own. Each is committed with how far the file is; what isn't
/// committed when this goes is undone.
class ImportTransaction final {
 public:
  enum class AtEnd { Keep, Forget };

  /// `fingerprint`: of the file, see importFingerprint(). `atEnd`: whether a file that is in is known as such from then
  /// on, or read anew the next time.
  [[nodiscard]] static Result<std::unique_ptr<ImportTransaction>> open(const storage::Database& database,
                                                                       const QByteArray& fingerprint, AtEnd atEnd);
  ~ImportTransaction();
  Q_DISABLE_COPY_MOVE(ImportTransaction)

  [[nodiscard]] const storage::NativeConnection& connection() const { return m_connection; }
  /// Prepares a statement on the connection, which has to go before this does.
  [[nodiscard]] Result<> prepare(std::unique_ptr<storage::NativeStatement>& into, const QString& sql) const;
  /// How far an earlier import of the file has come.
  [[nodiscard]] const ImportPosition& earlier() const { return m_bookmark->earlier(); }

  /// Begins a transaction, taking the lock for it, unless one is open.
  [[nodiscard]] Result<> begin();
  [[nodiscard]] bool isOpen() const { return m_open; }
  /// Whether it has been open for so long that others have to get their turn, such as what is sent.
  [[nodiscard]] bool isDue() const;
  /// Makes what was written last, with how far the file is.
  [[nodiscard]] Result<> commit(const ImportPosition& position, const QDateTime& now);

 private:
  ImportTransaction(storage::NativeConnection connection, AtEnd atEnd)
      : m_connection(std::move(connection)), m_atEnd(atEnd) {}

  storage::NativeConnection m_connection;
  AtEnd m_atEnd;
  std::unique_ptr<ImportBookmark> m_bookmark;
  bool m_open = false;
  QElapsedTimer m_sinceBegin;
};

}  // namespace heliograph::audience
