// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/typing_step.h"

using namespace heliograph::ui;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(heliograph::ui::TextChange)

namespace {

const TypingStep::Time kStart{};

/// Feeds the texts one after the other, a moment apart, and tells after how many the first step ended.
int taken(const QStringList& texts, std::chrono::milliseconds between = 100ms) {
  TypingStep step(texts[0], texts[1], kStart);
  int count = 1;
  for (int i = 2; i < texts.size(); ++i, ++count) {
    if (!step.take(texts[i - 1], texts[i], kStart + (i - 1) * between)) break;
  }
  return count;
}

/// The text as it grows letter by letter behind `begun`.
QStringList typed(const QString& text, const QString& begun = {}) {
  QStringList texts;
  for (int length = 0; length <= text.size(); ++length) texts << begun + text.left(length);
  return texts;
}

}  // namespace

class TypingStepTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aChangeIsTheShortestStretch_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<TextChange>("change");
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    QTest::newRow("typed at the end") << text("ab") << text("abc") << TextChange{2, 0, 1};
    QTest::newRow("deleted in the middle") << text("abc") << text("ac") << TextChange{1, 1, 0};
    QTest::newRow("replaced") << text("abc") << text("xyz") << TextChange{0, 3, 3};
    QTest::newRow("nothing") << text("abc") << text("abc") << TextChange{3, 0, 0};
    QTest::newRow("half of a pair alike")
        << text("\xF0\x9F\x98\x80") << text("\xF0\x9F\x98\x81") << TextChange{0, 2, 2};
    QTest::newRow("low half alike") << QStringLiteral(u"\U0001F600") << QStringLiteral(u"\U0001FA00")
                                    << TextChange{0, 2, 2};
  }
  void aChangeIsTheShortestStretch() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(changeBetween(before, after), "change");
  }

  void aWordIsOneStep() { QCOMPARE(taken(typed(QStringLiteral("Diwali"))), 6); }

  void aLongStepEndsBeforeTheNextWord() {
    const QString text = QStringLiteral("A sale that is far too long to be one");
    QCOMPARE(taken(typed(text)), static_cast<int>(QStringLiteral("A sale that is far too ").size()));
  }

  void aPauseEndsAStep() {
    QCOMPARE(taken(typed(QStringLiteral("ab")), 1000ms), 2);
    QCOMPARE(taken(typed(QStringLiteral("ab")), 1001ms), 1);
  }

  void aJumpOfTheCaretEndsAStep() {
    QCOMPARE(taken({QStringLiteral("mid"), QStringLiteral("mid!"), QStringLiteral("?mid!")}), 1);
  }

  void aDoubledLetterIsNoJump() {
    QCOMPARE(taken({QStringLiteral("ba"), QStringLiteral("bba"), QStringLiteral("bbba"), QStringLiteral("bbbca")}), 3);
  }

  void aCorrectionBelongsToTheTyping() {
    QCOMPARE(taken({QString(), QStringLiteral("h"), QStringLiteral("hr"), QStringLiteral("h"), QStringLiteral("hi")}),
             4);
  }

  void whatWasThereBeforeIsDeletedInAStepOfItsOwn() {
    QCOMPARE(taken({QStringLiteral("ab"), QStringLiteral("abc"), QStringLiteral("ab"), QStringLiteral("a")}), 2);
  }

  void deletingForwardAndBackwardIsOneStepEach() {
    QCOMPARE(taken({QStringLiteral("abcd"), QStringLiteral("abc"), QStringLiteral("ab")}), 2);
    QCOMPARE(taken({QStringLiteral("abcd"), QStringLiteral("acd"), QStringLiteral("ad")}), 2);
  }

  void typingAfterADeletionIsANewStep() {
    QCOMPARE(taken({QStringLiteral("ab"), QStringLiteral("a"), QStringLiteral("ax")}), 1);
  }

  void aPasteStandsAlone() {
    const QStringList texts{QString(), QStringLiteral("pasted text"), QStringLiteral("pasted text!")};
    QCOMPARE(taken(texts), 1);
    QVERIFY(TypingStep(texts[0], texts[1], kStart).kind() == TypingStep::Kind::Other);
  }

  void typingOverASelectionIsTyping() {
    QCOMPARE(taken({QStringLiteral("old name"), QStringLiteral("n"), QStringLiteral("ne")}), 2);
  }
};

QTEST_GUILESS_MAIN(TypingStepTest)
#include "typing_step_test.moc"
