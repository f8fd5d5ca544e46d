// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "audience/events/event_batch.h"
#include "audience/events/event_source.h"
#include "audience/events/value_typing.h"

namespace heliograph::audience {

/// Makes batches of the events of a file: finds their types and properties, brings values into these types, and says
/// what is wrong. Works alike whenever the same file is read again. One thread at a time.
class EventParser final {
 public:
  /// `known`: the workspace's types. `now`: the time of events that say none.
  EventParser(std::unique_ptr<EventSource> source, const std::vector<EventType>& known, const QTimeZone& zone,
              std::int64_t now);

  /// Fills the batch; false if there was nothing left. Errors: those of the source.
  [[nodiscard]] Result<bool> next(EventBatch& batch);
  [[nodiscard]] const EventSource& source() const { return *m_source; }

  static constexpr std::size_t eventsABatch = 8192;

 private:
  struct Property {
    std::string name;
    PropertyType type = PropertyType::Text;
    bool settled = false;
    ValueGuess guess = {};
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Places = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;
  struct Type {
    QString name;
    std::vector<Property> properties;
    Places places;
    std::uint32_t next = 0;  ///< the property that most likely comes next
    bool grown = false;
  };

  void take(EventBatch& batch);
  void takeEvent(EventBatch& batch);
  [[nodiscard]] bool takeFacts(EventBatch& batch, EventBatch::Event& event);
  [[nodiscard]] std::uint32_t typeOf(std::string_view name);
  [[nodiscard]] std::uint32_t propertyOf(Type& type, std::string_view name);
  void takeValues(EventBatch& batch, EventBatch::Event& event);
  void settleTypes(EventBatch& batch);
  void typeValues(EventBatch& batch);
  void reject(EventBatch& batch, const QString& column, const QString& reason);
  void warn(EventBatch& batch, const QString& column, const QString& reason);

  std::unique_ptr<EventSource> m_source;
  ValueTyping m_typing;
  std::int64_t m_now;
  std::vector<Type> m_types;
  Places m_typePlaces;
  std::string_view m_lastName;
  EventDraft m_draft;
  std::vector<RawValue> m_raw;  ///< values of the batch, as they were given
  std::vector<qint64> m_rows;   ///< of the batch's events
  std::vector<bool> m_warned;   ///< of the batch's events
  bool m_draftWarned = false;
  qint64 m_records = 0;
};

}  // namespace heliograph::audience
