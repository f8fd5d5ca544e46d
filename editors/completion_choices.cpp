// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/completion_choices.h"

#include <QCoreApplication>
#include <algorithm>

#include "liquid/reference.h"
#include "message/personalisation_token.h"

namespace heliograph::editors {
namespace {

constexpr qsizetype LongestNote = 120;  // of a snippet's text

struct CompletionWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::editors)
};

QString choiceText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void putMatchesFirst(std::vector<PropertyChoice>& choices, const QString& typed) {
  if (typed.isEmpty()) return;
  std::stable_partition(choices.begin(), choices.end(), [&](const PropertyChoice& choice) {
    return choice.name.startsWith(typed, Qt::CaseInsensitive);
  });
}

std::vector<PropertyChoice> referenceChoices(std::span<const liquid::Reference> references, const QString& heading,
                                             const QString& typed) {
  std::vector<PropertyChoice> choices;
  for (const liquid::Reference& each : references) {
    PropertyChoice choice{heading, choiceText(each.name), {}, -1, choiceText(each.name), choiceText(each.summary)};
    if (each.signature != each.name) choice.sample = choiceText(each.signature);
    if (!each.example.empty()) choice.note += QLatin1Char('\n') + choiceText(each.example);
    choices.push_back(std::move(choice));
  }
  putMatchesFirst(choices, typed);
  return choices;
}

/// The sources of linked content whose labels are among the properties ("Linked.Shop").
std::vector<PropertyChoice> linkedSourceChoices(const std::vector<PropertyChoice>& properties) {
  std::vector<PropertyChoice> choices;
  QStringList seen;
  for (const PropertyChoice& choice : properties) {
    const QString source = choice.root.section(QLatin1Char('.'), 1);
    if (!choice.root.startsWith(QLatin1String("Linked.")) || seen.contains(source)) continue;
    seen << source;
    choices.push_back({QStringLiteral("Linked"), source, {}, -1, source, {}});
  }
  return choices;
}

}  // namespace

std::vector<PropertyChoice> valueChoices(const std::vector<PropertyChoice>& properties, const QStringList& ownNames) {
  std::vector<PropertyChoice> choices;
  for (const QString& name : ownNames)
    choices.push_back({CompletionWords::tr("In this message"), name, {}, -1, name, {}});
  for (PropertyChoice choice : properties) {
    choice.label = QString::fromUtf8(message::formatPath(choice.root, choice.name));
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<PropertyChoice> memberChoices(const std::vector<PropertyChoice>& properties, const QString& root,
                                          const QString& typed) {
  std::vector<PropertyChoice> choices;
  if (root == QLatin1String("Linked")) choices = linkedSourceChoices(properties);
  for (PropertyChoice choice : properties) {
    if (choice.root != root) continue;
    choice.label = choice.name;
    choices.push_back(std::move(choice));
  }
  putMatchesFirst(choices, typed);
  return choices;
}

std::vector<PropertyChoice> filterChoices(const QString& typed) {
  return referenceChoices(liquid::filterReferences(), CompletionWords::tr("Filters"), typed);
}

std::vector<PropertyChoice> tagChoices(const QString& typed) {
  return referenceChoices(liquid::tagReferences(), CompletionWords::tr("Tags"), typed);
}

std::vector<PropertyChoice> snippetChoices(const message::Snippets& snippets, const QString& typed) {
  std::vector<PropertyChoice> choices;
  for (const auto& [name, text] : snippets) {
    const QString shown = QString::fromUtf8(text).simplified();
    const QString note = shown.size() > LongestNote ? shown.left(LongestNote) + QChar(0x2026) : shown;
    choices.push_back({CompletionWords::tr("Snippets"), name, {}, -1, name, note});
  }
  putMatchesFirst(choices, typed);
  return choices;
}

QByteArray completedText(const CompletionPlace& place, const PropertyChoice& choice) {
  switch (place.kind) {
    case CompletionPlace::Kind::Member:
      return message::formatPath(place.root, choice.name);
    case CompletionPlace::Kind::Value:
      return choice.label == choice.name ? choice.name.toUtf8() : message::formatPath(choice.root, choice.name);
    case CompletionPlace::Kind::Filter:
      return choice.name.toUtf8() + (choice.sample.contains(QLatin1Char(':')) ? ": " : "");
    case CompletionPlace::Kind::Tag:
      return choice.name.toUtf8() + (choice.sample.isEmpty() ? "" : " ");
    case CompletionPlace::Kind::Snippet: {
      const char quote = place.quote != 0 ? place.quote : '"';
      return quote + choice.name.toUtf8() + quote;
    }
    case CompletionPlace::Kind::None:
      break;
  }
  return choice.name.toUtf8();
}

}  // namespace heliograph::editors
