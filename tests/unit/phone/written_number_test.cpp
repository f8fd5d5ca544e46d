// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/written_number.h"

#include <phonenumbers/phonenumberutil.h>

#include <QTest>
#include <random>
#include <set>

#include "phone/phone_number.h"

using namespace heliograph::phone;
using Number = i18n::phonenumbers::PhoneNumber;
using Util = i18n::phonenumbers::PhoneNumberUtil;

namespace {

/// The same numbers in every run.
constexpr unsigned fixedSeed = 20261122;

/// "valid +4915… DE", as the library alone has it.
std::string readByLibrary(const std::string& text, const std::string& region) {
  const Util& util = *Util::GetInstance();
  Number number;
  if (util.Parse(text, region, &number) != Util::NO_PARSING_ERROR || number.has_extension()) return "none";
  if (util.IsPossibleNumberWithReason(number) != Util::IS_POSSIBLE) return "none";
  std::string e164;
  util.Format(number, Util::E164, &e164);
  std::string where;
  const bool valid = util.IsValidNumber(number);
  if (valid) {
    util.GetRegionCodeForNumber(number, &where);
  } else {
    util.GetRegionCodeForCountryCode(number.country_code(), &where);
  }
  return (valid ? "valid " : "possible ") + e164 + ' ' + (where == "001" ? "" : where);
}

std::string readByUs(const std::string& text, const std::string& region) {
  const ParsedPhone parsed = parsePhone(std::string_view(text), region);
  if (!parsed.number) return "none";
  const QString told = parsed.number->e164() + QLatin1Char(' ') + parsed.number->region();
  return (parsed.state == PhoneState::Valid ? "valid " : "possible ") + told.toStdString();
}

}  // namespace

/// What is read quickly is what the library reads, however it is written.
class WrittenNumberTest final : public QObject {
  Q_OBJECT

  std::mt19937 m_random;

  unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }
  char digit() { return static_cast<char>('0' + below(10)); }
  std::string digits(std::size_t count) {
    std::string all(count, '0');
    for (char& each : all) each = digit();
    return all;
  }

  /// A number of the region, or one beside it.
  Number numberOf(const std::string& region) {
    Number number;
    const auto type = static_cast<Util::PhoneNumberType>(below(Util::VOICEMAIL + 1));
    if (below(3) == 0 || !Util::GetInstance()->GetExampleNumberForType(region, type, &number)) {
      Util::GetInstance()->GetExampleNumberForType(region, Util::MOBILE, &number);
    }
    return number;
  }
  std::string nationalOf(const Number& number) {
    std::string national;
    Util::GetInstance()->GetNationalSignificantNumber(number, &national);
    for (unsigned changes = below(3); changes > 0; --changes)
      national[below(static_cast<unsigned>(national.size()))] = digit();
    if (below(8) == 0) national += digits(1 + below(4));
    if (below(8) == 0) national.resize(1 + below(static_cast<unsigned>(national.size())));
    return national;
  }
  /// What people put between the digits.
  std::string spaced(const std::string& text) {
    static constexpr const char* signs[] = {" ", "-", ".", "(", ")", " - ", "/", "\t", "\u00a0", "~"};
    std::string all;
    for (const char c : text) {
      all += c;
      if (below(4) == 0) all += signs[below(below(6) == 0 ? 10 : 6)];
    }
    return all;
  }
  static std::string formatted(const Number& number, Util::PhoneNumberFormat format) {
    std::string text;
    Util::GetInstance()->Format(number, format, &text);
    return text;
  }

  std::string written(const std::string& region) {
    static constexpr const char* trunks[] = {"0", "1", "8", "06", "01", "9", "044", "90"};
    static constexpr const char* abroad[] = {"00", "011", "810", "0011", "010", "009", "99", "119"};
    static constexpr const char* behind[] = {" ext. 12", "x12", " #7", ";ext=4", "#", ",,5", " or 5", "*", "+"};
    const Number number = numberOf(region);
    const std::string national = nationalOf(number);
    const std::string code = std::to_string(number.country_code());
    switch (below(17)) {
      case 0:
        return '+' + code + national;
      case 1:
        return spaced('+' + code + national);
      case 2:
        return national;
      case 3:
        return spaced(national);
      case 4:
        return trunks[below(8)] + national;
      case 5:
        return spaced(trunks[below(8)] + national);
      case 6:
        return code + national;
      case 7:
        return abroad[below(8)] + code + national;
      case 8:
        return '+' + code + "(0)" + national;
      case 9:
        return code + trunks[below(8)] + national;
      case 10:
        return national + behind[below(9)];
      case 11:
        return national.substr(0, national.size() / 2) + "CALLNOW";
      case 12:
        return formatted(number, below(2) == 0 ? Util::NATIONAL : Util::INTERNATIONAL);
      case 13:
        return formatted(number, Util::RFC3966);
      case 14:
        return (below(2) == 0 ? "(+" : "++") + code + ") " + national;
      case 15:
        return '+' + digits(1 + below(20));
      default:
        return digits(1 + below(20));
    }
  }

  /// How many were read without the library.
  int compare(const std::string& region, int texts) {
    int quickly = 0;
    for (int i = 0; i < texts; ++i) {
      const std::string text = written(region);
      const std::string told = readByUs(text, region);
      const std::string expected = readByLibrary(text, region);
      if (told != expected) {
        QTest::qFail(qPrintable(QStringLiteral("“%1” in %2: %3 instead of %4")
                                    .arg(QString::fromStdString(text), QString::fromStdString(region),
                                         QString::fromStdString(told), QString::fromStdString(expected))),
                     __FILE__, __LINE__);
        return quickly;
      }
      quickly += readWrittenNumber(text, region) ? 1 : 0;
    }
    return quickly;
  }

 private Q_SLOTS:
  void init() { m_random.seed(fixedSeed); }

  void everyRegionsNumbersAreReadLikeTheLibraryDoes() {
    static constexpr int each = 90;
    std::set<std::string> regions;
    Util::GetInstance()->GetSupportedRegions(&regions);
    int quickly = 0;
    for (const std::string& region : regions) {
      quickly += compare(region, each);
      if (QTest::currentTestFailed()) return;
    }
    QVERIFY2(quickly > static_cast<int>(regions.size()) * each / 2, std::to_string(quickly).c_str());
  }

  void numbersAreReadLikeTheLibraryDoes_data() {
    QTest::addColumn<QString>("region");
    for (const char* region : {"US", "CA", "BS", "KZ", "RU", "GB", "JE", "DE", "IN", "BR",
                               "MX", "AR", "IT", "AU", "FI", "CN", "HU", "NF", "CR", "ZZ"}) {
      QTest::newRow(region) << QString::fromLatin1(region);
    }
  }
  void numbersAreReadLikeTheLibraryDoes() {
    QFETCH(QString, region);
    compare(region.toStdString(), 700);
  }

  void ofThoseOfAnotherCountryTheCodeDecides() {
    static constexpr const char* regions[] = {"IN", "US", "GB", "FR", "BR", "NG", "AG", "RU", "ID", "VA"};
    for (int i = 0; i < 1500; ++i) {
      const std::string region = regions[below(10)];
      const Number number = numberOf(regions[below(10)]);
      const std::string text =
          (below(4) == 0 ? "00" : "+") + std::to_string(number.country_code()) + nationalOf(number);
      QCOMPARE(readByUs(text, region), readByLibrary(text, region));
    }
  }

  void whatFilesHoldNeedsNoLibrary_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("national");
    const auto row = [](const char* name, const char* text, const char* region, const char* national) {
      QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(region) << QString::fromLatin1(national);
    };
    row("a plus", "+919812345678", "IN", "9812345678");
    row("at home", "98123 45678", "IN", "9812345678");
    row("the own code", "919812345678", "IN", "9812345678");
    row("a trunk zero", "0171-1234567", "DE", "1711234567");
    row("a zero that stays", "06 698 12345", "IT", "0669812345");
    row("brackets", "(415) 555-2671", "US", "4155552671");
    row("a one before it", "1 415 555 2671", "US", "4155552671");
    row("two zeros", "0033 6 12 34 56 78", "DE", "612345678");
    row("a zero in brackets", "+44 (0)7911 123456", "IN", "7911123456");
  }
  void whatFilesHoldNeedsNoLibrary() {
    QFETCH(QString, text);
    QFETCH(QString, region);
    QFETCH(QString, national);
    const auto read = readWrittenNumber(text.toStdString(), region.toStdString());
    QVERIFY(read);
    QCOMPARE(QString::fromStdString(read->national), national);
  }

  void whatMayBeAnythingIsLeftToTheLibrary_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "12", "call me", "+49 171 1234567 ext. 5", "0171/1234567", "+999123456",
                             "++4917112345", "49+171", "123456789012345678901"}) {
      QTest::newRow(text) << QString::fromLatin1(text);
    }
  }
  void whatMayBeAnythingIsLeftToTheLibrary() {
    QFETCH(QString, text);
    QVERIFY(!readWrittenNumber(text.toStdString(), "DE"));
  }
};

QTEST_GUILESS_MAIN(WrittenNumberTest)
#include "written_number_test.moc"
