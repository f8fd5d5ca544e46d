// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <cstddef>
#include <string_view>
#include <vector>

namespace heliograph::message {

/// A piece of a text that a phone makes a link of.
struct LinkSpan {
  std::size_t begin = 0;  ///< byte range in the text
  std::size_t end = 0;

  bool operator==(const LinkSpan&) const = default;
};

/// What phones turn into links, in order: addresses with http, https or www, and bare names of sites with a path
/// ("nova.example/bf") or a common ending ("nova.com"), also international ones. A full stop, comma, quotation mark or
/// a bracket that was opened before it belongs to the sentence; mail addresses and other schemes are none.
[[nodiscard]] std::vector<LinkSpan> findLinks(std::string_view utf8);

/// A link as it stands in a message's source.
struct SourceLink {
  qsizetype begin = 0;  ///< byte range in the source
  qsizetype end = 0;
  QString text;
  bool isPersonal = false;  ///< an output of Liquid is a part of it

  bool operator==(const SourceLink&) const = default;
};

/// The links that a message's source prints as they stand, or with outputs inside; comments and tags hold none.
[[nodiscard]] std::vector<SourceLink> linksInSource(const QByteArray& source);

/// What a phone opens for a link: the address itself, or with http:// where the text gives no scheme.
[[nodiscard]] QUrl addressOfLink(const QString& link);

}  // namespace heliograph::message
