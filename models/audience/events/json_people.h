// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audience/events/json_fields.h"
#include "audience/events/json_records.h"
#include "audience/row_source.h"

namespace heliograph::audience {

/// The people of a JSON file (see JsonFieldReader) as rows of a table: its first row has the names of all properties
/// that anybody has, so that the file is read twice. Row numbers are those of the records. Events are passed over.
class JsonPeople final : public RowSource {
 public:
  /// Errors: NotFound, Io, InvalidInput (an empty file, nobody in it).
  [[nodiscard]] static Result<std::unique_ptr<JsonPeople>> open(const QString& path);

  [[nodiscard]] Result<const TableRow*> next() override;
  [[nodiscard]] TableFacts facts() const override;
  [[nodiscard]] qint64 bytesRead() const override { return m_records->bytesRead(); }
  [[nodiscard]] qint64 bytesTotal() const override { return m_records->bytesTotal(); }

 private:
  explicit JsonPeople(std::unique_ptr<JsonRecords> records) : m_records(std::move(records)) {}
  Result<> findNames(JsonRecords& records);
  [[nodiscard]] std::size_t columnOf(std::string_view name);
  void fillRow();

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::unique_ptr<JsonRecords> m_records;
  std::vector<std::string> m_names;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_columns;
  std::size_t m_nextColumn = 0;  ///< the one that most likely comes next
  bool m_identities = false;     ///< column 0 is the identity
  bool m_begun = false;
  TextArena m_arena;
  JsonFields m_fields;
  TableRow m_row;
};

}  // namespace heliograph::audience
