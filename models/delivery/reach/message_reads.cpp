// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/message_reads.h"

#include <algorithm>
#include <string>

#include "liquid/shape.h"
#include "liquid/template.h"
#include "message/gsm_replacing.h"

namespace heliograph::delivery {
namespace {

/// Collects the names that some sources read; all is true when that can't be told.
struct FieldNames {
  std::set<std::string> names;
  bool all = false;
  bool linked = false;
};

std::string_view viewOf(const QByteArray& text) {
  return {text.constData(), static_cast<std::size_t>(text.size())};
}

void addSource(const QByteArray& source, FieldNames& into) {
  const liquid::ParseResult parsed = liquid::Template::parse(viewOf(source), liquid::Environment::messages());
  // What is handed to a snippet is followed nowhere.
  if (!parsed.partials.empty()) into.all = true;
  for (const liquid::PathUse& path : parsed.paths) {
    if (path.root == "Linked") into.linked = true;
    if (path.root.empty()) into.all = true;
    if (path.root != "Profile") continue;
    if (path.segments.empty()) into.all = true;
    if (!path.segments.empty()) into.names.insert(path.segments.front());
  }
}

std::vector<QByteArray> sourcesOf(const campaign::Campaign& campaign, const message::MessagePlan& plan) {
  std::vector<QByteArray> sources = plan.sources();
  const message::LinkTagging& tags = campaign.textRules.links.tagging;
  for (const QString& text : {tags.source, tags.medium, tags.campaign, tags.term, tags.content}) {
    if (tags.on && !text.isEmpty()) sources.push_back(text.toUtf8());
  }
  return sources;
}

FieldNames namesOf(const campaign::Campaign& campaign, const std::vector<QByteArray>& sources) {
  FieldNames names;
  for (const QByteArray& source : sources) addSource(source, names);
  if (campaign.variants.kind == campaign::Variants::Kind::ByProperty) {
    names.names.insert(campaign.variants.property.toStdString());
  }
  for (const campaign::LinkedUse& use : campaign.linked) {
    for (const campaign::LinkedParameter& parameter : use.parameters) {
      if (parameter.from == campaign::LinkedParameter::From::Property) {
        names.names.insert(parameter.value.toStdString());
      }
    }
  }
  return names;
}

void addCostly(std::string_view text, std::set<char32_t>& into) {
  for (const message::CostlySpan& span : message::costlySpans(text)) into.insert(span.codepoint);
}

}  // namespace

QStringList MessageReads::properties() const {
  QStringList names;
  for (const ReadField& field : fields) {
    if (field.slot >= audience::ProfileSchema::firstPropertySlot) names << field.name;
  }
  return names;
}

MessageReads readsOf(const campaign::Campaign& campaign, const message::MessagePlan& plan,
                     const audience::ProfileSchema& schema) {
  const std::vector<QByteArray> sources = sourcesOf(campaign, plan);
  const FieldNames names = namesOf(campaign, sources);
  MessageReads reads;
  reads.usesLinked = names.linked;
  reads.variants = campaign.variants;
  const auto& fields = schema.shape().fields();
  for (std::size_t slot = 0; slot < fields.size(); ++slot) {
    if (fields[slot].empty() || !(names.all || names.names.contains(fields[slot]))) continue;
    reads.fields.push_back({QString::fromStdString(fields[slot]), slot});
  }
  for (const QByteArray& source : sources) addCostly(viewOf(source), reads.ownCostly);
  addCostly(campaign.textRules.optOut.text.toStdString(), reads.ownCostly);
  return reads;
}

}  // namespace heliograph::delivery
