// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prices/price_table.h"

#include <algorithm>

namespace heliograph::providers {

Tariff Tariff::of(ProviderId provider, const std::vector<Price>& prices) {
  Tariff tariff;
  for (const Price& price : prices) {
    if (!price.provider.isValid() || price.provider == provider) tariff.insert(price);
  }
  for (Node& node : tariff.m_nodes) {
    // Its own before those for any provider, then those of one country before those of any.
    std::stable_sort(node.entries.begin(), node.entries.end(), [](const Entry& a, const Entry& b) {
      return std::pair(!a.own, a.country.isEmpty()) < std::pair(!b.own, b.country.isEmpty());
    });
  }
  return tariff;
}

Tariff Tariff::free() {
  Tariff tariff;
  tariff.m_free = true;
  return tariff;
}

void Tariff::insert(const Price& price) {
  std::size_t at = 0;
  for (const QChar c : price.prefix) {
    const auto digit = static_cast<std::size_t>(c.unicode() - u'0');
    if (digit > 9) return;
    if (m_nodes[at].children[digit] == 0) {
      m_nodes[at].children[digit] = static_cast<std::int32_t>(m_nodes.size());
      m_nodes.emplace_back();
    }
    at = static_cast<std::size_t>(m_nodes[at].children[digit]);
  }
  m_nodes[at].entries.push_back({price.country.toLatin1(), price.perPart, price.provider.isValid()});
}

const Money* Tariff::priceOf(std::string_view e164, std::string_view country) const {
  if (m_free) return &m_nothing;
  const Money* best = nullptr;
  std::size_t at = 0;
  if (e164.starts_with('+')) e164.remove_prefix(1);
  for (std::size_t i = 0;; ++i) {
    for (const Entry& entry : m_nodes[at].entries) {
      const std::string_view only(entry.country.constData(), static_cast<std::size_t>(entry.country.size()));
      if (!only.empty() && only != country) continue;
      best = &entry.perPart;
      break;
    }
    if (i == e164.size()) return best;
    const auto digit = static_cast<std::size_t>(e164[i] - '0');
    if (digit > 9 || m_nodes[at].children[digit] == 0) return best;
    at = static_cast<std::size_t>(m_nodes[at].children[digit]);
  }
}

}  // namespace heliograph::providers
