// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_links.h"

#include <QRegularExpression>

namespace heliograph::ui {

std::vector<TextLink> textLinks(QStringView text) {
  static const QRegularExpression address(
      QStringLiteral("(?<![\\w@.-])(?:(?:https?://|www\\.)[^\\s<>]+"
                     "|(?:[a-z0-9][a-z0-9-]*\\.)+[a-z]{2,}/[^\\s<>]*"
                     "|(?:[a-z0-9][a-z0-9-]*\\.)+(?:com|net|org|info|biz|io|co|app|dev|shop|store)(?![\\w@-]|\\.\\w))"),
      QRegularExpression::CaseInsensitiveOption);
  static const QString sentenceEnds = QStringLiteral(".,;:!?)]}'\"");
  std::vector<TextLink> links;
  for (auto found = address.globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    qsizetype length = match.capturedLength();
    while (length > 0 && sentenceEnds.contains(text[match.capturedStart() + length - 1])) --length;
    links.push_back({match.capturedStart(), length});
  }
  return links;
}

}  // namespace heliograph::ui
