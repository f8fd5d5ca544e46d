// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "message/compiled_message.h"
#include "message/text_rules.h"

namespace heliograph::message {

/// A link of one person's text.
struct FinishedLink {
  QString written;   ///< as the message has it for them
  QString finished;  ///< as it is sent: shortened, or with the parameters
  bool isShort = false;

  bool operator==(const FinishedLink&) const = default;
};

/// Does with rendered texts what a message's rules say. Immutable; threads share it.
class TextFinisher final {
 public:
  /// Compiles the values of the link parameters. Errors: InvalidInput with the first problem's sentence.
  [[nodiscard]] static Result<TextFinisher> compile(const TextRules& rules, const Snippets& snippets);

  [[nodiscard]] const TextRules& rules() const;
  /// True if finish() may change a text.
  [[nodiscard]] bool changesTexts() const;
  /// The text as it is sent to this person. A parameter whose value can't be made is left out.
  void finish(const PersonValues& person, MessageRenderer& renderer, std::string& text) const;
  /// The links of a rendered text, in order.
  [[nodiscard]] std::vector<FinishedLink> links(const PersonValues& person, MessageRenderer& renderer,
                                                std::string_view text) const;
  /// Everything that the parameters read.
  [[nodiscard]] std::vector<PropertyUse> properties() const;
  /// Whether the parameters read what is known of people, so that a link isn't the same for everybody.
  [[nodiscard]] bool tagsPersonally() const;

 private:
  struct Compiled;
  explicit TextFinisher(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

  std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace heliograph::message
