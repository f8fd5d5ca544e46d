// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "audience/evaluation_time.h"
#include "audience/profile_schema.h"
#include "audience/segment.h"
#include "core/ids.h"
#include "core/result.h"
#include "phone/phone_state.h"
#include "storage/database.h"

namespace heliograph::liquid {
class Value;
}

namespace heliograph::audience {

/// One person of a reading. Texts and slots are views that hold until the next call of the reader.
struct ProfileRow {
  ProfileId id;
  std::string_view identity;
  std::string_view phone;  ///< E.164 if phoneState can be sent to, else as it was given
  phone::PhoneState phoneState = phone::PhoneState::None;
  std::string_view country;
  std::string_view timeZone;
  bool unsubscribed = false;
  bool textedBefore = false;             ///< known only if the reading asked for it
  const liquid::Value* slots = nullptr;  ///< ProfileSchema::slotCount() values
};

/// What a ProfileReader reads.
struct ProfileReading {
  /// What becomes of the colleagues of the seed list.
  enum class Seeds { Among, Without, Only };

  Segment segment;
  ProfileId after;                    ///< people of higher ids only
  qint64 limit = -1;                  ///< at most so many; -1 is all
  std::vector<ProfileId> only;        ///< if not empty: of them just these people (a batch about to be sent to)
  std::optional<QStringList> wanted;  ///< only these properties are filled, the others nil; nothing said: all
  Seeds seeds = Seeds::Among;
  bool textedBefore = false;  ///< tell of each person whether a text was ever on its way to them
};

/// Streams the people of a segment in the order of their ids: a connection of its own, constant memory, a steady
/// snapshot from the first row on. Used by one thread at a time. A reading holds back the shortening of the write-ahead
/// log: read in pieces.
class ProfileReader final {
 public:
  /// Errors: InvalidInput (see compileSegment), those of storage.
  [[nodiscard]] static Result<ProfileReader> open(const storage::Database& database,
                                                  std::shared_ptr<const ProfileSchema> schema,
                                                  const ProfileReading& reading, const EvaluationTime& time);
  ~ProfileReader();
  ProfileReader(ProfileReader&&) noexcept;
  ProfileReader& operator=(ProfileReader&&) noexcept;

  /// The next person, or nullptr at the end.
  [[nodiscard]] Result<const ProfileRow*> next();

 private:
  struct State;
  explicit ProfileReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace heliograph::audience
