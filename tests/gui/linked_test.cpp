// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QStandardPaths>

#include "library/linked_source_repository.h"
#include "support/linked_server.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::LinkedServer;
using test::WindowFixture;

namespace {

library::LinkedSource shopAt(const QString& url) {
  library::LinkedSource shop;
  shop.name = QStringLiteral("Shop");
  shop.url = url;
  shop.allowPrivate = true;
  shop.labels = {{QStringLiteral("offer"), QStringLiteral("offer")}};
  return shop;
}

const campaign::Campaign& openDraft(WindowFixture& fixture, const QByteArray& text) {
  fixture.window().actions().find(ui::action::newCampaign)->trigger();
  if (!QTest::qWaitFor([&] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
  fixture.window().actions().find(ui::stepAction(2))->trigger();
  auto& document = fixture.find<ui::Composer>("composer")->document();
  document.setMessage(text);
  return document.campaign();
}

}  // namespace

class LinkedTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aSourceIsAddedTestedAndSavedByKeys() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const LinkedServer server([](const QByteArray& target) {
      return LinkedServer::json("{\"offer\":\"Tea for " + target.mid(8) + "\",\"unit price\":3}");
    });
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(fixture.find("linked") && fixture.find("linked")->isVisible());
    QTRY_VERIFY(fixture.find("linked.empty.add")->isVisible());
    QVERIFY(WindowFixture::tabTo("linked.empty.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("linked.name"));
    WindowFixture::type(QStringLiteral("Shop"));
    QVERIFY(WindowFixture::tabTo("linked.url"));
    WindowFixture::type(server.url() + QStringLiteral("/people/{{who}}"));
    QVERIFY(WindowFixture::tabTo("linked.private"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("linked.parameter.who"));
    WindowFixture::type(QStringLiteral("7"));
    QVERIFY(WindowFixture::tabTo("linked.test"));
    WindowFixture::press(Qt::Key_Space);
    auto* verdict = fixture.find<QLabel>("linked.verdict");
    QTRY_VERIFY2(verdict->text().startsWith(QStringLiteral("Status 200")), qPrintable(verdict->text()));
    QVERIFY(fixture.find<QPlainTextEdit>("linked.answer")->toPlainText().contains(QStringLiteral("Tea for 7")));
    QVERIFY(WindowFixture::tabTo("linked.fill"));
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(fixture.find<QLineEdit>("linked.labels.name.1")->text(), QStringLiteral("unit_price"));
    QVERIFY(WindowFixture::tabTo("linked.save"));
    WindowFixture::press(Qt::Key_Space);
    const auto& sources = fixture.workspace().linked;
    QTRY_VERIFY(sources.byName(QStringLiteral("Shop")).has_value());
    const auto saved = *sources.byName(QStringLiteral("Shop"));
    QCOMPARE(saved.labels.size(), std::size_t(2));
    QTRY_VERIFY(sources.lastAnswer(saved.id)->has_value());
    QTRY_VERIFY(fixture.find<QLineEdit>("linked.name")->isReadOnly());
  }

  void aFailedTestSaysWhy() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const LinkedServer server([](const QByteArray&) { return LinkedServer::json("{}", 503); });
    QVERIFY(fixture.workspace().linked.save(shopAt(server.url())).has_value());
    fixture.window().actions().find(ui::action::linked)->trigger();
    QTRY_COMPARE(fixture.find<QLineEdit>("linked.name")->text(), QStringLiteral("Shop"));
    fixture.find<QAbstractButton>("linked.test")->click();
    auto* verdict = fixture.find<QLabel>("linked.verdict");
    QTRY_VERIFY2(verdict->text().contains(QStringLiteral("503")), qPrintable(verdict->text()));
  }

  void aParameterIsMappedByKeys() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const auto id = fixture.workspace().linked.save(shopAt(QStringLiteral("https://a.example/{{who}}")));
    QVERIFY(id.has_value());
    library::LinkedAnswer answer{200, {}, "{\"offer\":\"Tea\"}", fixture.workspace().clock.now()};
    QVERIFY(fixture.workspace().linked.keepAnswer(*id, {}, answer).has_value());
    const campaign::Campaign& draft = openDraft(fixture, "Hi {{ Linked.Shop.offer }}");
    QTRY_VERIFY(fixture.find("what.linked") && fixture.find("what.linked")->isVisible());
    QTRY_VERIFY(fixture.find<QComboBox>("what.linked.Shop.who"));
    QTRY_VERIFY(fixture.find<QComboBox>("what.linked.Shop.who")->count() > 2);
    fixture.find<QComboBox>("what.linked.Shop.who")->setFocus();
    QTRY_VERIFY(fixture.find<QComboBox>("what.linked.Shop.who")->hasFocus());
    WindowFixture::press(Qt::Key_Down);
    QTRY_VERIFY(fixture.find<QLineEdit>("what.linked.Shop.who.text")->hasFocus());
    WindowFixture::type(QStringLiteral("all"));
    QTRY_COMPARE(draft.linked.size(), std::size_t(1));
    QCOMPARE(draft.linked[0].parameters[QStringLiteral("who")].value, QStringLiteral("all"));
    QVERIFY(fixture.find<QLineEdit>("what.linked.Shop.who.text")->hasFocus());
  }

  void theNearestLabelIsOneKeyAway() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(fixture.workspace().linked.save(shopAt(QStringLiteral("https://a.example/"))).has_value());
    const campaign::Campaign& draft = openDraft(fixture, "Hi {{ Linked.Shop.ofer }}");
    QTRY_VERIFY(fixture.find<QAbstractButton>("what.line.0.0"));
    QCOMPARE(fixture.find<QAbstractButton>("what.line.0.0")->text(), QStringLiteral("Use Linked.Shop.offer"));
    fixture.find("what.line.0.0")->setFocus();
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(draft.message, QByteArray("Hi {{ Linked.Shop.offer }}"));
  }

