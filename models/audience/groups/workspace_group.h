// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/groups/control_groups.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The workspace's control group: a few of all people who get no campaign, so that what campaigns bring together can be
/// measured. Off until somebody sets it. Any thread.
class WorkspaceGroup final {
 public:
  static constexpr int least = 2;  ///< percent
  static constexpr int most = 5;

  explicit WorkspaceGroup(const storage::Database& database) : m_database(database) {}

  /// The group, with 0 percent while it is off.
  [[nodiscard]] Result<ControlGroup> read() const;
  /// 0 switches it off; the seed stays, so that switched on again it has the same people. InvalidInput for other shares
  /// than `least` to `most`.
  [[nodiscard]] Result<> set(int percent) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::audience
