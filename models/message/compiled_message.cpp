// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/compiled_message.h"

#include <algorithm>
#include <array>

#include "liquid/renderer.h"
#include "liquid/shape.h"
#include "message/message_properties.h"
#include "message/snippets.h"

namespace heliograph::message {

struct CompiledMessage::Compiled {
  QByteArray source;
  liquid::Template parsed;
  std::vector<PropertyUse> properties;
  liquid::Partials snippets;
};

struct MessageRenderer::State {
  liquid::Renderer renderer;
  liquid::RenderOptions options;
  liquid::ValueStore store;
  liquid::Value campaign;
  /// Slots of the printed properties of the message that was rendered last, for the shape that it was rendered with.
  const void* boundMessage = nullptr;
  quint64 boundShape = 0;
  std::vector<std::pair<const PropertyUse*, int>> printed;
};

namespace {

/// Properties of the profile that a reader sees: printed and not asked for by a condition, where a gap is meant.
std::vector<const PropertyUse*> printedProperties(const std::vector<PropertyUse>& properties) {
  std::vector<const PropertyUse*> printed;
  for (const PropertyUse& use : properties) {
    if (use.inTag || use.root != QLatin1String("Profile")) continue;
    const bool tested = std::any_of(properties.begin(), properties.end(), [&](const PropertyUse& other) {
      return other.inTag && other.root == use.root && other.property == use.property;
    });
    if (!tested) printed.push_back(&use);
  }
  return printed;
}

bool isEmpty(const liquid::Value& value) {
  return value.isNil() || (value.isString() && value.size() == 0) ||
         (value.kind() == liquid::Kind::Boolean && !value.toBoolean());
}

}  // namespace

Result<CompiledMessage> CompiledMessage::compile(const QByteArray& source, const Snippets& snippets) {
  liquid::ParseResult result = liquid::Template::parse({source.constData(), static_cast<size_t>(source.size())},
                                                       liquid::Environment::messages());
  if (!result) {
    const liquid::Diagnostic& first = result.diagnostics.front();
    return fail(ErrorCode::InvalidInput, QStringLiteral("The message can't be read: %1 (line %2, column %3)")
                                             .arg(QString::fromStdString(first.message), QString::number(first.line),
                                                  QString::number(first.column)));
  }
  auto partials = compileSnippets(result.partials, snippets);
  if (!partials) return fail(partials.error());
  auto properties = propertyUses(result.paths);
  properties.insert(properties.end(), partials->properties.begin(), partials->properties.end());
  return CompiledMessage(std::make_shared<const Compiled>(
      Compiled{source, std::move(*result.compiled), std::move(properties), std::move(partials->partials)}));
}

QByteArray CompiledMessage::source() const {
  return m_compiled->source;
}

const std::vector<PropertyUse>& CompiledMessage::properties() const {
  return m_compiled->properties;
}

RenderedText CompiledMessage::render(const PersonValues& person, MessageRenderer& renderer) const {
  MessageRenderer::State& state = *renderer.m_state;
  const liquid::Record record{person.shape, person.values};
  const std::array<liquid::Root, 5> roots{
      liquid::Root{"Profile", liquid::Value::record(record), true}, liquid::Root{"Campaign", state.campaign, true},
      liquid::Root{"Coupon", person.coupons ? *person.coupons : liquid::Value(), true},
      liquid::Root{"Linked", person.linked ? *person.linked : liquid::Value(), true},
      liquid::Root{"Event", person.event ? *person.event : liquid::Value(), true}};
  state.options.partials = &m_compiled->snippets;
  const liquid::RenderResult result = state.renderer.render(m_compiled->parsed, roots, state.options);
  RenderedText rendered;
  if (!result.ok()) {
    const bool aborted = result.status == liquid::RenderStatus::Aborted;
    rendered.status = aborted ? RenderedText::Status::Aborted : RenderedText::Status::Failed;
    rendered.reason = QString::fromStdString(result.message);
    return rendered;
  }
  rendered.text = result.output;
  if (state.boundMessage != m_compiled.get() || state.boundShape != person.shape->id()) {
    state.printed.clear();
    for (const PropertyUse* use : printedProperties(m_compiled->properties)) {
      state.printed.emplace_back(use, person.shape->slot(use->property.toStdString()));
    }
    state.boundMessage = m_compiled.get();
    state.boundShape = person.shape->id();
  }
  for (const auto& [use, slot] : state.printed) {
    if (slot >= 0 && !isEmpty(person.values[slot])) continue;
    QStringList& list = use->hasFallback ? rendered.defaulted : rendered.missing;
    if (!list.contains(use->property)) list << use->property;
  }
  return rendered;
}

MessageRenderer::MessageRenderer(const QDateTime& now, QString campaignName, qint64 campaignId)
    : m_state(std::make_unique<State>()) {
  m_state->options.now = now.toSecsSinceEpoch();
  m_state->campaign = m_state->store.hash({{"name", m_state->store.string(campaignName.toStdString())},
                                           {"id", liquid::Value::integer(campaignId)},
                                           {"campaignId", liquid::Value::integer(campaignId)}});
}

MessageRenderer::~MessageRenderer() = default;

}  // namespace heliograph::message
