// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"

namespace heliograph::campaign {

/// Something about a link that can be told from how it is written.
struct LinkFault {
  QString code;  ///< "link_staging", "link_public_shortener", "link_http"
  QString text;  ///< a sentence with what to do
};

/// The worst that a link shows by itself: an address that only works inside of a company, a shortener that operators
/// filter, no encryption. Nothing if it is fine.
[[nodiscard]] std::optional<LinkFault> linkFault(const QString& link);

/// What can be said of the links of all copies and of how they are treated, without asking anybody. `shorteners` are
/// the names of those there are; nothing: not checked.
[[nodiscard]] std::vector<Issue> checkLinks(const Campaign& campaign,
                                            const std::optional<QStringList>& shorteners = std::nullopt);

/// What follows from the purpose: a marketing text says how to unsubscribe.
[[nodiscard]] std::vector<Issue> checkPurpose(const Campaign& campaign);

/// The links of all copies that are the same for everybody, each once, in order.
[[nodiscard]] QStringList plainLinks(const Campaign& campaign);

/// Whether this link may be shortened beside those that are: each copy has room for LinkRules::mostShortened.
[[nodiscard]] bool canShortenToo(const Campaign& campaign, const QString& link);

}  // namespace heliograph::campaign
