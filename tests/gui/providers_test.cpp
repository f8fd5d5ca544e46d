// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "delivery/test_number_repository.h"
#include "providers/definition_catalog.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

/// Testing through a provider, describing one by hand, and taking one out of use, by keys alone.
class ProvidersTest : public QObject {
  Q_OBJECT

  static constexpr int kLong = 60000;

  /// The dialog for a provider that is described by hand, with its name typed.
  static void openByHand(WindowFixture& fixture) {
    fixture.window().actions().find(ui::action::addProvider)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("provider.dialog") != nullptr, kLong);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), fixture.find("provider.dialog"), kLong);
    auto* kind = fixture.find<QComboBox>("provider.kind");
    const auto& all = fixture.services().definitions.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].id != QLatin1String("http")) continue;
      kind->setFocus();
      kind->setCurrentIndex(static_cast<int>(i));
      Q_EMIT kind->activated(static_cast<int>(i));
    }
    auto* name = fixture.find<QLineEdit>("provider.name");
    name->setFocus();
    WindowFixture::type(QStringLiteral("By hand"));
  }

  static QString shownRequest(const WindowFixture& fixture) {
    return fixture.find<QPlainTextEdit>("request.text")->toPlainText();
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
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>("test.answer")->text().startsWith(QStringLiteral("HTTP 2")), kLong);
    QVERIFY(fixture.find<QLabel>("test.request")->text().startsWith(QStringLiteral("POST ")));
    const delivery::TestNumberRepository numbers(fixture.services().database, fixture.services().clock);
    QTRY_COMPARE_WITH_TIMEOUT(numbers.list().value().size(), std::size_t{1}, kLong);
  }

  void aProviderByHandShowsWhatIsSent() {
    WindowFixture fixture;
    openByHand(fixture);
    QVERIFY(WindowFixture::tabTo("setting.endpoint"));
    WindowFixture::type(QStringLiteral("https://sms.example.com/send"));
    auto* problem = fixture.find<QLabel>("request.problem");
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QStringLiteral("$$To")), kLong);
    QVERIFY(WindowFixture::tabTo("pairs.add.parameters"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::type(QStringLiteral("to"));
    WindowFixture::press(Qt::Key_Tab);
    auto* value = fixture.find<QLineEdit>("pairs.parameters.value.1");
    value->setText(QStringLiteral("$$To"));
    QVERIFY(WindowFixture::tabTo("pairs.add.parameters"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::type(QStringLiteral("text"));
    fixture.find<QLineEdit>("pairs.parameters.value.2")->setText(QStringLiteral("$$Body"));
    QTRY_VERIFY_WITH_TIMEOUT(shownRequest(fixture).startsWith(QStringLiteral("POST https://sms.example.com/send\n")),
                             kLong);
    QVERIFY(shownRequest(fixture).contains(QStringLiteral("to=%2B447700900123&text=Hi")));
    QVERIFY(problem->isHidden());
  }

  void aCurlCommandFillsTheForm() {
    WindowFixture fixture;
    openByHand(fixture);
    auto* text = fixture.find<QPlainTextEdit>("curl.text");
    text->setPlainText(
        QStringLiteral("curl https://api.example.com/v1/sms -H 'Authorization: Bearer s3cr3tt0k3n' --json "
                       "'{\"to\":\"+15551231234\",\"text\":\"Hello you\"}'"));
    fixture.find<QAbstractButton>("curl.fill")->click();
    QCOMPARE(fixture.find<QLineEdit>("setting.endpoint")->text(), QStringLiteral("https://api.example.com/v1/sms"));
    QCOMPARE(fixture.find<QLineEdit>("setting.token")->text(), QStringLiteral("s3cr3tt0k3n"));
    QTRY_VERIFY_WITH_TIMEOUT(shownRequest(fixture).contains(QStringLiteral("Authorization: Bearer ••••••")), kLong);
    QVERIFY(shownRequest(fixture).contains(QStringLiteral("+447700900123")));
    QVERIFY(!shownRequest(fixture).contains(QStringLiteral("s3cr3tt0k3n")));
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

  void nothingIsDeletedWithoutAQuestion() {
    WindowFixture fixture;
    fixture.window().actions().find(ui::action::providers)->trigger();
    auto* table = fixture.find<QTableView>("providers.table");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kLong);
    const int before = table->model()->rowCount();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("providers.archive")->isVisible(), kLong);
    QVERIFY(WindowFixture::tabTo("providers.archive"));
    WindowFixture::press(Qt::Key_Space);
    auto* note = fixture.find<QLabel>("providers.note");
    QTRY_VERIFY_WITH_TIMEOUT(!note->text().isEmpty() || fixture.find("providers.question") != nullptr, kLong);
    if (auto* question = fixture.find<QDialog>("providers.question")) question->reject();
    QCOMPARE(table->model()->rowCount(), before);
  }
};

QTEST_MAIN(ProvidersTest)
#include "providers_test.moc"
