// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/text_finishing.h"

#include <algorithm>
#include <map>

#include "message/gsm_replacing.h"
#include "message/link_finder.h"
#include "message/link_tagging.h"

namespace heliograph::message {
namespace {

/// A link parameter whose value is the same for everybody, or is made for each.
struct TaggedValue {
  LinkParameter fixed;
  std::optional<CompiledMessage> made;
};

bool holdsLiquid(const QString& value) {
  return value.contains(QLatin1String("{{")) || value.contains(QLatin1String("{%"));
}

std::string trimmedText(const std::string& text) {
  return QString::fromStdString(text).trimmed().toStdString();
}

Result<std::vector<TaggedValue>> taggedValues(const LinkTagging& tagging, const Snippets& snippets) {
  std::vector<TaggedValue> values;
  if (!tagging.on) return values;
  const std::pair<const char*, const QString&> all[] = {{"utm_source", tagging.source},
                                                        {"utm_medium", tagging.medium},
                                                        {"utm_campaign", tagging.campaign},
                                                        {"utm_term", tagging.term},
                                                        {"utm_content", tagging.content}};
  for (const auto& [name, value] : all) {
    if (value.trimmed().isEmpty()) continue;
    TaggedValue tagged{{name, {}}, std::nullopt};
    if (holdsLiquid(value)) {
      auto made = CompiledMessage::compile(value.toUtf8(), snippets);
      if (!made) {
        return fail(
            made.error().code,
            QStringLiteral("The link parameter %1 can't be read. Mend it under Links.").arg(QLatin1String(name)),
            made.error().message);
      }
      tagged.made = std::move(*made);
    } else {
      tagged.fixed.value = value.trimmed().toStdString();
    }
    values.push_back(std::move(tagged));
  }
  return values;
}

/// A text taken apart at its links: a gap, a link, a gap …
struct LinkedText {
  std::vector<std::string> gaps;
  std::vector<std::string> links;
  std::vector<std::size_t> begins;  ///< of the links, in the text

  explicit LinkedText(std::string_view text) {
    std::size_t done = 0;
    for (const LinkSpan& span : findLinks(text)) {
      gaps.emplace_back(text.substr(done, span.begin - done));
      links.emplace_back(text.substr(span.begin, span.end - span.begin));
      begins.push_back(span.begin);
      done = span.end;
    }
    gaps.emplace_back(text.substr(done));
  }

  [[nodiscard]] std::string joined() const {
    std::string text = gaps.front();
    for (std::size_t i = 0; i < links.size(); ++i) text.append(links[i]).append(gaps[i + 1]);
    return text;
  }

  /// All of it or nothing, as replaceCostlyIn() does.
  void replaceCostly() {
    std::string whole = joined();
    if (!replaceCostlyIn(whole)) return;
    for (auto* pieces : {&gaps, &links}) {
      for (std::string& piece : *pieces) replaceCostlyIn(piece);
    }
  }

  /// Puts blanks where phones would take what stands beside a link into it: "nova.com's" ends its link at the
  /// apostrophe, "https://go.example/a's" doesn't.
  void part() {
    for (std::size_t i = 0; i < links.size(); ++i) {
      std::string& before = gaps[i];
      std::string& behind = gaps[i + 1];
      const bool joins = behind.empty() && i + 1 < links.size();
      if (joins || (mayTouch(behind, true) && !isLinkIn({}, links[i], behind))) behind.insert(0, 1, ' ');
      if (mayTouch(before, false) && !isLinkIn(before, links[i], {})) before += ' ';
    }
  }

 private:
  /// Whether a gap has something other than a blank beside the link.
  static bool mayTouch(std::string_view gap, bool behind) {
    if (gap.empty()) return false;
    const auto beside = static_cast<unsigned char>(behind ? gap.front() : gap.back());
    return beside > ' ';
  }

  static bool isLinkIn(std::string_view before, std::string_view link, std::string_view behind) {
    const std::string text = std::string(before).append(link).append(behind);
    const LinkSpan wanted{before.size(), before.size() + link.size()};
    const std::vector<LinkSpan> found = findLinks(text);
    return std::find(found.begin(), found.end(), wanted) != found.end();
  }
};

}  // namespace

struct TextFinisher::Compiled {
  TextRules rules;
  std::vector<TaggedValue> parameters;
  std::map<std::string, std::string, std::less<>> shortLinks;
  std::string optOut;  ///< with its line break

