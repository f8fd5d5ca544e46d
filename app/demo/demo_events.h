// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QRandomGenerator>

#include "audience/events/event_source.h"

namespace heliograph::app {

/// Makes up what the people of DemoPeople did in the last 90 days in a shop and with a travel company: the same seed
/// gives the same events, in the order of their times. Few people do a lot, most little.
class DemoEvents final : public audience::EventSource {
 public:
  DemoEvents(quint32 seed, qint64 people, qint64 events, const QDateTime& now);

  [[nodiscard]] Result<bool> next(audience::EventDraft& draft, audience::TextArena& arena) override;
  [[nodiscard]] qint64 bytesRead() const override { return m_made; }
  [[nodiscard]] qint64 bytesTotal() const override { return m_events; }

 private:
  [[nodiscard]] unsigned below(unsigned most) { return m_random.bounded(most); }
  void addText(std::string_view name, std::string_view text);
  void addNumber(std::string_view name, std::int64_t number);
  void addDate(std::string_view name, std::int64_t day);
  void shop(std::string_view* event);
  void travel(std::string_view* event, std::int64_t at);

  QRandomGenerator m_random;
  qint64 m_people;
  qint64 m_events;
  qint64 m_until;
  qint64 m_made = 0;
  audience::EventDraft* m_draft = nullptr;
  audience::TextArena* m_arena = nullptr;
};

}  // namespace heliograph::app
