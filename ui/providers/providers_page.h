// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/ids.h"
#include "ui/services.h"

class QStackedWidget;
class QTabBar;
class QUndoStack;

namespace heliograph::ui {

class Button;
class GroupsTab;
class PricesTab;
class ProvidersTab;

/// Providers, provider groups and prices, each on a tab.
class ProvidersPage final : public QWidget {
  Q_OBJECT
 public:
  explicit ProvidersPage(Services& services, QWidget* parent = nullptr);

  void refresh();
  /// Opens the dialog for a new provider.
  void addProvider();
  /// Shows the prices.
  void showPrices();
  /// Opens the settings of one.
  void editProvider(ProviderId id);
  /// The changes of groups.
  [[nodiscard]] QUndoStack& undoStack();

 Q_SIGNALS:
  void leaveRequested();

 private:
  QWidget* makeBar();
  void showTab(int tab);
  void showCounts();
  void showActs();
  void add();

  ProvidersTab* m_providers;
  GroupsTab* m_groups;
  PricesTab* m_prices;
  QTabBar* m_tabs;
  QStackedWidget* m_stack;
  Button* m_simulate;
  Button* m_add;
};

}  // namespace heliograph::ui
