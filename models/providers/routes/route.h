// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::providers {

/// Where a campaign's messages go out: one provider, a group, or whatever the workspace has as its default.
struct Route {
  QString kind;   ///< "provider", "group", or empty for the default
  qint64 id = 0;  ///< of the provider or group

  [[nodiscard]] bool isDefault() const { return kind.isEmpty(); }
  bool operator==(const Route&) const = default;
};

}  // namespace heliograph::providers
