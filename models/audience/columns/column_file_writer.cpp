// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_file_writer.h"

#include <QUuid>
#include <cstring>
#include <filesystem>

#include "audience/columns/checksum.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t kWrittenAlignment = 64;

std::size_t alignedUp(std::size_t offset) {
  return (offset + kWrittenAlignment - 1) / kWrittenAlignment * kWrittenAlignment;
}

}  // namespace

Result<> writeColumnFile(const QString& path, const std::vector<QByteArray>& pieces) {
  const QString temporary = path + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::Id128);
  QFile file(temporary);
  const auto failed = [&] {
    const QString why = file.errorString();
    file.remove();
    return fail(ErrorCode::Io, QStringLiteral("The fast copy of the contacts can't be written."), why);
  };
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return failed();
  file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
  for (const QByteArray& piece : pieces) {
    if (file.write(piece) != piece.size()) return failed();
  }
  file.close();
  if (file.error() != QFileDevice::NoError) return failed();
  std::error_code problem;
  std::filesystem::rename(temporary.toStdString(), path.toStdString(), problem);
  if (problem) return failed();
  return {};
}

void ColumnFileWriter::addBytes(std::int64_t column, SectionKind kind, const void* data, std::size_t size) {
  Section section;
  section.about.column = column;
  section.about.kind = kind;
  section.about.size = size;
  section.about.checksum = checksumOf(data, size);
  section.bytes = QByteArray(static_cast<const char*>(data), static_cast<qsizetype>(size));
  m_sections.push_back(std::move(section));
}

Result<> ColumnFileWriter::write(const QString& path, const ColumnFileIdentity& identity) const {
  ColumnFileHead head;
  head.identity = identity;
  head.rows = m_rows;
  head.sections = static_cast<std::uint32_t>(m_sections.size());
  std::size_t offset = alignedUp(sizeof head + m_sections.size() * sizeof(ColumnFileSection));
  std::vector<ColumnFileSection> table;
  for (const Section& section : m_sections) {
    table.push_back(section.about);
    table.back().offset = offset;
    offset = alignedUp(offset + section.about.size);
  }
  head.fileSize = offset;
  QByteArray front(static_cast<qsizetype>(sizeof head + table.size() * sizeof(ColumnFileSection)), '\0');
  std::memcpy(front.data(), &head, sizeof head);
  if (!table.empty()) std::memcpy(front.data() + sizeof head, table.data(), table.size() * sizeof(ColumnFileSection));
  head.checksum = checksumOf(front.constData(), static_cast<std::size_t>(front.size()));
  std::memcpy(front.data() + offsetof(ColumnFileHead, checksum), &head.checksum, sizeof head.checksum);

  std::vector<QByteArray> pieces;
  const auto add = [&pieces](const QByteArray& bytes) {
    const auto size = static_cast<std::size_t>(bytes.size());
    pieces.push_back(bytes);
    if (alignedUp(size) != size) pieces.push_back(QByteArray(static_cast<qsizetype>(alignedUp(size) - size), '\0'));
  };
  add(front);
  for (const Section& section : m_sections) add(section.bytes);
  return writeColumnFile(path, pieces);
}

}  // namespace heliograph::audience
