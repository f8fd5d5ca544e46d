// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/result.h"
#include "net/http_answer.h"
#include "providers/template/answer_tree.h"

namespace heliograph::providers {

/// Names a value of an answer: `error.code`, `messages[0].status`, `messages[*].id` (every one of a list), `sms.*.id`
/// (whatever the names are), `["a.b"].c` (a name with dots), `RESULT.@REQID` (XML attribute), `$` (the whole text),
/// `header:Retry-After`.
class Selector final {
 public:
  Selector() = default;
  /// Error: InvalidInput, saying what is wrong at which character.
  [[nodiscard]] static Result<Selector> parse(const QString& text);

  /// All values found, in order; texts only. Empty when there is nothing at that place.
  [[nodiscard]] QStringList all(const AnswerNode& root, const net::HttpAnswer& answer) const;
  /// The first of them, or an empty text.
  [[nodiscard]] QString first(const AnswerNode& root, const net::HttpAnswer& answer) const;

  /// Whether there is anything: a text that isn't empty, a list or an object that isn't, such a header.
  [[nodiscard]] bool isThere(const AnswerNode& root, const net::HttpAnswer& answer) const;

  /// The nodes at that place; of a list its elements. Nothing for a header or the whole text.
  [[nodiscard]] std::vector<const AnswerNode*> elements(const AnswerNode& root) const;

  [[nodiscard]] bool isSet() const { return !m_source.isEmpty(); }
  [[nodiscard]] QString source() const { return m_source; }
  bool operator==(const Selector& other) const { return m_source == other.m_source; }

 private:
  struct Step {
    enum class Kind { Name, AnyName, Index, Every } kind = Kind::Name;
    QString name;
    int index = 0;
  };
  friend class SelectorParser;
  [[nodiscard]] std::vector<const AnswerNode*> nodes(const AnswerNode& root) const;

  QString m_source;
  QByteArray m_header;
  std::vector<Step> m_steps;
};

}  // namespace heliograph::providers
