// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <vector>

#include "core/result.h"
#include "message/compiled_message.h"
#include "message/copy_choice.h"
#include "message/coupon_codes.h"
#include "message/field_maker.h"
#include "message/sendable.h"
#include "message/text_finishing.h"
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
    Snippets snippets;                      ///< what the copies may ask for
    CodesByPool samples;                    ///< what stands for a code of each coupon pool, for people who bring none
    std::vector<FieldSources> fields = {};  ///< of each copy, what goes along with its text; empty: nothing
  };

  /// Errors: InvalidInput with the first problem's sentence.
  [[nodiscard]] static Result<MessagePlan> compile(Parts parts);

  [[nodiscard]] const std::vector<CompiledMessage>& copies() const;
  /// Every Liquid text it is made of: its copies, and what goes along with them.
  [[nodiscard]] const std::vector<QByteArray>& sources() const;
  /// Whether a copy's own text is sent; else the provider has an approved one.
  [[nodiscard]] bool takesText(int copy) const;
  [[nodiscard]] const TextRules& rules() const;
  [[nodiscard]] const MessageLimits& limits() const;
  /// Whether PersonValues::textedBefore makes a difference; else nobody need find it out.
  [[nodiscard]] bool asksTextedBefore() const;

  /// Everybody may get each copy: who gets which is decided as it is sent.
  [[nodiscard]] bool isTest() const;
  /// The coupon pools that a copy reads, each once; all that any copy reads.
  [[nodiscard]] QStringList couponPools(int copy) const;
  [[nodiscard]] QStringList couponPools() const;
  /// What stands for the codes of people who bring none.
  [[nodiscard]] const CodesByPool& samples() const;
  /// The sources of linked content that a copy reads, each once; all that any copy reads.
  [[nodiscard]] QStringList linkedSources(int copy) const;
  [[nodiscard]] QStringList linkedSources() const;
  /// The same plan with answers of the sources, for people who bring none of their own: an estimate of their texts.
  [[nodiscard]] MessagePlan withLinked(std::shared_ptr<const liquid::Value> answers) const;
  [[nodiscard]] const std::shared_ptr<const liquid::Value>& linkedAnswers() const { return m_linked; }
  /// It reads linked content that isn't here: only people who bring theirs have a text.
  [[nodiscard]] bool awaitsLinked() const;

  /// The properties of the triggering event that a copy reads, each once; all that any copy reads.
  [[nodiscard]] QStringList eventProperties(int copy) const;
  [[nodiscard]] QStringList eventProperties() const;
  /// The same plan with an event (a hash of property -> value) for people who bring none of their own.
  [[nodiscard]] MessagePlan withEvent(std::shared_ptr<const liquid::Value> event) const;

  /// The copy that is this person's.
  [[nodiscard]] int copyFor(const PersonValues& person) const;
  /// The text of the copy that is theirs, and whether it may be sent.
  [[nodiscard]] Sendable prepare(const PersonValues& person, MessageRenderer& renderer) const;
  /// The text of a copy, whoever it is meant for.
  [[nodiscard]] Sendable prepare(const PersonValues& person, int copy, MessageRenderer& renderer) const;
  /// The links in the text of a copy, as written and as sent; none if no text can be made.
  [[nodiscard]] std::vector<FinishedLink> links(const PersonValues& person, int copy, MessageRenderer& renderer) const;
  /// See TextFinisher.
  [[nodiscard]] bool tagsPersonally() const;

 private:
  struct Compiled;
  explicit MessagePlan(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

  /// A person with what the plan brings for those who don't themselves.
  [[nodiscard]] PersonValues completed(PersonValues person) const;
  [[nodiscard]] QStringList namesBehind(QLatin1String root, int copy) const;

  std::shared_ptr<const Compiled> m_compiled;
  std::shared_ptr<const liquid::Value> m_linked;
  std::shared_ptr<const liquid::Value> m_event;
};

}  // namespace heliograph::message
