// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/fields_in_force.h"

#include <algorithm>

#include "message/template_match.h"

namespace heliograph::campaign {
namespace {

std::vector<KeyValue> pairsInForce(const std::vector<KeyValue>& pairs, const QStringList& keys, bool takesOwn) {
  std::vector<KeyValue> inForce;
  for (const QString& key : keys) {
    const auto found =
        std::find_if(pairs.begin(), pairs.end(), [&](const KeyValue& pair) { return !pair.own && pair.name == key; });
    inForce.push_back(found == pairs.end() ? KeyValue{key, {}} : *found);
  }
  for (const KeyValue& pair : pairs) {
    if (pair.own && takesOwn) inForce.push_back(pair);
  }
  return inForce;
}

std::vector<message::PairSource> pairSources(const std::vector<KeyValue>& pairs, bool personal) {
  std::vector<message::PairSource> sources;
  for (const KeyValue& pair : pairs) {
    // One without a name is being typed; publishing asks for it.
    if (!pair.name.trimmed().isEmpty()) sources.push_back({pair.name, pair.value, pair.own, personal});
  }
  return sources;
}

const QByteArray& sourceOf(const Campaign& campaign, int copy) {
  return copy == 0 ? campaign.message : campaign.variants.others[static_cast<std::size_t>(copy) - 1].message;
}

bool isBlankSource(const QByteArray& source) {
  return QString::fromUtf8(source).trimmed().isEmpty();
}

}  // namespace

const ProviderFields& fieldsOf(const Campaign& campaign, int copy) {
  return copy == 0 ? campaign.fields : campaign.variants.others[static_cast<std::size_t>(copy) - 1].fields;
}

ProviderFields fieldsInForce(const ProviderFields& fields, const std::optional<providers::AskedFields>& asked) {
  if (!asked) return fields;
  ProviderFields inForce;
  if (asked->templateId) {
    inForce.templateId = fields.templateId;
    inForce.approvedText = fields.approvedText;
  }
  if (asked->templateVariables) {
    inForce.variables = fields.variables;
    const int places = message::placesIn(inForce.approvedText);
    if (!inForce.approvedText.trimmed().isEmpty()) inForce.variables.resize(static_cast<std::size_t>(places));
  }
  inForce.body = pairsInForce(fields.body, asked->bodyKeys, asked->takesExtraPairs);
  inForce.headers = pairsInForce(fields.headers, asked->headerKeys, asked->takesExtraPairs);
  inForce.globals = pairsInForce(fields.globals, asked->globalKeys, asked->takesExtraPairs);
  return inForce;
}

bool takesText(const Campaign& campaign, int copy) {
  if (campaign.asked) return campaign.asked->text;
  return !isBlankSource(sourceOf(campaign, copy)) || fieldsOf(campaign, copy).templateId.trimmed().isEmpty();
}

Campaign withSentTexts(Campaign campaign) {
  for (int copy = 0; copy < copyCount(campaign.variants); ++copy) {
    if (takesText(campaign, copy)) continue;
    QByteArray& source =
        copy == 0 ? campaign.message : campaign.variants.others[static_cast<std::size_t>(copy) - 1].message;
    source = fieldsOf(campaign, copy).approvedText.toUtf8();
  }
  return campaign;
}

std::vector<message::MessageProblem> templateProblemsOf(const Campaign& campaign, int copy) {
  if (!campaign.asked || !takesText(campaign, copy)) return {};
  const message::OptOutLine& line = campaign.textRules.optOut;
  const bool always = line.when == message::OptOutLine::When::Always && !line.text.trimmed().isEmpty();
  const QString behind = always ? QLatin1Char('\n') + line.text.trimmed() : QString();
  const QString approved = campaign.asked->templateId ? fieldsOf(campaign, copy).approvedText : QString();
  auto problems = message::templateProblems(approved, sourceOf(campaign, copy), behind);
  for (message::MessageProblem& problem : problems) {
    const bool mismatch = problem.code == QLatin1String("template_mismatch");
    if (mismatch && !campaign.asked->matchesTemplate) problem.severity = message::MessageProblem::Severity::Warning;
  }
  return problems;
}

std::vector<message::FieldSources> fieldSourcesOf(const Campaign& campaign) {
  std::vector<message::FieldSources> sources;
  bool any = false;
  for (int copy = 0; copy < copyCount(campaign.variants); ++copy) {
    const ProviderFields fields = fieldsInForce(fieldsOf(campaign, copy), campaign.asked);
    message::FieldSources made;
    made.templateId = fields.templateId;
    made.approvedText = fields.approvedText;
    made.takesText = takesText(campaign, copy);
    made.matches = campaign.asked && campaign.asked->matchesTemplate;
    made.variables = fields.variables;
    made.body = pairSources(fields.body, true);
    made.headers = pairSources(fields.headers, !campaign.asked || campaign.asked->headersPersonal);
    made.globals = pairSources(fields.globals, false);
    any = any || fields != ProviderFields{} || !made.takesText;
    sources.push_back(std::move(made));
  }
  return any ? sources : std::vector<message::FieldSources>{};
}

}  // namespace heliograph::campaign
