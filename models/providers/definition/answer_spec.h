// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <chrono>
#include <optional>
#include <vector>

#include "providers/template/answer_tree.h"
#include "providers/template/line_shape.h"
#include "providers/template/selector.h"

namespace heliograph::providers {

/// What a rule says of an answer. Those up to InDoubt are about a send; a look-up knows Accepted (the message is
/// there), NotFound, TakenBack and InDoubt; an account check Accepted, Credentials, NoCredit and InDoubt.
enum class RuleOutcome {
  Accepted,
  RetryAfter,
  NextProvider,
  Permanent,
  OptedOut,
  BadNumber,
  Credentials,
  NoCredit,
  NotKept,
  InDoubt,
  NotFound,
  TakenBack,
};

/// The name in definition files ("retry_after").
[[nodiscard]] QString ruleOutcomeName(RuleOutcome outcome);
/// The outcome of that name, if there is one.
[[nodiscard]] std::optional<RuleOutcome> ruleOutcomeByName(const QString& name);

/// HTTP statuses from `first` to `last`, both included.
struct StatusRange {
  int first = 0;
  int last = 999;

  bool operator==(const StatusRange&) const = default;
};

/// A test of one selected value.
struct Condition {
  enum class Quantifier { Any, All };  ///< for a selector that gives several values

  Selector selector;
  std::optional<bool> exists;  ///< something stands there that isn't empty, or nothing does
  QStringList isOneOf;         ///< equals one of these, when given
  QStringList isNoneOf;        ///< is there and equals none of these, when given
  Quantifier quantifier = Quantifier::Any;

  bool operator==(const Condition&) const = default;
};

/// What follows from a rule or from an entry of a table.
struct Consequence {
  RuleOutcome outcome = RuleOutcome::InDoubt;
  QString hint;                                    ///< our sentence for the person, may be empty
  std::optional<std::chrono::seconds> retryAfter;  ///< when the answer names no time itself

  bool operator==(const Consequence&) const = default;
};

/// Literal values and what each means.
using OutcomeTable = QHash<QString, Consequence>;

/// One rule; it holds when the status is in one of the ranges (none given: any status) and all conditions hold; with a
/// table also the selected key has to stand in it.
struct AnswerRule {
  std::vector<StatusRange> statuses;
  std::vector<Condition> conditions;
  QString table;  ///< name of a table, or empty
  Selector key;   ///< of the table
  Consequence then;

  bool operator==(const AnswerRule&) const = default;
};

/// How to read one kind of answer: format, where things stand, and rules of which the first that holds decides. When
/// none holds the answer is in doubt.
struct AnswerSpec {
  AnswerFormat format = AnswerFormat::Json;
  std::vector<LineShape> lines;  ///< of a text: how its lines may be written; none: it is one value
  Selector id;                   ///< the provider's id of the message
  Selector code;                 ///< its error code
  Selector words;                ///< its own words
  Selector echoTo;               ///< the number it says it took
  Selector echoClientId;         ///< our id, as it says it back
  Selector balance;              ///< account check: what is left, to be shown
  Selector list;  ///< look-up by recipient: the messages; what follows and `id`, `echoTo` are read in each
  Selector text;  ///< its text
  Selector time;  ///< when it was made or sent
  QHash<QString, OutcomeTable> tables;
  std::vector<AnswerRule> rules;

  bool operator==(const AnswerSpec&) const = default;
};

}  // namespace heliograph::providers
