// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_answer.h"
#include "providers/definition/answer_spec.h"

namespace heliograph::providers {

/// One answer, parsed once, with what a definition selects from it. Both outlive it.
class ReadAnswer final {
 public:
  ReadAnswer(const AnswerSpec& spec, const net::HttpAnswer& answer);
  /// A part of an answer that is parsed already: the result of one message among several.
  ReadAnswer(const AnswerSpec& spec, const net::HttpAnswer& answer, const AnswerNode& part);

  [[nodiscard]] const Consequence& consequence() const { return m_then; }
  /// The body is what the definition says it is.
  [[nodiscard]] bool isReadable() const { return m_readable; }
  [[nodiscard]] const AnswerNode& root() const { return m_root; }
  [[nodiscard]] QString first(const Selector& selector) const { return selector.first(m_root, m_answer); }
  /// The provider's ids of the message, each once.
  [[nodiscard]] QStringList ids() const;
  [[nodiscard]] QString code() const;
  /// What the provider says: its words, or the whole answer where it doesn't say where they stand.
  [[nodiscard]] QString words() const;

 private:
  const AnswerSpec& m_spec;
  const net::HttpAnswer& m_answer;
  AnswerNode m_root;
  bool m_readable = false;
  bool m_isPart = false;
  Consequence m_then;
};

}  // namespace heliograph::providers
