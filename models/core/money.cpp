// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>
#include <limits>

namespace heliograph {
namespace {

constexpr int kDecimals = 6;
constexpr quint64 kUnit = 1'000'000;
constexpr quint64 kShortFrom = 100 * kUnit;
constexpr qint64 kMost = std::numeric_limits<qint64>::max();

struct Sign {
  QLatin1String code;
  const char16_t* sign;
};

// Those that can't be taken for another's; dollars but the American one with their country.
constexpr std::array kSigns{
    Sign{QLatin1String("EUR"), u"€"},   Sign{QLatin1String("USD"), u"$"},   Sign{QLatin1String("GBP"), u"£"},
    Sign{QLatin1String("INR"), u"₹"},   Sign{QLatin1String("JPY"), u"¥"},   Sign{QLatin1String("CNY"), u"CN¥"},
    Sign{QLatin1String("KRW"), u"₩"},   Sign{QLatin1String("BRL"), u"R$"},  Sign{QLatin1String("CAD"), u"CA$"},
    Sign{QLatin1String("AUD"), u"A$"},  Sign{QLatin1String("NZD"), u"NZ$"}, Sign{QLatin1String("MXN"), u"MX$"},
    Sign{QLatin1String("HKD"), u"HK$"}, Sign{QLatin1String("TWD"), u"NT$"}, Sign{QLatin1String("ILS"), u"₪"},
    Sign{QLatin1String("VND"), u"₫"},   Sign{QLatin1String("PHP"), u"₱"},
};

quint64 magnitude(qint64 micros) {
  return micros < 0 ? quint64{0} - static_cast<quint64>(micros) : static_cast<quint64>(micros);
}

quint64 power(int exponent) {
  quint64 result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

/// The amount with so many decimals, rounded half up, in the locale's digits and separators.
QString number(quint64 micros, int decimals, const QLocale& locale) {
  const quint64 step = power(kDecimals - decimals);
  const quint64 rounded = (micros + step / 2) / step;
  const quint64 scale = power(decimals);
  QString text = locale.toString(rounded / scale);
  if (decimals == 0) return text;
  const QString fraction = QString::number(rounded % scale).rightJustified(decimals, u'0');
  text += locale.decimalPoint();
  const QString zero = locale.zeroDigit();
  for (const QChar digit : fraction) {
    const auto value = static_cast<char32_t>(digit.unicode() - u'0');
    const char32_t glyph = zero.toUcs4().value(0, U'0') + value;
    text += QString::fromUcs4(&glyph, 1);
  }
  return text;
}

/// Decimals that say something, at least `least`.
int exactDecimals(quint64 micros, int least) {
  int decimals = kDecimals;
  while (decimals > least && micros % power(kDecimals - decimals + 1) == 0) --decimals;
  return decimals;
}

/// Decimals of the smallest coin, more if the amount would be shown as nothing.
int roundDecimals(quint64 micros, int least) {
  int decimals = least;
  while (micros != 0 && decimals < kDecimals && micros < power(kDecimals - decimals) / 2) ++decimals;
  return decimals;
}

QString withSign(const QString& number, bool negative, const QString& currency) {
  const QString sign = currencySign(currency);
  const bool isCode = sign == currency && !currency.isEmpty();
  return (negative ? QStringLiteral("−") : QString()) + sign + (isCode ? QStringLiteral(" ") : QString()) + number;
}

QString moneyText(qint64 micros, const QString& currency, const QLocale& locale) {
  const quint64 size = magnitude(micros);
  const int decimals = roundDecimals(size, currencyDecimals(currency));
  return withSign(number(size, decimals, locale), micros < 0, currency);
}

QString shortMoneyText(qint64 micros, const QString& currency, const QLocale& locale) {
  const quint64 size = magnitude(micros);
  if (size < kShortFrom) return moneyText(micros, currency, locale);
  return withSign(number(size, 0, locale), micros < 0, currency);
}

Error notAnAmount(QStringView amount) {
  return Error{ErrorCode::InvalidInput,
               QStringLiteral("“%1” is no price. Write it with a point and at most six decimals, as in 0.0455.")
                   .arg(amount.toString().left(40)),
               {}};
}

}  // namespace

bool isCurrencyCode(QStringView code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

QString currencySign(const QString& code) {
  const auto found = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& each) { return code == each.code; });
  return found == kSigns.end() ? code : QString::fromUtf16(found->sign);
}

int currencyDecimals(const QString& code) {
  static const QStringList none =
      QStringLiteral("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF").split(u' ');
  static const QStringList three = QStringLiteral("BHD IQD JOD KWD LYD OMR TND").split(u' ');
  if (none.contains(code)) return 0;
  return three.contains(code) ? 3 : 2;
}

Result<Money> Money::parse(QStringView amount, QStringView currency) {
  const QString code = currency.trimmed().toString().toUpper();
  if (!isCurrencyCode(code)) {
    return fail(
        ErrorCode::InvalidInput,
        QStringLiteral("“%1” is no currency. Write its three letters, as in EUR.").arg(currency.toString().left(40)));
  }
  const QStringView text = amount.trimmed();
  const qsizetype point = text.indexOf(u'.');
  const QStringView whole = point < 0 ? text : text.left(point);
  const QStringView fraction = point < 0 ? QStringView() : text.mid(point + 1);
  const auto digits = [](QStringView part) {
    return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
  };
  // Nine digits of units are more than any text costs, and leave room to multiply.
  if (whole.isEmpty() || whole.size() > 9 || !digits(whole) || !digits(fraction) || fraction.size() > kDecimals ||
      (point >= 0 && fraction.isEmpty())) {
    return fail(notAnAmount(amount));
  }
  const qint64 units = whole.toLongLong();
  const qint64 parts = fraction.toString().leftJustified(kDecimals, u'0').toLongLong();
  return Money{units * static_cast<qint64>(kUnit) + parts, code};
}

std::optional<Money> Money::times(qint64 count) const {
  qint64 product = 0;
  if (__builtin_mul_overflow(micros, count, &product)) return std::nullopt;
  return Money{product, currency};
}

QString Money::decimal() const {
  QLocale plain = QLocale::c();
  plain.setNumberOptions(QLocale::OmitGroupSeparator);
  const quint64 size = magnitude(micros);
  return (micros < 0 ? QStringLiteral("-") : QString()) + number(size, exactDecimals(size, 0), plain);
}

QString Money::text(const QLocale& locale) const {
  return moneyText(micros, currency, locale);
}

QString Money::text() const {
  return text(QLocale());
}

QString Money::exactText(const QLocale& locale) const {
  const quint64 size = magnitude(micros);
  return withSign(number(size, exactDecimals(size, currencyDecimals(currency)), locale), micros < 0, currency);
}

QString Money::exactText() const {
  return exactText(QLocale());
}

void MoneySum::put(const QString& currency, qint64 micros) {
  if (micros == 0) {
    m_micros.erase(currency);
  } else {
    m_micros[currency] = micros;
  }
}

void MoneySum::add(const Money& money, qint64 count) {
  const auto found = m_micros.find(money.currency);
  const qint64 before = found == m_micros.end() ? 0 : found->second;
  const auto product = money.times(count);
  const bool negative = (money.micros < 0) != (count < 0);
  qint64 sum = 0;
  if (!product || __builtin_add_overflow(before, product->micros, &sum)) sum = negative ? -kMost : kMost;
  put(money.currency, sum);
}

MoneySum& MoneySum::operator+=(const MoneySum& other) {
  for (const auto& [currency, micros] : other.m_micros) add({micros, currency});
  return *this;
}

MoneySum MoneySum::operator-(const MoneySum& other) const {
  MoneySum difference = *this;
  for (const auto& [currency, micros] : other.m_micros) difference.add({micros, currency}, -1);
  return difference;
}

QString MoneySum::text(const QLocale& locale) const {
  QStringList amounts;
  for (const auto& [currency, micros] : m_micros) amounts << moneyText(micros, currency, locale);
  return amounts.isEmpty() ? locale.toString(0) : amounts.join(QStringLiteral(" + "));
}

QString MoneySum::text() const {
  return text(QLocale());
}

QString MoneySum::shortText() const {
  const QLocale locale;
  QStringList amounts;
  for (const auto& [currency, micros] : m_micros) amounts << shortMoneyText(micros, currency, locale);
  return amounts.isEmpty() ? locale.toString(0) : amounts.join(QStringLiteral(" + "));
}

QString MoneySum::changeText() const {
  const QLocale locale;
  QStringList amounts;
  for (const auto& [currency, micros] : m_micros) {
    amounts << (micros > 0 ? QStringLiteral("+") : QString()) + shortMoneyText(micros, currency, locale);
  }
  return amounts.isEmpty() ? locale.toString(0) : amounts.join(QStringLiteral(", "));
}

}  // namespace heliograph
