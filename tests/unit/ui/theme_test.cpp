// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tone.h"
#include "ui/theme/type_scale.h"

using namespace heliograph::ui;

class ThemeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyTextStandsOutFromItsGround_data();
  void everyTextStandsOutFromItsGround();
  void thePaletteTellsItsTokens();
  void theChoiceSwitchesTheWholeProgram();
  void everyIconIsThere();
  void iconsTakeTheTextsColour();
  void figuresHaveOneWidth();
};

void ThemeTest::everyTextStandsOutFromItsGround_data() {
  QTest::addColumn<QColor>("ink");
  QTest::addColumn<QColor>("ground");
  for (const Tokens* t : {&Tokens::forLight(), &Tokens::forDark()}) {
    const char* look = t->dark ? "dark" : "light";
    const std::pair<const char*, QColor> inks[] = {
        {"text", t->text}, {"text2", t->text2}, {"text3", t->text3}, {"accent", t->accent}};
    const std::pair<const char*, QColor> grounds[] = {
        {"window", t->window}, {"surface", t->surface}, {"surface2", t->surface2}};
    for (const auto& [ink, inkColor] : inks) {
      for (const auto& [ground, groundColor] : grounds)
        QTest::addRow("%s: %s on %s", look, ink, ground) << inkColor << groundColor;
    }
    QTest::addRow("%s: text on the current row", look) << t->text << t->accentWeak;
    QTest::addRow("%s: labels on the current row", look) << t->text2 << t->accentWeak;
    QTest::addRow("%s: accent on pills", look) << t->accent << t->accentWeak;
    QTest::addRow("%s: text on a selection", look) << t->text << t->accentLine;
    QTest::addRow("%s: primary button", look) << t->onAccent << t->accent;
    QTest::addRow("%s: dangerous button", look) << t->onAccent << t->problem;
    for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Fine, Tone::Attention, Tone::Problem}) {
      QTest::addRow("%s: chip %d", look, static_cast<int>(tone)) << toneColor(*t, tone) << toneWeak(*t, tone);
      QTest::addRow("%s: tone %d on surface", look, static_cast<int>(tone)) << toneColor(*t, tone) << t->surface;
    }
  }
}

void ThemeTest::everyTextStandsOutFromItsGround() {
  QFETCH(QColor, ink);
  QFETCH(QColor, ground);
  const double ratio = contrastRatio(ink, ground);
  QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(ratio)));
}

void ThemeTest::thePaletteTellsItsTokens() {
  QVERIFY(!Tokens::of(Tokens::forLight().palette()).dark);
  QVERIFY(Tokens::of(Tokens::forDark().palette()).dark);
}

void ThemeTest::theChoiceSwitchesTheWholeProgram() {
  Theme theme(*qApp);
  const QSignalSpy changed(&theme, &Theme::changed);
  theme.setChoice(Theme::Choice::Dark);
  QVERIFY(theme.isDark());
  QCOMPARE(qApp->palette().color(QPalette::Window), Tokens::forDark().window);
  theme.setChoice(Theme::Choice::Light);
  QCOMPARE(qApp->palette().color(QPalette::Window), Tokens::forLight().window);
  QCOMPARE(changed.count(), 2);
}

void ThemeTest::everyIconIsThere() {
  for (int i = 1; i <= static_cast<int>(Icon::Warning); ++i) {
    const QImage image = iconPixmap(static_cast<Icon>(i), Qt::black, 16, 1).toImage();
    bool drawn = false;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) drawn = drawn || qAlpha(image.pixel(x, y)) > 0;
    }
    QVERIFY2(drawn, qPrintable(QString::number(i)));
  }
  QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
}

void ThemeTest::iconsTakeTheTextsColour() {
  const QImage image = iconPixmap(Icon::Stop, Tokens::forLight().problem, 64, 2).toImage();
  QCOMPARE(image.width(), 128);
  QCOMPARE(QColor(image.pixel(64, 16)).name(), Tokens::forLight().problem.name());
}

void ThemeTest::figuresHaveOneWidth() {
  const QFont font = typeFont(TypeRole::BigNumber);
  QCOMPARE(tabularWidth(font, QStringLiteral("111,111")), tabularWidth(font, QStringLiteral("888,888")));
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
