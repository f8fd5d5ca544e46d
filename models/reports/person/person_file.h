// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QJsonObject>
#include <vector>

#include "audience/people/person_facts.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {
class SegmentEngine;
}

namespace heliograph::reports {

/// What the workspace knows of a person, beside events and messages. Keys stay as they are; some may be added.
[[nodiscard]] QJsonObject toJson(const audience::PersonFacts& facts);

/// Everything the workspace holds of somebody, for whoever asks what is known of them: their facts and, newest first,
/// "events" and "messages". At most `most` of each; 0: all. `columns` find the events at once; without, all are looked
/// through. Any thread. Errors: NotFound, Cancelled, those of storage.
[[nodiscard]] Result<QJsonObject> readPersonFile(const storage::Database& database, const Clock& clock,
                                                 ProfileId person, int most, const CancelToken& cancel = {},
                                                 audience::SegmentEngine* columns = nullptr);

/// Writes these people to a file, {"people": […]}, one after another. Errors: those of readPersonFile and of the device
/// (Io).
[[nodiscard]] Result<> writePeopleFile(const storage::Database& database, const Clock& clock,
                                       const std::vector<ProfileId>& people, QIODevice& out,
                                       const CancelToken& cancel = {}, audience::SegmentEngine* columns = nullptr);

}  // namespace heliograph::reports
