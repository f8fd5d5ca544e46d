// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "audience/people/person_events.h"
#include "ui/services.h"

namespace heliograph::ui {

class EntryList;

/// What somebody did, the newest first, with what is known of each event. They are looked for once a person, as that
/// goes through all events there are, and read in pieces.
class PersonEventList final : public QWidget {
  Q_OBJECT
 public:
  explicit PersonEventList(Services& services, QWidget* parent = nullptr);
  ~PersonEventList() override;

  void showPerson(ProfileId person);
  /// Looks at nobody, and stops looking.
  void leave();

 private:
  void find();
  void readMore();

  Services& m_services;
  ProfileId m_person;
  std::vector<audience::EventPlace> m_places;
  std::size_t m_shown = 0;
  CancelToken m_cancel;
  quint64 m_generation = 0;
  EntryList* m_list;
};

}  // namespace heliograph::ui
