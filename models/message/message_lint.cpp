// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_lint.h"

#include <QStringDecoder>
#include <algorithm>

#include "liquid/nearest.h"
#include "liquid/template.h"
#include "message/message_properties.h"
#include "message/personalisation_token.h"

namespace heliograph::message {
namespace {

using Severity = MessageProblem::Severity;

void addSyntax(const liquid::ParseResult& result, const QByteArray& source, std::vector<MessageProblem>& problems) {
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
    }
    problems.push_back(std::move(problem));
  }
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

void addUnknownProperty(const PropertyUse& use, const QStringList& known, std::vector<MessageProblem>& problems) {
  const QString meant = similar(use.property, known);
  const QString help = meant.isEmpty() ? QStringLiteral("Choose one with @, or import contacts that have it.")
                                       : QStringLiteral("Did you mean “%1”?").arg(meant);
  MessageProblem problem{Severity::Error,
                         QStringLiteral("unknown_property"),
                         QStringLiteral("Nobody has a property named “%1”. %2").arg(use.property, help),
                         use.begin,
                         use.end,
                         use.property};
  if (!meant.isEmpty()) problem.mend = MessageMend{formatPath(use.root, meant), use.begin, use.end};
  problems.push_back(std::move(problem));
}

void addProperties(const std::vector<PropertyUse>& uses, const QStringList& known,
                   std::vector<MessageProblem>& problems) {
  for (const PropertyUse& use : uses) {
    if (use.root == QLatin1String("Event")) {
      problems.push_back({Severity::Error, QStringLiteral("unknown_property"),
                          QStringLiteral("“%1” belongs to an event, and this campaign is not started by one. Use a "
                                         "property of the person.")
                              .arg(use.property),
                          use.begin, use.end, use.property});
      continue;
    }
    if (use.root != QLatin1String("Profile")) continue;
    if (!known.isEmpty() && !known.contains(use.property)) {
      addUnknownProperty(use, known, problems);
      continue;
    }
    const bool tested = std::any_of(uses.begin(), uses.end(), [&](const PropertyUse& other) {
      return other.inTag && other.root == use.root && other.property == use.property;
    });
    if (use.inTag || use.hasFallback || tested) continue;
    problems.push_back({Severity::Warning, QStringLiteral("no_fallback"),
                        QStringLiteral("People without “%1” will read a gap. Add a fallback.").arg(use.property),
                        use.begin, use.end, use.property});
  }
}

void addUnknownNames(const std::vector<liquid::PathUse>& paths, const QStringList& known,
                     std::vector<MessageProblem>& problems) {
  for (const liquid::PathUse& path : paths) {
    static const QStringList given{QStringLiteral("Profile"), QStringLiteral("Event"), QStringLiteral("Campaign"),
                                   QStringLiteral("forloop"), QStringLiteral("tablerowloop")};
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

}  // namespace

std::vector<MessageProblem> lintMessage(const QByteArray& source, const QStringList& known) {
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
  addSyntax(result, source, problems);
  addProperties(propertyUses(result.paths), known, problems);
  addUnknownNames(result.paths, known, problems);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const MessageProblem& a, const MessageProblem& b) { return a.begin < b.begin; });
  return problems;
}

}  // namespace heliograph::message
