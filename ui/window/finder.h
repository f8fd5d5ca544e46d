// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/services.h"
#include "ui/window/action_collection.h"

namespace heliograph::ui {

class CommandPalette;
class PageHost;

/// Opens the palette over everything the window can do or go to, and the sheet of its shortcuts.
class Finder final : public QObject {
  Q_OBJECT
 public:
  Finder(Services& services, const ActionCollection& actions, PageHost& pages, QWidget* window);

 public Q_SLOTS:
  void openPalette();
  void openShortcuts();

 private:
  Services& m_services;
  const ActionCollection& m_actions;
  PageHost& m_pages;
  QWidget* m_window;
  CommandPalette* m_palette;
  quint64 m_opened = 0;
};

}  // namespace heliograph::ui
