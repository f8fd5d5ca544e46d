// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QtTest>

#include "ui/composer/what_page.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

class OutcomeLineTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find("composer") != nullptr);
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    QVERIFY(WindowFixture::tabTo("who.everybody"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"what.message");
  }
  void cleanup() { m_fixture.reset(); }

  void anEditSaysWhoGetsAnotherText() {
    WindowFixture::type(QStringLiteral("Hello"));
    QTRY_VERIFY2(words().contains(QStringLiteral("people join")), qPrintable(words()));
    // Somewhere else, so that what follows is an edit of its own.
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_End, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral(" you"));
    QTRY_VERIFY2(words().contains(QStringLiteral("texts change")), qPrintable(words()));
    QVERIFY(!words().contains(QStringLiteral("join")));
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(words().contains(QStringLiteral("texts change")), qPrintable(words()));
  }

  void anotherStateCanBeChosenByKeys() {
    WindowFixture::type(QStringLiteral("Hello"));
    QTRY_VERIFY2(words().startsWith(QStringLiteral("Last edit")), qPrintable(words()));
    QVERIFY(WindowFixture::tabTo("outcome.choose"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_VERIFY2(words().startsWith(QStringLiteral("Since opening")), qPrintable(words()));
    QTRY_VERIFY2(words().contains(QStringLiteral("people join")), qPrintable(words()));
  }

  void thePeopleLeadToThePhone() {
    WindowFixture::type(QStringLiteral("Hello"));
    QTRY_VERIFY2(words().contains(QStringLiteral("people join")), qPrintable(words()));
    QVERIFY(WindowFixture::tabTo("outcome.text"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    auto* list = QApplication::activePopupWidget()->findChild<QListWidget*>();
    QVERIFY(list != nullptr);
    QTRY_COMPARE(list->count(), 50);
    const QString third = list->item(2)->data(Qt::UserRole).toString();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    const auto* page = m_fixture->window().findChild<ui::WhatPage*>();
    const auto profile = m_fixture->workspace().profiles.byId(ProfileId{third.toLongLong()});
    QVERIFY(profile.has_value());
    QTRY_COMPARE(page->previewedIdentity(), profile->identity);
  }

 private:
  /// The sentence without its links.
  [[nodiscard]] QString words() const {
    const auto* label = m_fixture->find<QLabel>("outcome.text");
    return label ? label->text().remove(QRegularExpression(QStringLiteral("<[^>]*>"))) : QString();
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(OutcomeLineTest)
#include "outcome_line_test.moc"
