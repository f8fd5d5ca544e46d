// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "message/compiled_message.h"
#include "message/made_fields.h"
#include "message/sms_text.h"

namespace heliograph::message {

/// What may be sent at most.
struct MessageLimits {
  int maxParts = 10;

  bool operator==(const MessageLimits&) const = default;
};

/// Whether one person's text may be sent, and the text as it would be.
struct Sendable {
  bool ok = false;
  QString reason;  ///< stable code if not ok: "render_failed", "aborted", "empty_text", "too_long"; see FieldMaker, too
  QString detail;  ///< the author's abort reason, what Liquid said, or which value is empty
  std::string text;
  SmsMeasure measure;
  int copy = 0;  ///< which of the message's copies it is; 0 is the first
  QStringList missing;
  QStringList defaulted;
  std::shared_ptr<const MadeFields> fields = nullptr;  ///< what goes along; none: the text alone
};

/// What is done with a rendered text before it is measured.
using TextFinish = std::function<void(std::string& text)>;

/// Renders the message for one person, finishes its text and applies the rules: it renders, isn't aborted, has
/// something to say (more than white space) and takes at most `limits.maxParts` parts.
[[nodiscard]] Sendable prepareText(const CompiledMessage& message, const PersonValues& person,
                                   MessageRenderer& renderer, const MessageLimits& limits,
                                   const TextFinish& finish = {});

}  // namespace heliograph::message
