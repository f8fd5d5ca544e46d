// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/ledger_cache.h"

#include <algorithm>

namespace heliograph::ui {

bool sameTexts(const campaign::Campaign& left, const campaign::Campaign& right) {
  // The name can be read by the message.
  return left.message == right.message && left.variants == right.variants && left.textRules == right.textRules &&
         left.linked == right.linked && left.audience == right.audience && left.route == right.route &&
         left.limits == right.limits && left.name == right.name;
}

void LedgerCache::put(const campaign::Campaign& state, SharedLedger ledger) {
  std::erase_if(m_counted, [&](const Counted& each) { return sameTexts(each.state, state); });
  m_counted.push_front({state, std::move(ledger)});
  if (m_counted.size() > most) m_counted.pop_back();
}

SharedLedger LedgerCache::find(const campaign::Campaign& state) const {
  const auto found = std::find_if(m_counted.begin(), m_counted.end(),
                                  [&](const Counted& each) { return sameTexts(each.state, state); });
  return found == m_counted.end() ? nullptr : found->ledger;
}

}  // namespace heliograph::ui
