// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/groups/control_groups.h"

#include <QRandomGenerator>

namespace heliograph::audience {
namespace {

constexpr quint64 kStep = 0x9E3779B97F4A7C15U;
constexpr qint64 kSeeds = qint64{1} << 52;

/// The finalizer of MurmurHash3: every bit of the person shows in every bit of the hash.
quint64 hashOfPerson(quint64 value) {
  value = (value ^ (value >> 33U)) * 0xFF51AFD7ED558CCDU;
  value = (value ^ (value >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33U);
}

}  // namespace

bool ControlGroup::holds(ProfileId person) const {
  if (!isOn()) return false;
  const quint64 hash =
      hashOfPerson(hashOfPerson(static_cast<quint64>(seed)) + static_cast<quint64>(person.value) * kStep);
  return (hash >> 32U) * 100 >> 32U < static_cast<quint64>(percent);
}

qint64 ControlGroup::newSeed() {
  return 1 + static_cast<qint64>(QRandomGenerator::global()->generate64() % static_cast<quint64>(kSeeds));
}

}  // namespace heliograph::audience
