// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <optional>
#include <string_view>

#include "phone/phone_state.h"

namespace heliograph::phone {

struct ParsedPhone;
struct WrittenNumber;

/// A number that a message can be sent to; made by parsePhone() only.
class PhoneNumber final {
 public:
  /// "+919812345678" (ITU-T E.164, with the plus).
  [[nodiscard]] const QString& e164() const { return m_e164; }
  /// ISO 3166 region of two letters ("IN"); empty for numbers of no country (satellite, freephone).
  [[nodiscard]] const QString& region() const { return m_region; }

  bool operator==(const PhoneNumber&) const = default;

 private:
  friend ParsedPhone judged(const WrittenNumber& written);
  PhoneNumber(QString e164, QString region) : m_e164(std::move(e164)), m_region(std::move(region)) {}

  QString m_e164;
  QString m_region;
};

/// What parsePhone() found out.
struct ParsedPhone {
  PhoneState state = PhoneState::None;
  std::optional<PhoneNumber> number;  ///< there if the state is Possible or Valid
  QString reason;                     ///< a sentence without the number if the state is Invalid or Possible
};

/// Reads a number as people write it. One without a country code is taken to be of `defaultRegion` (ISO 3166, "IN";
/// empty: a country code is needed). Blank text gives None. Safe from any thread.
[[nodiscard]] ParsedPhone parsePhone(std::string_view utf8, std::string_view defaultRegion);
[[nodiscard]] ParsedPhone parsePhone(QStringView text, QStringView defaultRegion);

/// Whether numbers of that region are known ("IN", "DE", …).
[[nodiscard]] bool isKnownRegion(QStringView region);

/// Reads digits as a number with its country code: Valid, or None for what isn't in use. Quicker than parsePhone() on
/// what is no number.
[[nodiscard]] ParsedPhone parseInternational(std::string_view digits);

/// Whether a number is a mobile one, or of a region that doesn't tell them apart from the others.
[[nodiscard]] bool isMobile(const PhoneNumber& number);

/// Whether numbers of a region are written with a zero before them at home (GB, DE, IN), and not in the US or Spain.
[[nodiscard]] bool writesZeroFirst(std::string_view region);

/// All known regions, sorted.
[[nodiscard]] QStringList knownRegions();

}  // namespace heliograph::phone
