// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/linked_check.h"

#include <algorithm>

#include "campaign/campaign_snippets.h"
#include "liquid/nearest.h"
#include "message/compiled_message.h"
#include "message/personalisation_token.h"

namespace heliograph::campaign {
namespace {

using message::MessageProblem;
using message::PropertyUse;

const KnownSource* sourceNamed(const std::vector<KnownSource>& known, const QString& name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownSource& one) { return one.name == name; });
  return found == known.end() ? nullptr : &*found;
}

/// The name that differs least, or nothing.
QString nearestAmong(const QString& name, const QStringList& names) {
  std::vector<std::string> texts;
  for (const QString& one : names) texts.push_back(one.toStdString());
  const std::vector<std::string_view> candidates(texts.begin(), texts.end());
  const std::string wanted = name.toStdString();
  const std::string_view near = liquid::nearest(wanted, candidates);
  return QString::fromUtf8(near.data(), static_cast<qsizetype>(near.size()));
}

/// "Did you mean “Shop”?", or what else to do.
QString guessWords(const QString& guess, const QString& otherwise) {
  return guess.isEmpty() ? otherwise : QStringLiteral(" Did you mean “%1”?").arg(guess);
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

MessageProblem linkedProblem(const char* code, const PropertyUse& use, const QString& text) {
  const QString where = use.snippet.isEmpty() ? QString() : QStringLiteral("In the snippet “%1”: ").arg(use.snippet);
  MessageProblem problem{MessageProblem::Severity::Error, QLatin1String(code), where + text, use.begin, use.end, {}};
  problem.snippet = use.snippet;
  return problem;
}

/// The same path with one of its first two names otherwise; none for what stands in a snippet.
std::optional<message::MessageMend> linkedMend(const QByteArray& copy, const PropertyUse& use, const QString& source,
                                               const QString& label) {
  if (!use.snippet.isEmpty() || source.isEmpty()) return std::nullopt;
  const QByteArray written = copy.mid(use.begin, use.end - use.begin);
  const QByteArray before = message::formatPath(QStringLiteral("Linked.") + use.property, use.label);
  // Only what is written plainly: brackets, or more names behind it, may mean anything.
  const bool isPlain = use.label.isEmpty() ? written == "Linked." + use.property.toUtf8() : written.startsWith(before);
  if (!isPlain || (use.label.isEmpty() && !label.isEmpty())) return std::nullopt;
  const QByteArray rest = use.label.isEmpty() ? QByteArray() : written.mid(before.size());
  const QByteArray path =
      label.isEmpty() ? "Linked." + source.toUtf8() : message::formatPath(QStringLiteral("Linked.") + source, label);
  return message::MessageMend{path + rest, use.begin, use.end};
}

MessageProblem unknownSource(const QByteArray& copy, const PropertyUse& use, const std::vector<KnownSource>& known) {
  QStringList names;
  for (const KnownSource& one : known) names << one.name;
  const QString guess = nearestAmong(use.property, names);
  auto problem =
      linkedProblem("linked_unknown_source", use,
                    QStringLiteral("There is no linked content named “%1”.%2")
                        .arg(use.property, guessWords(guess, QStringLiteral(" Add it under Linked content."))));
  problem.mend = linkedMend(copy, use, guess, use.label);
  return problem;
}

MessageProblem unknownLabel(const QByteArray& copy, const PropertyUse& use, const KnownSource& source) {
  const QString guess = nearestAmong(use.label, source.labels);
  auto problem = linkedProblem(
      "linked_unknown_label", use,
      QStringLiteral("“%1” has no label “%2”.%3")
          .arg(use.property, use.label, guessWords(guess, QStringLiteral(" Add it under Linked content."))));
  if (!guess.isEmpty()) problem.mend = linkedMend(copy, use, source.name, guess);
  return problem;
}

std::optional<MessageProblem> problemOfUse(const QByteArray& copy, const PropertyUse& use,
                                           const std::vector<KnownSource>& known) {
  const KnownSource* source = sourceNamed(known, use.property);
  if (!source) return unknownSource(copy, use, known);
  if (use.label.isEmpty() || source->labels.contains(use.label)) return std::nullopt;
  if (!source->secrets.contains(use.label)) return unknownLabel(copy, use, *source);
  return linkedProblem("linked_secret_label", use,
                       QStringLiteral("“%1” of “%2” is secret and can't stand in a message. It is for the address and "
                                      "the headers.")
                           .arg(use.label, use.property));
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
      issues.push_back(linkedIssue(
          Severity::Block, "linked_property",
          QStringLiteral("“%1” of the linked content “%2” is filled with “%3”, and nobody has "
                         "a property of that name.%4")
              .arg(one.key(), source.name, one->value, guessWords(nearestAmong(one->value, properties), {}))));
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
  for (const QByteArray& copy : allTextsOf(campaign)) {
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

std::vector<MessageProblem> lintLinked(const QByteArray& copy, const std::vector<KnownSource>& known,
                                       const message::Snippets& snippets) {
  std::vector<MessageProblem> problems;
  for (const PropertyUse& use : linkedUsesOf(copy, snippets)) {
    if (auto problem = problemOfUse(copy, use, known)) problems.push_back(std::move(*problem));
  }
  return problems;
}

std::vector<Issue> checkLinked(const Campaign& campaign, const std::vector<KnownSource>& known,
                               const message::Snippets& snippets, const QStringList& properties) {
  std::vector<Issue> issues;
  const auto copies = copiesOf(campaign);
  for (std::size_t copy = 0; copy < copies.size(); ++copy) {
    const QString field = copy == 0 ? QStringLiteral("message") : QStringLiteral("message:%1").arg(copy);
    for (const MessageProblem& problem : lintLinked(copies[copy], known, snippets)) {
      issues.push_back({Severity::Block, problem.code, Step::What, field, problem.text, static_cast<int>(problem.begin),
                        static_cast<int>(problem.end - problem.begin)});
    }
  }
  for (const QString& name : sourcesRead(campaign, snippets)) {
    if (const KnownSource* source = sourceNamed(known, name)) checkMapping(campaign, *source, properties, issues);
  }
  return issues;
}

}  // namespace heliograph::campaign
