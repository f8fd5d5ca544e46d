// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "audience/events/text_arena.h"
#include "audience/imported_person.h"

namespace heliograph::audience {

/// Some thousand rows of a file of people, read.
struct PersonBatch {
  struct Row {
    qint64 record = 0;  ///< of the file, from 1
    qint64 row = 0;     ///< as a spreadsheet counts
    bool repeated = false;
    ImportedPerson person;
  };

  /// A row to be filled; memory of earlier ones is used again.
  Row& add() {
    if (m_used == m_rows.size()) m_rows.emplace_back();
    return m_rows[m_used++];
  }
  void clear() {
    m_used = 0;
    texts.clear();
    rejected = warned = 0;
  }
  [[nodiscard]] const Row* begin() const { return m_rows.data(); }
  [[nodiscard]] const Row* end() const { return m_rows.data() + m_used; }

  TextArena texts;      ///< that the people look at
  qint64 records = 0;   ///< of the file, up to the end of this batch
  qint64 rejected = 0;  ///< of this batch
  qint64 warned = 0;
  qint64 bytesRead = 0;

 private:
  std::vector<Row> m_rows;
  std::size_t m_used = 0;
};

}  // namespace heliograph::audience
