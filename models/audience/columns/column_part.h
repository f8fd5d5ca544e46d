// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "audience/columns/column.h"

namespace heliograph::audience {

/// The events of a part: when, ascending, and whose each is.
struct EventRows {
  std::span<const std::int64_t> at;
  std::span<const std::uint32_t> persons;
  std::uint32_t highestPerson = 0;
};

/// A column file in use: its columns are loaded and checked once, when they are first asked for. Any thread.
class ColumnPart final {
 public:
  explicit ColumnPart(std::shared_ptr<const ColumnFile> file) : m_file(std::move(file)) {}
  Q_DISABLE_COPY_MOVE(ColumnPart)

  [[nodiscard]] const ColumnFile& file() const { return *m_file; }
  [[nodiscard]] std::size_t rows() const { return m_file->rows(); }

  /// Holds as long as the part. Errors: Damaged.
  [[nodiscard]] Result<const Column*> column(std::int64_t column, PropertyType type) const;
  /// The same for events; all of people below `limit`. Errors: Damaged.
  [[nodiscard]] Result<const EventRows*> events(std::size_t limit) const;

 private:
  std::shared_ptr<const ColumnFile> m_file;
  mutable std::mutex m_mutex;
  mutable std::unordered_map<std::int64_t, std::unique_ptr<const Column>> m_columns;
  mutable std::optional<EventRows> m_events;
};

}  // namespace heliograph::audience
