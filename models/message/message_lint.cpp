// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_lint.h"

#include <QStringDecoder>
#include <algorithm>

#include "liquid/nearest.h"
#include "liquid/template.h"
#include "message/message_properties.h"
#include "message/personalisation_token.h"
#include "message/snippets.h"

namespace heliograph::message {
namespace {

using Severity = MessageProblem::Severity;

/// What a problem is said to be in: nothing of the message itself.
QString inSnippet(const QString& snippet) {
  return snippet.isEmpty() ? QString() : QStringLiteral("In the snippet “%1”: ").arg(snippet);
}

QString plainName(const QString& name) {
  QString letters;
  for (const QChar c : name) {
    if (c.isLetterOrNumber()) letters += c.toCaseFolded();
  }
  return letters;
}

/// The known name that differs least: in case and signs, such as "First name" for "first_name", or by two letters.
QString similar(const QString& property, const QStringList& known) {
  const QByteArray wanted = plainName(property).toUtf8();
  std::vector<std::string> plain;
  for (const QString& name : known) plain.push_back(plainName(name).toStdString());
  const std::vector<std::string_view> candidates(plain.begin(), plain.end());
  const auto same = std::find(candidates.begin(), candidates.end(), std::string_view(wanted));
  if (same != candidates.end()) return known[same - candidates.begin()];
  const std::string_view near = liquid::nearest({wanted.constData(), static_cast<size_t>(wanted.size())}, candidates);
  const auto found = std::find(candidates.begin(), candidates.end(), near);
  return near.empty() ? QString() : known[found - candidates.begin()];
}

/// What a property is called inside a tag, where it was written with an @: "@city" as Profile.city, "@Profile.city"
/// without the sign.
std::optional<MessageMend> atMend(const QByteArray& source, qsizetype at, const QStringList& known) {
  qsizetype end = at + 1;
  while (end < source.size() && (QChar::isLetterOrNumber(static_cast<uchar>(source[end])) || source[end] == '_')) ++end;
  const QString name = QString::fromUtf8(source.mid(at + 1, end - at - 1));
  if (name == QLatin1String("Profile")) return MessageMend{"Profile", at, end};
  const QString meant = name.isEmpty() ? QString() : similar(name, known);
  if (meant.isEmpty()) return std::nullopt;
  return MessageMend{formatPath(QStringLiteral("Profile"), meant), at, end};
}

void addSyntax(const liquid::ParseResult& result, const QByteArray& source, const QStringList& known,
               std::vector<MessageProblem>& problems) {
  for (const liquid::Diagnostic& diagnostic : result.diagnostics) {
    MessageProblem problem{Severity::Error,
                           QStringLiteral("syntax"),
                           QString::fromStdString(diagnostic.message),
                           static_cast<qsizetype>(diagnostic.begin),
                           static_cast<qsizetype>(diagnostic.end),
                           {}};
    if (!diagnostic.mend.text.empty()) {
      problem.mend =
          MessageMend{QByteArray::fromStdString(diagnostic.mend.text), static_cast<qsizetype>(diagnostic.mend.begin),
                      static_cast<qsizetype>(diagnostic.mend.end)};
    }
    const QByteArray faulty = source.mid(problem.begin, problem.end - problem.begin);
    if (faulty.contains('@')) {
      problem.code = QStringLiteral("at_in_tag");
      problem.text = QStringLiteral(
          "@ works only in the text. Inside {{ }} and {% %} write the property's name, such as "
          "Profile.first_name.");
      problem.mend = atMend(source, source.indexOf('@', problem.begin), known);
    }
    problems.push_back(std::move(problem));
  }
}

void addUnknownProperty(const PropertyUse& use, const QStringList& known, std::vector<MessageProblem>& problems) {
  const QString meant = similar(use.property, known);
  const QString help = meant.isEmpty() ? QStringLiteral("Choose one with @, or import contacts that have it.")
                                       : QStringLiteral("Did you mean “%1”?").arg(meant);
  MessageProblem problem{
      Severity::Error,
      QStringLiteral("unknown_property"),
      inSnippet(use.snippet) + QStringLiteral("Nobody has a property named “%1”. %2").arg(use.property, help),
      use.begin,
      use.end,
      use.property};
  if (!meant.isEmpty() && use.snippet.isEmpty()) {
    problem.mend = MessageMend{formatPath(use.root, meant), use.begin, use.end};
  }
  problem.snippet = use.snippet;
  problems.push_back(std::move(problem));
}

/// What everybody has who can be sent to.
bool isNeverEmpty(const QString& property) {
  return property == QLatin1String("identity") || property == QLatin1String("phone");
}

/// A tag asks for it, so that a gap is meant.
bool isTested(const PropertyUse& use, const std::vector<PropertyUse>& uses) {
  return std::any_of(uses.begin(), uses.end(), [&](const PropertyUse& other) {
    return other.inTag && other.root == use.root && other.property == use.property;
  });
}

void addProperties(const std::vector<PropertyUse>& uses, const QStringList& known,
                   std::vector<MessageProblem>& problems) {
  for (const PropertyUse& use : uses) {
    if (use.root != QLatin1String("Profile")) continue;
    if (!known.isEmpty() && !known.contains(use.property)) {
      addUnknownProperty(use, known, problems);
      continue;
    }
    if (use.inTag || use.hasFallback || isTested(use, uses) || isNeverEmpty(use.property)) continue;
    problems.push_back({Severity::Warning, QStringLiteral("no_fallback"),
                        inSnippet(use.snippet) +
                            QStringLiteral("People without “%1” will read a gap. Add a fallback.").arg(use.property),
                        use.begin, use.end, use.property, std::nullopt, use.snippet});
  }
}

MessageProblem ofEvent(Severity severity, const char* code, const PropertyUse& use, const QString& text) {
  return {severity,     QLatin1String(code), inSnippet(use.snippet) + text, use.begin, use.end, use.property,
          std::nullopt, use.snippet};
}

MessageProblem unknownOfEvent(const PropertyUse& use, const ReadableEvent& event) {
  const QString meant = similar(use.property, *event.properties);
  const QString help = meant.isEmpty() ? QStringLiteral("Choose one with @, or import events that have it.")
                                       : QStringLiteral("Did you mean “%1”?").arg(meant);
  MessageProblem problem =
      ofEvent(Severity::Error, "unknown_property", use,
              QStringLiteral("The event “%1” has no property “%2”. %3").arg(event.name, use.property, help));
  if (!meant.isEmpty() && use.snippet.isEmpty()) {
    problem.mend = MessageMend{formatPath(use.root, meant), use.begin, use.end};
  }
  return problem;
}

MessageProblem outlivedEvent(const PropertyUse& use, const ReadableEvent& event, bool gap) {
  const QString text =
      gap ? QStringLiteral(
                "The message leaves more than 24 hours after “%1”, so that “%2” isn't known any more: "
                "everybody will read a gap. Add a fallback.")
          : QStringLiteral(
                "The message leaves more than 24 hours after “%1”, so that “%2” isn't known any more: its "
                "fallback is used for everybody.");
  return ofEvent(Severity::Warning, "event_outlived", use, text.arg(event.name, use.property));
}

void addEventProperties(const std::vector<PropertyUse>& uses, const std::optional<ReadableEvent>& event,
                        std::vector<MessageProblem>& problems) {
  for (const PropertyUse& use : uses) {
    if (use.root != QLatin1String("Event")) continue;
    if (!event) {
      problems.push_back(ofEvent(Severity::Error, "unknown_property", use,
                                 QStringLiteral("“%1” belongs to an event, and this campaign is not started by one. "
                                                "Use a property of the person.")
                                     .arg(use.property)));
      continue;
    }
    if (event->name.isEmpty()) continue;
    const bool gap = !use.inTag && !use.hasFallback && !isTested(use, uses);
    if (event->properties && !event->properties->contains(use.property)) {
      problems.push_back(unknownOfEvent(use, *event));
    } else if (event->outlived) {
      problems.push_back(outlivedEvent(use, *event, gap));
    } else if (gap) {
      problems.push_back(ofEvent(Severity::Warning, "no_event_fallback", use,
                                 QStringLiteral("After “%1” without “%2” people will read a gap. Add a fallback.")
                                     .arg(event->name, use.property)));
    }
  }
}

void addCoupons(const std::vector<PropertyUse>& uses, const QStringList& pools, std::vector<MessageProblem>& problems) {
  for (const PropertyUse& use : uses) {
    if (use.root != QLatin1String("Coupon") || pools.contains(use.property)) continue;
    const QString meant = similar(use.property, pools);
    const QString help = meant.isEmpty() ? QStringLiteral("Import its codes in the library, or take another pool.")
                                         : QStringLiteral("Did you mean “%1”?").arg(meant);
    MessageProblem problem{
        Severity::Error,
        QStringLiteral("unknown_coupon"),
        inSnippet(use.snippet) + QStringLiteral("There is no coupon pool “%1”. %2").arg(use.property, help),
        use.begin,
        use.end,
        {}};
    if (!meant.isEmpty() && use.snippet.isEmpty()) {
      problem.mend = MessageMend{formatPath(use.root, meant), use.begin, use.end};
    }
    problem.snippet = use.snippet;
    problems.push_back(std::move(problem));
  }
}

void addUnknownNames(const std::vector<liquid::PathUse>& paths, const QStringList& known,
                     std::vector<MessageProblem>& problems) {
  for (const liquid::PathUse& path : paths) {
    static const QStringList given{QStringLiteral("Profile"),     QStringLiteral("Event"),  QStringLiteral("Campaign"),
                                   QStringLiteral("Linked"),      QStringLiteral("Coupon"), QStringLiteral("forloop"),
                                   QStringLiteral("tablerowloop")};
    const QString root = QString::fromStdString(path.root);
    if (path.local || path.computed || root.isEmpty() || given.contains(root)) continue;
    MessageProblem problem{
        Severity::Error,
        QStringLiteral("unknown_name"),
        QStringLiteral("Nothing gives “%1” a value. A property of a person is written Profile.%1.").arg(root),
        static_cast<qsizetype>(path.begin),
        static_cast<qsizetype>(path.end),
        root};
    const QString meant = path.segments.empty() ? similar(root, known) : QString();
    if (!meant.isEmpty()) {
      problem.mend = MessageMend{formatPath(QStringLiteral("Profile"), meant), problem.begin, problem.end};
    }
    problems.push_back(std::move(problem));
  }
}

void addUnknownSnippet(const SnippetUse& use, const QByteArray& source, const Snippets& snippets,
                       std::vector<MessageProblem>& problems) {
  QStringList names;
  for (const auto& [name, text] : snippets) names << name;
  const QString meant = similar(use.name, names);
  const QString help = meant.isEmpty() ? QStringLiteral("Take another, or add it to the library.")
                                       : QStringLiteral("Did you mean “%1”?").arg(meant);
  const QString what = use.direct ? QStringLiteral("There is no snippet “%1”. %2")
                                  : QStringLiteral("A snippet asks for the snippet “%1”, which isn't there. %2");
  MessageProblem problem{
      Severity::Error, QStringLiteral("unknown_snippet"), what.arg(use.name, help), use.begin, use.end, {}};
  if (!meant.isEmpty() && use.direct) {
    const char quote = source.at(use.begin);
    problem.mend = MessageMend{quote + meant.toUtf8() + quote, use.begin, use.end};
  }
  problems.push_back(std::move(problem));
}

void addSnippets(const QByteArray& source, const Snippets& snippets, std::vector<MessageProblem>& problems) {
  for (const SnippetUse& use : snippetUses(source, snippets)) {
    if (use.name.isEmpty()) continue;
    const auto snippet = snippets.find(use.name);
    if (snippet == snippets.end()) {
      addUnknownSnippet(use, source, snippets, problems);
      continue;
    }
    const liquid::ParseResult parsed =
        liquid::Template::parse({snippet->second.constData(), static_cast<std::size_t>(snippet->second.size())},
                                liquid::Environment::messages());
    if (parsed) continue;
    problems.push_back({Severity::Error,
                        QStringLiteral("snippet_fault"),
                        QStringLiteral("The snippet “%1” can't be read: %2 Mend it in the library.")
                            .arg(use.name, QString::fromStdString(parsed.diagnostics.front().message)),
                        use.begin,
                        use.end,
                        {},
                        std::nullopt,
                        use.name});
  }
}

/// The properties of the source and of its snippets as far as these can be read.
std::vector<PropertyUse> allProperties(const liquid::ParseResult& result, const Snippets& snippets) {
  std::vector<PropertyUse> uses = propertyUses(result.paths);
  const std::vector<PropertyUse> others = snippetProperties(result.partials, snippets);
  uses.insert(uses.end(), others.begin(), others.end());
  return uses;
}

}  // namespace

std::vector<MessageProblem> lintMessage(const QByteArray& source, const LintContext& context) {
  std::vector<MessageProblem> problems;
  QStringDecoder decoder(QStringDecoder::Utf8);
  (void)QString(decoder(source));
  if (decoder.hasError()) {
    problems.push_back({Severity::Error,
                        QStringLiteral("not_utf8"),
                        QStringLiteral("The message holds bytes that are no text (not UTF-8). Paste it again as text."),
                        0,
                        source.size(),
                        {}});
    return problems;
  }
  const liquid::ParseResult result = liquid::Template::parse({source.constData(), static_cast<size_t>(source.size())},
                                                             liquid::Environment::messages());
  addSyntax(result, source, context.properties, problems);
  const Snippets snippets = context.snippets.value_or(Snippets{});
  const std::vector<PropertyUse> uses = allProperties(result, snippets);
  addProperties(uses, context.properties, problems);
  if (!context.isSnippet) addEventProperties(uses, context.event, problems);
  if (context.coupons) addCoupons(uses, *context.coupons, problems);
  if (!context.isSnippet) addUnknownNames(result.paths, context.properties, problems);
  if (context.snippets) addSnippets(source, snippets, problems);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const MessageProblem& a, const MessageProblem& b) { return a.begin < b.begin; });
  return problems;
}

}  // namespace heliograph::message
