// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QClipboard>
#include <QStandardPaths>

#include "ui/widgets/phone_view.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

class PhoneTest final : public QObject {
  Q_OBJECT

 private:
  /// A draft for everybody with this message, at its step What.
  void writeFor(WindowFixture& fixture, const QString& message) {
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    QVERIFY(WindowFixture::tabTo("who.everybody"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("what.message"));
    WindowFixture::type(message);
    QTRY_VERIFY(chip(fixture, "phone.longest")->isVisible());
  }

  static QAbstractButton* chip(const WindowFixture& fixture, const char* name) {
    return fixture.find("composer")->findChild<QAbstractButton*>(QString::fromLatin1(name));
  }
  static QStringList shown(const WindowFixture& fixture) {
    return fixture.find("composer")->findChild<ui::PhoneView*>()->texts();
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theChipsLeadToPeopleWorthALook() {
    WindowFixture fixture;
    writeFor(fixture, QStringLiteral("Hi {{ Profile.first_name }}, see you"));
    QTRY_COMPARE(shown(fixture).size(), 1);
    const qsizetype before = shown(fixture).front().size();
    QVERIFY(WindowFixture::tabTo("phone.longest"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(shown(fixture).size() == 1 && shown(fixture).front().size() > before);
    QVERIFY(WindowFixture::tabTo("phone.countries"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(!chip(fixture, "phone.longest")->isChecked());
  }

  void eachPartIsABubbleOfItsOwnWhenAskedFor() {
    WindowFixture fixture;
    writeFor(fixture, QString(200, QLatin1Char('x')));
    QTRY_COMPARE(shown(fixture).size(), 1);
    QVERIFY(WindowFixture::tabTo("phone.split"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(shown(fixture).size(), 2);
    QCOMPARE(shown(fixture).join(QString()), QString(200, QLatin1Char('x')));
  }

  void theTextIsCopiedWhole() {
    WindowFixture fixture;
    writeFor(fixture, QStringLiteral("Just this"));
    QVERIFY(WindowFixture::tabTo("phone.copy"));
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Just this"));
  }
};

QTEST_MAIN(PhoneTest)
#include "phone_test.moc"
