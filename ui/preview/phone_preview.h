// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "campaign/campaign.h"
#include "delivery/check/check_report.h"
#include "delivery/reach/text_event.h"
#include "message/message_plan.h"
#include "ui/services.h"

namespace heliograph::ui {

class PeopleBrowser;
class PhoneView;
class PickChips;

/// The phone with a campaign's message as one real person gets it, rendered on the spot. Arrows and search go to other
/// people of the audience.
class PhonePreview final : public QWidget {
  Q_OBJECT
 public:
  explicit PhonePreview(Services& services, QWidget* parent = nullptr);
  ~PhonePreview() override;

  /// Shows another campaign, or another state of the same one; only what changed is looked up anew.
  void setCampaign(const campaign::Campaign& campaign);
  /// Shows this copy (from 0), whoever it is meant for; until then each person's own.
  void showCopy(int copy);
  /// Looks for people again, after contacts came in.
  void reloadPeople();
  /// People who can be texted, for "118 of 41,203"; -1 when not known.
  void setPeople(qint64 people);
  /// Shows what this person gets, of the audience or not.
  void goTo(ProfileId person);
  /// Goes through these people from now on and shows the first; the arrows get the focus. They stay the same while the
  /// message is changed, so that one can see what it does for them.
  void walk(const QString& title, const delivery::PeopleSet& people);
  /// Offers the people whom counting found worth a look.
  void setPicks(const delivery::PeoplePicks& picks);
  /// The identity of the person shown; empty when it is nobody in particular.
  [[nodiscard]] QString identity() const;

 Q_SIGNALS:
  /// What the person shown would get.
  void rendered(const heliograph::message::Sendable& text);
  /// Escape on the arrows: whoever asked for the walk has its place again.
  void walkLeft();
  /// The links in the text of the person shown.
  void linksRendered(const std::vector<heliograph::message::FinishedLink>& links);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void compile();
  void render();
  void showPerson();
  void showWho();
  void showNobody(const QString& why);
  void showPlace();
  [[nodiscard]] QString walkWords() const;
  void lookUpSender();
  void lookUpLinked();
  void lookUpEvent();
  void readEvent();
  void setEvent(delivery::TextEvent event);
  [[nodiscard]] QString withEvent(const QString& note) const;
  void showText(const message::Sendable& text);
  [[nodiscard]] QString copyNote(int shown) const;

  Services& m_services;
  PhoneView* m_phone;
  PeopleBrowser* m_people;
  PickChips* m_picks;
  campaign::Campaign m_campaign;
  std::optional<message::MessagePlan> m_message;
  std::unique_ptr<message::MessageRenderer> m_renderer;
  QString m_problem;
  qint64 m_total = -1;
  QString m_walkTitle;  ///< whom walk() goes through; empty: it doesn't
  std::optional<int> m_copy;
  bool m_hasCampaign = false;
  std::shared_ptr<const liquid::Value> m_linked;  ///< the answers shown last
  QStringList m_linkedSources;                    ///< of these sources
  quint64 m_linkedAsked = 0;
  delivery::TextEvent m_event;     ///< that the text is shown with
  QStringList m_eventProperties;   ///< looked up for them,
  audience::LiveSegment m_waited;  ///< for these people
  ProfileId m_eventPerson;         ///< and this one
  quint64 m_eventAsked = 0;
};

}  // namespace heliograph::ui
