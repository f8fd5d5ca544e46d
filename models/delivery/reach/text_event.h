// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <memory>

#include "campaign/audience.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "liquid/value.h"
#include "message/message_plan.h"
#include "storage/database.h"

namespace heliograph::audience {
class SegmentEngine;
}

namespace heliograph::delivery {

/// The event that a text is shown with before anything leaves.
struct TextEvent {
  enum class From {
    None,     ///< the text reads none, or nothing starts the campaign
    Person,   ///< the person's own latest
    Sample,   ///< values that such events have most often, as the person has none
    Nothing,  ///< neither is there: fallbacks
    TooLate   ///< it leaves so late after its event that fallbacks are used
  };
  From from = From::None;
  QString name;
  QDateTime at = {};                                 ///< Person: UTC
  std::shared_ptr<const liquid::Value> values = {};  ///< for MessagePlan::withEvent(); may be null
};

/// In words: "Charged, 12 Nov", "Charged, sample values", "No Charged yet: fallbacks"; empty for None. The year is said
/// if it isn't that of `now`.
[[nodiscard]] QString describe(const TextEvent& event, const QDateTime& now);

/// The event that a person's text is shown with. Errors: those of storage. Any thread; blocking.
[[nodiscard]] Result<TextEvent> textEventOf(const storage::Database& database, const Clock& clock,
                                            audience::SegmentEngine* columns, const campaign::Audience& audience,
                                            const QStringList& properties, ProfileId person);

}  // namespace heliograph::delivery
