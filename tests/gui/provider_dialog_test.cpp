// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "ui/providers/provider_words.h"
#include "ui/providers/store_provider.h"
#include "ui/providers/token_completion.h"
#include "ui/widgets/code_text.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;
using Outcome = providers::AccountVerdict::Outcome;

/// Adding a provider, verifying it and sending a test through it: what a person sees and where the keyboard is.
class ProviderDialogTest : public QObject {
  Q_OBJECT

  static constexpr int kLong = 60000;

  static providers::Provider byHand(const QString& name) {
    providers::Provider provider;
    provider.name = name;
    provider.type = QStringLiteral("http");
    provider.settings = {{QStringLiteral("method"), QStringLiteral("POST")},
                         {QStringLiteral("endpoint"), QStringLiteral("https://sms.example.com/send")},
                         {QStringLiteral("body"), QStringLiteral("json")},
                         {QStringLiteral("json"), QStringLiteral(R"({"to":"$$To","text":"$$Body","unit":"$$unit"})")}};
    return provider;
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void enterAndTabTakeATokenInATextOfSeveralLines_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Tab") << static_cast<int>(Qt::Key_Tab);
  }
  void enterAndTabTakeATokenInATextOfSeveralLines() {
    QFETCH(int, key);
    QPlainTextEdit text;
    new ui::TokenCompletion(text, {QStringLiteral("$$To"), QStringLiteral("$$Body")});
    text.show();
    text.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&text));
    text.setFocus();
    QTest::keyClicks(&text, QStringLiteral("{\"text\": \"$$"));
    QWidget* list = QApplication::activePopupWidget();
    QVERIFY(list != nullptr);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, static_cast<Qt::Key>(key));
    QCOMPARE(text.toPlainText(), QStringLiteral("{\"text\": \"$$Body"));
    QVERIFY(QApplication::activePopupWidget() == nullptr);
  }

  void whatCouldNotBeAskedIsNotCalledBad_data() {
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("words");
    QTest::newRow("good") << static_cast<int>(Outcome::Good) << "The account is good.";
    QTest::newRow("refused") << static_cast<int>(Outcome::Rejected) << "The account is not good.";
    QTest::newRow("no answer") << static_cast<int>(Outcome::Unknown) << "The account couldn't be checked.";
  }
  void whatCouldNotBeAskedIsNotCalledBad() {
    QFETCH(int, outcome);
    QFETCH(QString, words);
    ui::ProviderVerdict verdict;
    verdict.account.emplace();
    verdict.account->outcome = static_cast<Outcome>(outcome);
    QCOMPARE(ui::verdictWords(verdict), words);
  }

  void aLongLineOfARequestIsBrokenNotCut() {
    ui::CodeText text(QStringLiteral("Request"));
    text.setPlainText(QString(400, QLatin1Char('x')));
    text.resize(200, text.height());
    text.show();
    QTRY_VERIFY(text.height() > 5 * text.fontMetrics().lineSpacing());
    QVERIFY(text.minimumSizeHint().width() <= 200);
  }

  void theFirstProviderIsTheDefault() {
    WindowFixture fixture(WindowFixture::Start::Empty);
    const auto first = ui::storeProvider(fixture.services(), byHand(QStringLiteral("First")), {}, {});
    const auto second = ui::storeProvider(fixture.services(), byHand(QStringLiteral("Second")), {}, {});
    QVERIFY(first && second);
    QVERIFY(fixture.workspace().providers.byId(*first)->isDefault);
    QVERIFY(!fixture.workspace().providers.byId(*second)->isDefault);
  }

  void theKeyboardStaysAtVerify() {
    WindowFixture fixture;
    fixture.window().actions().find(ui::action::providers)->trigger();
    auto* table = fixture.find<QTableView>("providers.table");
    QTRY_VERIFY_WITH_TIMEOUT(table->currentIndex().isValid(), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.edit")->isVisible(), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow() == &fixture.window(), kLong);
    QVERIFY(WindowFixture::tabTo("providers.edit"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("provider.dialog") != nullptr, kLong);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), fixture.find("provider.dialog"), kLong);
    QVERIFY(WindowFixture::tabTo("provider.verify"));
    WindowFixture::press(Qt::Key_Space);
    const auto* words = fixture.find<QLabel>("provider.problem");
    QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(QStringLiteral("good")), kLong);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), fixture.find("provider.verify"), kLong);
  }

  void aTestAsksForWhatTheProviderNeeds() {
    WindowFixture fixture;
    QVERIFY(fixture.workspace().providers.create(byHand(QStringLiteral("A by hand"))));
    fixture.window().actions().find(ui::action::providers)->trigger();
    auto* table = fixture.find<QTableView>("providers.table");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.test")->isVisible(), kLong);
    QCOMPARE(table->currentIndex().row(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow() == &fixture.window(), kLong);
    QVERIFY(WindowFixture::tabTo("providers.test"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("test.dialog") != nullptr, kLong);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), fixture.find("test.dialog"), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("fields.body.unit.text") != nullptr, kLong);
    QVERIFY(WindowFixture::tabTo("test.number"));
    WindowFixture::type(QStringLiteral("+447700900123"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>("test.words") && fixture.find("test.words")->isVisible(), kLong);
    QVERIFY(fixture.find<QLabel>("test.words")->text().contains(QStringLiteral("unit")));
    WindowFixture::press(Qt::Key_Tab);
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), fixture.find("test.message"));
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("Our own words"));
    QVERIFY(WindowFixture::tabTo("fields.body.unit.text"));
    WindowFixture::type(QStringLiteral("7"));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.find("test.words")->isVisible(), kLong);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>("test.text")->text(), QStringLiteral("Our own words"), kLong);
    fixture.find("test.to.0")->setFocus();
    for (int press = 0; press < 2; ++press) WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), fixture.find("test.contact"));
  }
};

QTEST_MAIN(ProviderDialogTest)
#include "provider_dialog_test.moc"
