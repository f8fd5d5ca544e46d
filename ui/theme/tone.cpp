// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tone.h"

namespace heliograph::ui {

QColor toneColor(const Tokens& tokens, Tone tone) {
  switch (tone) {
    case Tone::Accent:
      return tokens.accent;
    case Tone::Fine:
      return tokens.fine;
    case Tone::Attention:
      return tokens.attention;
    case Tone::Problem:
      return tokens.problem;
    case Tone::Neutral:
      break;
  }
  return tokens.text2;
}

QColor toneWeak(const Tokens& tokens, Tone tone) {
  switch (tone) {
    case Tone::Accent:
      return tokens.accentWeak;
    case Tone::Fine:
      return tokens.fineWeak;
    case Tone::Attention:
      return tokens.attentionWeak;
    case Tone::Problem:
      return tokens.problemWeak;
    case Tone::Neutral:
      break;
  }
  return tokens.surface2;
}

}  // namespace heliograph::ui
