// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::ui {

/// The fields of a campaign that can change one by one.
enum class CampaignField {
  Everything,
  Name,
  Labels,
  Purpose,
  Route,
  Goal,
  Audience,
  HoldBack,
  SafetyCheck,
  Reach,
  LiveLimit,
  Message,
  Fields,
  Variants,
  TextRules,
  Linked,
  Limits,
  When,
  Quiet,
  Release
};

/// What changed in the open campaign, and by what.
struct ChangeEvent {
  enum class Cause {
    Edit,
    Undo,
    Redo,
    Load,  ///< the file's own version was taken: nothing is to be saved
  };

  CampaignField field = CampaignField::Everything;
  Cause cause = Cause::Edit;
  int copy = 0;        ///< of the message: which of its copies, from 0
  int offset = -1;     ///< undo and redo of a text: where the change ends, in UTF-16 units, for the message in bytes
  QString place = {};  ///< of the fields for the provider: which of them, as in an issue

  bool operator==(const ChangeEvent&) const = default;
};

}  // namespace heliograph::ui
