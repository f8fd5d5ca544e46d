// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/ids.h"

namespace heliograph::providers {

/// Providers in the order in which they are tried for each message.
struct ProviderGroup {
  static constexpr int maxMembers = 10;

  GroupId id;
  QString name;
  std::vector<ProviderId> members;
  bool isDefault = false;
  bool archived = false;  ///< not offered any more; campaigns that name it still go through it

  bool operator==(const ProviderGroup&) const = default;
};

}  // namespace heliograph::providers
