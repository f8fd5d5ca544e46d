// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLabel>
#include <QStandardPaths>
#include <QTableView>
#include <vector>

#include "audience/profile_repository.h"
#include "delivery/receipts/receipt_intake.h"
#include "delivery/receipts/reply_repository.h"
#include "items/reply_list_model.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

constexpr int kPatience = 60000;

}  // namespace

class RepliesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void repliesAreReadAndTheirSendersUnsubscribedByKeys() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const audience::Profile person = addReplies(fixture);
    WindowFixture::press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto* list = fixture.find<QTableView>("replies.list");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), static_cast<QWidget*>(list), kPatience);
    WindowFixture::press(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>("replies.text")->text(), QStringLiteral("Do you have it in blue?"),
                              kPatience);
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QAbstractButton>("replies.read")->text(), QStringLiteral("Mark as unread"),
                              kPatience);
    QVERIFY(WindowFixture::tabTo("replies.subscription"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QAbstractButton>("replies.subscription")->text(),
                              QStringLiteral("Subscribe again"), kPatience);
    QVERIFY(fixture.workspace().profiles.find(person.identity)->unsubscribed);
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QAbstractButton>("replies.subscription")->text(),
                              QStringLiteral("Unsubscribe"), kPatience);
    QVERIFY(!fixture.workspace().profiles.find(person.identity)->unsubscribed);
  }

  void repliesAreSearchedByKeys() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    addReplies(fixture);
    WindowFixture::press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto* list = fixture.find<QTableView>("replies.list");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), static_cast<QWidget*>(list), kPatience);
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), fixture.find("replies.search"), kPatience);
    WindowFixture::type(QStringLiteral("in BLUE"));
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>("replies.text")->text(), QStringLiteral("Do you have it in blue?"),
                              kPatience);
    WindowFixture::press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatience);
  }

  void allAreMarkedAsReadAtOnce() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    addReplies(fixture);
    WindowFixture::press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto* list = fixture.find<QTableView>("replies.list");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), static_cast<QWidget*>(list), kPatience);
    QVERIFY(WindowFixture::tabTo("replies.allRead"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>("replies.count")->text(), QString(), kPatience);
    QCOMPARE(
        delivery::ReplyRepository(fixture.workspace().database, fixture.workspace().clock).unreadCount().value_or(9),
        qint64{0});
  }

  void aStopIsShownAsOne() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    addReplies(fixture);
    fixture.window().actions().find(ui::action::replies)->trigger();
    auto* list = fixture.find<QTableView>("replies.list");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatience);
    QCOMPARE(list->model()->index(0, items::ReplyListModel::Meaning).data().toString(),
             QStringLiteral("STOP: unsubscribed"));
    QCOMPARE(list->model()->index(1, items::ReplyListModel::Meaning).data().toString(), QString());
  }

  void aReplyLeadsToThePerson() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    addReplies(fixture);
    fixture.window().actions().find(ui::action::replies)->trigger();
    auto* list = fixture.find<QTableView>("replies.list");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("replies.person")->isVisible(), kPatience);
    QVERIFY(WindowFixture::tabTo("replies.person"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("people")->isVisible(), kPatience);
  }

 private:
  /// A STOP of one person, and a question of another, who is given.
  static audience::Profile addReplies(WindowFixture& fixture) {
    providers::Receipt stop;
    stop.kind = providers::Receipt::Kind::Replied;
    stop.messageId = QStringLiteral("r1");
    stop.text = QStringLiteral("STOP");
    stop.at = fixture.workspace().clock.now().addSecs(-60);
    providers::Receipt question = stop;
    question.messageId = QStringLiteral("r2");
    question.text = QStringLiteral("Do you have it in blue?");
    question.at = stop.at.addSecs(-600);
    std::vector<audience::Profile> people;
    for (qint64 id = 1; people.size() < 2 && id < 100; ++id) {
      const auto one = fixture.workspace().profiles.byId(ProfileId{id});
      const bool other = one && (people.empty() || people.front().phone != one->phone);
      if (other && one->phoneState == phone::PhoneState::Valid && !one->unsubscribed) people.push_back(*one);
    }
    if (people.size() < 2) qFatal("no people");
    stop.number = people.front().phone;
    question.number = people.back().phone;
    const auto provider = fixture.workspace().providers.list()->front().id;
    const auto taken = delivery::ReceiptIntake(fixture.workspace().database, fixture.workspace().clock)
                           .take(provider, {stop, question});
    if (!taken || taken->replies != 2) qFatal("no replies");
    return people.back();
  }
};

QTEST_MAIN(RepliesTest)
#include "replies_test.moc"
