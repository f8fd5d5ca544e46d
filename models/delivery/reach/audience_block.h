// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audience/columns/column_people.h"
#include "audience/profile_reader.h"
#include "liquid/value.h"

namespace heliograph::delivery {

/// One person out of an AudienceBlock. Views hold as long as the block, but for the slots, which are the row's own.
class BlockRow final {
 public:
  explicit BlockRow(std::size_t slotCount) : m_values(slotCount) { m_person.slots = m_values.data(); }
  Q_DISABLE_COPY_MOVE(BlockRow)

  [[nodiscard]] const audience::ProfileRow& person() const { return m_person; }

 private:
  friend class AudienceBlock;
  audience::ProfileRow m_person;
  std::vector<liquid::Value> m_values;
  std::deque<std::vector<liquid::Value>> m_lists;  ///< items that values look at
  std::optional<audience::ColumnPeople::Row> m_columnRow;
};

/// Some thousand people of an audience in memory, packed: those who can be texted with the values that a message reads,
/// and why the others can't. Filled by one thread, then only read. Of people who stand in columns only the ids are
/// kept.
class AudienceBlock final {
 public:
  static constexpr std::size_t most = 4096;

  /// Somebody who is left out whatever the text.
  struct LeftOut {
    ProfileId person;
    std::uint32_t reason = 0;  ///< position in reasons()
  };
  struct Reason {
    QString code;
    std::string country;  ///< of the number, where that is why; else empty

    bool operator==(const Reason&) const = default;
  };

  /// `slots`: those of a row that are kept beside identity, phone and country.
  explicit AudienceBlock(std::vector<std::size_t> slots) : m_slots(std::move(slots)) {}
  /// Of people in columns.
  explicit AudienceBlock(std::shared_ptr<const audience::ColumnPeople> columns) : m_columns(std::move(columns)) {}

  void add(const audience::ProfileRow& person);
  /// Somebody who stands in the columns.
  void add(ProfileId person) { m_ids.push_back(person); }
  void leaveOut(ProfileId person, const Reason& reason);
  /// Gives back what was taken in advance.
  void finish();

  [[nodiscard]] bool isFull() const { return m_ids.size() + m_leftOut.size() >= most; }
  /// Who can be texted, in the order of their ids.
  [[nodiscard]] std::size_t size() const { return m_ids.size(); }
  [[nodiscard]] const std::vector<ProfileId>& ids() const { return m_ids; }
  [[nodiscard]] const std::vector<LeftOut>& leftOut() const { return m_leftOut; }
  [[nodiscard]] const std::vector<Reason>& reasons() const { return m_reasons; }
  /// Unpacks one of them.
  void read(std::size_t index, BlockRow& into) const;
  /// What it takes in memory.
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::vector<std::size_t> m_slots;
  std::shared_ptr<const audience::ColumnPeople> m_columns;
  std::vector<ProfileId> m_ids;
  std::vector<std::uint32_t> m_begins;  ///< of each person in m_bytes
  std::string m_bytes;
  std::vector<std::string> m_zones;  ///< time zones, each once
  std::vector<LeftOut> m_leftOut;
  std::vector<Reason> m_reasons;
};

}  // namespace heliograph::delivery
