// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign.h"

namespace heliograph::ui {

/// Where a text of a campaign stands: a member of its own, or the message of a copy beside the first.
template <class T>
struct TextPlace {
  T campaign::Campaign::*member;
  int copy = 0;  ///< from 0; the first is the member

  /// The text there; the copy must exist.
  [[nodiscard]] T& in(campaign::Campaign& campaign) const {
    if constexpr (std::is_same_v<T, QByteArray>) {
      if (copy > 0) return campaign.variants.others[static_cast<std::size_t>(copy) - 1].message;
    }
    return campaign.*member;
  }
  [[nodiscard]] const T& in(const campaign::Campaign& campaign) const {
    return in(const_cast<campaign::Campaign&>(campaign));
  }
};

}  // namespace heliograph::ui
