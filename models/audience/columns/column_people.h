// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "audience/columns/column_snapshot.h"
#include "audience/columns/people_by_reachability.h"
#include "audience/profile_reader.h"
#include "audience/profile_schema.h"
#include "audience/slot_texts.h"
#include "core/background.h"

namespace heliograph::audience {

/// Whom a ColumnPeople is to have, and what of them.
struct ColumnReading {
  std::shared_ptr<const ProfileSchema> schema;
  std::vector<std::size_t> slots;  ///< of properties
  bool textedBefore = false;       ///< tell of each person whether a text was ever on its way to them
};

/// The people of a segment and their values, read from the columns of one state of the workspace one by one, in any
/// order. Everything was checked when it was made. Any thread.
class ColumnPeople final {
 public:
  /// What one thread needs to read them.
  class Row final {
   public:
    Row(const ColumnPeople& people, std::size_t slotCount) : m_texts(people.m_zone, slotCount) {}

   private:
    friend class ColumnPeople;
    SlotTexts m_texts;
  };

  /// Errors: Damaged; Unsupported if only the workspace can tell; Cancelled.
  [[nodiscard]] static Result<std::shared_ptr<const ColumnPeople>> of(std::shared_ptr<const ColumnSnapshot> snapshot,
                                                                      PeopleByReachability people,
                                                                      std::optional<PeopleBits> textedBefore,
                                                                      const ColumnReading& reading,
                                                                      const QTimeZone& zone, const CancelToken& cancel);
  Q_DISABLE_COPY_MOVE(ColumnPeople)

  /// Who they are, and who of them can be texted.
  [[nodiscard]] const PeopleByReachability& people() const { return m_people; }
  /// Fills one who can be texted as ProfileReader does, and those slots of `values` that were wanted. Texts hold as
  /// long as this, dates and lists until the next reading of the row.
  void read(ProfileId id, Row& row, ProfileRow& person, std::vector<liquid::Value>& values) const;
  /// The country of a number; empty if it has none.
  [[nodiscard]] std::string_view country(ProfileId id) const;

 private:
  struct Slot {
    std::size_t slot;
    PropertyType type;
  };
  /// Of one part of the snapshot.
  struct PartColumns {
    const Column* identity = nullptr;
    const Column* phone = nullptr;
    const Column* country = nullptr;
    const Column* timeZone = nullptr;
    std::span<const std::uint64_t> possible;
    std::vector<const Column*> slots;  ///< as m_slots
  };

  explicit ColumnPeople(const QTimeZone& zone) : m_zone(zone) {}
  [[nodiscard]] Result<PartColumns> load(const ColumnPart& part, const std::vector<Property>& properties) const;

  QTimeZone m_zone;
  std::shared_ptr<const ColumnSnapshot> m_snapshot;
  PeopleByReachability m_people;
  std::optional<PeopleBits> m_textedBefore;
  std::vector<Slot> m_slots;
  std::vector<PartColumns> m_parts;
};

}  // namespace heliograph::audience
