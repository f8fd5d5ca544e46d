// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/word_difference.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace heliograph::campaign;

namespace {

/// "same [-removed-] {+added+}".
QString shown(const std::vector<TextPiece>& pieces) {
  QString text;
  for (const TextPiece& piece : pieces) {
    if (piece.kind == TextPiece::Kind::Removed) {
      text += QStringLiteral("[-%1-]").arg(piece.text);
    } else if (piece.kind == TextPiece::Kind::Added) {
      text += QStringLiteral("{+%1+}").arg(piece.text);
    } else {
      text += piece.text;
    }
  }
  return text;
}

QString side(const std::vector<TextPiece>& pieces, TextPiece::Kind without) {
  QString text;
  for (const TextPiece& piece : pieces) {
    if (piece.kind != without) text += piece.text;
  }
  return text;
}

}  // namespace

class WordDifferenceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wordsThatWentAndCameAreToldApart_data();
  void wordsThatWentAndCameAreToldApart();
  void bothTextsAreWholeInThePieces();
  void aTextTooLongToCompareIsShownWhole();
};

void WordDifferenceTest::wordsThatWentAndCameAreToldApart_data() {
  QTest::addColumn<QString>("before");
  QTest::addColumn<QString>("after");
  QTest::addColumn<QString>("pieces");
  const auto row = [](const char* name, const char* before, const char* after, const char* pieces) {
    QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(pieces);
  };
  row("nothing", "", "", "");
  row("the same", "Hi there", "Hi there", "Hi there");
  row("a word changed", "30 % off today", "40 % off today", "[-30-]{+40+} % off today");
  row("words put in", "Hi, come", "Hi, please come", "Hi, {+please +}come");
  row("words taken out", "Come on Friday", "Come", "Come[- on Friday-]");
  row("everything", "old", "new", "[-old-]{+new+}");
  row("a fallback is part of its tag", "Hi {{ Profile.name }}!", "Hi {{ Profile.name | default: \"you\" }}!",
      "Hi [-{{ Profile.name }}-]{+{{ Profile.name | default: \"you\" }}+}!");
  row("letters with marks", "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87 a", "a",
      "[-\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87 -]a");
}

void WordDifferenceTest::wordsThatWentAndCameAreToldApart() {
  QFETCH(QString, before);
  QFETCH(QString, after);
  QTEST(shown(wordDifference(before, after)), "pieces");
}

void WordDifferenceTest::bothTextsAreWholeInThePieces() {
  QRandomGenerator random(7);
  const QStringList words{QStringLiteral("a"), QStringLiteral(" "),  QStringLiteral("sale"), QStringLiteral("{{ x }}"),
                          QStringLiteral("!"), QStringLiteral("\n"), QStringLiteral("{%")};
  const auto text = [&] {
    QString made;
    for (int i = random.bounded(30); i > 0; --i) made += words[random.bounded(static_cast<int>(words.size()))];
    return made;
  };
  for (int i = 0; i < 300; ++i) {
    const QString before = text();
    const QString after = text();
    const auto pieces = wordDifference(before, after);
    QCOMPARE(side(pieces, TextPiece::Kind::Added), before);
    QCOMPARE(side(pieces, TextPiece::Kind::Removed), after);
  }
}

void WordDifferenceTest::aTextTooLongToCompareIsShownWhole() {
  QString before;
  QString after;
  for (int i = 0; i < 2000; ++i) {
    before += QStringLiteral("%1 ").arg(i);
    after += QStringLiteral("%1 ").arg(i + 5000);
  }
  const auto pieces = wordDifference(before, after);
  QCOMPARE(side(pieces, TextPiece::Kind::Added), before);
  QCOMPARE(side(pieces, TextPiece::Kind::Removed), after);
}

QTEST_GUILESS_MAIN(WordDifferenceTest)
#include "word_difference_test.moc"
