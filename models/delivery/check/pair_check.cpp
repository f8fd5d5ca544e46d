// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/pair_check.h"

#include "campaign/fields_check.h"
#include "campaign/fields_in_force.h"
#include "providers/request/request_builder.h"

namespace heliograph::delivery {
namespace {

/// Those without a name are told of where they stand.
std::vector<providers::NamedValue> ownPairs(const std::vector<campaign::KeyValue>& pairs) {
  std::vector<providers::NamedValue> own;
  for (const campaign::KeyValue& pair : pairs) {
    if (pair.own && !pair.name.trimmed().isEmpty()) own.push_back({pair.name, {}});
  }
  return own;
}

}  // namespace

std::vector<campaign::Issue> pairIssues(const campaign::Campaign& campaign, const providers::ResolvedRoute& route) {
  std::vector<campaign::Issue> issues;
  for (int copy = 0; copy < campaign::copyCount(campaign.variants); ++copy) {
    const campaign::ProviderFields fields = campaign::fieldsInForce(campaign::fieldsOf(campaign, copy), campaign.asked);
    const auto body = ownPairs(fields.body);
    const auto headers = ownPairs(fields.headers);
    const auto globals = ownPairs(fields.globals);
    if (body.empty() && headers.empty() && globals.empty()) continue;
    for (const providers::ReadyProvider& ready : route.ready) {
      const auto fits = providers::checkExtraPairs(ready.definition, ready.provider, body, headers, globals);
      if (fits) continue;
      issues.push_back({campaign::Severity::Block, QStringLiteral("pair_refused"), campaign::Step::What,
                        campaign::fieldsPlace(QStringLiteral("provider_fields"), copy),
                        QStringLiteral("“%1”: %2").arg(ready.provider.name, fits.error().message)});
      break;
    }
  }
  return issues;
}

}  // namespace heliograph::delivery
