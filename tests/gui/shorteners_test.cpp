// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStandardPaths>

#include "providers/shorteners/shortener_repository.h"
#include "support/hostile_server.h"
#include "ui/composer/composer.h"
#include "ui/shorteners/store_shortener.h"
#include "ui/widgets/banner.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::HostileAct;
using test::WindowFixture;

namespace {

const QString kLongLink = QStringLiteral("https://nova.example/early-access/for-members");

/// A shortener on this computer.
class OwnShortener final {
 public:
  OwnShortener()
      : m_server({[](int number, const QByteArray&) {
                    HostileAct act;
                    act.status = 200;
                    act.body = "{\"short_url\":\"https://go.nova.example/" + QByteArray::number(number) + "\"}";
                    return act;
                  },
                  {},
                  {},
                  {}}) {}

  [[nodiscard]] QString url() const { return m_server.url().toString(); }
  [[nodiscard]] std::size_t asked() const { return m_server.received().size(); }
  [[nodiscard]] providers::Shortener settings(const QString& name) const {
    providers::Shortener shortener;
    shortener.name = name;
    shortener.type = QStringLiteral("http");
    shortener.shortLength = 25;
    shortener.settings = {{QStringLiteral("endpoint"), url()}};
    return shortener;
  }

 private:
  test::HostileServer m_server;
};

campaign::Campaign openDraft(WindowFixture& fixture, const QString& text) {
  fixture.window().actions().find(ui::action::newCampaign)->trigger();
  if (!QTest::qWaitFor([&] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
  fixture.window().actions().find(ui::stepAction(2))->trigger();
  fixture.find<ui::Composer>("composer")->document().setMessage(text.toUtf8());
  return fixture.find<ui::Composer>("composer")->document().campaign();
}

}  // namespace

class ShortenersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void oneIsAddedTestedAndSavedByKeys() {
    WindowFixture fixture;
    const OwnShortener own;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.window().actions().find(ui::action::shorteners)->trigger();
    QTRY_VERIFY(fixture.find("shorteners.empty.add")->isVisible());
    QVERIFY(WindowFixture::tabTo("shorteners.empty.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("shorteners.kind"));
    auto* kind = fixture.find<QComboBox>("shorteners.kind");
    while (kind->currentText() != QStringLiteral("Own shortener (HTTP)")) {
      const int before = kind->currentIndex();
      WindowFixture::press(Qt::Key_Down);
      QVERIFY(kind->currentIndex() != before);
    }
    QVERIFY(WindowFixture::tabTo("shorteners.name"));
    WindowFixture::type(QStringLiteral("Mine"));
    QVERIFY(WindowFixture::tabTo("setting.endpoint"));
    WindowFixture::type(own.url());
    QVERIFY(WindowFixture::tabTo("shorteners.test"));
    WindowFixture::press(Qt::Key_Space);
    auto* verdict = fixture.find<QLabel>("shorteners.verdict");
    QTRY_VERIFY2(verdict->text().contains(QStringLiteral("https://go.nova.example/1")), qPrintable(verdict->text()));
    QVERIFY(fixture.find<QPlainTextEdit>("shorteners.answer")->toPlainText().contains(QStringLiteral("short_url")));
    QVERIFY(WindowFixture::tabTo("shorteners.save"));
    WindowFixture::press(Qt::Key_Space);
    const auto& all = fixture.workspace().shorteners;
    QTRY_VERIFY(all.byName(QStringLiteral("Mine")).has_value());
    QVERIFY(all.byName(QStringLiteral("Mine"))->isDefault);
    QCOMPARE(all.byName(QStringLiteral("Mine"))->shortLength, 25);
    QTRY_VERIFY(fixture.find<QLineEdit>("shorteners.name")->isReadOnly());
  }

  void whatIsMissingIsSaid() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    fixture.window().actions().find(ui::action::shorteners)->trigger();
    QTRY_VERIFY(fixture.find("shorteners.empty.add")->isVisible());
    fixture.find<QAbstractButton>("shorteners.empty.add")->click();
    fixture.find<QAbstractButton>("shorteners.save")->click();
    QVERIFY(fixture.find<QLabel>("shorteners.note")->text().contains(QStringLiteral("name")));
    QCOMPARE(fixture.workspace().shorteners.list()->size(), std::size_t(0));
  }

  void deletingSaysWhichDraftsUseIt() {
    WindowFixture fixture;
    const OwnShortener own;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    auto& workspace = fixture.workspace();
    QVERIFY(workspace.shorteners.save(own.settings(QStringLiteral("Mine")), workspace.shortenerKinds).has_value());
    campaign::Campaign user;
    user.name = QStringLiteral("Spring offer");
    user.message = kLongLink.toUtf8();
    user.textRules.links.shortener = QStringLiteral("Mine");
    user.textRules.links.shortened = QStringList{kLongLink};
    QVERIFY(workspace.campaigns.create(user).has_value());
    fixture.window().actions().find(ui::action::shorteners)->trigger();
    QTRY_VERIFY(fixture.find("shorteners.remove")->isVisible());
    fixture.find<QAbstractButton>("shorteners.remove")->click();
    QTRY_VERIFY(fixture.find<QMessageBox>("shorteners.question"));
    auto* question = fixture.find<QMessageBox>("shorteners.question");
    QVERIFY2(question->text().contains(user.name), qPrintable(question->text()));
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(workspace.shorteners.byName(QStringLiteral("Mine")).has_value());
  }

  void aLinkIsTickedByKeys() {
    WindowFixture fixture;
    const OwnShortener own;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    auto& workspace = fixture.workspace();
    QVERIFY(workspace.shorteners.save(own.settings(QStringLiteral("Mine")), workspace.shortenerKinds).has_value());
    openDraft(fixture, QStringLiteral("See %1 now").arg(kLongLink));
    QTRY_VERIFY(fixture.find("links.shorten") && fixture.find("links.shorten")->isVisible());
    QVERIFY(!fixture.find("links.shortener")->isVisible());
    QVERIFY(WindowFixture::tabTo("links.shorten"));
    WindowFixture::press(Qt::Key_Space);
    auto& document = fixture.find<ui::Composer>("composer")->document();
    QCOMPARE(document.campaign().textRules.links.shortener, QStringLiteral("Mine"));
    QCOMPARE(document.campaign().textRules.links.shortened, QStringList{kLongLink});
    QTRY_VERIFY(fixture.find<QLabel>("links.length")->text().contains(QStringLiteral("→ ~25 characters")));
    QVERIFY(fixture.find("links.shortener")->isVisible());
    QCOMPARE(fixture.find<QComboBox>("links.shortener")->currentText(), QStringLiteral("Mine"));
    QCOMPARE(own.asked(), std::size_t(0));
    document.undoStack().undo();
    QCOMPARE(document.campaign().textRules, message::TextRules());
  }

  void aPersonalLinkStaysAndThePageSaysSo() {
    WindowFixture fixture;
    const OwnShortener own;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    auto& workspace = fixture.workspace();
    QVERIFY(workspace.shorteners.save(own.settings(QStringLiteral("Mine")), workspace.shortenerKinds).has_value());
    openDraft(fixture, QStringLiteral("See https://nova.example/{{ Profile.identity | default: 'x' }}"));
    QTRY_VERIFY(fixture.find("links.note") && fixture.find("links.note")->isVisible());
    QTRY_VERIFY(fixture.find<QLabel>("links.note")->text().startsWith(QStringLiteral("Not shortened")));
    QVERIFY(!fixture.find("links.shorten")->isVisible());
  }

  void withoutAnyThePageLeadsToThem() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    openDraft(fixture, QStringLiteral("See %1 now").arg(kLongLink));
    QTRY_VERIFY(fixture.find("links.setUp")->isVisible());
    QVERIFY(WindowFixture::tabTo("links.setUp"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find("shorteners") && fixture.find("shorteners")->isVisible());
    fixture.find<QAbstractButton>("shorteners.back")->click();
    QTRY_VERIFY(fixture.find("what.links") && fixture.find("what.links")->isVisible());
  }
};

QTEST_MAIN(ShortenersTest)
#include "shorteners_test.moc"
