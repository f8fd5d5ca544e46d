// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "message/message_lint.h"
#include "ui/composer/message_problems.h"
#include "ui/composer/step_page.h"

class QHBoxLayout;
class QVBoxLayout;

namespace heliograph::editors {
class MessageEditor;
}

namespace heliograph::ui {

class CampaignChecker;
class Card;
class OutcomeWatch;
class PhonePreview;

/// What: the message with its personalisation, what is wrong with it, how many parts it takes, and at the right the
/// phone of a real person.
class WhatPage final : public StepPage {
  Q_OBJECT
 public:
  WhatPage(Services& services, CampaignDocument& document, CampaignChecker& checker, OutcomeWatch& outcome,
           QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;
  void enter() override;
  /// The identity of the person on the phone; empty when it is nobody in particular.
  [[nodiscard]] QString previewedIdentity() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  Card* makeEditor();
  void loadProperties();
  void refresh();
  void showLines(const std::vector<MessageLine>& lines);
  void showParts();
  void apply(const MessageLine& line);

  CampaignChecker& m_checker;
  editors::MessageEditor* m_editor;
  PhonePreview* m_phone;
  QHBoxLayout* m_status;
  QVBoxLayout* m_lines;
  std::vector<MessageLine> m_shown;
};

}  // namespace heliograph::ui
