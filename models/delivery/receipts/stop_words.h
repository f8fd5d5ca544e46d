// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::delivery {

/// What a person means by an answer.
enum class ReplyMeaning {
  None,   ///< something to be read
  Stop,   ///< no more messages
  Start,  ///< messages again
  Yes,    ///< messages again, from somebody who had answered Stop before; else something to be read
};

/// Looks a whole answer up in the lists of words by language (resources/data/stop_words.json), whatever its capitals,
/// accents, punctuation and spaces. "Stop by on Monday" means nothing.
[[nodiscard]] ReplyMeaning replyMeaning(const QString& text);

}  // namespace heliograph::delivery
