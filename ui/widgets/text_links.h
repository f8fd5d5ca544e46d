// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <vector>

namespace heliograph::ui {

/// A piece of a text that a phone makes a link of, in UTF-16 units.
struct TextLink {
  qsizetype begin = 0;
  qsizetype length = 0;

  bool operator==(const TextLink&) const = default;
};

/// What phones turn into links, see message::findLinks().
[[nodiscard]] std::vector<TextLink> textLinks(QStringView text);

}  // namespace heliograph::ui
