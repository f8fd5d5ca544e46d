// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QDialog>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTabBar>
#include <QTextEdit>

#include "campaign/campaign_repository.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

QString focusName() {
  const QWidget* focus = QApplication::focusWidget();
  if (!focus) return QStringLiteral("nothing");
  return focus->objectName().isEmpty() ? QString::fromLatin1(focus->metaObject()->className()) : focus->objectName();
}

campaign::CampaignSummary newest(WindowFixture& fixture) {
  const auto all = fixture.workspace().campaigns.list();
  if (!all || all->empty()) return {};
  return all->front();
}

}  // namespace

class WindowTest final : public QObject {
  Q_OBJECT

 private:
  void newCampaign(WindowFixture& fixture) {
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    QTRY_COMPARE(focusName(), QStringLiteral("start.name"));
  }

  void chooseEverybody(WindowFixture& fixture) {
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    QCOMPARE(fixture.find<QTabBar>("who.tabs")->currentIndex(), 3);
    QVERIFY(!fixture.find<QAbstractButton>("who.everybody")->isChecked());
    QVERIFY(WindowFixture::tabTo("who.everybody"));
    WindowFixture::press(Qt::Key_Space);
  }

  void writeMessage(WindowFixture& fixture) {
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), QStringLiteral("what.message"));
    // The properties arrive from the workspace a moment after the page.
    QTest::qWait(200);
    WindowFixture::type(QStringLiteral("Hi @"));
    WindowFixture::type(QStringLiteral("first"));
    WindowFixture::press(Qt::Key_Return);
    WindowFixture::type(QStringLiteral("there"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), QStringLiteral("what.message"));
    WindowFixture::type(QStringLiteral(", the sale is on. Reply STOP to opt out"));
    QTRY_COMPARE(fixture.workspace().campaigns.load(newest(fixture).id)->message,
                 QByteArray("Hi {{ Profile.first_name | default: \"there\" }}, the sale is on. Reply STOP to opt out"));
  }

  void chooseNow(WindowFixture& fixture) {
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), QStringLiteral("when.onPublish"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(fixture.find<QRadioButton>("when.onPublish")->isChecked());
  }

  void publish(WindowFixture& fixture) {
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    auto* button = fixture.find<QAbstractButton>("footer.publish");
    QTRY_VERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
    QVERIFY(WindowFixture::tabTo("footer.publish"));
    QString number;
    for (const QChar sign : button->text()) {
      if (sign.isDigit()) number += sign;
    }
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(focusName(), QStringLiteral("publish.typed"));
    WindowFixture::type(QStringLiteral("1"));
    QVERIFY(!fixture.find<QAbstractButton>("publish.confirm")->isEnabled());
    WindowFixture::press(Qt::Key_Backspace);
    WindowFixture::type(number);
    WindowFixture::press(Qt::Key_Return);
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theWholeJobIsDoneByKeys() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Spring sale"));
    chooseEverybody(fixture);
    writeMessage(fixture);
    chooseNow(fixture);
    publish(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("report") != nullptr, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(newest(fixture).standing, campaign::Standing::Done, 20000);
    const auto reports = fixture.workspace().reports.ofCampaign(newest(fixture).id);
    QCOMPARE(reports->size(), std::size_t{1});
    QCOMPARE(reports->front().total(), reports->front().run.audience);
    QCOMPARE(reports->front().total(), 120);
    const QString accepted = QLocale().toString(reports->front().people(delivery::RowState::Accepted));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("report.accepted")->accessibleName().contains(accepted), 10000);
  }

  void aDraftIsSavedWithinASecondAndThereAfterTheWindowVanished() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Kept"));
    QTRY_COMPARE_WITH_TIMEOUT(newest(fixture).name, QStringLiteral("Kept"), 10000);
    fixture.vanish();
    fixture.open();
    QTRY_COMPARE(newest(fixture).name, QStringLiteral("Kept"));
  }

  void undoGoesToThePageItChanges() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Undo me"));
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find<QLineEdit>("start.name")->isVisible());
    QCOMPARE(fixture.find<QLineEdit>("start.name")->text(), QString());
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.find<QLineEdit>("start.name")->text(), QStringLiteral("Undo me"));
  }

  void nothingLeavesWhenTheCountdownIsCancelled() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Not now"));
    chooseEverybody(fixture);
    writeMessage(fixture);
    chooseNow(fixture);
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find<QAbstractButton>("footer.publish")->isEnabled());
    QVERIFY(WindowFixture::tabTo("footer.publish"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(focusName(), QStringLiteral("publish.typed"));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find<QDialog>("publish.dialog") == nullptr);
    QCOMPARE(newest(fixture).standing, campaign::Standing::Draft);
  }

  void closingSavesTheDraftAndEndsSending() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Last words"));
    fixture.window().close();
    QTRY_VERIFY(!fixture.window().isVisible());
    QVERIFY(!fixture.workspace().delivery.isRunning());
    QCOMPARE(newest(fixture).name, QStringLiteral("Last words"));
  }

  void tabGoesThroughTheFieldsInReadingOrder() {
    WindowFixture fixture;
    newCampaign(fixture);
    QTest::qWait(200);
    QStringList order;
    while (focusName() != QStringLiteral("footer.next") && order.size() < 20) {
      order << focusName();
      WindowFixture::press(Qt::Key_Tab);
    }
    order.removeAll(QString());
    // The two purposes between the labels and the provider have no names of their own.
    order.removeAll(QStringLiteral("QAbstractButton"));
    QCOMPARE(order.join(QLatin1Char(' ')),
             QStringLiteral("start.name start.labels start.picked start.route start.provider.mend footer.issues"));
  }

  void everythingThatTakesTheFocusHasAName() {
    WindowFixture fixture;
    newCampaign(fixture);
    for (int step = 0; step < 5; ++step) {
      WindowFixture::press(Qt::Key_1 + step, Qt::ControlModifier);
      QTest::qWait(100);
      QStringList nameless;
      for (QWidget* widget : fixture.window().findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        const bool named = spoken && !spoken->text(QAccessible::Name).isEmpty();
        const bool inner = widget->focusProxy() != nullptr || widget->objectName().startsWith(QLatin1String("qt_"));
        if (!named && !inner) {
          nameless << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        }
      }
      QVERIFY2(nameless.isEmpty(),
               qPrintable(QStringLiteral("step %1: ").arg(step) + nameless.join(QStringLiteral(", "))));
    }
  }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
