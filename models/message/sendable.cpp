// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/sendable.h"

#include "message/utf8_reader.h"

namespace heliograph::message {
namespace {

bool saysSomething(std::string_view text) {
  for (Utf8Reader reader(text); !reader.atEnd();) {
    const char32_t c = reader.next();
    // Zero-width characters print nothing either.
    const bool zeroWidth = (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
    if (!QChar::isSpace(c) && !zeroWidth) return true;
  }
  return false;
}

}  // namespace

Sendable prepareText(const CompiledMessage& message, const PersonValues& person, MessageRenderer& renderer,
                     const MessageLimits& limits, const TextFinish& finish) {
  RenderedText rendered = message.render(person, renderer);
  Sendable sendable;
  sendable.missing = std::move(rendered.missing);
  sendable.defaulted = std::move(rendered.defaulted);
  sendable.detail = std::move(rendered.reason);
  if (rendered.status == RenderedText::Status::Failed) {
    sendable.reason = QStringLiteral("render_failed");
    return sendable;
  }
  if (rendered.status == RenderedText::Status::Aborted) {
    sendable.reason = QStringLiteral("aborted");
    return sendable;
  }
  sendable.text = std::move(rendered.text);
  // An opt-out line alone says nothing.
  const bool empty = !saysSomething(sendable.text);
  if (finish && !empty) finish(sendable.text);
  sendable.measure = measureSms(sendable.text);
  if (empty) {
    sendable.reason = QStringLiteral("empty_text");
  } else if (sendable.measure.parts > limits.maxParts) {
    sendable.reason = QStringLiteral("too_long");
  } else {
    sendable.ok = true;
  }
  return sendable;
}

}  // namespace heliograph::message
