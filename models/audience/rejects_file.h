// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>
#include <memory>

#include "audience/person_reader.h"

namespace heliograph::audience {

/// The rows of an import that something is wrong with: row, column, reason, and whether the row was left out. Written
/// whole or not at all; made with the first problem.
class RejectsFile final {
 public:
  /// Where it lies by default: "people.rejects.csv" beside "people.csv".
  [[nodiscard]] static QString pathBeside(const QString& source);

  explicit RejectsFile(QString path) : m_path(std::move(path)) {}

  void add(qint64 row, const RowProblem& problem);

  /// Puts the file in its place. The path, or empty if there were no problems; Io if it can't be written.
  [[nodiscard]] Result<QString> finish();

 private:
  QString m_path;
  std::unique_ptr<QSaveFile> m_file;
};

}  // namespace heliograph::audience
