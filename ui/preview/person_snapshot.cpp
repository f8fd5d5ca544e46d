// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/person_snapshot.h"

#include "audience/profile_reader.h"
#include "audience/profile_repository.h"
#include "audience/reachability.h"

namespace heliograph::ui {

PersonSnapshot::PersonSnapshot(std::shared_ptr<const audience::ProfileSchema> schema)
    : m_schema(std::move(schema)), m_values(m_schema->slotCount()) {}

liquid::Value PersonSnapshot::kept(const liquid::Value& value) {
  if (value.isString()) return m_texts.string(std::string(value.toView()));
  if (value.kind() != liquid::Kind::Array) return value;
  std::vector<liquid::Value> items;
  for (std::uint32_t i = 0; i < value.size(); ++i) items.push_back(kept(value.items()[i]));
  return m_texts.array(std::move(items));
}

void PersonSnapshot::keep(const liquid::Value* slots) {
  for (std::size_t i = 0; i < m_values.size(); ++i) {
    m_values[i] = kept(slots[i]);
  }
}

Result<std::shared_ptr<const PersonSnapshot>> PersonSnapshot::read(
    const Services& services, std::shared_ptr<const audience::ProfileSchema> schema, ProfileId id) {
  const auto profile = services.profiles.byId(id);
  if (!profile) return fail(profile.error());
  audience::ProfileReading reading;
  reading.only = {id};
  reading.textedBefore = true;
  auto reader = audience::ProfileReader::open(services.database, schema, reading,
                                              audience::EvaluationTime::local(services.clock));
  if (!reader) return fail(reader.error());
  const auto row = reader->next();
  if (!row) return fail(row.error());
  if (*row == nullptr || (*row)->id != id) {
    return fail(ErrorCode::NotFound, QStringLiteral("This person was deleted in the meantime. Choose another one."));
  }
  std::shared_ptr<PersonSnapshot> person(new PersonSnapshot(std::move(schema)));
  person->m_id = id;
  person->m_name = profile->displayName();
  person->m_identity = profile->identity;
  const auto state = audience::ReachabilityCheck().next((*row)->phoneState, (*row)->phone, (*row)->unsubscribed);
  person->m_textedBefore = (*row)->textedBefore;
  person->m_obstacle = audience::reachabilityWords(state);
  person->keep((*row)->slots);
  return std::shared_ptr<const PersonSnapshot>(std::move(person));
}

message::PersonValues PersonSnapshot::values() const {
  message::PersonValues values{&m_schema->shape(), m_values.data()};
  values.textedBefore = m_textedBefore;
  return values;
}

std::shared_ptr<const PersonSnapshot> PersonSnapshot::nobody(std::shared_ptr<const audience::ProfileSchema> schema) {
  return std::shared_ptr<const PersonSnapshot>(new PersonSnapshot(std::move(schema)));
}

}  // namespace heliograph::ui
