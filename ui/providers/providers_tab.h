// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "items/provider_list_model.h"
#include "ui/services.h"

class QMenu;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class Chip;
class Label;
class PlainTable;
class ProviderStats;
class SegmentedChoice;

/// The providers of the workspace, and what can be done with the selected one.
class ProvidersTab final : public QWidget {
  Q_OBJECT
 public:
  explicit ProvidersTab(Services& services, QWidget* parent = nullptr);

  void refresh();
  /// Opens the dialog for a new one.
  void add();
  /// Opens the settings of one that need not be listed yet.
  void edit(ProviderId id);
  [[nodiscard]] const std::vector<items::ProviderEntry>& providers() const { return m_model.rows(); }

 Q_SIGNALS:
  /// The list was read or changed.
  void changed();

 private:
  enum Side { SetupSide, StatsSide };

  QWidget* makeList();
  QWidget* makePane();
  QWidget* makeSetup();
  Button* addAct(const QString& text, const QString& name, void (ProvidersTab::*act)());
  void showRows(const std::vector<items::ProviderEntry>& rows);
  void showSelected();
  [[nodiscard]] std::optional<providers::Provider> selected() const;
  void useSandbox();
  void editSelected();
  void openDialog(const std::optional<providers::Provider>& provider);
  void verify();
  void sendTest();
  void makeDefault();
  void archive();
  void remove();
  void finish(const Result<>& done);
  void retire(bool remove);
  void showSide(int side);
  void showStatistics();
  void showMenu(const QPoint& at);
  void connectTable();

  Services& m_services;
  items::ProviderListModel m_model;
  QStackedWidget* m_stack;
  Button* m_sandbox;
  PlainTable* m_table;
  QWidget* m_pane;
  Label* m_name;
  Chip* m_health;
  Label* m_facts;
  Label* m_note;
  SegmentedChoice* m_side;
  QStackedWidget* m_sides;
  ProviderStats* m_stats;
  Button* m_default;
  std::vector<Button*> m_acts;
};

}  // namespace heliograph::ui
