// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_plan.h"

#include <algorithm>

#include "liquid/shape.h"
#include "liquid/value_text.h"
#include "message/text_finishing.h"

namespace heliograph::message {

struct MessagePlan::Compiled {
  std::vector<CompiledMessage> copies;
  CopyChoice choice;
  TextRules rules;
  MessageLimits limits;
  bool finishes = false;
};

namespace {

/// Bytes of a value that are compared.
constexpr std::size_t kLongestValue = 4096;

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

int copyByValue(const CopyChoice& choice, std::string_view value) {
  const auto found = std::find(choice.values.begin(), choice.values.end(), value);
  return found == choice.values.end() ? 0 : static_cast<int>(found - choice.values.begin()) + 1;
}

}  // namespace

Result<MessagePlan> MessagePlan::compile(Parts parts) {
  auto compiled = std::make_shared<Compiled>();
  for (const QByteArray& source : parts.copies) {
    auto copy = CompiledMessage::compile(source, parts.snippets);
    if (!copy) return fail(copy.error());
    compiled->copies.push_back(std::move(*copy));
  }
  compiled->choice = std::move(parts.choice);
  compiled->finishes = changesTexts(parts.rules);
  compiled->rules = std::move(parts.rules);
  compiled->limits = parts.limits;
  return MessagePlan(std::move(compiled));
}

const std::vector<CompiledMessage>& MessagePlan::copies() const {
  return m_compiled->copies;
}

const TextRules& MessagePlan::rules() const {
  return m_compiled->rules;
}

const MessageLimits& MessagePlan::limits() const {
  return m_compiled->limits;
}

bool MessagePlan::asksTextedBefore() const {
  const OptOutLine& line = m_compiled->rules.optOut;
  return line.when == OptOutLine::When::FirstText && !line.text.isEmpty();
}

bool MessagePlan::isTest() const {
  return m_compiled->choice.by == CopyChoice::By::Test;
}

int MessagePlan::copyFor(const PersonValues& person) const {
  const CopyChoice& choice = m_compiled->choice;
  if (choice.by == CopyChoice::By::First || isTest() || m_compiled->copies.size() < 2) return 0;
  const bool byLot = choice.by == CopyChoice::By::Draw;
  const liquid::Value* value = fieldOf(person, byLot ? std::string("identity") : choice.property.toStdString());
  if (!value || value->isNil()) return 0;
  std::string text;
  liquid::TextSink sink{text, kLongestValue};
  liquid::appendText(sink, *value);
  const int copy = byLot ? copyByLot(choice, text) : copyByValue(choice, text);
  return std::min(copy, static_cast<int>(m_compiled->copies.size()) - 1);
}

Sendable MessagePlan::prepare(const PersonValues& person, MessageRenderer& renderer) const {
  return prepare(person, copyFor(person), renderer);
}

Sendable MessagePlan::prepare(const PersonValues& person, int copy, MessageRenderer& renderer) const {
  TextFinish finish;
  if (m_compiled->finishes) {
    finish = [this, &person](std::string& text) { finishText(m_compiled->rules, person.textedBefore, text); };
  }
  Sendable sendable =
      prepareText(m_compiled->copies[static_cast<std::size_t>(copy)], person, renderer, m_compiled->limits, finish);
  sendable.copy = copy;
  return sendable;
}

}  // namespace heliograph::message
