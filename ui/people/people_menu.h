// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <map>
#include <vector>

#include "audience/profile.h"

namespace heliograph::ui {

/// What can be done with people.
enum class PeopleAct { Test, NoTest, Unsubscribe, Resubscribe, CopyNumber, Export, Remove };

/// The acts as a menu that follows who is chosen.
class PeopleMenu final : public QObject {
  Q_OBJECT
 public:
  explicit PeopleMenu(QWidget* parent);

  void follow(const std::vector<audience::Profile>& people);
  [[nodiscard]] QAction* of(PeopleAct act) const { return m_actions.at(act); }
  [[nodiscard]] QMenu& menu() { return m_menu; }

 Q_SIGNALS:
  void triggered(heliograph::ui::PeopleAct act);

 private:
  void add(PeopleAct act, const QString& name, const QString& text);

  QMenu m_menu;
  std::map<PeopleAct, QAction*> m_actions;
};

}  // namespace heliograph::ui
