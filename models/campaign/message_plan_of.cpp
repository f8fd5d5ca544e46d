// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/message_plan_of.h"

#include "campaign/campaign_snippets.h"
#include "campaign/fields_in_force.h"

namespace heliograph::campaign {
namespace {

constexpr int kWhole = 10'000;  // hundredths of a percent

message::CopyChoice drawOf(const Variants& variants) {
  message::CopyChoice choice;
  choice.by = message::CopyChoice::By::Draw;
  choice.shares.push_back(0);
  int others = 0;
  for (const Variant& variant : variants.others) {
    choice.shares.push_back(variant.share * 100);
    others += variant.share * 100;
  }
  choice.shares.front() = std::max(0, kWhole - others);
  return choice;
}

message::CopyChoice choiceOf(const Campaign& campaign) {
  const Variants& variants = campaign.variants;
  message::CopyChoice choice;
  switch (variants.kind) {
    case Variants::Kind::Single:
      return choice;
    case Variants::Kind::AbTest:
      choice.by = message::CopyChoice::By::Test;
      return choice;
    case Variants::Kind::Split:
      choice = drawOf(variants);
      break;
    case Variants::Kind::ByProperty:
      choice.by = message::CopyChoice::By::Value;
      choice.property = variants.property;
      for (const Variant& variant : variants.others) choice.values.push_back(variant.value.toStdString());
      break;
  }
  choice.seed = static_cast<quint64>(campaign.id.value);
  return choice;
}

}  // namespace

Result<message::MessagePlan> messagePlanOf(const Campaign& campaign) {
  message::MessagePlan::Parts parts;
  const std::vector<QByteArray> copies = copiesOf(campaign);
  // A text that isn't sent need not be one.
  for (std::size_t copy = 0; copy < copies.size(); ++copy) {
    parts.copies.push_back(takesText(campaign, static_cast<int>(copy)) ? copies[copy] : QByteArray());
  }
  parts.fields = fieldSourcesOf(campaign);
  parts.choice = choiceOf(campaign);
  parts.rules = campaign.textRules;
  parts.limits = campaign.limits;
  parts.snippets = campaign.snippets;
  parts.samples = campaign.couponSamples;
  return message::MessagePlan::compile(std::move(parts));
}

}  // namespace heliograph::campaign
