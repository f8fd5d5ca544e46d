// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <map>
#include <optional>

#include "core/result.h"

class QLocale;

namespace heliograph {

/// An amount in millionths of a currency's unit, so that the price of one text is exact.
struct Money {
  qint64 micros = 0;
  QString currency;  ///< ISO 4217, upper case ("EUR"); empty only for nothing at all

  /// Reads "0.0455" (a point, at most six decimals, no grouping) and "EUR". Error: InvalidInput, in words.
  [[nodiscard]] static Result<Money> parse(QStringView amount, QStringView currency);

  /// The amount so many times; nothing if that is beyond what fits.
  [[nodiscard]] std::optional<Money> times(qint64 count) const;
  /// "0.0455": for files and JSON; no currency, no grouping, as many decimals as it takes.
  [[nodiscard]] QString decimal() const;
  /// "€1,530.20": rounded to the currency's smallest coin, with more decimals only where it would be nothing else.
  [[nodiscard]] QString text(const QLocale& locale) const;
  [[nodiscard]] QString text() const;
  /// "€0.0455": all decimals that say something, at least those of the smallest coin.
  [[nodiscard]] QString exactText(const QLocale& locale) const;
  [[nodiscard]] QString exactText() const;

  bool operator==(const Money&) const = default;
};

/// Whether this is a code of three letters A-Z, as ISO 4217 has them.
[[nodiscard]] bool isCurrencyCode(QStringView code);
/// "€", "CA$", or the code itself where there is no sign that all understand.
[[nodiscard]] QString currencySign(const QString& code);
/// Decimals of the smallest coin: 2 for EUR, 0 for JPY, 3 for KWD.
[[nodiscard]] int currencyDecimals(const QString& code);

/// Amounts of several currencies, each for itself. Sums that do not fit stay at the largest that does.
class MoneySum final {
 public:
  MoneySum() = default;
  explicit MoneySum(const Money& money) { add(money); }

  /// Adds an amount, so many times.
  void add(const Money& money, qint64 count = 1);
  MoneySum& operator+=(const MoneySum& other);
  /// What must be added to `other` to get this.
  [[nodiscard]] MoneySum operator-(const MoneySum& other) const;

  /// True if it is nothing in every currency.
  [[nodiscard]] bool isZero() const { return m_micros.empty(); }
  /// Millionths by currency, in the order of the codes; none of them is 0.
  [[nodiscard]] const std::map<QString, qint64>& micros() const { return m_micros; }

  /// "€1,530.20", "€1,530.20 + $12.00"; "0" for nothing.
  [[nodiscard]] QString text(const QLocale& locale) const;
  [[nodiscard]] QString text() const;
  /// "€1,530 + $12.40": whole units from 100 on.
  [[nodiscard]] QString shortText() const;
  /// "+€24.10", "−€3.00, +$12.00": as a change.
  [[nodiscard]] QString changeText() const;

  bool operator==(const MoneySum&) const = default;

 private:
  void put(const QString& currency, qint64 micros);

  std::map<QString, qint64> m_micros;
};

}  // namespace heliograph
