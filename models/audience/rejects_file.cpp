// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rejects_file.h"

#include <QDir>
#include <QFileInfo>

#include "audience/csv_writer.h"

namespace heliograph::audience {

QString RejectsFile::pathBeside(const QString& source) {
  const QFileInfo info(source);
  return info.dir().filePath(info.completeBaseName() + QStringLiteral(".rejects.csv"));
}

void RejectsFile::add(qint64 row, const RowProblem& problem) {
  if (!m_file) {
    m_file = std::make_unique<QSaveFile>(m_path);
    if (m_file->open(QIODevice::WriteOnly)) {
      m_file->write(
          csvLine({QStringLiteral("row"), QStringLiteral("column"), QStringLiteral("reason"), QStringLiteral("kind")}));
    }
  }
  // A failed write is remembered by the file and said by finish().
  if (!m_file->isOpen()) return;
  m_file->write(csvLine({QString::number(row), problem.column, problem.reason,
                         problem.rejects ? QStringLiteral("rejected") : QStringLiteral("warning")}));
}

Result<QString> RejectsFile::finish() {
  if (!m_file) return QString();
  if (m_file->isOpen() && m_file->commit()) return m_path;
  return fail(ErrorCode::Io, QStringLiteral("The list of rows with problems could not be written to “%1”.").arg(m_path),
              m_file->errorString());
}

}  // namespace heliograph::audience
