// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <QtEndian>
#include <algorithm>
#include <array>
#include <string_view>

#include "audience/zip_archive.h"

namespace heliograph::audience {
namespace {

constexpr qint64 longestWithoutTag = qint64{16} << 20;
constexpr int localHeaderSize = 30;

}  // namespace

struct ZipEntryStream::Inflater {
  z_stream stream{};
  std::array<char, 65536> input{};
  bool ready = false;
  bool ended = false;

  Inflater() { ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
  Q_DISABLE_COPY_MOVE(Inflater)
};

ZipEntryStream::ZipEntryStream(const QString& archive, const ZipEntry& entry)
    : m_file(archive), m_entry(entry), m_left(entry.packed) {}

ZipEntryStream::~ZipEntryStream() = default;

Result<> ZipEntryStream::begin() {
  if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !m_file.seek(m_entry.header)) {
    return fail(ErrorCode::Io, QStringLiteral("“%1” can't be read. Check that you may read it.").arg(m_file.fileName()),
                m_file.errorString());
  }
  const QByteArray header = m_file.read(localHeaderSize);
  if (header.size() != localHeaderSize || !header.startsWith("PK\3\4")) return damagedSpreadsheet(m_file.fileName());
  const auto nameLength = qFromLittleEndian<quint16>(header.constData() + 26);
  const auto extraLength = qFromLittleEndian<quint16>(header.constData() + 28);
  const qint64 data = m_entry.header + localHeaderSize + nameLength + extraLength;
  if (!m_file.seek(data) || data + m_entry.packed > m_file.size()) return damagedSpreadsheet(m_file.fileName());
  if (m_entry.method == 8) m_inflater = std::make_unique<Inflater>();
  if (m_inflater && !m_inflater->ready) return damagedSpreadsheet(m_file.fileName());
  QIODevice::open(QIODevice::ReadOnly);
  return {};
}

qint64 ZipEntryStream::packedRead() const {
  return m_entry.packed - m_left;
}

qint64 ZipEntryStream::inflate(char* data, qint64 most) {
  z_stream& stream = m_inflater->stream;
  stream.next_out = reinterpret_cast<Bytef*>(data);
  stream.avail_out = static_cast<uInt>(most);
  while (stream.avail_out > 0 && !m_inflater->ended) {
    if (stream.avail_in == 0) {
      const qint64 got = m_file.read(m_inflater->input.data(), std::min<qint64>(m_left, m_inflater->input.size()));
      if (got <= 0) return -1;
      m_left -= got;
      stream.next_in = reinterpret_cast<Bytef*>(m_inflater->input.data());
      stream.avail_in = static_cast<uInt>(got);
    }
    const int done = ::inflate(&stream, Z_NO_FLUSH);
    if (done == Z_STREAM_END) {
      m_inflater->ended = true;
    } else if (done != Z_OK) {
      return -1;
    }
  }
  return most - stream.avail_out;
}

/// Whether what was unpacked is what the directory promised so far.
bool ZipEntryStream::check(const char* data, qint64 got) {
  m_given += got;
  if (m_given > m_entry.size) return false;
  m_checksum = static_cast<quint32>(crc32(m_checksum, reinterpret_cast<const Bytef*>(data), static_cast<uInt>(got)));
  const std::string_view text(data, static_cast<std::size_t>(got));
  const std::size_t tag = text.find_last_of("<>");
  m_sinceTag = tag == std::string_view::npos ? m_sinceTag + got : got - static_cast<qint64>(tag);
  if (m_sinceTag > longestWithoutTag) return false;
  return got > 0 || (m_given == m_entry.size && m_checksum == m_entry.checksum);
}

qint64 ZipEntryStream::readData(char* data, qint64 most) {
  static constexpr qint64 piece = qint64{1} << 20;
  if (m_broken) return -1;
  most = std::min(most, piece);
  if (most <= 0) return 0;
  qint64 got = 0;
  if (m_inflater) {
    got = inflate(data, most);
  } else {
    got = m_file.read(data, std::min(most, m_left));
    if (got > 0) m_left -= got;
  }
  m_broken = got < 0 || !check(data, got);
  return m_broken ? -1 : got;
}

qint64 ZipEntryStream::writeData(const char* /*data*/, qint64 /*size*/) {
  return -1;
}

}  // namespace heliograph::audience
