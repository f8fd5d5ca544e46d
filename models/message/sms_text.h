// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

namespace heliograph::message {

/// How a text travels: the GSM 7 bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1), or UCS-2.
enum class Encoding { Gsm7, Ucs2 };

/// "GSM-7" or "UCS-2".
[[nodiscard]] QString encodingName(Encoding encoding);

/// What a text costs on the air.
struct SmsMeasure {
  Encoding encoding = Encoding::Gsm7;
  int units = 0;       ///< septets (extension characters count two) or UTF-16 units
  int parts = 0;       ///< messages that are sent and charged; 0 for an empty text
  int leftInPart = 0;  ///< units that still fit without another part

  bool operator==(const SmsMeasure&) const = default;
};

/// Units in one part: 160/70 alone, 153/67 when there are several, as each then carries a 6 octet header (3GPP
/// TS 23.040, 9.2.3.24.1).
[[nodiscard]] int unitsPerPart(Encoding encoding, bool several);

/// Measures UTF-8 text. Neither an extension pair nor a surrogate pair is split between parts, so parts may end a unit
/// early. Bytes that are no UTF-8 count as one U+FFFD each.
[[nodiscard]] SmsMeasure measureSms(std::string_view utf8);

/// The pieces in which a text arrives; joined they are the text.
[[nodiscard]] QStringList splitIntoParts(QStringView text);

/// A character that is outside GSM-7 and so makes the whole text UCS-2.
struct CostlyCharacter {
  QString character;
  char32_t codepoint = 0;
  qsizetype at = 0;                    ///< index in code points
  std::optional<QString> replacement;  ///< reads the same and stays in GSM-7, see gsmReplacement()
};

/// The characters that push the text to UCS-2, in order.
[[nodiscard]] std::vector<CostlyCharacter> costlyCharacters(QStringView text);

/// What a character may be replaced with to stay in GSM-7, such as ' for ’; an empty text for characters that print
/// nothing, none if there is no fair replacement. See gsmLikeness().
[[nodiscard]] std::optional<QString> gsmReplacement(char32_t codepoint);

}  // namespace heliograph::message
