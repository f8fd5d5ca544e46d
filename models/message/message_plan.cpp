// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_plan.h"

#include <algorithm>
#include <optional>

#include "liquid/shape.h"
#include "liquid/value.h"
#include "message/value_matching.h"

namespace heliograph::message {

struct MessagePlan::Compiled {
  std::vector<CompiledMessage> copies;
  std::vector<FieldMaker> fields;  ///< of each copy; empty: none has any
  std::vector<QByteArray> sources;
  CopyChoice choice;
  ValueMatching values;
  std::optional<TextFinisher> finisher;
  MessageLimits limits;
  CodesByPool samples;
  CouponCodes sampleCodes{{}};
  bool readsLinked = false;
};

namespace {

/// What a person has in a field of their row; nothing if there is no such field.
const liquid::Value* fieldOf(const PersonValues& person, std::string_view name) {
  const int slot = person.shape->slot(name);
  return slot < 0 ? nullptr : &person.values[slot];
}

int copyByLot(const CopyChoice& choice, std::string_view identity) {
  const int lot = drawnLot(choice.seed, identity);
  int below = 0;
  for (std::size_t copy = 0; copy < choice.shares.size(); ++copy) {
    below += choice.shares[copy];
    if (lot < below) return static_cast<int>(copy);
  }
  return 0;
}

/// What some Liquid reads right behind a root, each once.
void addNamesBehind(const std::vector<PropertyUse>& uses, QLatin1String root, QStringList& names) {
  for (const PropertyUse& use : uses) {
    if (use.root == root && !names.contains(use.property)) names << use.property;
  }
}

bool readsAnyLinked(const std::vector<PropertyUse>& uses) {
  return std::any_of(uses.begin(), uses.end(),
                     [](const PropertyUse& use) { return use.root == QLatin1String("Linked"); });
}

std::vector<QByteArray> allSources(const MessagePlan::Parts& parts) {
  std::vector<QByteArray> sources = parts.copies;
  for (const FieldSources& fields : parts.fields) {
    sources.insert(sources.end(), fields.variables.begin(), fields.variables.end());
    for (const auto* pairs : {&fields.body, &fields.headers}) {
      for (const PairSource& pair : *pairs) {
        if (pair.personal) sources.push_back(pair.value);
      }
    }
  }
  return sources;
}

}  // namespace

Result<MessagePlan> MessagePlan::compile(Parts parts) {
  auto compiled = std::make_shared<Compiled>();
  for (const QByteArray& source : parts.copies) {
    auto copy = CompiledMessage::compile(source, parts.snippets);
    if (!copy) return fail(copy.error());
    compiled->copies.push_back(std::move(*copy));
  }
  for (const FieldSources& sources : parts.fields) {
    auto fields = FieldMaker::compile(sources, parts.snippets);
    if (!fields) return fail(fields.error());
    compiled->fields.push_back(std::move(*fields));
  }
  compiled->sources = allSources(parts);
  const auto readsLinked = [](const auto& text) { return readsAnyLinked(text.properties()); };
  compiled->readsLinked = std::any_of(compiled->copies.begin(), compiled->copies.end(), readsLinked) ||
                          std::any_of(compiled->fields.begin(), compiled->fields.end(), readsLinked);
  compiled->choice = std::move(parts.choice);
  compiled->values = ValueMatching(compiled->choice.values);
  auto finisher = TextFinisher::compile(parts.rules, parts.snippets);
  if (!finisher) return fail(finisher.error());
  compiled->finisher = std::move(*finisher);
  compiled->limits = parts.limits;
  compiled->sampleCodes = CouponCodes(parts.samples);
  compiled->samples = std::move(parts.samples);
  return MessagePlan(std::move(compiled));
}

const std::vector<CompiledMessage>& MessagePlan::copies() const {
  return m_compiled->copies;
}

const std::vector<QByteArray>& MessagePlan::sources() const {
  return m_compiled->sources;
}

bool MessagePlan::takesText(int copy) const {
  const auto at = static_cast<std::size_t>(copy);
  return at >= m_compiled->fields.size() || m_compiled->fields[at].takesText();
}

const TextRules& MessagePlan::rules() const {
  return m_compiled->finisher->rules();
}

const MessageLimits& MessagePlan::limits() const {
  return m_compiled->limits;
}

bool MessagePlan::asksTextedBefore() const {
  const OptOutLine& line = rules().optOut;
  return line.when == OptOutLine::When::FirstText && !line.text.trimmed().isEmpty();
}

bool MessagePlan::isTest() const {
  return m_compiled->choice.by == CopyChoice::By::Test;
}

int MessagePlan::copyFor(const PersonValues& person) const {
  const CopyChoice& choice = m_compiled->choice;
  if (choice.by == CopyChoice::By::First || isTest() || m_compiled->copies.size() < 2) return 0;
  const int last = static_cast<int>(m_compiled->copies.size()) - 1;
  const bool byLot = choice.by == CopyChoice::By::Draw;
  const liquid::Value* value = fieldOf(person, byLot ? std::string("identity") : choice.property.toStdString());
  if (!value || (byLot && !value->isString())) return 0;
  if (!byLot) return std::min(m_compiled->values.find(*value) + 1, last);
  return std::min(copyByLot(choice, value->toView()), last);
}

Sendable MessagePlan::prepare(const PersonValues& person, MessageRenderer& renderer) const {
  return prepare(person, copyFor(person), renderer);
}

QStringList MessagePlan::namesBehind(QLatin1String root, int copy) const {
  const auto at = static_cast<std::size_t>(copy);
  QStringList names;
  addNamesBehind(m_compiled->copies[at].properties(), root, names);
  if (at < m_compiled->fields.size()) addNamesBehind(m_compiled->fields[at].properties(), root, names);
  return names;
}

QStringList MessagePlan::linkedSources(int copy) const {
  return namesBehind(QLatin1String("Linked"), copy);
}

QStringList MessagePlan::eventProperties(int copy) const {
  QStringList names = namesBehind(QLatin1String("Event"), copy);
  addNamesBehind(m_compiled->finisher->properties(), QLatin1String("Event"), names);
  return names;
}

QStringList MessagePlan::eventProperties() const {
  QStringList names;
  for (std::size_t copy = 0; copy < m_compiled->copies.size(); ++copy) names += eventProperties(static_cast<int>(copy));
  names.removeDuplicates();
  return names;
}

QStringList MessagePlan::couponPools(int copy) const {
  QStringList names;
  addNamesBehind(m_compiled->copies[static_cast<std::size_t>(copy)].properties(), QLatin1String("Coupon"), names);
  return names;
}

QStringList MessagePlan::couponPools() const {
  QStringList pools;
  for (std::size_t copy = 0; copy < m_compiled->copies.size(); ++copy) pools += couponPools(static_cast<int>(copy));
  pools.removeDuplicates();
  return pools;
}

const CodesByPool& MessagePlan::samples() const {
  return m_compiled->samples;
}

QStringList MessagePlan::linkedSources() const {
  QStringList sources;
  for (std::size_t copy = 0; copy < m_compiled->copies.size(); ++copy) sources += linkedSources(static_cast<int>(copy));
  sources.removeDuplicates();
  return sources;
}

bool MessagePlan::awaitsLinked() const {
  return !m_linked && m_compiled->readsLinked;
}

MessagePlan MessagePlan::withLinked(std::shared_ptr<const liquid::Value> answers) const {
  MessagePlan plan = *this;
  plan.m_linked = std::move(answers);
  return plan;
}

MessagePlan MessagePlan::withEvent(std::shared_ptr<const liquid::Value> event) const {
  MessagePlan plan = *this;
  plan.m_event = std::move(event);
  return plan;
}

PersonValues MessagePlan::completed(PersonValues person) const {
  if (!person.linked) person.linked = m_linked.get();
  if (!person.coupons) person.coupons = m_compiled->sampleCodes.value();
  if (!person.event) person.event = m_event.get();
  return person;
}

Sendable MessagePlan::prepare(const PersonValues& given, int copy, MessageRenderer& renderer) const {
  const PersonValues person = completed(given);
  const auto at = static_cast<std::size_t>(copy);
  const FieldMaker* fields = at < m_compiled->fields.size() ? &m_compiled->fields[at] : nullptr;
  if (fields && !fields->takesText()) {
    Sendable sendable = fields->prepareTemplate(person, renderer, m_compiled->limits);
    sendable.copy = copy;
    return sendable;
  }
  TextFinish finish;
  if (m_compiled->finisher->changesTexts()) {
    finish = [this, &person, &renderer](std::string& text) { m_compiled->finisher->finish(person, renderer, text); };
  }
  Sendable sendable = prepareText(m_compiled->copies[at], person, renderer, m_compiled->limits, finish);
  sendable.copy = copy;
  if (fields && sendable.ok) fields->addTo(sendable, person, renderer);
  return sendable;
}

std::vector<FinishedLink> MessagePlan::links(const PersonValues& given, int copy, MessageRenderer& renderer) const {
  const PersonValues person = completed(given);
  const RenderedText rendered = m_compiled->copies[static_cast<std::size_t>(copy)].render(person, renderer);
  if (rendered.status != RenderedText::Status::Ok) return {};
  return m_compiled->finisher->links(person, renderer, rendered.text);
}

bool MessagePlan::tagsPersonally() const {
  return m_compiled->finisher->tagsPersonally();
}

}  // namespace heliograph::message
