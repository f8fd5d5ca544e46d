// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "reports/person/person_messages.h"
#include "ui/services.h"

namespace heliograph::ui {

class EntryList;

/// What campaigns meant for somebody, the newest first: which, when, what became of it, and the text.
class PersonMessageList final : public QWidget {
  Q_OBJECT
 public:
  explicit PersonMessageList(Services& services, QWidget* parent = nullptr);

  void showPerson(ProfileId person);
  void leave();

 Q_SIGNALS:
  /// The campaign of a message is to be shown.
  void campaignRequested(heliograph::CampaignId campaign);

 private:
  void read();
  void show(const reports::PersonMessage& message);
  using QWidget::show;

  Services& m_services;
  ProfileId m_person;
  OutboxId m_last;
  quint64 m_generation = 0;
  EntryList* m_list;
};

}  // namespace heliograph::ui
