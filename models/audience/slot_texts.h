// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audience/zone_offsets.h"
#include "liquid/value.h"

namespace heliograph::audience {

/// Makes template values of stored ones that are no text or number themselves: dates and lists. A value holds until the
/// next one of its slot is made. One thread at a time.
class SlotTexts final {
 public:
  SlotTexts(const QTimeZone& zone, std::size_t slots) : m_zone(zone), m_texts(slots), m_items(slots) {}

  /// "2026-02-03 12:00:00 +0530", the form the date filter reads without doubt; of milliseconds since 1970, UTC.
  [[nodiscard]] liquid::Value instant(std::size_t slot, std::int64_t milliseconds);
  /// Of a list as it is kept; see listValue().
  [[nodiscard]] liquid::Value list(std::size_t slot, std::string_view kept);

 private:
  ZoneOffsets m_zone;
  // What the values look at.
  std::vector<std::string> m_texts;
  std::vector<std::vector<liquid::Value>> m_items;
};

}  // namespace heliograph::audience
