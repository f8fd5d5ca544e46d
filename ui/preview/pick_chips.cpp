// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/pick_chips.h"

#include "ui/layout/flow_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/filter_chip.h"

namespace heliograph::ui {

namespace {

using delivery::PeoplePicks;
using delivery::PeopleSet;

PeopleSet oneOf(ProfileId person) {
  return person.isValid() ? PeopleSet{person} : PeopleSet();
}

PeopleSet firstOfCountries(const PeoplePicks& picks) {
  PeopleSet people;
  for (auto country = picks.ofCountry.begin(); country != picks.ofCountry.end(); ++country) {
    if (!country.key().isEmpty()) people.add(country->first());
  }
  return people;
}

}  // namespace

const std::array<PickChips::Pick, 4>& PickChips::all() {
  static const std::array<Pick, 4> known{{
      {"phone.longest", tr("Longest"), [](const PeoplePicks& picks) { return oneOf(picks.longest); }},
      {"phone.mostParts", tr("Most parts"), [](const PeoplePicks& picks) { return oneOf(picks.mostParts); }},
      {"phone.missing", tr("Missing values"),
       [](const PeoplePicks& picks) { return picks.missing.isEmpty() ? picks.defaulted : picks.missing; }},
      {"phone.countries", tr("Each country"), firstOfCountries},
  }};
  return known;
}

PickChips::PickChips(QWidget* parent) : QWidget(parent) {
  auto* row = new FlowLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    auto* chip = m_chips[i] = new FilterChip(all()[i].words);
    chip->setObjectName(QString::fromLatin1(all()[i].name));
    chip->hide();
    row->addWidget(chip);
    connect(chip, &FilterChip::toggled, this, [this, chip](bool down) {
      for (FilterChip* other : m_chips) {
        if (!down || other == chip) continue;
        const QSignalBlocker quiet(other);
        other->setChecked(false);
      }
      walkChecked();
    });
  }
  setAccessibleName(tr("People worth a look"));
}

void PickChips::setPicks(const PeoplePicks& picks) {
  bool moved = false;
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    PeopleSet people = all()[i].people(picks);
    moved = moved || (m_chips[i]->isChecked() && people != m_people[i]);
    m_people[i] = std::move(people);
    m_chips[i]->setVisible(!m_people[i].isEmpty());
    m_chips[i]->setCount(m_people[i].count() > 1 ? m_people[i].count() : -1);
    const QSignalBlocker quiet(m_chips[i]);
    if (m_people[i].isEmpty()) m_chips[i]->setChecked(false);
  }
  if (moved) walkChecked();
}

void PickChips::release() {
  for (FilterChip* chip : m_chips) {
    const QSignalBlocker quiet(chip);
    chip->setChecked(false);
  }
}

void PickChips::walkChecked() {
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    if (m_chips[i]->isChecked()) return Q_EMIT walkRequested(m_people[i]);
  }
  Q_EMIT walkRequested({});
}

}  // namespace heliograph::ui
