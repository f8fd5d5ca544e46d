// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/bar_histogram.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/gallery.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/phone_view.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/step_list.h"

using namespace heliograph::ui;

namespace {

/// Shows a widget in the active window, with the keyboard on its first control.
template <class Widget>
Widget* shown(QWidget& window, Widget* widget) {
  auto* column = new QVBoxLayout(&window);
  column->addWidget(widget);
  window.show();
  window.activateWindow();
  if (!QTest::qWaitForWindowActive(&window)) qFatal("The window did not become active");
  return widget;
}

}  // namespace

class WidgetsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void segmentedChoiceMovesByArrows();
  void segmentedChoiceStartsWithNothingChosen();
  void stepsAreReachedByKeyboard();
  void stepsSayTheirState();
  void foldOpensByEnter();
  void escapeEmptiesTheSearch();
  void iconsAloneHaveAName();
  void blockedButtonSaysWhy();
  void phoneAsksForTheNextPerson();
  void phoneCopiesTheText();
  void barsAreActivatedByKeyboard();
  void factsLeadSomewhereOnlyWhenTold();
  void numbersAreAnnounced();
  void aBoxWithoutWordsHasRoomForItsRing();
  void galleryIsPaintedInBothAppearances();
};

void WidgetsTest::segmentedChoiceMovesByArrows() {
  QWidget window;
  auto* choice = new SegmentedChoice;
  choice->addChoice(10, QStringLiteral("SMS"));
  choice->addChoice(20, QStringLiteral("Segment export"));
  shown(window, choice);
  choice->setCurrent(10);
  const QSignalSpy chosen(choice, &SegmentedChoice::chosen);
  choice->findChildren<QAbstractButton*>().first()->setFocus();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
  QCOMPARE(choice->current(), 20);
  QCOMPARE(chosen.count(), 1);
  QCOMPARE(chosen.first().first().toInt(), 20);
}

void WidgetsTest::segmentedChoiceStartsWithNothingChosen() {
  SegmentedChoice choice;
  choice.addChoice(0, QStringLiteral("Ask me"));
  QCOMPARE(choice.current(), -1);
  choice.setCurrent(0);
  choice.setCurrent(-1);
  QCOMPARE(choice.current(), -1);
}

void WidgetsTest::stepsAreReachedByKeyboard() {
  QWidget window;
  auto* steps = new StepList;
  steps->setSteps({QStringLiteral("Start"), QStringLiteral("Who")});
  shown(window, steps);
  const QSignalSpy requested(steps, &StepList::stepRequested);
  steps->findChildren<QAbstractButton*>().first()->setFocus();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  QCOMPARE(requested.count(), 1);
  QCOMPARE(requested.first().first().toInt(), 1);
  QCOMPARE(steps->current(), 0);
}

void WidgetsTest::stepsSayTheirState() {
  StepList steps;
  steps.setSteps({QStringLiteral("What")});
  steps.setMark(0, StepMark::Problem);
  steps.setSubtitle(0, QStringLiteral("1 problem"));
  const auto* row = steps.findChildren<QAbstractButton*>().first();
  QCOMPARE(row->accessibleName(), QStringLiteral("What, step 1"));
  QCOMPARE(row->accessibleDescription(), QStringLiteral("has a problem. 1 problem"));
}

void WidgetsTest::foldOpensByEnter() {
  QWidget window;
  auto* fold = shown(window, new Fold(QStringLiteral("Advanced"), QStringLiteral("nothing set")));
  fold->findChildren<QAbstractButton*>().first()->setFocus();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  QVERIFY(fold->isOpen());
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
  QVERIFY(!fold->isOpen());
}

void WidgetsTest::escapeEmptiesTheSearch() {
  QWidget window;
  auto* field = shown(window, new SearchField(QStringLiteral("Search")));
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("abc"));
  QTest::keyClick(field, Qt::Key_Escape);
  QVERIFY(field->text().isEmpty());
}

void WidgetsTest::iconsAloneHaveAName() {
  Gallery gallery;
  for (const auto* button : gallery.findChildren<IconButton*>()) {
    QVERIFY(!button->accessibleName().isEmpty());
    QVERIFY(!button->toolTip().isEmpty());
  }
}

void WidgetsTest::blockedButtonSaysWhy() {
  Button button(QStringLiteral("Publish"));
  button.setBlockedBecause(QStringLiteral("One check blocks publishing."));
  QVERIFY(!button.isEnabled());
  QCOMPARE(button.toolTip(), QStringLiteral("One check blocks publishing."));
  button.setBlockedBecause(QString());
  QVERIFY(button.isEnabled());
}

void WidgetsTest::phoneAsksForTheNextPerson() {
  QWidget window;
  auto* phone = shown(window, new PhoneView);
  const QSignalSpy next(phone, &PhoneView::nextRequested);
  auto* button = phone->findChildren<IconButton*>().at(1);
  QCOMPARE(button->accessibleName(), QStringLiteral("Next person"));
  QVERIFY(!button->isEnabled());
  phone->setPerson(QStringLiteral("Ananya"), 1, 3);
  QTest::keyClick(button, Qt::Key_Space);
  QCOMPARE(next.count(), 1);
}

void WidgetsTest::phoneCopiesTheText() {
  QWidget window;
  auto* phone = shown(window, new PhoneView);
  phone->setText(QStringLiteral("Hi प्रिया"));
  phone->setFocus();
  QTest::keyClick(phone, Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Hi प्रिया"));
}

void WidgetsTest::barsAreActivatedByKeyboard() {
  QWidget window;
  auto* bars = shown(window, new BarHistogram);
  bars->setBars({{QStringLiteral("1 part"), 10, Tone::Accent}, {QStringLiteral("2 parts"), 2, Tone::Attention}});
  const QSignalSpy activated(bars, &BarHistogram::barActivated);
  bars->setFocus();
  QTest::keyClick(bars, Qt::Key_Down);
  QTest::keyClick(bars, Qt::Key_Return);
  QCOMPARE(activated.first().first().toInt(), 1);
}

void WidgetsTest::factsLeadSomewhereOnlyWhenTold() {
  FactRow row(QStringLiteral("no number"), QStringLiteral("1,204"));
  QCOMPARE(row.focusPolicy(), Qt::NoFocus);
  row.setActivatable(QStringLiteral("Show these people"));
  QCOMPARE(row.focusPolicy(), Qt::StrongFocus);
}

void WidgetsTest::numbersAreAnnounced() {
  BigNumber number(QStringLiteral("Will receive"));
  number.setLocale(QLocale(QLocale::English));
  number.setNumber(41203);
  QCOMPARE(number.accessibleName(), QStringLiteral("Will receive 41,203"));
}

void WidgetsTest::aBoxWithoutWordsHasRoomForItsRing() {
  Theme theme(*qApp);
  QCheckBox box;
  box.ensurePolished();
  box.resize(box.sizeHint());
  QStyleOptionButton option;
  option.initFrom(&box);
  const QRect square = box.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box);
  QVERIFY2(box.rect().contains(square.adjusted(-2, -2, 2, 2)), qPrintable(QString::number(box.width())));
}

void WidgetsTest::galleryIsPaintedInBothAppearances() {
  Theme theme(*qApp);
  for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
    theme.setChoice(choice);
    Gallery gallery;
    gallery.resize(1280, 800);
    gallery.show();
    const QImage image = gallery.grab().toImage();
    QCOMPARE(QColor(image.pixel(2, 700)).name(), theme.tokens().surface.name());
    QCOMPARE(QColor(image.pixel(210, 4)).name(), theme.tokens().window.name());
  }
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
