// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/action_collection.h"

class QMenuBar;

namespace heliograph::ui {

/// The names under which the window's actions are registered.
namespace action {
inline constexpr QLatin1String newCampaign("campaign.new");
inline constexpr QLatin1String importContacts("contacts.import");
inline constexpr QLatin1String pasteContacts("contacts.paste");
inline constexpr QLatin1String people("contacts.people");
inline constexpr QLatin1String seedList("audience.seeds");
inline constexpr QLatin1String controlGroup("audience.controlGroup");
inline constexpr QLatin1String openSample("workspace.sample");
inline constexpr QLatin1String quit("window.quit");
inline constexpr QLatin1String undo("edit.undo");
inline constexpr QLatin1String redo("edit.redo");
inline constexpr QLatin1String search("edit.search");
inline constexpr QLatin1String campaigns("view.campaigns");
inline constexpr QLatin1String themeSystem("view.theme.system");
inline constexpr QLatin1String themeLight("view.theme.light");
inline constexpr QLatin1String themeDark("view.theme.dark");
inline constexpr QLatin1String previousStep("campaign.previous");
inline constexpr QLatin1String nextStep("campaign.next");
inline constexpr QLatin1String test("campaign.test");
inline constexpr QLatin1String history("campaign.history");
inline constexpr QLatin1String rename("campaign.rename");
inline constexpr QLatin1String clone("campaign.clone");
inline constexpr QLatin1String exportDraft("campaign.export");
inline constexpr QLatin1String removeDraft("campaign.remove");
inline constexpr QLatin1String replies("audience.replies");
inline constexpr QLatin1String providers("window.providers");
inline constexpr QLatin1String addProvider("window.addProvider");
inline constexpr QLatin1String linked("window.linked");
inline constexpr QLatin1String shorteners("window.shorteners");
inline constexpr QLatin1String sandbox("window.sandbox");
inline constexpr QLatin1String pauseSending("sending.pause");
inline constexpr QLatin1String goToSending("sending.go");
inline constexpr QLatin1String palette("help.palette");
inline constexpr QLatin1String shortcuts("help.shortcuts");
inline constexpr QLatin1String about("help.about");
}  // namespace action

/// The name of the action that goes to a step of the composer, 0 to 4.
[[nodiscard]] QString stepAction(int step);

/// Registers every action of the window. Undo and redo are the window's own, as they follow the open campaign.
void addWindowActions(ActionCollection& actions);

/// Puts the actions into menus.
void buildMenus(QMenuBar& bar, const ActionCollection& actions);

}  // namespace heliograph::ui
