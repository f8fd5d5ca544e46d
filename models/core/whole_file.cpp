// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace heliograph {

Result<> writeWhole(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
  return fail(ErrorCode::Io, QCoreApplication::translate("heliograph", "%1 can't be written: %2. Choose another place.")
                                 .arg(path, file.errorString()));
}

}  // namespace heliograph
