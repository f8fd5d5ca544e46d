// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// The quiet hours of the workspace, for all marketing campaigns that don't say otherwise. Off until somebody sets
/// them. Any thread.
class WorkspaceQuiet final {
 public:
  explicit WorkspaceQuiet(const storage::Database& database) : m_database(database) {}

  /// Without hours while they are off.
  [[nodiscard]] Result<campaign::ZonedQuiet> read() const;
  /// From now on, also for what is being sent; without hours they are off. Errors: InvalidInput for hours that can't be
  /// used and for an unknown zone.
  [[nodiscard]] Result<> set(const campaign::ZonedQuiet& quiet) const;

 private:
  const storage::Database& m_database;
};

/// The quiet hours that a campaign keeps.
struct QuietInForce {
  schedule::QuietHours hours;  ///< none: it has no quiet hours
  QByteArray zone;             ///< of people whose own isn't known
  campaign::QuietRule::Then then = campaign::QuietRule::Then::Delay;

  [[nodiscard]] bool isOn() const { return !hours.isEmpty(); }
  [[nodiscard]] bool discards() const { return then == campaign::QuietRule::Then::Discard; }
  bool operator==(const QuietInForce&) const = default;
};

/// What a campaign's own rule and the workspace's hours come to: none for transactional ones. Whose zone isn't known
/// has that of the hours, else that in which the campaign is scheduled, else the workspace's, else this computer's.
[[nodiscard]] QuietInForce quietOf(const campaign::Campaign& campaign, const campaign::ZonedQuiet& workspace);
/// The same, with the workspace's hours as they are now. Errors: those of storage.
[[nodiscard]] Result<QuietInForce> quietInForce(const storage::Database& database, const campaign::Campaign& campaign);

}  // namespace heliograph::delivery
