// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTableView>

#include "audience/events/event_catalog.h"
#include "items/rows_model.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

class PeopleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void somebodyIsFoundAndLookedAtByKeys() {
    WindowFixture fixture;
    const audience::Profile wanted = open(fixture, 7);
    addHistory(fixture, wanted.id);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("people.search"));
    WindowFixture::type(wanted.identity);
    QTRY_COMPARE_WITH_TIMEOUT(list(fixture)->model()->rowCount(), 1, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(words(fixture, "people.name"), wanted.displayName(), 20000);
    WindowFixture::press(Qt::Key_Down);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("people.list"));
    QTRY_VERIFY_WITH_TIMEOUT(allWords(fixture, "people.about").contains(QStringLiteral("checkout")), 20000);
    WindowFixture::press(Qt::Key_Return);
    WindowFixture::press(Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(allWords(fixture, "people.events").contains(QStringLiteral("Item: Sari")), 20000);
    QVERIFY(allWords(fixture, "people.events").contains(QStringLiteral("Charged")));
    WindowFixture::press(Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(allWords(fixture, "people.messages").contains(QStringLiteral("No campaign")), 20000);
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("people.search"));
  }

  void whoIsntThereIsSaidToBeMissing() {
    WindowFixture fixture;
    open(fixture, 1);
    WindowFixture::type(QStringLiteral("qqqqq"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("people.nothing.clear")->isVisible(), 20000);
    QVERIFY(WindowFixture::tabTo("people.nothing.clear"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(list(fixture)->model()->rowCount() > 1 && list(fixture)->isVisible(), 20000);
  }

  void anEmptyWorkspaceLeadsToTheImport() {
    WindowFixture fixture(WindowFixture::Start::Empty);
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.window().actions().find(ui::action::people)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("people.empty.import")->isVisible(), 20000);
    QVERIFY(WindowFixture::tabTo("people.empty.import"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget() != nullptr, 20000);
  }

  void somebodyIsUnsubscribedAndComesBackByKeys() {
    WindowFixture fixture;
    const audience::Profile person = chooseFirst(fixture);
    QVERIFY(!person.unsubscribed);
    QVERIFY(WindowFixture::tabTo("people.optOut"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("people.question")->isVisible());
    QVERIFY2(words(fixture, "people.question.text").contains(person.phone),
             qPrintable(words(fixture, "people.question.text")));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.find("people.question")->isVisible());
    QVERIFY(!read(fixture, person).unsubscribed);
    QVERIFY(WindowFixture::tabTo("people.optOut"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("people.question.yes"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(read(fixture, person).unsubscribed, 20000);
    auto* optOut = fixture.find<QAbstractButton>("people.optOut");
    QTRY_VERIFY_WITH_TIMEOUT(optOut->text().contains(QStringLiteral("again")), 20000);
    QVERIFY(WindowFixture::tabTo("people.optOut"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("people.question.yes"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!read(fixture, person).unsubscribed, 20000);
  }

  void aTestProfileIsOfferedFirstWhenATestIsSent() {
    WindowFixture fixture;
    const audience::Profile person = chooseFirst(fixture);
    QVERIFY(WindowFixture::tabTo("people.markTest"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(read(fixture, person).isTest, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("people.test")->isVisible(), 20000);
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("composer") != nullptr, 20000);
    fixture.window().actions().find(ui::action::test)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("test.to.0") != nullptr, 60000);
    auto* first = fixture.find<QAbstractButton>("test.to.0");
    QVERIFY(first->isChecked());
    QVERIFY(first->text().startsWith(person.displayName()));
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget()->objectName(), QStringLiteral("test.to.0"), 60000);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(!first->isChecked());
  }

  void severalAreDeletedOnlyWhenTheirNumberIsTyped() {
    WindowFixture fixture;
    const audience::Profile person = chooseFirst(fixture);
    const qint64 before = fixture.workspace().profiles.count().value();
    WindowFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    WindowFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    WindowFixture::press(Qt::Key_Delete);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("people.question.number"));
    QVERIFY(!fixture.find("people.question.yes")->isEnabled());
    WindowFixture::type(QStringLiteral("2"));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(!fixture.find("people.question.yes")->isEnabled());
    WindowFixture::press(Qt::Key_Backspace);
    WindowFixture::type(QStringLiteral("3"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().profiles.count().value(), before - 3, 20000);
    QVERIFY(!fixture.workspace().profiles.find(person.identity));
    QTRY_COMPARE_WITH_TIMEOUT(list(fixture)->model()->rowCount(), static_cast<int>(before - 3), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(words(fixture, "people.note").contains(QStringLiteral("Deleted")), 20000);
  }

  void whatIsKnownIsExported() {
    WindowFixture fixture;
    const audience::Profile person = chooseFirst(fixture);
    addHistory(fixture, person.id);
    QVERIFY(WindowFixture::tabTo("people.more"));
    fixture.find<QAction>("people.act.export")->trigger();
    QTRY_VERIFY(fixture.find<QFileDialog>("people.exportDialog"));
    const QString path = fixture.path("person.json");
    Q_EMIT fixture.find<QFileDialog>("people.exportDialog")->fileSelected(path);
    fixture.find<QFileDialog>("people.exportDialog")->close();
    QTRY_VERIFY_WITH_TIMEOUT(words(fixture, "people.note").startsWith(QStringLiteral("Written")), 20000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray people =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("people")).toArray();
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.first().toObject().value(QStringLiteral("identity")).toString(), person.identity);
    QCOMPARE(people.first().toObject().value(QStringLiteral("events")).toArray().size(), 1);
  }

  void theWayBackLeadsToTheDraft() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("composer") != nullptr, 20000);
    fixture.window().actions().find(ui::action::people)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("people")->isVisible(), 20000);
    fixture.find<QAbstractButton>("people.back")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("composer")->isVisible(), 20000);
  }

 private:
  static QTableView* list(const WindowFixture& fixture) { return fixture.find<QTableView>("people.list"); }
  static QString words(const WindowFixture& fixture, const char* name) { return fixture.find<QLabel>(name)->text(); }
  static QString allWords(const WindowFixture& fixture, const char* name) {
    QStringList all;
    for (const QLabel* label : fixture.find(name)->findChildren<QLabel*>()) all << label->text();
    return all.join(u'\n');
  }
  static audience::Profile read(WindowFixture& fixture, const audience::Profile& person) {
    return *fixture.workspace().profiles.byId(person.id);
  }
  /// Opens the page, and gives the person of that id.
  static audience::Profile open(WindowFixture& fixture, qint64 id) {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("no window");
    fixture.window().actions().find(ui::action::people)->trigger();
    const auto isListed = [&] { return list(fixture) != nullptr && list(fixture)->model()->rowCount() > 1; };
    if (!QTest::qWaitFor(isListed, 20000)) qFatal("nobody is listed");
    return *fixture.workspace().profiles.byId(ProfileId{id});
  }
  /// Selects the first person that can be texted and puts the keyboard into the list.
  static audience::Profile chooseFirst(WindowFixture& fixture) {
    open(fixture, 1);
    auto* view = list(fixture);
    int row = 0;
    while (view->model()->index(row, 4).data().toString() != QStringLiteral("Reachable")) ++row;
    view->selectRow(row);
    view->setFocus();
    return *fixture.workspace().profiles.byId(
        ProfileId{view->model()->index(row, 0).data(items::role::Key).toLongLong()});
  }
  static void addHistory(WindowFixture& fixture, ProfileId id) {
    const auto& workspace = fixture.workspace();
    const auto type = audience::EventCatalog(workspace.database, workspace.clock)
                          .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("item")}});
    if (!type) qFatal("no event type");
    const auto run = [&](const QString& sql) {
      if (auto done = workspace.database.execute(sql); !done) qFatal("%s", qPrintable(done.error().detail));
    };
    run(QStringLiteral("INSERT INTO %1 (profile_id, at, %2) VALUES (%3, 0, 'Sari')")
            .arg(audience::eventTable(type->id), audience::eventColumn(type->properties.front().id))
            .arg(id.value));
    run(QStringLiteral("INSERT INTO consent (profile_id, channel, given, source, given_at) VALUES (%1, 'sms', 1, "
                       "'checkout', 0)")
            .arg(id.value));
  }
};

QTEST_MAIN(PeopleTest)
#include "people_test.moc"
