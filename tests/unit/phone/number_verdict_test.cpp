// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/number_verdict.h"

#include <phonenumbers/phonenumberutil.h>

#include <QTest>
#include <random>
#include <set>

#include "phone/deciding_digits.h"
#include "phone/phone_number.h"

using namespace heliograph::phone;
using Util = i18n::phonenumbers::PhoneNumberUtil;

namespace {

/// Numbers of all kinds that a calling code has, to begin with.
std::vector<std::string> exampleDigits(int callingCode) {
  std::vector<std::string> examples;
  std::list<std::string> regions;
  Util::GetInstance()->GetRegionCodesForCountryCallingCode(callingCode, &regions);
  for (const std::string& region : regions) {
    for (int type = Util::FIXED_LINE; type <= Util::VOICEMAIL; ++type) {
      i18n::phonenumbers::PhoneNumber number;
      if (!Util::GetInstance()->GetExampleNumberForType(region, static_cast<Util::PhoneNumberType>(type), &number))
        continue;
      examples.push_back(std::to_string(number.national_number()));
    }
  }
  return examples;
}

bool sameVerdict(const NumberVerdict& a, const NumberVerdict& b) {
  return a.possible == b.possible && a.valid == b.valid && a.mobile == b.mobile && a.regionView() == b.regionView();
}

}  // namespace

class NumberVerdictTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsRememberedIsWhatTheLibrarySays() {
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto digit = [&random] { return static_cast<char>('0' + random() % 10); };
    for (const DecidingDigits& each : decidingDigits) {
      const auto examples = exampleDigits(each.callingCode);
      for (int prefix = 0; prefix < 12; ++prefix) {
        std::string digits(each.length, '0');
        if (!examples.empty() && prefix % 3 != 0) digits = examples[random() % examples.size()];
        digits.resize(each.length, '5');
        // Some digits of what decides are changed, too, so that numbers on both sides of a border come.
        for (std::size_t i = prefix % 4; i < each.digits; ++i) {
          if (prefix % 3 == 0 || random() % 3 == 0) digits[i] = digit();
        }
        if (digits.front() == '0') digits.front() = '9';
        for (int number = 0; number < 12; ++number) {
          for (std::size_t i = each.digits; i < digits.size(); ++i) digits[i] = digit();
          QVERIFY2(sameVerdict(verdictOf(each.callingCode, digits), verdictOfLibrary(each.callingCode, digits)),
                   qPrintable(QStringLiteral("+%1 %2").arg(each.callingCode).arg(QString::fromStdString(digits))));
        }
      }
    }
  }

  void parsingSaysWhatTheLibrarySays_data() {
    QTest::addColumn<QString>("region");
    for (const char* region : {"IN", "US", "GB", "DE", "FR", "BR", "ID", "AE", "IT", "ES", "MX", "NG", "KZ"}) {
      QTest::newRow(region) << QString::fromLatin1(region);
    }
  }
  void parsingSaysWhatTheLibrarySays() {
    QFETCH(QString, region);
    const Util& util = *Util::GetInstance();
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    i18n::phonenumbers::PhoneNumber example;
    QVERIFY(util.GetExampleNumberForType(region.toStdString(), Util::MOBILE, &example));
    const std::string beginning = std::to_string(example.national_number());
    for (int i = 0; i < 1500; ++i) {
      std::string digits = beginning;
      for (std::size_t at = random() % 5; at < digits.size(); ++at) digits[at] = static_cast<char>('0' + random() % 10);
      const bool international = i % 2 == 0;
      const std::string text = international ? '+' + std::to_string(example.country_code()) + digits : digits;
      const ParsedPhone parsed = parsePhone(std::string_view(text), region.toStdString());
      i18n::phonenumbers::PhoneNumber expected;
      const bool isNumber = util.Parse(text, region.toStdString(), &expected) == Util::NO_PARSING_ERROR &&
                            util.IsPossibleNumberWithReason(expected) == Util::IS_POSSIBLE;
      std::string why = text;
      QVERIFY2((parsed.state != PhoneState::Invalid) == isNumber, why.c_str());
      if (!isNumber) continue;
      QVERIFY2((parsed.state == PhoneState::Valid) == util.IsValidNumber(expected), why.c_str());
      std::string e164;
      util.Format(expected, Util::E164, &e164);
      QCOMPARE(parsed.number->e164().toStdString(), e164);
      std::string where;
      util.GetRegionCodeForNumber(expected, &where);
      if (parsed.state == PhoneState::Valid) QCOMPARE(parsed.number->region().toStdString(), where);
    }
  }
};

QTEST_GUILESS_MAIN(NumberVerdictTest)
#include "number_verdict_test.moc"
