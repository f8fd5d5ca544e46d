// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "items/group_list_model.h"
#include "items/provider_list_model.h"
#include "ui/providers/member_facts.h"
#include "ui/services.h"

class QAction;
class QComboBox;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class IconButton;
class Label;
class PlainTable;

/// The provider groups: which providers, and in which order they are tried.
class GroupsTab final : public QWidget {
  Q_OBJECT
 public:
  explicit GroupsTab(Services& services, QWidget* parent = nullptr);

  void refresh();
  /// The providers that can be members.
  void setProviders(const std::vector<items::ProviderEntry>& providers);
  /// Begins a new group.
  void add();
  [[nodiscard]] int count() const { return m_model.rowCount(); }

 Q_SIGNALS:
  void changed();

 private:
  QWidget* makeList();
  QWidget* makeEditor();
  void showRows(const std::vector<providers::ProviderGroup>& groups);
  void showSelected();
  void showGroup();
  void move(std::size_t place, int by);
  void moveTo(std::size_t place, std::ptrdiff_t target);
  void drop(std::size_t place, const QPoint& at);
  void showReach();
  void simulate();
  void removeMember(std::size_t place);
  void addMember(int row);
  void store();
  void makeDefault();
  void removeGroup();
  void finish(const Result<>& done);
  [[nodiscard]] const providers::Provider* provider(ProviderId id) const;

  Services& m_services;
  items::GroupListModel m_model;
  items::ProviderListModel m_candidates;
  std::vector<items::ProviderEntry> m_providers;
  providers::ProviderGroup m_group;
  QStackedWidget* m_stack;
  PlainTable* m_table;
  QWidget* m_editor;
  QLineEdit* m_name;
  Label* m_count;
  QVBoxLayout* m_members;
  QComboBox* m_candidate;
  GroupFacts m_facts;
  Button* m_simulate;
  IconButton* m_more;
  QAction* m_default;
  QAction* m_remove;
  Label* m_reach;
  Label* m_note;
};

}  // namespace heliograph::ui
