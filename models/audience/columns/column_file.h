// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/result.h"

namespace heliograph::audience {

/// What a section of a column file holds.
enum class SectionKind : std::uint32_t {
  Present,      ///< bitmap, which rows have a value
  Bits,         ///< bitmap of its own meaning
  Numbers,      ///< double a row
  Instants,     ///< int64 a row
  Persons,      ///< uint32 a row
  SmallCodes,   ///< uint8 a row: 0 no value, else the entry before it
  MiddleCodes,  ///< uint16 a row
  LargeCodes,   ///< uint32 a row
  Begins,       ///< uint32 an entry and one more: where its text begins
  Texts,        ///< UTF-8
  FoldedBegins,
  FoldedTexts,
  Strange,  ///< present if the column has values that can't be kept as its type
  Places,   ///< uint32 a row: where something stands
};

/// Whose a column file is: it is of no use to others.
struct ColumnFileIdentity {
  std::uint64_t workspace = 0;
  std::uint64_t serial = 0;  ///< of this one file

  bool operator==(const ColumnFileIdentity&) const = default;
};

/// The format of a column file: a head, a table of sections, then the sections, each from a multiple of 64 bytes on.
struct ColumnFileHead {
  static constexpr std::uint64_t rightMagic =
      0x31534E4D554C4F43;  // "COLUMNS1"; reads otherwise in the other byte order
  static constexpr std::uint32_t rightVersion = 2;

  std::uint64_t magic = rightMagic;
  std::uint32_t version = rightVersion;
  std::uint32_t sections = 0;
  ColumnFileIdentity identity;
  std::uint64_t rows = 0;
  std::uint64_t fileSize = 0;
  std::uint64_t checksum = 0;  ///< of the head without this and of the table
};

struct ColumnFileSection {
  std::int64_t column = 0;  ///< id of a property, or one of FixedColumn
  SectionKind kind = SectionKind::Present;
  std::uint32_t unused = 0;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;  ///< bytes
  std::uint64_t checksum = 0;
};

/// A column file in memory, mapped. Nothing in it is believed: a section is held against its checksum at its first use.
/// Any thread.
class ColumnFile final {
 public:
  /// Errors: Damaged if it isn't what it should be, NotFound.
  [[nodiscard]] static Result<std::shared_ptr<const ColumnFile>> open(const QString& path,
                                                                      const ColumnFileIdentity& identity);
  Q_DISABLE_COPY_MOVE(ColumnFile)

  [[nodiscard]] std::size_t rows() const { return m_head.rows; }
  [[nodiscard]] bool has(std::int64_t column, SectionKind kind) const { return find(column, kind) != nullptr; }

  /// The section's values, checked. Errors: Damaged, also if there is none or the size is no multiple of T's.
  template <class T>
  [[nodiscard]] Result<std::span<const T>> section(std::int64_t column, SectionKind kind) const {
    auto bytes = checkedBytes(column, kind, sizeof(T));
    if (!bytes) return fail(bytes.error());
    return std::span(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
  }

 private:
  ColumnFile() = default;
  [[nodiscard]] Result<> read(const ColumnFileIdentity& identity);
  [[nodiscard]] const ColumnFileSection* find(std::int64_t column, SectionKind kind) const;
  [[nodiscard]] Result<std::span<const std::byte>> checkedBytes(std::int64_t column, SectionKind kind,
                                                                std::size_t itemSize) const;

  QFile m_file;
  std::span<const std::byte> m_bytes;
  ColumnFileHead m_head;
  std::vector<ColumnFileSection> m_sections;
  std::unique_ptr<std::atomic<bool>[]> m_checked;  ///< by section
};

/// The error of a snapshot that can't be used; `what` is for the log.
[[nodiscard]] tl::unexpected<Error> damagedColumns(const QString& what);

}  // namespace heliograph::audience
