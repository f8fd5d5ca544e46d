// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_links.h"

#include "message/link_finder.h"

namespace heliograph::ui {

std::vector<TextLink> textLinks(QStringView text) {
  const QByteArray utf8 = text.toUtf8();
  std::vector<TextLink> links;
  for (const auto& span : message::findLinks({utf8.constData(), static_cast<std::size_t>(utf8.size())})) {
    const auto begin = static_cast<qsizetype>(span.begin);
    const auto end = static_cast<qsizetype>(span.end);
    links.push_back(
        {QString::fromUtf8(utf8.left(begin)).size(), QString::fromUtf8(utf8.mid(begin, end - begin)).size()});
  }
  return links;
}

}  // namespace heliograph::ui
