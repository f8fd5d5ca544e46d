// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>
#include <memory>

#include "core/result.h"

namespace heliograph::audience {

/// The folder beside a workspace that holds its column files: "<workspace>.columns". Only a copy: it may be deleted at
/// any time, and is when somebody's data has to go.
class ColumnFolder final {
 public:
  explicit ColumnFolder(const QString& workspacePath) : m_path(workspacePath + QStringLiteral(".columns")) {}

  [[nodiscard]] QString path() const { return m_path; }
  [[nodiscard]] QString file(const QString& name) const { return m_path + QLatin1Char('/') + name; }
  [[nodiscard]] QString indexFile() const { return file(QStringLiteral("index")); }

  /// Makes the folder, for its owner alone, and takes the right to write to it. Errors: Busy while another program has
  /// it, Io.
  [[nodiscard]] Result<std::unique_ptr<QLockFile>> lock() const;
  /// Deletes what isn't among `names`; for who holds the lock.
  void keepOnly(const QStringList& names) const;
  /// Deletes everything in it, whoever uses it: who has mapped a file keeps what it needs until then.
  void clear() const;

 private:
  QString m_path;
};

}  // namespace heliograph::audience
