// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "storage/database.h"

namespace heliograph::test {

/// An empty workspace in a real file of a temporary folder, gone with the object. Fails loudly if it can't be made.
class WorkspaceFixture final {
 public:
  WorkspaceFixture();

  [[nodiscard]] storage::Database& database() { return *m_database; }
  [[nodiscard]] QString path() const { return m_database->path(); }
  [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }

 private:
  QTemporaryDir m_folder;
  std::unique_ptr<storage::Database> m_database;
};

}  // namespace heliograph::test
