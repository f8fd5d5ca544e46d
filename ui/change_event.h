// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::ui {

/// The fields of a campaign that can change one by one.
enum class CampaignField { Everything, Name, Labels, Route, Audience, Message, When };

/// What changed in the open campaign, and by what.
struct ChangeEvent {
  enum class Cause { Edit, Undo, Redo, Load };

  CampaignField field = CampaignField::Everything;
  Cause cause = Cause::Edit;

  bool operator==(const ChangeEvent&) const = default;
};

}  // namespace heliograph::ui
