// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <vector>

#include "core/result.h"
#include "message/compiled_message.h"
#include "message/copy_choice.h"
#include "message/sendable.h"
#include "message/text_rules.h"

namespace heliograph::message {

/// A whole message, ready to be made for anybody: its copies, who gets which, and what is done with every text. The one
/// way to a person's text, for previews, checks, tests and sending. Immutable; threads share it.
class MessagePlan final {
 public:
  /// What a plan is made of.
  struct Parts {
    std::vector<QByteArray> copies;  ///< Liquid, canonical UTF-8; at least one
    CopyChoice choice;
    TextRules rules;
    MessageLimits limits;
    Snippets snippets;  ///< what the copies may ask for
  };

  /// Errors: InvalidInput with the first problem's sentence.
  [[nodiscard]] static Result<MessagePlan> compile(Parts parts);

  [[nodiscard]] const std::vector<CompiledMessage>& copies() const;
  [[nodiscard]] const TextRules& rules() const;
  [[nodiscard]] const MessageLimits& limits() const;
  /// Whether PersonValues::textedBefore makes a difference; else nobody need find it out.
  [[nodiscard]] bool asksTextedBefore() const;

  /// Everybody may get each copy: who gets which is decided as it is sent.
  [[nodiscard]] bool isTest() const;
  /// The copy that is this person's.
  [[nodiscard]] int copyFor(const PersonValues& person) const;
  /// The text of the copy that is theirs, and whether it may be sent.
  [[nodiscard]] Sendable prepare(const PersonValues& person, MessageRenderer& renderer) const;
  /// The text of a copy, whoever it is meant for.
  [[nodiscard]] Sendable prepare(const PersonValues& person, int copy, MessageRenderer& renderer) const;

 private:
  struct Compiled;
  explicit MessagePlan(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

  std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace heliograph::message
