// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/people_browser.h"

#include <algorithm>
#include <limits>

#include "audience/profile_repository.h"
#include "ui/who/audience_segment.h"

namespace heliograph::ui {

struct PeopleBrowser::Found {
  std::shared_ptr<const audience::ProfileSchema> schema;
  std::shared_ptr<const PersonSnapshot> person;
  Error error;
};

PeopleBrowser::PeopleBrowser(Services& services, QObject* parent) : QObject(parent), m_services(services) {}

void PeopleBrowser::setAudience(const campaign::Audience& audience) {
  m_walk = {};
  m_audience = audience.previewed();
  first();
}

void PeopleBrowser::first() {
  if (!m_walk.isEmpty()) return walkTo(1);
  look(
      [&profiles = m_services.profiles](const audience::Segment& segment) -> Result<ProfileId> {
        const auto first = profiles.page(segment, ProfileId{}, 1);
        if (!first) return fail(first.error());
        return first->empty() ? ProfileId{} : first->front().id;
      },
      1);
}

void PeopleBrowser::last(qint64 people) {
  if (!m_walk.isEmpty()) return walkTo(m_walk.count());
  look(
      [&profiles = m_services.profiles](const audience::Segment& segment) -> Result<ProfileId> {
        const auto last = profiles.previousOf(segment, ProfileId{std::numeric_limits<qint64>::max()});
        if (!last && last.error().code == ErrorCode::NotFound) return ProfileId{};
        if (!last) return fail(last.error());
        return last->id;
      },
      std::max<qint64>(people, 0));
}

void PeopleBrowser::walk(const delivery::PeopleSet& people) {
  m_walk = people;
  if (!m_walk.isEmpty()) {
    walkTo(1);
  } else if (m_person && m_person->id().isValid()) {
    m_position = m_asked = 0;
    Q_EMIT personChanged();
  }
}

void PeopleBrowser::walkTo(qint64 position) {
  const ProfileId person = m_walk.at(position - 1);
  if (person.isValid()) look([person](const audience::Segment&) -> Result<ProfileId> { return person; }, position);
}

void PeopleBrowser::next() {
  if (!m_walk.isEmpty()) return walkTo(m_asked % m_walk.count() + 1);
  if (!m_person || !m_person->id().isValid()) return;
  look(
      [&profiles = m_services.profiles, id = m_person->id()](const audience::Segment& segment) -> Result<ProfileId> {
        const auto next = profiles.nextOf(segment, id);
        if (!next && next.error().code == ErrorCode::NotFound) return id;
        if (!next) return fail(next.error());
        return next->id;
      },
      m_position > 0 ? m_position + 1 : 0);
}

void PeopleBrowser::previous() {
  if (!m_walk.isEmpty()) return walkTo(m_asked > 1 ? m_asked - 1 : m_walk.count());
  if (!m_person || !m_person->id().isValid()) return;
  look(
      [&profiles = m_services.profiles, id = m_person->id()](const audience::Segment& segment) -> Result<ProfileId> {
        const auto previous = profiles.previousOf(segment, id);
        if (!previous && previous.error().code == ErrorCode::NotFound) return id;
        if (!previous) return fail(previous.error());
        return previous->id;
      },
      m_position > 1 ? m_position - 1 : m_position);
}

void PeopleBrowser::search(const QString& text) {
  if (text.trimmed().isEmpty()) return;
  m_walk = {};
  look(
      [&profiles = m_services.profiles, text](const audience::Segment&) -> Result<ProfileId> {
        const auto found = profiles.search(text.trimmed(), 1);
        if (!found) return fail(found.error());
        return found->empty() ? ProfileId{} : found->front().id;
      },
      0);
}

void PeopleBrowser::goTo(ProfileId person) {
  m_walk = {};
  look([person](const audience::Segment&) -> Result<ProfileId> { return person; }, 0);
}

void PeopleBrowser::look(Look look, qint64 position) {
  const quint64 generation = ++m_generation;
  m_asked = position;
  m_services.background
      .run([services = m_services, audience = m_audience, look = std::move(look)]() -> Found {
        // Read anew each time, as an import may have brought new properties.
        auto loaded = audience::ProfileSchema::load(services.database);
        if (!loaded) return {nullptr, nullptr, loaded.error()};
        Found found{*loaded, nullptr, {}};
        found.person = PersonSnapshot::nobody(found.schema);
        const auto segment = segmentOf(audience, services.segments);
        const Result<ProfileId> id = segment ? look(*segment) : Result<ProfileId>(fail(segment.error()));
        if (!id || !id->isValid()) return {found.schema, found.person, id ? Error{} : id.error()};
        auto person = PersonSnapshot::read(services, found.schema, *id);
        if (person) {
          found.person = *person;
        } else {
          found.error = person.error();
        }
        return found;
      })
      .then(this, [this, generation, position](const Found& found) {
        if (generation == m_generation) show(found, position);
      });
}

void PeopleBrowser::show(const Found& found, qint64 position) {
  if (!found.schema) {
    Q_EMIT nobodyFound(found.error.message);
    return;
  }
  const bool stayed = m_person && m_person->id() == found.person->id() && m_person->id().isValid();
  const bool walking = !m_walk.isEmpty();
  // Who was deleted in the meantime keeps the place among those who are gone through.
  if (!stayed) m_position = found.person->id().isValid() || walking ? position : 0;
  if (stayed && (position == 1 || walking)) m_position = position;
  m_asked = m_position;
  m_person = found.person;
  if (m_person->id().isValid()) {
    Q_EMIT personChanged();
  } else {
    Q_EMIT nobodyFound(found.error.message);
  }
}

}  // namespace heliograph::ui
