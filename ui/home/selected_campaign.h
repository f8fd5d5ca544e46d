// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "campaign/campaign_summary.h"
#include "core/background.h"
#include "ui/services.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

class QuestionCard;
class Button;
class CampaignActions;
class Card;
class ElidedLabel;
class Label;
class PhonePreview;

/// The pane beside the list: the selected campaign's message on the phone, what it is in a few lines, why it waits for
/// somebody, and what can be done with it. For several selected ones: what can be done with all.
class SelectedCampaign final : public Surface {
  Q_OBJECT
 public:
  SelectedCampaign(Services& services, CampaignActions& actions, QWidget* parent = nullptr);

  /// Nothing selected hides what the pane holds.
  void show(const std::vector<campaign::CampaignSummary>& campaigns);
  using QWidget::show;
  [[nodiscard]] QuestionCard& question() { return *m_question; }
  /// The person whose message is shown; empty when it is nobody in particular.
  [[nodiscard]] QString identity() const;

 private:
  QWidget* makeOne();
  QWidget* makeSeveral();
  QWidget* makeAttention();
  QWidget* makeButtons();
  void showFacts();
  void showAttention();
  void preview();
  void count(const campaign::Campaign& campaign);

  Services& m_services;
  CampaignActions& m_actions;
  std::optional<campaign::CampaignSummary> m_campaign;
  quint64 m_generation = 0;
  CancelToken m_counting;
  QWidget* m_one;
  QWidget* m_several;
  Card* m_attention = nullptr;
  Label* m_why = nullptr;
  Button* m_mend = nullptr;
  Button* m_edit = nullptr;
  PhonePreview* m_phone;
  ElidedLabel* m_name = nullptr;
  Label* m_facts = nullptr;
  Label* m_number = nullptr;
  QWidget* m_buttons = nullptr;
  Button* m_open = nullptr;
  QuestionCard* m_question;
};

}  // namespace heliograph::ui
