// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_event_list.h"

#include <QVBoxLayout>
#include <algorithm>

#include "audience/property_label.h"
#include "ui/people/entry_list.h"
#include "ui/people/person_words.h"

namespace heliograph::ui {

using audience::EventPlace;
using audience::PersonEvent;

namespace {

constexpr std::size_t kEventsAtOnce = 50;

QString eventWords(const PersonEvent& event) {
  QStringList words;
  for (const auto& [name, value] : event.values) {
    words << PersonEventList::tr("%1: %2").arg(audience::propertyLabel(name), personValueWords(value));
  }
  return words.join(QStringLiteral(" · "));
}

}  // namespace

PersonEventList::PersonEventList(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_list(new EntryList(QStringLiteral("people.events"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_list);
  connect(m_list, &EntryList::moreRequested, this, &PersonEventList::readMore);
  connect(m_list, &EntryList::retryRequested, this, &PersonEventList::find);
}

PersonEventList::~PersonEventList() {
  m_cancel.cancel();
}

void PersonEventList::leave() {
  m_cancel.cancel();
  ++m_generation;
  m_person = {};
}

void PersonEventList::showPerson(ProfileId person) {
  if (person == m_person) return;
  m_person = person;
  find();
}

void PersonEventList::find() {
  m_cancel.cancel();
  m_cancel = CancelToken();
  m_places.clear();
  m_shown = 0;
  m_list->begin(tr("Looking through the events…"));
  m_services.background
      .run([services = m_services, person = m_person, cancel = m_cancel] {
        return audience::PersonEvents(services.database, services.clock, &services.columns).find({person}, cancel);
      })
      .then(this, [this, generation = ++m_generation](const Result<std::vector<EventPlace>>& places) {
        if (generation != m_generation) return;
        if (!places) return m_list->fail(places.error().message);
        m_places = *places;
        readMore();
      });
}

void PersonEventList::readMore() {
  const std::size_t next = std::min(m_places.size(), m_shown + kEventsAtOnce);
  if (m_shown > 0) m_list->wait();
  const auto from = m_places.begin() + static_cast<std::ptrdiff_t>(m_shown);
  m_services.background
      .run([services = m_services,
            places = std::vector<EventPlace>(from, m_places.begin() + static_cast<std::ptrdiff_t>(next))] {
        return audience::PersonEvents(services.database, services.clock).read(places);
      })
      .then(this, [this, next, generation = m_generation](const Result<std::vector<PersonEvent>>& events) {
        if (generation != m_generation) return;
        if (!events) return m_list->fail(events.error().message);
        for (const PersonEvent& event : *events) {
          m_list->add(makeEntry(event.name, nullptr, momentWords(event.at), eventWords(event)));
        }
        m_shown = next;
        m_list->end(m_shown < m_places.size(), tr("No events. They come with an import of events."));
      });
}

}  // namespace heliograph::ui
