// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audience/events/json_cursor.h"
#include "audience/events/raw_value.h"
#include "audience/events/text_arena.h"

namespace heliograph::audience {

/// What a record of a JSON file says. Views are of the record's own bytes and of the arena.
struct JsonFields {
  enum class Kind {
    Event,
    Person,
    Other,  ///< Segment's pages, groups and the like
  };

  Kind kind = Kind::Other;
  std::string_view identity;
  std::string_view event;
  std::string_view id;           ///< the event's own
  RawValue at;                   ///< without a text if there is none
  std::vector<RawValue> values;  ///< properties; those of objects inside with a point in their names ("address.city")
  std::string_view devices;      ///< JSON array, of a person
  std::string_view consents;     ///< JSON array, of a person
};

/// Understands records of events and people: CleverTap's uploads (type, identity, objectId, ts, evtName, evtData,
/// profileData, tokenData), Segment's batches (type, userId, event, properties, timestamp, messageId, traits, context)
/// and plain ones, whose other members are the properties.
class JsonFieldReader final {
 public:
  explicit JsonFieldReader(TextArena& arena) : m_arena(arena) {}

  /// False if the bytes are no JSON object. They are changed and have to live as long as the fields.
  [[nodiscard]] bool read(char* begin, char* end, JsonFields& fields);

 private:
  struct Member {
    std::string_view name;
    std::string_view json;
    std::string_view text = {};  ///< of a scalar that was asked for already: it is unescaped only once
    bool asked = false;
  };
  [[nodiscard]] JsonCursor within(std::string_view json) const;
  [[nodiscard]] std::string_view scalar(Member& member) const;
  [[nodiscard]] Member* member(std::string_view name);
  [[nodiscard]] std::string_view firstOf(std::initializer_list<std::string_view> names);
  [[nodiscard]] const Member* identityMember();
  [[nodiscard]] std::string_view identity();
  [[nodiscard]] std::string_view container();
  void tellKind();
  void readEvent();
  void readPerson();
  void flatten(JsonCursor& cursor, std::string_view name, int depth);
  void readDevices();
  void readConsents(std::size_t firstValue);

  TextArena& m_arena;
  char* m_begin = nullptr;
  char* m_end = nullptr;
  JsonFields* m_fields = nullptr;
  std::vector<Member> m_members;
};

}  // namespace heliograph::audience
