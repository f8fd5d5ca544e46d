// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace heliograph::message {

/// Bytes [begin, end) of a message's source that are printed as they stand.
struct PrintedText {
  qsizetype begin = 0;
  qsizetype end = 0;
  char quote = 0;  ///< the sign it is quoted with inside an output; 0: it stands in the text

  bool operator==(const PrintedText&) const = default;
};

/// What a source prints as it stands, in order: the text between outputs and tags, raw blocks, and texts that an output
/// prints ({{ "so" }}, default: "so", append: "so", prepend: "so"). Names, comparisons and other arguments are none.
[[nodiscard]] std::vector<PrintedText> printedText(const QByteArray& source);

}  // namespace heliograph::message
