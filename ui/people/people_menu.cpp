// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_menu.h"

#include <algorithm>

namespace heliograph::ui {

using audience::Profile;

PeopleMenu::PeopleMenu(QWidget* parent) : QObject(parent), m_menu(parent) {
  m_menu.setObjectName(QStringLiteral("people.menu"));
  add(PeopleAct::Test, QStringLiteral("people.act.test"), tr("Mark as test profile"));
  add(PeopleAct::NoTest, QStringLiteral("people.act.noTest"), tr("No test profile any more"));
  add(PeopleAct::Unsubscribe, QStringLiteral("people.act.unsubscribe"), tr("Unsubscribe…"));
  add(PeopleAct::Resubscribe, QStringLiteral("people.act.resubscribe"), tr("Subscribe again…"));
  m_menu.addSeparator();
  add(PeopleAct::CopyNumber, QStringLiteral("people.act.copy"), tr("Copy number"));
  add(PeopleAct::Export, QStringLiteral("people.act.export"), tr("Export data…"));
  m_menu.addSeparator();
  add(PeopleAct::Remove, QStringLiteral("people.act.remove"), tr("Delete with everything…"));
  follow({});
}

void PeopleMenu::add(PeopleAct act, const QString& name, const QString& text) {
  QAction* action = m_menu.addAction(text);
  action->setObjectName(name);
  m_actions[act] = action;
  connect(action, &QAction::triggered, this, [this, act] { Q_EMIT triggered(act); });
}

void PeopleMenu::follow(const std::vector<Profile>& people) {
  const auto any = [&people](auto is) { return std::any_of(people.begin(), people.end(), is); };
  of(PeopleAct::Test)->setVisible(any([](const Profile& one) { return !one.isTest; }));
  of(PeopleAct::NoTest)->setVisible(any([](const Profile& one) { return one.isTest; }));
  of(PeopleAct::Unsubscribe)->setVisible(any([](const Profile& one) { return !one.unsubscribed; }));
  of(PeopleAct::Resubscribe)->setVisible(any([](const Profile& one) { return one.unsubscribed; }));
  of(PeopleAct::CopyNumber)->setVisible(people.size() == 1 && !people.front().phone.isEmpty());
  of(PeopleAct::Export)->setVisible(!people.empty());
  of(PeopleAct::Remove)->setVisible(!people.empty());
}

}  // namespace heliograph::ui
