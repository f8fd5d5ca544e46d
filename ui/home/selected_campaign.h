// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "campaign/campaign_summary.h"
#include "ui/services.h"
#include "ui/widgets/surface.h"

class QAction;
class QMenu;

namespace heliograph::ui {

class Button;
class PhonePreview;

/// The pane beside the list: the selected campaign's message on the phone, and what can be done with it.
class SelectedCampaign final : public Surface {
  Q_OBJECT
 public:
  explicit SelectedCampaign(Services& services, QWidget* parent = nullptr);

  /// Nothing selected hides what the pane holds.
  void show(const std::optional<campaign::CampaignSummary>& campaign);
  using QWidget::show;
  /// Everything that can be done, also for the row's own menu.
  [[nodiscard]] QMenu& menu() { return *m_menu; }

 Q_SIGNALS:
  void openRequested();
  void cloneRequested(heliograph::CampaignId id);
  void archiveRequested(heliograph::CampaignId id);
  void removeRequested(heliograph::CampaignId id);

 private:
  void makeMenu();
  void arrange();
  void preview();

  Services& m_services;
  std::optional<campaign::CampaignSummary> m_campaign;
  quint64 m_generation = 0;
  QWidget* m_content;
  PhonePreview* m_phone;
  Button* m_open;
  Button* m_clone;
  QMenu* m_menu;
  QAction* m_openAction;
  QAction* m_archive;
  QAction* m_remove;
};

}  // namespace heliograph::ui