  void lookingAtTheSourceKeepsTheUndo() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(fixture.workspace().linked.save(shopAt(QStringLiteral("https://a.example/"))).has_value());
    const campaign::Campaign& draft = openDraft(fixture, "Hi {{ Linked.Shop.offer }}");
    QTRY_VERIFY(fixture.find("what.linked.open.Shop"));
    fixture.find<QAbstractButton>("what.linked.open.Shop")->click();
    QTRY_VERIFY(fixture.find("linked")->isVisible());
    QTRY_COMPARE(fixture.find<QLineEdit>("linked.name")->text(), QStringLiteral("Shop"));
    QVERIFY2(!fixture.window().actions().find(ui::stepAction(0))->isEnabled(), "the draft isn't to be seen");
    fixture.find<QAbstractButton>("linked.back")->click();
    QTRY_VERIFY(fixture.find("composer")->isVisible());
    QCOMPARE(fixture.find<ui::Composer>("composer")->currentStep(), 2);
    QTRY_VERIFY(fixture.window().actions().find(ui::action::undo)->isEnabled());
    fixture.window().actions().find(ui::action::undo)->trigger();
    QCOMPARE(draft.message, QByteArray());
  }

  void deletingCountsWhatASnippetReads() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(fixture.workspace().linked.save(shopAt(QStringLiteral("https://a.example/"))).has_value());
    QVERIFY(fixture.workspace().snippets.save(QStringLiteral("foot"), "{{ Linked.Shop.offer }}").has_value());
    campaign::Campaign user;
    user.name = QStringLiteral("Spring offer");
    user.message = "Hi {% render \"foot\" %}";
    QVERIFY(fixture.workspace().campaigns.create(user).has_value());
    fixture.window().actions().find(ui::action::linked)->trigger();
    QTRY_VERIFY(fixture.find("linked.remove")->isVisible());
    fixture.find<QAbstractButton>("linked.remove")->click();
    QTRY_VERIFY(fixture.find<QMessageBox>("linked.question"));
    auto* question = fixture.find<QMessageBox>("linked.question");
    QVERIFY2(question->text().contains(user.name), qPrintable(question->text()));
    QTest::keyClick(question, Qt::Key_Escape);
  }

  void deletingSaysWhoUsesIt() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QVERIFY(fixture.workspace().linked.save(shopAt(QStringLiteral("https://a.example/"))).has_value());
    campaign::Campaign user;
    user.name = QStringLiteral("Spring offer");
    user.message = "Hi {{ Linked.Shop.offer }}";
    QVERIFY(fixture.workspace().campaigns.create(user).has_value());
    fixture.window().actions().find(ui::action::linked)->trigger();
    QTRY_VERIFY(fixture.find("linked.remove")->isVisible());
    fixture.find<QAbstractButton>("linked.remove")->click();
    QTRY_VERIFY(fixture.find<QMessageBox>("linked.question"));
    auto* question = fixture.find<QMessageBox>("linked.question");
    QVERIFY2(question->text().contains(user.name), qPrintable(question->text()));
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(fixture.workspace().linked.byName(QStringLiteral("Shop")).has_value());
  }
};

QTEST_MAIN(LinkedTest)
#include "linked_test.moc"
