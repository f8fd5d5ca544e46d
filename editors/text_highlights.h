// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTextCharFormat>
#include <vector>

#include "editors/editor_problem.h"
#include "editors/editor_theme.h"
#include "editors/message_text.h"

namespace heliograph::editors {

/// How cells [begin, end) are drawn over the plain text.
struct TextHighlight {
  qsizetype begin = 0;
  qsizetype end = 0;
  QTextCharFormat format;
};

/// Cells inside Liquid tags and outputs that are no pills, as [begin, end) ranges.
std::vector<std::pair<qsizetype, qsizetype>> markupRanges(const MessageText& text);

/// The web addresses in a text, as [begin, end) ranges of its UTF-16 units.
std::vector<std::pair<qsizetype, qsizetype>> linkRanges(const QString& text);

/// Everything that is drawn over the text: Liquid, links, tints behind costly characters and waves under problems.
std::vector<TextHighlight> highlightsOf(const MessageText& text, const std::vector<EditorProblem>& problems,
                                        const EditorTheme& theme);

}  // namespace heliograph::editors
