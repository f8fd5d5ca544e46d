// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/services.h"

class QStackedWidget;
class QTabBar;

namespace heliograph::ui {

class Button;
class GroupsTab;
class ProvidersTab;

/// Providers and provider groups, each on a tab.
class ProvidersPage final : public QWidget {
  Q_OBJECT
 public:
  explicit ProvidersPage(Services& services, QWidget* parent = nullptr);

  void refresh();
  /// Opens the dialog for a new provider.
  void addProvider();

 Q_SIGNALS:
  void leaveRequested();

 private:
  QWidget* makeBar();
  void showTab(int tab);
  void showCounts();
  void add();

  ProvidersTab* m_providers;
  GroupsTab* m_groups;
  QTabBar* m_tabs;
  QStackedWidget* m_stack;
  Button* m_add;
};

}  // namespace heliograph::ui
