// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include "audience/events/raw_value.h"
#include "audience/events/text_arena.h"
#include "audience/imported_person.h"
#include "audience/iso_date.h"
#include "audience/property.h"
#include "audience/type_guess.h"
#include "audience/zone_offsets.h"

namespace heliograph::audience {

/// Finds the type of a property from the values that come first.
class ValueGuess final {
 public:
  void observe(const RawValue& value);
  [[nodiscard]] PropertyType type() const;

 private:
  TypeGuess m_cells;
  bool m_seen[6] = {};       ///< by form
  bool m_formatted = false;  ///< the column says how its dates are written
  bool m_dates = true;       ///< all texts of JSON are dates
};

/// Brings values into the types of their properties. One thread at a time.
class ValueTyping final {
 public:
  explicit ValueTyping(const QTimeZone& zone) : m_zone(zone) {}

  /// monostate if the value can't be read as one of that type. Texts that are made go into the arena.
  [[nodiscard]] StoredValue typed(const RawValue& value, PropertyType type, TextArena& arena);
  /// An instant, in milliseconds since 1970; nothing if it is none.
  [[nodiscard]] std::optional<std::int64_t> instant(const RawValue& value);

 private:
  [[nodiscard]] StoredValue list(const RawValue& value, TextArena& arena) const;

  ZoneOffsets m_zone;
};

/// Why a value was left out: "not a number".
[[nodiscard]] QString untypedReason(PropertyType type);

}  // namespace heliograph::audience
