// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/finder.h"

#include "ui/palette/command_palette.h"
#include "ui/palette/palette_sources.h"
#include "ui/palette/shortcuts_sheet.h"
#include "ui/window/page_host.h"

namespace heliograph::ui {

Finder::Finder(Services& services, const ActionCollection& actions, PageHost& pages, QWidget* window)
    : QObject(window),
      m_services(services),
      m_actions(actions),
      m_pages(pages),
      m_window(window),
      m_palette(new CommandPalette(
          window, {QStringLiteral("palette"), tr("Find anything"), tr("Find an action, a campaign or a segment"),
                   tr("Nothing has these letters in its name.")})) {}

void Finder::openPalette() {
  m_palette->open(actionEntries(m_actions));
  m_services.background.run([services = m_services] { return readNames(services); })
      .then(this, [this, opened = ++m_opened](const WorkspaceNames& names) {
        if (opened != m_opened) return;
        m_palette->addEntries(
            nameEntries(names, {[this](const campaign::CampaignSummary& campaign) { m_pages.openCampaign(campaign); },
                                [this](SegmentId id, const QString& name) { m_pages.useSegment(id, name); }}));
      });
}

void Finder::openShortcuts() {
  auto* sheet = new ShortcutsSheet(m_actions, m_window);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->open();
}

}  // namespace heliograph::ui
