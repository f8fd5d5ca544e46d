// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

#include "message/message_lint.h"

/// Texts that were registered beforehand, as India's DLT rules want it: fixed words and places for values, "Hi {#var#},
/// your order {#var#} is here".
namespace heliograph::message {

/// A stretch of an approved text.
struct TemplatePiece {
  bool isPlace = false;  ///< for a value; else fixed words
  QString text;          ///< as written

  bool operator==(const TemplatePiece&) const = default;
};

/// So many characters a place holds by the DLT rules.
inline constexpr int mostInPlace = 30;

/// The pieces of an approved text in order. Places are {#var#} and what portals write for it: {#name#}, ##name##,
/// {{name}}, {{1}}, and var, var1 … in {}, [] or <>.
[[nodiscard]] std::vector<TemplatePiece> templatePieces(const QString& approved);
[[nodiscard]] int placesIn(const QString& approved);
/// The text with values in its places, in order; a place without one stays as it is written.
[[nodiscard]] QString filledTemplate(const QString& approved, const QStringList& values);

/// Where a text stops being the approved one.
struct TemplateMismatch {
  qsizetype at = 0;  ///< character of the text
  QString expected;  ///< the approved words from there on; empty: the approved text is over

  bool operator==(const TemplateMismatch&) const = default;
};

/// An approved text, ready to be compared with many.
class TemplateMatcher final {
 public:
  explicit TemplateMatcher(const QString& approved);

  /// Nothing if the text is the approved one with any values in its places.
  [[nodiscard]] std::optional<TemplateMismatch> mismatch(const QString& text) const;
  /// Where each place of a text that matches begins and ends, in order; empty if it doesn't.
  [[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> places(const QString& text) const;

 private:
  /// Where each fixed piece begins; or where and in which piece it ends.
  struct Walk {
    std::vector<qsizetype> begins;
    std::optional<TemplateMismatch> mismatch;
  };
  [[nodiscard]] Walk walk(const QString& text) const;

  QStringList m_fixed;  ///< one more than places; may be empty texts
};

/// The places of a message's source for which nothing was chosen yet, as ranges of bytes: {#1#}, {#var#}.
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> openPlaces(QByteArrayView source);
/// The number of an open place, from 1, as messageOfTemplate() writes it ("{#2#}"); 0 if it has none.
[[nodiscard]] int openPlaceNumber(QByteArrayView place);

/// What an editor marks in a message that has to be the approved text: "template_mismatch" at the first place where it
/// isn't, "template_place_long" for fixed words in a place that holds fewer, "template_place_open" for a place that has
/// nothing yet. What personalises counts as a value.
/// `behind` is what is sent behind every text. Open places are told of in any text. Nothing else while no approved text
/// is given, and where tags decide what is written: each person's text says it then.
[[nodiscard]] std::vector<MessageProblem> templateProblems(const QString& approved, const QByteArray& source,
                                                           const QString& behind = {});

/// The Liquid of a message that says the approved text, with a variable's source in each place, in order; a place
/// without one stays open, in a spelling that no Liquid is, with its number: {#2#}.
[[nodiscard]] QByteArray messageOfTemplate(const QString& approved, const std::vector<QByteArray>& variables);

}  // namespace heliograph::message
