// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/people_behind.h"

#include <algorithm>

namespace heliograph::delivery {

void PeopleBehind::add(ProfileId person) {
  ++count;
  const bool full = examples.size() >= most;
  if (full && examples.back() < person) return;
  if (full) examples.pop_back();
  examples.insert(std::upper_bound(examples.begin(), examples.end(), person), person);
}

void PeopleBehind::add(const PeopleBehind& others) {
  const qint64 sum = count + others.count;
  for (const ProfileId person : others.examples) add(person);
  count = sum;
}

PeopleBehind& NamedPeople::of(const QString& name) {
  const auto known = std::find_if(m_people.begin(), m_people.end(), [&](const auto& one) { return one.first == name; });
  if (known != m_people.end()) return known->second;
  return m_people.emplace_back(name, PeopleBehind{}).second;
}

void NamedPeople::add(const NamedPeople& others) {
  for (const auto& [name, people] : others.m_people) of(name).add(people);
}

QMap<QString, qint64> NamedPeople::counts() const {
  QMap<QString, qint64> counts;
  for (const auto& [name, people] : m_people) counts.insert(name, people.count);
  return counts;
}

QMap<QString, std::vector<ProfileId>> NamedPeople::examples() const {
  QMap<QString, std::vector<ProfileId>> examples;
  for (const auto& [name, people] : m_people) examples.insert(name, people.examples);
  return examples;
}

}  // namespace heliograph::delivery
