// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace heliograph::message {

/// A ready-made opt-out line.
struct OptOutExample {
  QString language;  ///< ISO 639-1
  QString name;      ///< of the language, in itself
  QString text;
};

/// One line for each of several languages, English first. In GSM-7 where the language allows it.
[[nodiscard]] const std::vector<OptOutExample>& optOutExamples();

/// Whether a text says how to unsubscribe, in any of several languages: an answer such as STOP in capitals or after
/// "reply", or words such as "unsubscribe", "abmelden", "退订". "Don't stop" doesn't.
[[nodiscard]] bool saysHowToOptOut(QStringView text);

}  // namespace heliograph::message
