// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/profile_reader.h"
#include "message/compiled_message.h"

namespace heliograph::delivery {

/// What a message is rendered with for a person who was read with this shape; views, as the row's.
[[nodiscard]] inline message::PersonValues personValues(const liquid::Shape& shape,
                                                        const audience::ProfileRow& person) {
  message::PersonValues values{&shape, person.slots};
  values.textedBefore = person.textedBefore;
  return values;
}

}  // namespace heliograph::delivery
