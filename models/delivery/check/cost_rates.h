// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/result.h"
#include "providers/prices/price_table.h"
#include "providers/routes/route_resolver.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What a part to one number costs through a route; the pointers hold as long as the CostRates.
struct CostQuote {
  const Money* expected = nullptr;  ///< through the first provider that covers the country; null: no price
  const Money* highest = nullptr;   ///< through the dearest; null if expected is
  bool openEnded = false;           ///< another provider of the route has no price
};

/// The prices of a route's providers, in the order in which they are tried.
class CostRates final {
 public:
  CostRates() = default;
  /// Of those that can send now; of all if none can.
  [[nodiscard]] static Result<CostRates> of(const storage::Database& database, const providers::ResolvedRoute& route);

  [[nodiscard]] CostQuote quote(std::string_view e164, std::string_view country) const;
  /// True if nobody at all has a price: there is no route, or none was entered for it.
  [[nodiscard]] bool isEmpty() const { return m_empty; }

 private:
  /// One that can send, and where to.
  struct Member {
    providers::Tariff tariff;
    providers::Coverage coverage = {};
  };
  std::vector<Member> m_members;
  bool m_empty = true;
};

}  // namespace heliograph::delivery
