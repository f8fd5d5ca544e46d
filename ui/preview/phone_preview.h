// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "campaign/campaign.h"
#include "delivery/check_report.h"
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
  /// Looks for people again, after contacts came in.
  void reloadPeople();
  /// People who can be texted, for "118 of 41,203"; -1 when not known.
  void setPeople(qint64 people);
  /// Shows what this person gets, of the audience or not.
  void goTo(ProfileId person);
  /// Offers the people whom counting found worth a look.
  void setPicks(const delivery::PeoplePicks& picks);
  /// The identity of the person shown; empty when it is nobody in particular.
  [[nodiscard]] QString identity() const;

 Q_SIGNALS:
  /// What the person shown would get.
  void rendered(const heliograph::message::Sendable& text);

 private:
  void compile();
  void render();
  void showPerson();
  void showNobody(const QString& why);
  void lookUpSender();
  void showText(const message::Sendable& text);

  Services& m_services;
  PhoneView* m_phone;
  PeopleBrowser* m_people;
  PickChips* m_picks;
  campaign::Campaign m_campaign;
  std::optional<message::MessagePlan> m_message;
  std::unique_ptr<message::MessageRenderer> m_renderer;
  QString m_problem;
  qint64 m_total = -1;
  bool m_hasCampaign = false;
};

}  // namespace heliograph::ui
