// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace heliograph::delivery {

/// From here on people take two texts for one.
inline constexpr double similarFrom = 0.75;

/// The words of a message as people remember them: without capitals, spaces and punctuation, every value of a person as
/// one and the same placeholder. In scripts that don't part words each character is one.
[[nodiscard]] QStringList rememberedWords(const QByteArray& message);

/// How much of two texts is the same, from 0 to 1: the share of neighbouring pairs of words that they have in common
/// (Dice's coefficient), their beginning and end being neighbours, too. 0 if either has no words.
[[nodiscard]] double textSimilarity(const QStringList& left, const QStringList& right);

}  // namespace heliograph::delivery
