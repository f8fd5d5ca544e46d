// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <utility>
#include <vector>

#include "core/ids.h"

namespace heliograph::delivery {

/// How many people stand behind a figure, and the first of them to look at. The order in which they are added doesn't
/// matter, so that threads can count parts of an audience.
struct PeopleBehind {
  static constexpr std::size_t most = 50;

  qint64 count = 0;
  std::vector<ProfileId> examples;  ///< those with the lowest ids, sorted; at most `most`

  void add(ProfileId person);
  void add(const PeopleBehind& others);
  bool operator==(const PeopleBehind&) const = default;
};

/// People by a name (a property, a reason), of which there are few.
class NamedPeople final {
 public:
  void add(const QString& name, ProfileId person) { of(name).add(person); }
  void add(const NamedPeople& others);

  [[nodiscard]] QMap<QString, qint64> counts() const;
  [[nodiscard]] QMap<QString, std::vector<ProfileId>> examples() const;

 private:
  [[nodiscard]] PeopleBehind& of(const QString& name);

  std::vector<std::pair<QString, PeopleBehind>> m_people;
};

}  // namespace heliograph::delivery
