// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/message_text.h"

#include <QTest>

#include "editors/text_highlights.h"

using heliograph::editors::highlightsOf;
using heliograph::editors::markupRanges;
using heliograph::editors::MessageText;

namespace {

MessageText textOf(const QByteArray& source) {
  MessageText text;
  text.setCells(MessageText::cellsOf(source));
  return text;
}

}  // namespace

class MessageTextTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLineBreakIsOneCellHoweverItIsSpelled();
  void aTokenIsOneCell();
  void anOpenPlaceIsOneCell();
  void replacingCellsLeavesTheOthersBytes();
  void bytesAndCellsConvertBothWays();
  void plainTextMakesNoPills();
  void liquidThatIsNoPillIsMarkup();
  void linksAndProblemsAreHighlighted();
};

void MessageTextTest::aLineBreakIsOneCellHoweverItIsSpelled() {
  QCOMPARE(textOf("a\r\nb\nc\rd\xE2\x80\xA9").size(), 8);
}

void MessageTextTest::aTokenIsOneCell() {
  const MessageText text = textOf("Hi {{Profile.city|default:'x'}}!");
  QCOMPARE(text.size(), 5);
  QCOMPARE(text.cells()[3].token->property, QStringLiteral("city"));
  QCOMPARE(text.cells()[3].source, QByteArray("{{Profile.city|default:'x'}}"));
}

void MessageTextTest::anOpenPlaceIsOneCell() {
  const MessageText text = textOf("Hi {#2#}{{ Profile.city }}!");
  QCOMPARE(text.size(), 6);
  QVERIFY(text.cells()[3].kind == MessageText::Cell::Kind::Place);
  QCOMPARE(text.source(), QByteArray("Hi {#2#}{{ Profile.city }}!"));
  QVERIFY(text.spoken().contains(QStringLiteral("Value 2")));
}

void MessageTextTest::replacingCellsLeavesTheOthersBytes() {
  MessageText text = textOf("a\r\nb\xC2\xA0{{  Profile.city  }}");
  text.replace(2, 3, MessageText::plainCells(QStringLiteral("é")));
  QCOMPARE(text.source(), QByteArray("a\r\n\xC3\xA9\xC2\xA0{{  Profile.city  }}"));
}

void MessageTextTest::bytesAndCellsConvertBothWays() {
  const MessageText text = textOf("\xC3\xA9\xF0\x9F\x98\x80\r\n{{ Profile.city }}z");
  const QList<qsizetype> bytes{0, 2, 6, 6, 8, 26};
  for (qsizetype cell = 0; cell < text.size(); ++cell) QCOMPARE(text.byteOfCell(cell), bytes[cell]);
  QCOMPARE(text.cellOfByte(0), 0);
  QCOMPARE(text.cellOfByte(1), 0);
  QCOMPARE(text.cellOfByte(7), 3);
  QCOMPARE(text.cellOfByte(20), 4);
  QCOMPARE(text.cellOfByte(999), text.size());
}

void MessageTextTest::plainTextMakesNoPills() {
  const auto cells = MessageText::plainCells(QStringLiteral("{{ Profile.city }}"));
  QCOMPARE(cells.size(), std::size_t{18});
}

void MessageTextTest::liquidThatIsNoPillIsMarkup() {
  const auto ranges = markupRanges(textOf("{{ Profile.city }}{% if x %}y{{ a | b }}{{ open"));
  QCOMPARE(ranges.size(), std::size_t{3});
  QCOMPARE(ranges[0], (std::pair<qsizetype, qsizetype>{1, 11}));
  QCOMPARE(ranges[1], (std::pair<qsizetype, qsizetype>{12, 23}));
  QCOMPARE(ranges[2], (std::pair<qsizetype, qsizetype>{23, 30}));
}

void MessageTextTest::linksAndProblemsAreHighlighted() {
  const auto found = highlightsOf(textOf("\xC3\xA9 see nova.mt/bf now"), {{3, 6, QStringLiteral("Why"), true}}, {});
  QCOMPARE(found.size(), std::size_t{2});
  QCOMPARE(found[0].begin, 6);
  QCOMPARE(found[0].end, 16);
  QCOMPARE(found[1].begin, 2);
  QCOMPARE(found[1].end, 5);
  QCOMPARE(found[1].format.underlineStyle(), QTextCharFormat::WaveUnderline);
}

QTEST_GUILESS_MAIN(MessageTextTest)
#include "message_text_test.moc"
