// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <memory>

namespace heliograph::liquid {
class Value;
}

namespace heliograph::message {

/// Codes by the name of their pool.
using CodesByPool = std::map<QString, QString>;

/// The root Coupon of one text. Immutable; threads share it.
class CouponCodes final {
 public:
  explicit CouponCodes(const CodesByPool& codes);
  ~CouponCodes();
  CouponCodes(CouponCodes&&) noexcept;
  CouponCodes& operator=(CouponCodes&&) noexcept;
  CouponCodes(const CouponCodes&) = delete;
  CouponCodes& operator=(const CouponCodes&) = delete;

  /// A hash of pool -> code; it lives as long as this object.
  [[nodiscard]] const liquid::Value* value() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// What stands for a code where none is given away: as long as the code and of the same kind of signs, but never one
/// that could be redeemed. "Spring-8F3k" gives "Xxxxxx-0X0x".
[[nodiscard]] QString sampleOfCode(const QString& code);

}  // namespace heliograph::message
