// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace heliograph::message {

/// What a pill stands for: a property of a root, and what to say where a person has none.
struct PersonalisationToken {
  QString root = QStringLiteral("Profile");  ///< "Profile", "Event", "Campaign", "Coupon" or "Linked.Shop"
  QString property;
  std::optional<QString> fallback;  ///< none asked for: missing values leave a gap
  QString dateFormat = {};          ///< how a date is written, as in strftime; empty: as it is

  bool operator==(const PersonalisationToken&) const = default;
};

/// The Liquid that stands for the token: `{{ Profile.first_name | default: "there" }}`; a property whose name is no
/// identifier stands in brackets. Liquid strings have no escapes, so double quotes in a fallback that also has single
/// ones become single ones.
[[nodiscard]] QByteArray formatToken(const PersonalisationToken& token);

/// The variable alone: `Profile.first_name`, or `Profile["First name"]` where the name is no identifier.
[[nodiscard]] QByteArray formatPath(const QString& root, const QString& property);

/// The token, if `source` is exactly one `{{ Root.property }}`, with at most a `date:` and, behind it, a `default:`,
/// each of one literal text.
[[nodiscard]] std::optional<PersonalisationToken> parseToken(QByteArrayView source);

/// A stretch of a message's source: either a token, or text (plain text and any other Liquid).
struct SourcePiece {
  qsizetype begin = 0;  ///< byte offsets in the source
  qsizetype end = 0;
  std::optional<PersonalisationToken> token;
};

/// Cuts a source into its pieces; laid side by side they are the source, byte for byte. What stands inside raw, comment
/// and doc blocks is text.
[[nodiscard]] std::vector<SourcePiece> tokenise(QByteArrayView source);

}  // namespace heliograph::message
