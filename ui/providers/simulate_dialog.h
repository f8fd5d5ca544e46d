// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "delivery/test_messages/failure_rehearsal.h"
#include "ui/services.h"

class QComboBox;
class QVBoxLayout;

namespace heliograph::ui {

class Label;

/// "Simulate a failure": who would take each country's messages while chosen members of a group fail. Sends nothing.
class SimulateDialog final : public QDialog {
  Q_OBJECT
 public:
  SimulateDialog(Services& services, GroupId group, const QString& name, QWidget* parent = nullptr);

 private:
  void loadMembers(GroupId group);
  void showMembers(std::vector<delivery::RehearsedMember> members, const QStringList& segments);
  void countPeople();
  void rehearse();

  Services& m_services;
  std::vector<delivery::RehearsedMember> m_members;
  std::vector<audience::CountryCount> m_people;
  quint64 m_counting = 0;
  QComboBox* m_audience;
  QVBoxLayout* m_faults;
  QVBoxLayout* m_results;
  Label* m_note;
};

}  // namespace heliograph::ui
