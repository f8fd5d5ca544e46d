// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/snippets.h"

#include <set>
#include <utility>

#include "message/message_properties.h"

namespace heliograph::message {
namespace {

liquid::ParseResult parsedText(const QByteArray& source) {
  return liquid::Template::parse({source.constData(), static_cast<std::size_t>(source.size())},
                                 liquid::Environment::messages());
}

/// Walks from the tags of a text through the snippets that they name; each snippet once for each tag.
class SnippetWalk final {
 public:
  explicit SnippetWalk(const Snippets& snippets) : m_snippets(snippets) {}

  void begin(const std::vector<liquid::PartialUse>& uses) {
    for (const liquid::PartialUse& use : uses) {
      const SnippetUse place{QString::fromStdString(use.name), true, static_cast<qsizetype>(use.begin),
                             static_cast<qsizetype>(use.end)};
      follow(place);
    }
  }

  [[nodiscard]] const std::vector<SnippetUse>& found() const { return m_found; }
  [[nodiscard]] const liquid::ParseResult* parsed(const QString& name) {
    const auto text = m_snippets.find(name);
    if (text == m_snippets.end()) return nullptr;
    auto known = m_parsed.find(name);
    if (known == m_parsed.end()) known = m_parsed.emplace(name, parsedText(text->second)).first;
    return &known->second;
  }

 private:
  void follow(const SnippetUse& first) {
    std::vector<SnippetUse> open{first};
    std::set<QString> seen{first.name};
    while (!open.empty()) {
      const SnippetUse use = std::move(open.back());
      open.pop_back();
      m_found.push_back(use);
      const liquid::ParseResult* snippet = parsed(use.name);
      if (!snippet) continue;
      for (const liquid::PartialUse& inner : snippet->partials) {
        const QString name = QString::fromStdString(inner.name);
        if (seen.insert(name).second) open.push_back({name, false, use.begin, use.end});
      }
    }
  }

  const Snippets& m_snippets;
  std::map<QString, liquid::ParseResult> m_parsed;
  std::vector<SnippetUse> m_found;
};

void addSnippetProperties(const SnippetUse& use, const liquid::ParseResult& snippet,
                          std::vector<PropertyUse>& properties) {
  for (PropertyUse property : propertyUses(snippet.paths)) {
    property.begin = use.begin;
    property.end = use.end;
    property.snippet = use.name;
    properties.push_back(std::move(property));
  }
}

/// Any may be meant; those that can't be read fail where they are called.
void addAny(const SnippetUse& use, const Snippets& snippets, SnippetWalk& walk, CompiledSnippets& compiled) {
  for (const auto& [name, text] : snippets) {
    const liquid::ParseResult* any = walk.parsed(name);
    if (!any->compiled) continue;
    compiled.partials.emplace(name.toStdString(), *any->compiled);
    addSnippetProperties({name, false, use.begin, use.end}, *any, compiled.properties);
  }
}

}  // namespace

std::vector<SnippetUse> snippetUses(const QByteArray& source, const Snippets& snippets) {
  SnippetWalk walk(snippets);
  walk.begin(parsedText(source).partials);
  return walk.found();
}

Snippets usedSnippets(const std::vector<QByteArray>& sources, const Snippets& snippets) {
  Snippets used;
  for (const QByteArray& source : sources) {
    for (const SnippetUse& use : snippetUses(source, snippets)) {
      if (use.name.isEmpty()) return snippets;
      const auto text = snippets.find(use.name);
      if (text != snippets.end()) used.insert(*text);
    }
  }
  return used;
}

std::vector<PropertyUse> snippetProperties(const std::vector<liquid::PartialUse>& uses, const Snippets& snippets) {
  std::vector<PropertyUse> properties;
  SnippetWalk walk(snippets);
  walk.begin(uses);
  for (const SnippetUse& use : walk.found()) {
    if (const liquid::ParseResult* snippet = walk.parsed(use.name)) addSnippetProperties(use, *snippet, properties);
  }
  return properties;
}

Result<CompiledSnippets> compileSnippets(const std::vector<liquid::PartialUse>& uses, const Snippets& snippets) {
  CompiledSnippets compiled;
  if (uses.empty()) return compiled;
  SnippetWalk walk(snippets);
  walk.begin(uses);
  for (const SnippetUse& use : walk.found()) {
    if (use.name.isEmpty()) {
      addAny(use, snippets, walk, compiled);
      continue;
    }
    const liquid::ParseResult* snippet = walk.parsed(use.name);
    if (!snippet) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("There is no snippet “%1”. Take another, or add it to the library.").arg(use.name));
    }
    if (!snippet->compiled) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("The snippet “%1” can't be read: %2 Mend it in the library.")
                      .arg(use.name, QString::fromStdString(snippet->diagnostics.front().message)));
    }
    compiled.partials.emplace(use.name.toStdString(), *snippet->compiled);
    addSnippetProperties(use, *snippet, compiled.properties);
  }
  return compiled;
}

}  // namespace heliograph::message
