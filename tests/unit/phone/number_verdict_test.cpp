// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/number_verdict.h"

#include <phonenumbers/phonenumberutil.h>

#include <QTest>
#include <random>
#include <set>

#include "phone/number_plans.h"

using namespace heliograph::phone;
using Util = i18n::phonenumbers::PhoneNumberUtil;

namespace {

/// The same numbers in every run.
constexpr unsigned fixedSeed = 20261122;
constexpr std::size_t mostDigits = 17;

std::set<int> callingCodes() {
  std::set<int> codes;
  Util::GetInstance()->GetSupportedCallingCodes(&codes);
  return codes;
}

/// Numbers of all kinds that a calling code has, to begin with.
std::vector<std::string> exampleDigits(int callingCode) {
  std::vector<std::string> examples;
  const auto add = [&examples](const i18n::phonenumbers::PhoneNumber& number) {
    std::string digits;
    Util::GetInstance()->GetNationalSignificantNumber(number, &digits);
    examples.push_back(digits);
  };
  i18n::phonenumbers::PhoneNumber number;
  if (Util::GetInstance()->GetExampleNumberForNonGeoEntity(callingCode, &number)) add(number);
  std::list<std::string> regions;
  Util::GetInstance()->GetRegionCodesForCountryCallingCode(callingCode, &regions);
  for (const std::string& region : regions) {
    for (int type = Util::FIXED_LINE; type <= Util::VOICEMAIL; ++type) {
      if (Util::GetInstance()->GetExampleNumberForType(region, static_cast<Util::PhoneNumberType>(type), &number))
        add(number);
    }
  }
  return examples;
}

bool isSame(const NumberVerdict& a, const NumberVerdict& b) {
  return a.length == b.length && a.valid == b.valid && a.mobile == b.mobile && a.regionView() == b.regionView();
}

/// Empty if the library says the same.
std::string difference(int callingCode, const std::string& digits) {
  return isSame(verdictOf(callingCode, digits), verdictOfLibrary(callingCode, digits))
             ? std::string()
             : '+' + std::to_string(callingCode) + ' ' + digits;
}

}  // namespace

class NumberVerdictTest final : public QObject {
  Q_OBJECT

  std::mt19937 m_random;

  char digit() { return static_cast<char>('0' + m_random() % 10); }
  std::string digits(std::size_t count) {
    std::string all(count, '0');
    for (char& each : all) each = digit();
    return all;
  }

 private Q_SLOTS:
  void init() { m_random.seed(fixedSeed); }

  void thePatternsOfEveryRegionAreUnderstood() {
    std::set<std::string> regions;
    Util::GetInstance()->GetSupportedRegions(&regions);
    QVERIFY(regions.size() > 200);
    for (const std::string& region : regions) {
      const NumberPlan* plan = planOfRegion(region);
      QVERIFY2(plan != nullptr, region.c_str());
      QCOMPARE(plan->callingCode(), Util::GetInstance()->GetCountryCodeForRegion(region));
    }
    for (const int code : callingCodes()) {
      std::string region;
      Util::GetInstance()->GetRegionCodeForCountryCode(code, &region);
      QVERIFY2(!plansOfCallingCode(code).empty(), std::to_string(code).c_str());
      QCOMPARE(plansOfCallingCode(code).front()->region(), region);
    }
    QVERIFY(plansOfCallingCode(999).empty());
    QVERIFY(planOfRegion("ZZ") == nullptr);
  }

  void numbersOfEveryLengthAreJudgedLikeTheLibraryDoes() {
    for (const int code : callingCodes()) {
      for (std::size_t length = 1; length <= mostDigits; ++length) {
        for (int i = 0; i < 6; ++i) QCOMPARE(difference(code, digits(length)), std::string());
      }
    }
  }

  void numbersInUseAndTheirNeighboursAreJudgedLikeTheLibraryDoes() {
    for (const int code : callingCodes()) {
      const auto examples = exampleDigits(code);
      for (std::size_t i = 0; i < std::max<std::size_t>(examples.size() * 2, 60); ++i) {
        if (examples.empty()) break;
        std::string near = examples[i % examples.size()];
        // Where a number is changed tells on which side of a border it falls.
        const std::size_t changes = m_random() % 3;
        for (std::size_t change = 0; change < changes; ++change) near[m_random() % near.size()] = digit();
        if (m_random() % 8 == 0) near += digit();
        if (m_random() % 8 == 0 && near.size() > 1) near.pop_back();
        QCOMPARE(difference(code, near), std::string());
      }
    }
  }

  void everyBeginningIsJudgedLikeTheLibraryDoes_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("length");
    for (const auto& [code, length] : {std::pair(1, 10), std::pair(7, 10), std::pair(33, 9), std::pair(39, 10),
                                       std::pair(44, 10), std::pair(49, 11), std::pair(52, 10), std::pair(54, 11),
                                       std::pair(55, 11), std::pair(61, 9), std::pair(86, 11), std::pair(91, 10)}) {
      QTest::addRow("+%d with %d digits", code, length) << code << length;
    }
  }
  void everyBeginningIsJudgedLikeTheLibraryDoes() {
    QFETCH(int, code);
    QFETCH(int, length);
    for (int beginning = 0; beginning < 1000; ++beginning) {
      const std::string rest = digits(static_cast<std::size_t>(length) - 3);
      const std::string number = QStringLiteral("%1").arg(beginning, 3, 10, QLatin1Char('0')).toStdString() + rest;
      QCOMPARE(difference(code, number), std::string());
    }
  }
};

QTEST_GUILESS_MAIN(NumberVerdictTest)
#include "number_verdict_test.moc"
