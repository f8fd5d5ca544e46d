// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include "ui/campaign_document.h"

namespace heliograph::ui {

/// Puts another version of the open campaign in the place of what is shown, whole, in one step.
class ReplaceCommand final : public QUndoCommand {
 public:
  /// `first` is the cause announced when it is done for the first time.
  ReplaceCommand(CampaignDocument& document, campaign::Campaign version, ChangeEvent::Cause first);

  void undo() override;
  void redo() override;

 private:
  CampaignDocument& m_document;
  campaign::Campaign m_before;
  campaign::Campaign m_after;
  CampaignField m_field;
  ChangeEvent::Cause m_cause;
};

}  // namespace heliograph::ui
