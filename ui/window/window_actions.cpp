// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenuBar>

#include "items/issue_list_model.h"

namespace heliograph::ui {

namespace {

constexpr int kSteps = 5;

QString tr(const char* text) {
  return QCoreApplication::translate("heliograph::ui", text);
}

void addThemes(ActionCollection& actions) {
  auto* themes = new QActionGroup(&actions);
  for (auto [name, text] : {std::pair(action::themeSystem, tr("As the system")),
                            {action::themeLight, tr("Light")},
                            {action::themeDark, tr("Dark")}}) {
    QAction* theme = actions.add(name, text);
    theme->setCheckable(true);
    themes->addAction(theme);
  }
}

}  // namespace

QString stepAction(int step) {
  return QStringLiteral("campaign.step.%1").arg(step + 1);
}

void addWindowActions(ActionCollection& actions) {
  actions.add(action::newCampaign, tr("New campaign"), QKeySequence::New);
  actions.add(action::importContacts, tr("Import contacts…"), QKeySequence(QStringLiteral("Ctrl+I")));
  actions.add(action::pasteContacts, tr("Paste contacts from the clipboard…"), QKeySequence::Paste);
  actions.add(action::openSample, tr("Open the sample workspace"));
  actions.add(action::quit, tr("Quit"), QKeySequence(QStringLiteral("Ctrl+Q")));
  actions.add(action::search, tr("Search"), QKeySequence::Find);
  actions.add(action::campaigns, tr("Campaigns"), QKeySequence(QStringLiteral("Ctrl+0")));
  addThemes(actions);
  for (int step = 0; step < kSteps; ++step) {
    actions.add(stepAction(step), items::stepTitle(static_cast<campaign::Step>(step)),
                QKeySequence(QStringLiteral("Ctrl+%1").arg(step + 1)));
  }
  actions.add(action::previousStep, tr("Step before"), QKeySequence(QStringLiteral("Ctrl+PgUp")));
  actions.add(action::nextStep, tr("Next step"), QKeySequence(QStringLiteral("Ctrl+PgDown")));
  actions.add(action::test, tr("Preview && test…"), QKeySequence(QStringLiteral("Ctrl+T")));
  actions.add(action::history, tr("History…"), QKeySequence(QStringLiteral("Ctrl+Shift+H")));
  actions.add(action::rename, tr("Rename"), QKeySequence(QStringLiteral("F2")));
  actions.add(action::exportDraft, tr("Export…"), QKeySequence(QStringLiteral("Ctrl+E")));
  actions.add(action::removeDraft, tr("Delete the draft"));
  actions.add(action::clone, tr("Clone"), QKeySequence(QStringLiteral("Ctrl+D")));
  actions.add(action::providers, tr("Providers"), QKeySequence(QStringLiteral("Ctrl+Shift+P")));
  actions.add(action::addProvider, tr("Add a provider…"));
  actions.add(action::sandbox, tr("Sandbox phone"), QKeySequence(QStringLiteral("Ctrl+Shift+S")));
  actions.add(action::pauseSending, tr("Pause all sending"), QKeySequence(QStringLiteral("F8")));
  actions.add(action::goToSending, tr("Go to what is being sent"), QKeySequence(QStringLiteral("F6")));
  actions.add(action::palette, tr("Find anything…"), QKeySequence(QStringLiteral("Ctrl+K")));
  actions.add(action::shortcuts, tr("Keyboard shortcuts"), QKeySequence(QKeySequence::HelpContents));
  actions.add(action::about, tr("About Heliograph"));
}

void buildMenus(QMenuBar& bar, const ActionCollection& actions) {
  const auto fill = [&actions](QMenu* menu, std::initializer_list<QString> names) {
    for (const QString& name : names) {
      if (name.isEmpty()) {
        menu->addSeparator();
      } else if (QAction* found = actions.find(name)) {
        menu->addAction(found);
      }
    }
  };
  fill(bar.addMenu(tr("&File")),
       {action::newCampaign, action::importContacts, {}, action::openSample, {}, action::quit});
  fill(bar.addMenu(tr("&Edit")), {action::undo, action::redo, {}, action::search});
  QMenu* view = bar.addMenu(tr("&View"));
  fill(view, {action::campaigns, action::goToSending, {}});
  fill(view->addMenu(tr("Appearance")), {action::themeSystem, action::themeLight, action::themeDark});
  QMenu* campaign = bar.addMenu(tr("&Campaign"));
  for (int step = 0; step < kSteps; ++step) campaign->addAction(actions.find(stepAction(step)));
  fill(campaign, {{},
                  action::previousStep,
                  action::nextStep,
                  {},
                  action::test,
                  action::history,
                  action::rename,
                  action::clone,
                  action::exportDraft,
                  action::removeDraft,
                  {},
                  action::pauseSending});
  fill(bar.addMenu(tr("&Audience")), {action::importContacts, action::pasteContacts});
  fill(bar.addMenu(tr("&Window")), {action::providers, action::addProvider, action::sandbox});
  fill(bar.addMenu(tr("&Help")), {action::palette, action::shortcuts, {}, action::about});
}

}  // namespace heliograph::ui
