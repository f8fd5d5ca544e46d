// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <array>

#include "message/sms_text.h"

using namespace heliograph::message;

namespace {

/// The GSM 7 bit default alphabet (3GPP TS 23.038, 6.2.1) in the order of its codes, without the escape.
const QString alphabet = QStringLiteral(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà");
/// Its extension table (6.2.1.1); each of these takes the escape and a code.
const QString extension = QStringLiteral("\f^{}\\[~]|€");

/// What a text costs, by the slow way: the parts are written out as lists of characters.
struct SlowCount {
  bool gsm = true;
  int units = 0;
  QStringList parts;
};

int slowUnits(const QString& character, bool gsm) {
  return gsm ? (extension.contains(character) ? 2 : 1) : static_cast<int>(character.size());
}

SlowCount countSlowly(const QString& text) {
  QStringList characters;
  for (const uint codepoint : text.toUcs4()) {
    const auto one = static_cast<char32_t>(codepoint);
    characters << QString::fromUcs4(&one, 1);
  }
  SlowCount count;
  for (const QString& character : characters) {
    count.gsm = count.gsm && character.size() == 1 && (alphabet.contains(character) || extension.contains(character));
  }
  for (const QString& character : characters) count.units += slowUnits(character, count.gsm);
  const int alone = count.gsm ? 160 : 70;
  const int room = count.units <= alone ? alone : count.gsm ? 153 : 67;
  int used = room;
  for (const QString& character : characters) {
    const int units = slowUnits(character, count.gsm);
    if (used + units > room) {
      count.parts << QString();
      used = 0;
    }
    count.parts.last() += character;
    used += units;
  }
  return count;
}

/// Texts without a pattern, with lengths near the ends of parts more often than others.
class RandomTexts {
 public:
  explicit RandomTexts(quint32 seed) : m_random(seed) {}

  QString next() {
    static const QList<int> edges{0,   1,   66,  67,  68,  69,  70,  71,  133, 134, 135,
                                  152, 153, 154, 159, 160, 161, 305, 306, 307, 459};
    const int length =
        m_random.bounded(2) == 0 ? edges[m_random.bounded(static_cast<int>(edges.size()))] : m_random.bounded(700);
    const int strange = m_random.bounded(3);
    const int rarity = 2 + m_random.bounded(200);
    QString text;
    while (text.size() < length) {
      if (m_random.bounded(rarity) == 0) {
        text += extension[m_random.bounded(static_cast<int>(extension.size()))];
      } else if (strange == 0 && m_random.bounded(rarity) == 0) {
        text += strangeCharacter();
      } else {
        text += alphabet[m_random.bounded(static_cast<int>(alphabet.size()))];
      }
    }
    return text;
  }

 private:
  QString strangeCharacter() {
    static constexpr std::array<char32_t, 14> some{U'ç',      U'`',  U'’',      U'я', U'अ', U'م',    U'中',
                                                   U'\u200D', U'\t', U'\uFFFD', U'😀', U'👍', U'🏽', U'\U0010FFFF'};
    const char32_t one = m_random.bounded(3) == 0
                             ? static_cast<char32_t>(0x10000 + m_random.bounded(0xFFFFF))
                             : some[static_cast<std::size_t>(m_random.bounded(static_cast<int>(some.size())))];
    return QString::fromUcs4(&one, 1);
  }

  QRandomGenerator m_random;
};

}  // namespace

/// The counting of parts against one that is written to be read, not to be quick.
class SmsRandomTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theAlphabetIsWhole() {
    QCOMPARE(alphabet.size(), 127);
    QCOMPARE(extension.size(), 10);
  }

  void randomTextsCountTheSameTheSlowWay() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomTexts texts(seed);
    for (int i = 0; i < 4'000; ++i) {
      const QString text = texts.next();
      const SlowCount slow = countSlowly(text);
      const SmsMeasure quick = measureSms(text.toUtf8().toStdString());
      const QByteArray about =
          "seed " + QByteArray::number(seed) + ", text " + QByteArray::number(i) + ": " + text.toUtf8();
      QVERIFY2(encodingName(quick.encoding) == (slow.gsm ? QStringLiteral("GSM-7") : QStringLiteral("UCS-2")), about);
      QVERIFY2(quick.units == slow.units, about);
      QVERIFY2(quick.parts == slow.parts.size(), about);
      QVERIFY2(splitIntoParts(text) == slow.parts, about);
      QVERIFY2(roomIsRight(text, slow, quick), about);
    }
  }

 private:
  /// What is said to be left still fits, and one unit more doesn't.
  static bool roomIsRight(const QString& text, const SlowCount& slow, const SmsMeasure& quick) {
    const QChar one = slow.gsm ? QLatin1Char('a') : QChar(u'я');
    const QString full = text + QString(quick.leftInPart, one);
    const qsizetype parts = std::max<qsizetype>(slow.parts.size(), quick.leftInPart > 0 ? 1 : 0);
    return countSlowly(full).parts.size() == parts && countSlowly(full + one).parts.size() > parts;
  }
};

QTEST_GUILESS_MAIN(SmsRandomTest)
#include "sms_random_test.moc"
