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

struct ActionWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

void addThemes(ActionCollection& actions) {
  auto* themes = new QActionGroup(&actions);
  for (auto [name, text] : {std::pair(action::themeSystem, ActionWords::tr("As the system")),
                            {action::themeLight, ActionWords::tr("Light")},
                            {action::themeDark, ActionWords::tr("Dark")}}) {
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
  actions.add(action::newCampaign, ActionWords::tr("New campaign"), QKeySequence::New);
  actions.add(action::importContacts, ActionWords::tr("Import contacts…"), QKeySequence(QStringLiteral("Ctrl+I")));
  actions.add(action::pasteContacts, ActionWords::tr("Paste contacts from the clipboard…"), QKeySequence::Paste);
  actions.add(action::seedList, ActionWords::tr("Seed list…"));
  actions.add(action::controlGroup, ActionWords::tr("Control group of all campaigns…"));
  actions.add(action::people, ActionWords::tr("People"), QKeySequence(QStringLiteral("Ctrl+Shift+A")));
  actions.add(action::replies, ActionWords::tr("Replies"), QKeySequence(QStringLiteral("Ctrl+Shift+R")));
  actions.add(action::openSample, ActionWords::tr("Open the sample workspace"));
  actions.add(action::quit, ActionWords::tr("Quit"), QKeySequence(QStringLiteral("Ctrl+Q")));
  actions.add(action::search, ActionWords::tr("Search"), QKeySequence::Find);
  actions.add(action::campaigns, ActionWords::tr("Campaigns"), QKeySequence(QStringLiteral("Ctrl+0")));
  addThemes(actions);
  for (int step = 0; step < kSteps; ++step) {
    actions.add(stepAction(step), items::stepTitle(static_cast<campaign::Step>(step)),
                QKeySequence(QStringLiteral("Ctrl+%1").arg(step + 1)));
  }
  actions.add(action::previousStep, ActionWords::tr("Step before"), QKeySequence(QStringLiteral("Ctrl+PgUp")));
  actions.add(action::nextStep, ActionWords::tr("Next step"), QKeySequence(QStringLiteral("Ctrl+PgDown")));
  actions.add(action::test, ActionWords::tr("Preview && test…"), QKeySequence(QStringLiteral("Ctrl+T")));
  actions.add(action::history, ActionWords::tr("History…"), QKeySequence(QStringLiteral("Ctrl+Shift+H")));
  actions.add(action::rename, ActionWords::tr("Rename"), QKeySequence(QStringLiteral("F2")));
  actions.add(action::exportDraft, ActionWords::tr("Export…"), QKeySequence(QStringLiteral("Ctrl+E")));
  actions.add(action::removeDraft, ActionWords::tr("Delete the draft"));
  actions.add(action::clone, ActionWords::tr("Clone"), QKeySequence(QStringLiteral("Ctrl+D")));
  actions.add(action::providers, ActionWords::tr("Providers"), QKeySequence(QStringLiteral("Ctrl+Shift+P")));
  actions.add(action::addProvider, ActionWords::tr("Add a provider…"));
  actions.add(action::linked, ActionWords::tr("Linked content"), QKeySequence(QStringLiteral("Ctrl+Shift+L")));
  actions.add(action::shorteners, ActionWords::tr("Link shorteners"));
  actions.add(action::sandbox, ActionWords::tr("Sandbox phone"), QKeySequence(QStringLiteral("Ctrl+Shift+S")));
  actions.add(action::pauseSending, ActionWords::tr("Pause all sending"), QKeySequence(QStringLiteral("F8")));
  actions.add(action::goToSending, ActionWords::tr("Go to what is being sent"), QKeySequence(QStringLiteral("F6")));
  actions.add(action::palette, ActionWords::tr("Find anything…"), QKeySequence(QStringLiteral("Ctrl+K")));
  actions.add(action::shortcuts, ActionWords::tr("Keyboard shortcuts"), QKeySequence(QKeySequence::HelpContents));
  actions.add(action::about, ActionWords::tr("About Heliograph"));
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
  fill(bar.addMenu(ActionWords::tr("&File")),
       {action::newCampaign, action::importContacts, {}, action::openSample, {}, action::quit});
  fill(bar.addMenu(ActionWords::tr("&Edit")), {action::undo, action::redo, {}, action::search});
  QMenu* view = bar.addMenu(ActionWords::tr("&View"));
  fill(view, {action::campaigns, action::goToSending, {}});
  fill(view->addMenu(ActionWords::tr("Appearance")), {action::themeSystem, action::themeLight, action::themeDark});
  QMenu* campaign = bar.addMenu(ActionWords::tr("&Campaign"));
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
  fill(bar.addMenu(ActionWords::tr("&Audience")), {action::people,
                                                   action::replies,
                                                   {},
                                                   action::importContacts,
                                                   action::pasteContacts,
                                                   {},
                                                   action::seedList,
                                                   action::controlGroup});
  fill(bar.addMenu(ActionWords::tr("&Window")),
       {action::providers, action::addProvider, action::linked, action::shorteners, action::sandbox});
  fill(bar.addMenu(ActionWords::tr("&Help")), {action::palette, action::shortcuts, {}, action::about});
}

}  // namespace heliograph::ui
