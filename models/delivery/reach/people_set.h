// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSharedDataPointer>
#include <QString>
#include <utility>
#include <vector>

#include "core/ids.h"

namespace heliograph::delivery {

/// Any number of people, packed: two bytes each where few are next to each other, a bit each where many are, so that a
/// million neighbours take 125 KB. The order in which they are added doesn't matter, so that threads can collect parts
/// of an audience; that of their ids is quickest. Copies share the memory until one of them is changed.
class PeopleSet final {
 public:
  PeopleSet() = default;
  PeopleSet(std::initializer_list<ProfileId> people);

  void add(ProfileId person);
  void add(const PeopleSet& others);

  [[nodiscard]] qint64 count() const { return m_data ? m_data->count : 0; }
  [[nodiscard]] bool isEmpty() const { return count() == 0; }
  /// In the order of their ids, from 0; an invalid id beyond the last.
  [[nodiscard]] ProfileId at(qint64 position) const;
  [[nodiscard]] ProfileId first() const { return at(0); }
  [[nodiscard]] bool contains(ProfileId person) const;
  /// What it takes in memory, in bytes.
  [[nodiscard]] std::size_t bytes() const;

  bool operator==(const PeopleSet& other) const;

 private:
  /// Those of one stretch of ids. As long as they are few each is kept by itself, then one bit for each of the stretch.
  struct Stretch {
    qint64 number = 0;
    qint64 count = 0;
    std::vector<quint16> few;   ///< places in the stretch, sorted
    std::vector<quint64> bits;  ///< empty while there are few

    void add(quint16 place);
    void add(const Stretch& others);
    void spread();
    [[nodiscard]] bool contains(quint16 place) const;
    [[nodiscard]] quint16 at(qint64 position) const;
    bool operator==(const Stretch&) const = default;
  };
  struct Data : QSharedData {
    qint64 count = 0;
    std::vector<Stretch> stretches;  ///< sorted by number
  };

  [[nodiscard]] Data& changeable();
  [[nodiscard]] static Stretch& stretchOf(Data& data, qint64 number);

  QSharedDataPointer<Data> m_data;
};

/// People by a name (a property, a reason), of which there are few.
class NamedPeople final {
 public:
  void add(const QString& name, ProfileId person) { of(name).add(person); }
  void add(const NamedPeople& others);

  [[nodiscard]] QMap<QString, qint64> counts() const;
  [[nodiscard]] QMap<QString, PeopleSet> people() const;

 private:
  [[nodiscard]] PeopleSet& of(const QString& name);

  std::vector<std::pair<QString, PeopleSet>> m_people;
};

}  // namespace heliograph::delivery