  [[nodiscard]] std::vector<LinkParameter> parametersFor(const PersonValues& person, MessageRenderer& renderer) const {
    std::vector<LinkParameter> ready;
    for (const TaggedValue& value : parameters) {
      ready.push_back(value.fixed);
      if (!value.made) continue;
      const RenderedText rendered = value.made->render(person, renderer);
      if (rendered.status == RenderedText::Status::Ok) ready.back().value = trimmedText(rendered.text);
    }
    return ready;
  }

  /// What is sent in a link's place.
  [[nodiscard]] std::string finished(std::string_view link, const std::vector<LinkParameter>& ready) const {
    const auto made = shortLinks.find(link);
    return made != shortLinks.end() ? made->second : withParameters(link, ready);
  }
};

Result<TextFinisher> TextFinisher::compile(const TextRules& rules, const Snippets& snippets) {
  auto compiled = std::make_shared<Compiled>();
  auto parameters = taggedValues(rules.links.tagging, snippets);
  if (!parameters) return fail(parameters.error());
  compiled->parameters = std::move(*parameters);
  for (const QString& link : rules.links.shortened) {
    const auto made = rules.links.shortLinks.find(link);
    if (made != rules.links.shortLinks.end()) {
      compiled->shortLinks.emplace(link.toStdString(), made->second.toStdString());
    }
  }
  const QString line = rules.optOut.text.trimmed();
  if (rules.optOut.when != OptOutLine::When::Never && !line.isEmpty()) compiled->optOut = '\n' + line.toStdString();
  compiled->rules = rules;
  return TextFinisher(std::move(compiled));
}

const TextRules& TextFinisher::rules() const {
  return m_compiled->rules;
}

bool TextFinisher::changesTexts() const {
  return m_compiled->rules.keepGsm7 || !m_compiled->optOut.empty() || !m_compiled->parameters.empty() ||
         !m_compiled->shortLinks.empty();
}

std::vector<PropertyUse> TextFinisher::properties() const {
  std::vector<PropertyUse> uses;
  for (const TaggedValue& value : m_compiled->parameters) {
    if (value.made) uses.insert(uses.end(), value.made->properties().begin(), value.made->properties().end());
  }
  return uses;
}

bool TextFinisher::tagsPersonally() const {
  return std::any_of(m_compiled->parameters.begin(), m_compiled->parameters.end(), [](const TaggedValue& value) {
    if (!value.made) return false;
    const auto& uses = value.made->properties();
    return std::any_of(uses.begin(), uses.end(),
                       [](const PropertyUse& use) { return use.root != QLatin1String("Campaign"); });
  });
}

void TextFinisher::finish(const PersonValues& person, MessageRenderer& renderer, std::string& text) const {
  const Compiled& rules = *m_compiled;
  const std::size_t own = text.size();
  const bool first = rules.rules.optOut.when == OptOutLine::When::FirstText;
  if (!first || !person.textedBefore) text += rules.optOut;
  const bool changesLinks = !rules.parameters.empty() || !rules.shortLinks.empty();
  const bool keepGsm7 = rules.rules.keepGsm7;
  if (!changesLinks && (!keepGsm7 || costlySpans(text).empty())) return;
  LinkedText parts(text);
  if (parts.links.empty()) {
    if (keepGsm7) replaceCostlyIn(text);
    return;
  }
  if (changesLinks) {
    const auto ready = rules.parametersFor(person, renderer);
    // Not those of the opt-out line.
    for (std::size_t i = 0; i < parts.links.size() && parts.begins[i] < own; ++i) {
      parts.links[i] = rules.finished(parts.links[i], ready);
    }
  }
  if (keepGsm7) parts.replaceCostly();
  parts.part();
  text = parts.joined();
}

std::vector<FinishedLink> TextFinisher::links(const PersonValues& person, MessageRenderer& renderer,
                                              std::string_view text) const {
  std::vector<FinishedLink> links;
  const std::vector<LinkSpan> spans = findLinks(text);
  const auto ready = spans.empty() ? std::vector<LinkParameter>{} : m_compiled->parametersFor(person, renderer);
  for (const LinkSpan& span : spans) {
    const std::string_view written = text.substr(span.begin, span.end - span.begin);
    links.push_back({QString::fromUtf8(written.data(), static_cast<qsizetype>(written.size())),
                     QString::fromStdString(m_compiled->finished(written, ready)),
                     m_compiled->shortLinks.contains(written)});
  }
  return links;
}

}  // namespace heliograph::message
