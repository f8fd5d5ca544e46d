// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace heliograph::campaign {

/// A stretch of two texts that were compared: in both, only in the older, or only in the newer.
struct TextPiece {
  enum class Kind { Same, Removed, Added };

  Kind kind = Kind::Same;
  QString text;

  bool operator==(const TextPiece&) const = default;
};

/// What became of a text, word by word; a `{{ … }}` or `{% … %}` is one word. What was removed stands before what came
/// in its place. The pieces without the added ones are `before`, without the removed ones `after`.
[[nodiscard]] std::vector<TextPiece> wordDifference(const QString& before, const QString& after);

}  // namespace heliograph::campaign
