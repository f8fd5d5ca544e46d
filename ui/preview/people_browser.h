// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "campaign/audience.h"
#include "core/background.h"
#include "delivery/reach/people_set.h"
#include "ui/preview/person_snapshot.h"

namespace heliograph::ui {

/// Goes through the people of an audience one by one, off the GUI thread. Answers that come too late are dropped.
class PeopleBrowser final : public QObject {
  Q_OBJECT
 public:
  explicit PeopleBrowser(Services& services, QObject* parent = nullptr);

  /// Whose people are shown; everybody while nobody is chosen. Shows the first.
  void setAudience(const campaign::Audience& audience);
  void next();
  void previous();
  void first();
  /// `people`: how many the audience has, 0 or less if that isn't known.
  void last(qint64 people);
  /// Goes through these people from now on, in a circle, and shows the first; none: through the audience again, from
  /// the person who is shown.
  void walk(const delivery::PeopleSet& people);
  /// Of walk(): shows the person at this position, counted from 1.
  void walkTo(qint64 position);
  /// Shows the first person whose name, identity or number has the text in it.
  void search(const QString& text);

  /// Shows this person, of the audience or not.
  void goTo(ProfileId person);

  [[nodiscard]] const std::shared_ptr<const PersonSnapshot>& person() const { return m_person; }
  /// Of walk(): how many people; 0 while going through the audience.
  [[nodiscard]] qint64 walked() const { return m_walk.count(); }
  /// Counted from 1 in the audience or in walk(); 0 when it isn't known (after a search).
  [[nodiscard]] qint64 position() const { return m_position; }

 Q_SIGNALS:
  /// person() is another one now.
  void personChanged();
  /// There is nobody to show, or reading failed; person() is nobody in particular.
  void nobodyFound(const QString& why);

 private:
  struct Found;
  using Look = std::function<Result<ProfileId>(const audience::Segment& segment)>;
  void look(Look look, qint64 position);
  void show(const Found& found, qint64 position);

  Services& m_services;
  campaign::Audience m_audience;
  std::shared_ptr<const PersonSnapshot> m_person;
  qint64 m_position = 0;
  qint64 m_asked = 0;  ///< the position that is being looked for, so that quick keys add up
  delivery::PeopleSet m_walk;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
