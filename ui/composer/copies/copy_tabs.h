// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QTabBar;

namespace heliograph::ui {

class Button;
class CampaignDocument;
class IconButton;

/// A tab for each copy of the message, with what can be done to copies. Hidden while there is only one.
class CopyTabs final : public QWidget {
  Q_OBJECT
 public:
  explicit CopyTabs(CampaignDocument& document, QWidget* parent = nullptr);

  /// Shows the copies as they are now.
  void load();
  [[nodiscard]] bool hasTabFocus() const;

 Q_SIGNALS:
  /// A copy is to be added for a value.
  void valueWanted();
  /// The text of a copy was put in by something else than typing.
  void textTaken();

 private:
  void makeShortcuts();
  void addCopy();
  void fillSources();
  void takeTextOf(int copy);
  void removeShown();

  CampaignDocument& m_document;
  QTabBar* m_tabs;
  Button* m_add;
  Button* m_take;
  QMenu* m_sources;
  IconButton* m_remove;
};

}  // namespace heliograph::ui
