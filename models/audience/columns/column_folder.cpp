// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_folder.h"

#include <QDir>
#include <QSet>

namespace heliograph::audience {
namespace {

const QString kLockName = QStringLiteral("lock");

}  // namespace

Result<std::unique_ptr<QLockFile>> ColumnFolder::lock() const {
  const auto unwritable = [this] {
    return fail(ErrorCode::Io, QStringLiteral("The folder “%1” can't be written.").arg(m_path));
  };
  if (!QDir().exists(m_path)) {
    if (!QDir().mkpath(m_path)) return unwritable();
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
  }
  auto lock = std::make_unique<QLockFile>(file(kLockName));
  lock->setStaleLockTime(0);
  if (lock->tryLock(0)) return lock;
  if (lock->error() != QLockFile::LockFailedError) return unwritable();
  return fail(ErrorCode::Busy, QStringLiteral("Another program brings up the fast copy of the contacts."));
}

void ColumnFolder::keepOnly(const QStringList& names) const {
  QDir folder(m_path);
  const QSet<QString> kept(names.begin(), names.end());
  for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
    if (name != kLockName && !kept.contains(name)) folder.remove(name);
  }
}

void ColumnFolder::clear() const {
  keepOnly({});
}

}  // namespace heliograph::audience
