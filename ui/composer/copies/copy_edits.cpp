// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/copies/copy_edits.h"

#include <algorithm>

#include "campaign/variants_check.h"

namespace heliograph::ui {

using campaign::Variant;
using campaign::Variants;

namespace {

/// The first copy has what is left over.
void shareEqually(Variants& variants) {
  const int each = 100 / (static_cast<int>(variants.others.size()) + 1);
  for (Variant& variant : variants.others) variant.share = std::max(each, campaign::leastShare);
}

bool sharesWork(const Variants& variants) {
  const std::vector<int> shares = campaign::sharesOf(variants);
  return std::all_of(shares.begin(), shares.end(), [](int share) { return share >= campaign::leastShare; });
}

bool isShared(const Variants& variants) {
  Variants equal = variants;
  shareEqually(equal);
  return equal == variants;
}

}  // namespace

Variants withKind(Variants variants, Variants::Kind kind) {
  variants.kind = kind;
  // Going through the kinds by the arrow keys leaves no empty copies behind.
  std::erase_if(variants.others, [](const Variant& variant) {
    return variant.message.trimmed().isEmpty() && variant.value.trimmed().isEmpty();
  });
  const bool compares = kind == Variants::Kind::AbTest || kind == Variants::Kind::Split;
  if (compares && variants.others.empty()) variants.others.push_back({});
  if (kind == Variants::Kind::Split && !sharesWork(variants)) shareEqually(variants);
  return variants;
}

Variants withCopy(Variants variants, const QByteArray& message, const QString& value,
                  const campaign::ProviderFields& fields) {
  const bool shared = isShared(variants);
  const int first = campaign::sharesOf(variants).front();
  variants.others.push_back({message, std::max(campaign::leastShare, first / 2), value, fields});
  if (shared) shareEqually(variants);
  return variants;
}

campaign::Campaign withoutCopy(campaign::Campaign campaign, int copy) {
  auto& others = campaign.variants.others;
  if (copy < 0 || copy > static_cast<int>(others.size()) || others.empty()) return campaign;
  const bool shared = isShared(campaign.variants);
  if (copy == 0) {
    campaign.message = others.front().message;
    campaign.fields = others.front().fields;
  }
  others.erase(others.begin() + std::max(0, copy - 1));
  if (shared) shareEqually(campaign.variants);
  return campaign;
}

Variants withShare(Variants variants, int copy, int percent) {
  if (copy < 1 || copy > static_cast<int>(variants.others.size())) return variants;
  Variant& changed = variants.others[static_cast<std::size_t>(copy) - 1];
  const int left = campaign::sharesOf(variants).front() + changed.share - campaign::leastShare;
  changed.share = std::clamp(percent, campaign::leastShare, std::max(campaign::leastShare, left));
  return variants;
}

bool mayAddCopy(const Variants& variants) {
  const bool byProperty = variants.kind == Variants::Kind::ByProperty;
  const std::size_t most = byProperty ? Variants::mostByValue : Variants::mostTested - 1;
  return variants.kind != Variants::Kind::Single && variants.others.size() < most;
}

}  // namespace heliograph::ui
