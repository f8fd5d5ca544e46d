// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMenu>
#include <QObject>
#include <vector>

#include "items/campaign_acts.h"

class QAction;

namespace heliograph::ui {

/// What can be done to the selected campaigns, as actions that menus, buttons and keys share. One that can't be used
/// now says why: in the menu at the end of its line, else in its tooltip.
class CampaignActions final : public QObject {
  Q_OBJECT
 public:
  explicit CampaignActions(QObject* parent = nullptr);

  [[nodiscard]] QAction* of(items::Act act) const { return m_actions.value(static_cast<int>(act)); }
  [[nodiscard]] QAction* import() const { return m_import; }
  [[nodiscard]] QList<QAction*> all() const;
  /// Enables what fits these campaigns.
  void follow(const std::vector<campaign::CampaignSummary>& selected);
  /// The menu of a row.
  [[nodiscard]] QMenu& menu() { return m_menu; }

 Q_SIGNALS:
  void triggered(heliograph::items::Act act);
  void importTriggered();

 private:
  QAction* add(items::Act act, const QString& text, const QString& name);
  void fillMenu();
  void showReasons(bool show);

  QHash<int, QAction*> m_actions;
  QHash<QAction*, QString> m_reasons;
  QAction* m_import;
  QMenu m_menu;
};

}  // namespace heliograph::ui
