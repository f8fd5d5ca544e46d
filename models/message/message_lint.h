// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>
#include <vector>

#include "message/compiled_message.h"

namespace heliograph::message {

/// What most likely was meant: `text` in place of bytes [begin, end) of the source.
struct MessageMend {
  QByteArray text;
  qsizetype begin = 0;
  qsizetype end = 0;

  bool operator==(const MessageMend&) const = default;
};

/// Something in a message's source that a person should see, with its place.
struct MessageProblem {
  enum class Severity { Error, Warning };
  Severity severity = Severity::Error;
  QString code;         ///< "syntax", "unknown_property", "unknown_name", "no_fallback", "at_in_tag", "not_utf8",
                        ///< "unknown_snippet", "snippet_fault", "unknown_coupon", "no_event_fallback", "event_outlived"
  QString text;         ///< a sentence with what to do
  qsizetype begin = 0;  ///< byte range in the source
  qsizetype end = 0;
  QString property;                      ///< for unknown_property and no_fallback
  std::optional<MessageMend> mend = {};  ///< when one can be told
  QString snippet = {};                  ///< the snippet it is in, not the source itself; the place is that of its tag

  bool operator==(const MessageProblem&) const = default;
};

/// The event that starts a campaign, as far as its message may read it.
struct ReadableEvent {
  QString name;                                ///< empty: not known which, so that nothing is checked
  std::optional<QStringList> properties = {};  ///< nothing: not checked
  bool outlived = false;                       ///< the message leaves so late that fallbacks stand for all its values

  bool operator==(const ReadableEvent&) const = default;
};

/// What a source is checked against.
struct LintContext {
  QStringList properties;                   ///< names that people have; empty: not checked
  std::optional<Snippets> snippets = {};    ///< nothing: not checked
  std::optional<QStringList> coupons = {};  ///< names of the coupon pools; nothing: not checked
  std::optional<ReadableEvent> event = {};  ///< nothing: the campaign isn't started by one
  bool isSnippet = false;                   ///< a snippet may read names and events that its callers give it
};

/// Every problem of a source, sorted by place: syntax errors, properties that nobody has, other names that nothing
/// gives a value, printed properties without a fallback,
/// properties of an event that the campaign doesn't have or doesn't use, an @ inside a Liquid tag, snippets that aren't
/// there or can't be read. What a snippet does stands at the tag that asks for it.
[[nodiscard]] std::vector<MessageProblem> lintMessage(const QByteArray& source, const LintContext& context);

}  // namespace heliograph::message
