// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_file.h"

#include <algorithm>
#include <cstring>

#include "audience/columns/checksum.h"

namespace heliograph::audience {
namespace {

constexpr std::uint32_t kMostSections = 1U << 16;
constexpr std::size_t kSectionAlignment = 64;

}  // namespace

tl::unexpected<Error> damagedColumns(const QString& what) {
  return fail(ErrorCode::Damaged,
              QStringLiteral("The fast copy of the contacts is damaged. It is made anew; until then counting takes "
                             "longer."),
              what);
}

Result<std::shared_ptr<const ColumnFile>> ColumnFile::open(const QString& path, const ColumnFileIdentity& identity) {
  std::shared_ptr<ColumnFile> file(new ColumnFile);
  file->m_file.setFileName(path);
  if (!file->m_file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::NotFound, QStringLiteral("The fast copy of the contacts isn't there."),
                file->m_file.errorString());
  }
  const auto size = static_cast<std::size_t>(file->m_file.size());
  if (size < sizeof(ColumnFileHead)) return damagedColumns(QStringLiteral("a column file is too short"));
  const uchar* data = file->m_file.map(0, static_cast<qint64>(size));
  if (data == nullptr) return damagedColumns(file->m_file.errorString());
  // What is mapped stays so; open files are few in a process, and a large workspace has thousands of these.
  file->m_file.close();
  file->m_bytes = {reinterpret_cast<const std::byte*>(data), size};
  HELIOGRAPH_TRY(file->read(identity));
  return file;
}

Result<> ColumnFile::read(const ColumnFileIdentity& identity) {
  std::memcpy(&m_head, m_bytes.data(), sizeof m_head);
  const bool ours = m_head.magic == ColumnFileHead::rightMagic && m_head.version == ColumnFileHead::rightVersion &&
                    m_head.identity == identity && m_head.fileSize == m_bytes.size() &&
                    m_head.sections <= kMostSections;
  const std::size_t tableSize = ours ? m_head.sections * sizeof(ColumnFileSection) : 0;
  if (!ours || tableSize > m_bytes.size() - sizeof m_head) {
    return damagedColumns(QStringLiteral("a column file's head is wrong"));
  }
  m_sections.resize(m_head.sections);
  if (tableSize > 0) std::memcpy(m_sections.data(), m_bytes.data() + sizeof m_head, tableSize);
  std::vector<std::byte> head(m_bytes.begin(),
                              m_bytes.begin() + static_cast<std::ptrdiff_t>(sizeof m_head + tableSize));
  std::memset(head.data() + offsetof(ColumnFileHead, checksum), 0, sizeof m_head.checksum);
  if (checksumOf(head.data(), head.size()) != m_head.checksum) {
    return damagedColumns(QStringLiteral("a column file's head has another checksum"));
  }
  for (const ColumnFileSection& section : m_sections) {
    if (section.offset % kSectionAlignment != 0 || section.offset > m_bytes.size() ||
        section.size > m_bytes.size() - section.offset) {
      return damagedColumns(QStringLiteral("a section lies outside its file"));
    }
  }
  m_checked = std::make_unique<std::atomic<bool>[]>(m_sections.size());
  return {};
}

const ColumnFileSection* ColumnFile::find(std::int64_t column, SectionKind kind) const {
  const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](const ColumnFileSection& section) {
    return section.column == column && section.kind == kind;
  });
  return found == m_sections.end() ? nullptr : &*found;
}

Result<std::span<const std::byte>> ColumnFile::checkedBytes(std::int64_t column, SectionKind kind,
                                                            std::size_t itemSize) const {
  const ColumnFileSection* section = find(column, kind);
  if (section == nullptr || section->size % itemSize != 0)
    return damagedColumns(QStringLiteral("a section is missing"));
  const auto bytes = m_bytes.subspan(section->offset, section->size);
  std::atomic<bool>& checked = m_checked[static_cast<std::size_t>(section - m_sections.data())];
  if (!checked.load(std::memory_order_acquire)) {
    if (checksumOf(bytes.data(), bytes.size()) != section->checksum) {
      return damagedColumns(QStringLiteral("a section has another checksum"));
    }
    checked.store(true, std::memory_order_release);
  }
  return bytes;
}

}  // namespace heliograph::audience
