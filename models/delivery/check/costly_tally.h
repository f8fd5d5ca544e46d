// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audience/profile_reader.h"
#include "core/money.h"
#include "delivery/check/character_cost.h"
#include "delivery/reach/message_reads.h"
#include "delivery/reach/people_set.h"
#include "message/gsm_replacing.h"
#include "message/sendable.h"

namespace heliograph::delivery {

/// Adds up which characters make whose texts UCS-2, where they come from and what that costs.
class CostlyTally final {
 public:
  /// `reads` must outlive it.
  explicit CostlyTally(const MessageReads& reads) : m_reads(&reads) {}

  /// Adds one person who would be sent to. `perPart` is null where there is no price.
  void add(const audience::ProfileRow& person, const message::Sendable& text, const Money* perPart);
  /// Adds what another has counted of the same message.
  void add(const CostlyTally& others);

  [[nodiscard]] CostlyCharacters report() const;

 private:
  /// A character, or a script; the message's own, or a value's.
  struct Key {
    char32_t codepoint = 0;  ///< 0 for a script
    char32_t second = 0;     ///< of a flag
    int script = 0;
    bool own = false;
    auto operator<=>(const Key&) const = default;
  };
  struct Extra {
    PeopleSet texts;
    qint64 parts = 0;
    std::vector<std::pair<const Money*, qint64>> partsAtPrice;

    void add(ProfileId person, qint64 more, const Money* perPart);
    void add(const Extra& others);
    [[nodiscard]] ExtraParts report() const;
  };
  struct Seen {
    PeopleSet people;
    NamedPeople properties;
    Extra extra;
  };

  using Spans = std::vector<message::CostlySpan>;
  using Keys = std::vector<Key>;  ///< one for each span, in order

  [[nodiscard]] static Key keyOf(std::string_view text, const Spans& spans, std::size_t index);
  [[nodiscard]] Keys keysOf(const audience::ProfileRow& person, std::string_view text, const Spans& spans) const;
  [[nodiscard]] bool isInValues(const audience::ProfileRow& person, const Key& key) const;
  void addProperties(const audience::ProfileRow& person, const Key& key, Seen& into) const;
  template <class Wanted>
  [[nodiscard]] int partsWithout(const message::Sendable& text, const Spans& spans, const Keys& keys, Wanted wanted);
  [[nodiscard]] CharacterCost reportOf(const Key& key, const Seen& seen) const;

  const MessageReads* m_reads;
  std::map<Key, Seen> m_seen;
  Extra m_together;
  std::string m_scratch;
};

}  // namespace heliograph::delivery
