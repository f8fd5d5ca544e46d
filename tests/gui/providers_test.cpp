// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "delivery/test_messages/test_number_repository.h"
#include "providers/routes/definition_catalog.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

/// Testing through a provider, describing one by hand, and taking one out of use, by keys alone.
class ProvidersTest : public QObject {
  Q_OBJECT

  static constexpr int kLong = 60000;

  /// The page of providers, with the sample's draft, which goes through the only one there is.
  static QString openProviders(WindowFixture& fixture, QTableView*& table) {
    fixture.window().actions().find(ui::action::providers)->trigger();
    table = fixture.find<QTableView>("providers.table");
    if (!QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }, kLong)) qFatal("no provider");
    if (!QTest::qWaitFor([&] { return fixture.find("providers.archive")->isVisible(); }, kLong)) qFatal("no pane");
    const auto campaigns = fixture.workspace().campaigns.list();
    if (!campaigns || campaigns->size() != 1) qFatal("another sample");
    return campaigns->front().name;
  }

  static QDialog* askedQuestion(const WindowFixture& fixture) {
    const bool asked = QTest::qWaitFor(
        [&] {
          auto* question = fixture.find("providers.question");
          return question && QApplication::activeWindow() == question;
        },
        kLong);
    if (!asked) qFatal("no question");
    return fixture.find<QDialog>("providers.question");
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aTestGoesToTypedNumbersAndIsRemembered() {
    WindowFixture fixture;
    fixture.window().actions().find(ui::action::providers)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QTableView>("providers.table")->model()->rowCount() > 0, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.test")->isVisible(), kLong);
    QVERIFY(WindowFixture::tabTo("providers.test"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("test.dialog") != nullptr, kLong);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), fixture.find("test.dialog"), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr, kLong);
    QVERIFY(WindowFixture::tabTo("test.number"));
    WindowFixture::type(QStringLiteral("+447700900123"));
    auto* number = fixture.find<QLineEdit>("test.number");
    QCOMPARE(number->text(), QStringLiteral("+44 7700 900123"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(number->text(), QString(), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>("test.text") &&
                                 fixture.find<QLabel>("test.text")->text().contains(QStringLiteral("Heliograph")),
                             kLong);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.find<QPlainTextEdit>("test.answer")->toPlainText().startsWith(QStringLiteral("HTTP 2")), kLong);
    QVERIFY(fixture.find<QPlainTextEdit>("test.request")->toPlainText().startsWith(QStringLiteral("POST ")));
    const delivery::TestNumberRepository numbers(fixture.services().database, fixture.services().clock);
    QTRY_COMPARE_WITH_TIMEOUT(numbers.list().value().size(), std::size_t{1}, kLong);
  }

  void statsAreShownBesideTheSetup() {
    WindowFixture fixture;
    fixture.window().actions().find(ui::action::providers)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.edit")->isVisible(), kLong);
    auto* side = fixture.find("providers.side");
    const auto choices = side->findChildren<QAbstractButton*>();
    QCOMPARE(choices.size(), 2);
    choices.back()->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("stats.rate")->isVisible(), kLong);
  }

  void archivingAsksAndSaysWhatDependsOnIt() {
    WindowFixture fixture;
    QTableView* table = nullptr;
    const QString draft = openProviders(fixture, table);
    QVERIFY(WindowFixture::tabTo("providers.archive"));
    WindowFixture::press(Qt::Key_Space);
    const auto* question = qobject_cast<QMessageBox*>(askedQuestion(fixture));
    QVERIFY2(question->informativeText().contains(draft), qPrintable(question->informativeText()));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.question") == nullptr, kLong);
    QCOMPARE(fixture.workspace().providers.list()->size(), std::size_t{1});
  }

  void whatIsArchivedAfterAQuestionIsOfferedNoMore() {
    WindowFixture fixture;
    QTableView* table = nullptr;
    const QString draft = openProviders(fixture, table);
    QVERIFY(WindowFixture::tabTo("providers.archive"));
    WindowFixture::press(Qt::Key_Space);
    const auto* question = qobject_cast<QMessageBox*>(askedQuestion(fixture));
    QVERIFY2(question->informativeText().contains(QStringLiteral("campaigns need another one")),
             qPrintable(question->informativeText()));
    QVERIFY(WindowFixture::tabTo("providers.question.yes"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().providers.list()->empty(), kLong);
    QCOMPARE(fixture.workspace().providers.list(true)->size(), std::size_t{1});
  }

  void whatADraftNeedsIsNotDeletedAndSaysWhy() {
    WindowFixture fixture;
    QTableView* table = nullptr;
    const QString draft = openProviders(fixture, table);
    QVERIFY(WindowFixture::tabTo("providers.remove"));
    WindowFixture::press(Qt::Key_Space);
    const auto* note = fixture.find<QLabel>("providers.note");
    QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(draft), kLong);
    QVERIFY(fixture.find("providers.question") == nullptr);
    QCOMPARE(fixture.workspace().providers.list()->size(), std::size_t{1});
  }

  void whatNobodyNeedsIsDeletedAfterAQuestion() {
    WindowFixture fixture;
    providers::Provider spare;
    spare.name = QStringLiteral("A spare one");
    spare.type = QStringLiteral("sandbox");
    QVERIFY(fixture.workspace().providers.create(spare));
    fixture.window().actions().find(ui::action::providers)->trigger();
    auto* table = fixture.find<QTableView>("providers.table");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.remove")->isVisible(), kLong);
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(WindowFixture::tabTo("providers.remove"));
    WindowFixture::press(Qt::Key_Space);
    askedQuestion(fixture);
    QCOMPARE(fixture.workspace().providers.list()->size(), std::size_t{2});
    QVERIFY(WindowFixture::tabTo("providers.question.yes"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kLong);
    QVERIFY(!fixture.workspace().providers.byName(spare.name));
  }
};

QTEST_MAIN(ProvidersTest)
#include "providers_test.moc"
