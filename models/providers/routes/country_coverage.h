// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <set>
#include <string>
#include <string_view>

#include "core/result.h"
#include "providers/provider.h"
#include "providers/routes/route.h"
#include "storage/database.h"

namespace heliograph::providers {

/// Which countries can be reached. What isn't said doesn't restrict anything: a provider without the setting is taken
/// to reach every country, and a number of no known country is everybody's. Prices say nothing about it: they are
/// entered by prefix, often for everywhere, and are missing for countries that are reached.
class Coverage final {
 public:
  /// Every country.
  Coverage() = default;
  /// What a provider says of itself.
  [[nodiscard]] static Coverage of(const Provider& provider);
  /// None at all, to add others to.
  [[nodiscard]] static Coverage none();

  /// Reaches also what the other reaches.
  void add(const Coverage& other);
  /// False when every country is reached.
  [[nodiscard]] bool isStated() const { return !m_everywhere; }
  [[nodiscard]] bool covers(std::string_view region) const;
  [[nodiscard]] bool covers(const QString& region) const { return covers(region.toStdString()); }
  /// Sorted; empty if every country is reached.
  [[nodiscard]] const std::set<std::string, std::less<>>& countries() const { return m_countries; }

  bool operator==(const Coverage&) const = default;

 private:
  bool m_everywhere = true;
  std::set<std::string, std::less<>> m_countries;
};

/// What the members of a route cover together, archived ones left out. Reads no secrets. A route that leads nowhere
/// covers everything: that it does so is somebody else's to say. Errors: those of storage.
[[nodiscard]] Result<Coverage> coverageOf(const storage::Database& database, const Route& route);

}  // namespace heliograph::providers
