// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process_memory.h"

#include <QFile>

namespace heliograph::cli {

double memoryMegabytes(const QByteArray& name) {
  QFile file(QStringLiteral("/proc/self/status"));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  for (const QByteArray& line : file.readAll().split('\n')) {
    if (line.startsWith(name + ':'))
      return line.mid(name.size() + 1).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
  }
  return -1;
}

void forgetMemoryPeak() {
  QFile file(QStringLiteral("/proc/self/clear_refs"));
  if (file.open(QIODevice::WriteOnly)) file.write("5");
}

}  // namespace heliograph::cli
