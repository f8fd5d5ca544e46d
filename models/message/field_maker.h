// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/result.h"
#include "message/compiled_message.h"
#include "message/made_fields.h"
#include "message/sendable.h"

namespace heliograph::message {

/// A named value that is made for each person, or is the same for everybody.
struct PairSource {
  QString name;
  QByteArray value;      ///< Liquid if it is personal, else the text itself
  bool own = false;      ///< see MadePair
  bool personal = true;  ///< made for each person

  bool operator==(const PairSource&) const = default;
};

/// What goes to the provider beside one copy's text, before it is made for anybody.
struct FieldSources {
  QString templateId;
  QString approvedText;               ///< with places for the variables
  bool takesText = true;              ///< the copy's own text goes along; else the provider says the approved one
  bool matches = false;               ///< every text has to be the approved one
  std::vector<QByteArray> variables;  ///< Liquid
  std::vector<PairSource> body;
  std::vector<PairSource> headers;
  std::vector<PairSource> globals;

  bool operator==(const FieldSources&) const = default;
};

/// Makes the fields of one copy for anybody. Immutable; threads share it.
class FieldMaker final {
 public:
  /// Errors: InvalidInput for a value that can't be read, or that gives a coupon code.
  [[nodiscard]] static Result<FieldMaker> compile(const FieldSources& sources, const Snippets& snippets);

  [[nodiscard]] bool takesText() const;
  /// Everything that the values read.
  [[nodiscard]] const std::vector<PropertyUse>& properties() const;

  /// What stands on the phone where the copy has no text of its own: the approved one with this person's values.
  [[nodiscard]] Sendable prepareTemplate(const PersonValues& person, MessageRenderer& renderer,
                                         const MessageLimits& limits) const;
  /// Adds a person's fields to their text. Not ok any more with the reason "render_failed" or "aborted"; "empty_value"
  /// if nothing comes out for a variable or a value the provider asks for; "template_mismatch" if the text isn't the
  /// approved one.
  void addTo(Sendable& sendable, const PersonValues& person, MessageRenderer& renderer) const;

 private:
  struct Compiled;
  explicit FieldMaker(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}
  [[nodiscard]] bool make(MadeFields& fields, Sendable& sendable, const PersonValues& person,
                          MessageRenderer& renderer) const;

  std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace heliograph::message
