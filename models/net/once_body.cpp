// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/once_body.h"

#include <algorithm>
#include <cstring>

namespace heliograph::net {

OnceBody::OnceBody(QByteArray data, QObject* parent) : QIODevice(parent), m_data(std::move(data)) {
  // Unbuffered, so that `taken` counts what the reader has and not what QIODevice holds ready for it.
  open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const {
  return m_cut ? 0 : m_data.size() - m_taken;
}

qint64 OnceBody::readData(char* data, qint64 maxSize) {
  const qint64 size = std::min(maxSize, bytesAvailable());
  if (size <= 0) {
    return -1;
  }
  std::memcpy(data, m_data.constData() + m_taken, static_cast<std::size_t>(size));
  m_taken += size;
  return size;
}

qint64 OnceBody::writeData(const char* /*data*/, qint64 /*maxSize*/) {
  return -1;
}

}  // namespace heliograph::net
