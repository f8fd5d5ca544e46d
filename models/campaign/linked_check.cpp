// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/linked_check.h"

#include <algorithm>

#include "campaign/campaign_snippets.h"
#include "liquid/nearest.h"
#include "message/compiled_message.h"

namespace heliograph::campaign {
namespace {

using message::PropertyUse;

const KnownSource* sourceNamed(const std::vector<KnownSource>& known, const QString& name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownSource& one) { return one.name == name; });
  return found == known.end() ? nullptr : &*found;
}

/// "Did you mean “Shop”?", or nothing.
QString guessAmong(const QString& name, const QStringList& names) {
  std::vector<std::string> texts;
  for (const QString& one : names) texts.push_back(one.toStdString());
  const std::vector<std::string_view> candidates(texts.begin(), texts.end());
  const std::string wanted = name.toStdString();
  const std::string_view near = liquid::nearest(wanted, candidates);
  if (near.empty()) return {};
  return QStringLiteral(" Did you mean “%1”?").arg(QString::fromUtf8(near.data(), static_cast<qsizetype>(near.size())));
}

std::vector<PropertyUse> linkedUsesOf(const QByteArray& copy, const message::Snippets& snippets) {
  std::vector<PropertyUse> uses;
  const auto compiled = message::CompiledMessage::compile(copy, snippets);
  if (!compiled) return uses;
  for (const PropertyUse& use : compiled->properties()) {
    if (use.root == QLatin1String("Linked")) uses.push_back(use);
  }
  return uses;
}

Issue placedIssue(const char* code, const PropertyUse& use, const QString& text) {
  return {Severity::Block,
          QLatin1String(code),
          Step::What,
          QStringLiteral("message"),
          text,
          static_cast<int>(use.begin),
          static_cast<int>(use.end - use.begin)};
}

void checkUse(const PropertyUse& use, const std::vector<KnownSource>& known, std::vector<Issue>& issues) {
  const KnownSource* source = sourceNamed(known, use.property);
  if (!source) {
    QStringList names;
    for (const KnownSource& one : known) names << one.name;
    const QString guess = guessAmong(use.property, names);
    issues.push_back(
        placedIssue("linked_unknown_source", use,
                    QStringLiteral("There is no linked content named “%1”.%2")
                        .arg(use.property, guess.isEmpty() ? QStringLiteral(" Add it under Linked content.") : guess)));
    return;
  }
  if (use.label.isEmpty() || source->labels.contains(use.label)) return;
  if (source->secrets.contains(use.label)) {
    issues.push_back(placedIssue("linked_secret_label", use,
                                 QStringLiteral("“%1” of “%2” is secret and can't stand in a message. It is for the "
                                                "address and the headers.")
                                     .arg(use.label, use.property)));
    return;
  }
  const QString guess = guessAmong(use.label, source->labels);
  issues.push_back(placedIssue(
      "linked_unknown_label", use,
      QStringLiteral("“%1” has no label “%2”.%3")
          .arg(use.property, use.label, guess.isEmpty() ? QStringLiteral(" Add it under Linked content.") : guess)));
}

Issue linkedIssue(Severity severity, const char* code, const QString& text) {
  return {severity, QLatin1String(code), Step::What, QStringLiteral("linked"), text};
}

void checkMapping(const Campaign& campaign, const KnownSource& source, const QStringList& properties,
                  std::vector<Issue>& issues) {
  for (const QString& parameter : unmappedParameters(campaign, source)) {
    issues.push_back(linkedIssue(Severity::Block, "linked_unmapped",
                                 QStringLiteral("“%1” of the linked content “%2” is filled with nothing. Choose a "
                                                "property or write a text.")
                                     .arg(parameter, source.name)));
  }
  for (const LinkedUse& use : campaign.linked) {
    if (use.source != source.name || properties.isEmpty()) continue;
    for (auto one = use.parameters.begin(); one != use.parameters.end(); ++one) {
      if (one->from != LinkedParameter::From::Property || properties.contains(one->value)) continue;
      if (!source.parameters.contains(one.key())) continue;
      issues.push_back(linkedIssue(Severity::Block, "linked_property",
                                   QStringLiteral("“%1” of the linked content “%2” is filled with “%3”, and nobody has "
                                                  "a property of that name.%4")
                                       .arg(one.key(), source.name, one->value, guessAmong(one->value, properties))));
    }
  }
  if (source.hasAnswer) return;
  issues.push_back(linkedIssue(Severity::Warn, "linked_no_answer",
                               QStringLiteral("Linked content “%1” was never tested, so that previews and counts show "
                                              "nothing for it. Test it.")
                                   .arg(source.name)));
}

}  // namespace

Result<std::vector<KnownSource>> knownSources(const library::LinkedSourceRepository& sources) {
  const auto list = sources.list();
  if (!list) return fail(list.error());
  std::vector<KnownSource> known;
  for (const library::LinkedSource& source : *list) {
    KnownSource one{source.name, library::readableLabels(source), {}, library::parameterNames(source)};
    for (const library::LinkedConstant& constant : source.constants) {
      if (constant.isSecret) one.secrets << constant.name;
    }
    const auto answer = sources.lastAnswer(source.id);
    if (!answer) return fail(answer.error());
    one.hasAnswer = answer->has_value();
    known.push_back(std::move(one));
  }
  return known;
}

QStringList sourcesRead(const Campaign& campaign, const message::Snippets& snippets) {
  QStringList sources;
  for (const QByteArray& copy : copiesOf(campaign)) {
    if (!copy.contains("Linked") && snippets.empty()) continue;
    for (const PropertyUse& use : linkedUsesOf(copy, snippets)) sources << use.property;
  }
  sources.removeDuplicates();
  return sources;
}

QStringList unmappedParameters(const Campaign& campaign, const KnownSource& source) {
  QStringList missing = source.parameters;
  for (const LinkedUse& use : campaign.linked) {
    if (use.source != source.name) continue;
    for (auto one = use.parameters.begin(); one != use.parameters.end(); ++one) {
      if (one->from == LinkedParameter::From::Text || !one->value.isEmpty()) missing.removeAll(one.key());
    }
  }
  return missing;
}

std::vector<Issue> checkLinked(const Campaign& campaign, const std::vector<KnownSource>& known,
                               const message::Snippets& snippets, const QStringList& properties) {
  std::vector<Issue> issues;
  for (const QByteArray& copy : copiesOf(campaign)) {
    for (const PropertyUse& use : linkedUsesOf(copy, snippets)) checkUse(use, known, issues);
  }
  for (const QString& name : sourcesRead(campaign, snippets)) {
    if (const KnownSource* source = sourceNamed(known, name)) checkMapping(campaign, *source, properties, issues);
  }
  return issues;
}

}  // namespace heliograph::campaign
