// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/text_finishing.h"

namespace heliograph::message {

void finishText(const TextRules& rules, bool textedBefore, std::string& text) {
  using When = OptOutLine::When;
  const bool optOut = rules.optOut.when == When::Always || (rules.optOut.when == When::FirstText && !textedBefore);
  if (optOut && !rules.optOut.text.isEmpty()) {
    text += '\n';
    text += rules.optOut.text.toStdString();
  }
}

bool changesTexts(const TextRules& rules) {
  return rules != TextRules{};
}

}  // namespace heliograph::message
