// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTextCharFormat>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/message_text.h"

namespace heliograph::editors {

/// A stretch of the source with something a person should see.
struct EditorProblem {
  qsizetype begin = 0;  ///< byte range in the source
  qsizetype end = 0;
  QString text;         ///< a sentence for the tooltip
  bool blocks = false;  ///< an error, else worth a look

  bool operator==(const EditorProblem&) const = default;
};

/// How cells [begin, end) are drawn over the plain text.
struct TextHighlight {
  qsizetype begin = 0;
  qsizetype end = 0;
  QTextCharFormat format;
};

/// Cells inside Liquid tags and outputs that are no pills, as [begin, end) ranges.
std::vector<std::pair<qsizetype, qsizetype>> markupRanges(const MessageText& text);

/// Everything that is drawn over the text: Liquid, links, and waves under problems.
std::vector<TextHighlight> highlightsOf(const MessageText& text, const std::vector<EditorProblem>& problems,
                                        const EditorTheme& theme);

}  // namespace heliograph::editors
