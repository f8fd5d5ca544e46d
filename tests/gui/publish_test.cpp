// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStandardPaths>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "campaign/short_links.h"
#include "providers/shorteners/shortener_repository.h"
#include "storage/statement.h"
#include "support/hostile_server.h"
#include "ui/composer/composer.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

const QByteArray kText("The autumn sale begins on Friday with half the price of everything. Reply STOP to opt out.");
constexpr int kPatience = 120000;

}  // namespace

class PublishTest final : public QObject {
  Q_OBJECT

 private:
  static QString focusName() {
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
  }
  static ui::CampaignDocument& document(WindowFixture& fixture) {
    return fixture.find<ui::Composer>("composer")->document();
  }
  static QAbstractButton* publishButton(WindowFixture& fixture) {
    return fixture.find<QAbstractButton>("footer.publish");
  }
  static qint64 figure(WindowFixture& fixture, const QString& sql) {
    storage::Statement find(fixture.workspace().database, sql);
    return find.next().value_or(false) ? find.integer(0) : -1;
  }
  static qint64 runsOf(WindowFixture& fixture, CampaignId id) {
    return figure(fixture, QStringLiteral("SELECT COUNT(*) FROM run WHERE campaign_id = %1").arg(id.value));
  }

  /// A draft to everybody, as soon as it is published, shown on Publish.
  void open(WindowFixture& fixture, const QByteArray& text = kText) {
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    QTRY_VERIFY(fixture.find<QLineEdit>("start.name")->hasFocus());
    WindowFixture::type(QStringLiteral("Autumn sale"));
    document(fixture).setAudience(campaign::Audience::everybody());
    document(fixture).setMessage(text);
    document(fixture).setWhen(schedule::OnPublish{});
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
  }
  static providers::Shortener addShortener(WindowFixture& fixture, const QString& endpoint) {
    providers::Shortener shortener;
    shortener.name = QStringLiteral("Mine");
    shortener.type = QStringLiteral("http");
    shortener.shortLength = 30;
    shortener.settings = {{QStringLiteral("endpoint"), endpoint}};
    const auto& workspace = fixture.workspace();
    if (!workspace.shorteners.save(shortener, workspace.shortenerKinds)) qFatal("no shortener");
    return *workspace.shorteners.byName(shortener.name);
  }
  static void shorten(WindowFixture& fixture, const QString& shortener, const QString& link) {
    message::TextRules rules;
    rules.links.shortener = shortener;
    rules.links.shortened = QStringList{link};
    document(fixture).setTextRules(rules);
  }
  /// Ticks what has to be ticked, by keys.
  void tickAll(WindowFixture& fixture) {
    QTRY_VERIFY(fixture.find<QLabel>("footer.why")->text().isEmpty() ||
                fixture.find<QLabel>("footer.why")->text().contains(QStringLiteral("ticked")));
    for (int i = 0; i < 10 && !publishButton(fixture)->isEnabled(); ++i) {
      fixture.find<QAbstractButton>("footer.goThere")->setFocus();
      WindowFixture::press(Qt::Key_Space);
      QTRY_COMPARE(focusName(), QStringLiteral("publish.seen"));
      WindowFixture::press(Qt::Key_Space);
    }
    QVERIFY2(publishButton(fixture)->isEnabled(), qPrintable(fixture.find<QLabel>("footer.why")->text()));
  }
  /// Opens the dialog by keys and gives the number it asks for.
  QString ask(WindowFixture& fixture) {
    tickAll(fixture);
    QString number;
    for (const QChar sign : publishButton(fixture)->text()) {
      if (sign.isDigit()) number += sign;
    }
    if (!WindowFixture::tabTo("footer.publish")) return {};
    WindowFixture::press(Qt::Key_Space);
    [&] { QTRY_COMPARE(focusName(), QStringLiteral("publish.typed")); }();
    return number;
  }
  static bool isCounting(WindowFixture& fixture) {
    auto* cancel = fixture.find<QAbstractButton>("publish.cancel");
    return cancel != nullptr && cancel->isVisible();
  }
  static bool bannerSays(WindowFixture& fixture, const QString& words) {
    const auto* banner = fixture.find("composer.banner");
    if (banner == nullptr) return false;
    const auto labels = banner->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* one) { return one->text().contains(words); });
  }
  /// Publishes the same text to everybody, behind the window's back.
  static void sendBefore(WindowFixture& fixture, const QByteArray& text) {
    campaign::Campaign draft;
    draft.name = QStringLiteral("Diwali early access");
    draft.audience = campaign::Audience::everybody();
    draft.message = text;
    draft.when = schedule::OnPublish{};
    const auto created = fixture.workspace().campaigns.create(draft);
    QVERIFY(created.has_value());
    QVERIFY(fixture.workspace().publisher.publish(created->id, created->revision, 120).has_value());
    fixture.workspace().delivery.wake();
    QTRY_COMPARE_WITH_TIMEOUT(
        figure(fixture, QStringLiteral("SELECT COUNT(*) FROM run WHERE campaign_id = %1 AND state = 'done'")
                            .arg(created->id.value)),
        1, kPatience);
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theFirstBlockerIsNamedAndLedTo() {
    WindowFixture fixture;
    open(fixture, {});
    QTRY_VERIFY(fixture.find<QLabel>("footer.why")->text().contains(QStringLiteral("The message is empty")));
    QVERIFY(!publishButton(fixture)->isEnabled());
    QVERIFY(WindowFixture::tabTo("footer.goThere"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(focusName(), QStringLiteral("what.message"));
  }

  void aSimilarTextHasToBeTickedAndTheTickEndsWithTheText() {
    WindowFixture fixture;
    sendBefore(fixture, kText);
    open(fixture);
    QTRY_VERIFY(fixture.find("publish.check.same_text") != nullptr);
    QTRY_VERIFY(fixture.find<QLabel>("footer.why")->text().contains(QStringLiteral("ticked")));
    QVERIFY(!publishButton(fixture)->isEnabled());
    tickAll(fixture);

    document(fixture).setMessage(kText + " Come early");
    QTRY_VERIFY(fixture.find("publish.check.similar_text") != nullptr);
    QTRY_VERIFY(fixture.find<QLabel>("footer.why")->text().contains(QStringLiteral("ticked")));
    QVERIFY(!publishButton(fixture)->isEnabled());
    for (const QCheckBox* box : fixture.window().findChildren<QCheckBox*>(QStringLiteral("publish.seen"))) {
      QVERIFY(!box->isVisible() || !box->isChecked());
    }
  }

  void aTickStaysWhileNothingChanges() {
    WindowFixture fixture;
    sendBefore(fixture, kText);
    open(fixture);
    QTRY_VERIFY(fixture.find("publish.check.same_text") != nullptr);
    tickAll(fixture);
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(publishButton(fixture)->isEnabled());
  }

  void onlyTheRightNumberPublishes() {
    WindowFixture fixture;
    open(fixture);
    const QString number = ask(fixture);
    const auto* wrong = fixture.find<QLabel>("publish.wrong");
    WindowFixture::type(QStringLiteral("7"));
    QVERIFY(!fixture.find<QAbstractButton>("publish.confirm")->isEnabled());
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(wrong->text().contains(number));
    QVERIFY(fixture.find<QDialog>("publish.dialog")->isVisible());
    QVERIFY(!isCounting(fixture));
    WindowFixture::press(Qt::Key_Backspace);
    WindowFixture::type(number.left(1) + QLatin1Char(' ') + number.mid(1));
    QVERIFY(wrong->text().isEmpty());
    QVERIFY(fixture.find<QAbstractButton>("publish.confirm")->isEnabled());
  }

  void theCountdownIsTakenBackByEscape() {
    WindowFixture fixture;
    fixture.services().countdown = std::chrono::minutes(1);
    open(fixture);
    const CampaignId id = document(fixture).campaign().id;
    WindowFixture::type(ask(fixture));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(isCounting(fixture));
    QCOMPARE(focusName(), QStringLiteral("publish.cancel"));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY2(isCounting(fixture), "a second Enter takes nothing back");
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find<QDialog>("publish.dialog") == nullptr);
    QCOMPARE(runsOf(fixture, id), 0);
  }

  void whoeverVanishesInTheCountdownPublishesNothing() {
    WindowFixture fixture;
    fixture.services().countdown = std::chrono::milliseconds(300);
    open(fixture);
    const CampaignId id = document(fixture).campaign().id;
    WindowFixture::type(ask(fixture));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(isCounting(fixture));
    fixture.vanish();
    QTest::qWait(600);
    QCOMPARE(runsOf(fixture, id), 0);
    QCOMPARE(fixture.workspace().campaigns.summary(id)->standing, campaign::Standing::Draft);
  }

  void shortLinksAreMadeBeforeAnythingLeaves() {
    WindowFixture fixture;
    const test::HostileServer server({[](int number, const QByteArray&) {
                                        test::HostileAct act;
                                        act.status = number == 1 ? 503 : 200;
                                        act.body = "{\"short_url\":\"https://go.nova.example/a1\"}";
                                        return act;
                                      },
                                      {},
                                      {},
                                      {}});
    const providers::Shortener shortener = addShortener(fixture, server.url().toString());
    const QString link = QStringLiteral("https://nova.example/early-access");
    open(fixture, kText + " " + link.toUtf8());
    const CampaignId id = document(fixture).campaign().id;
    shorten(fixture, shortener.name, link);
    WindowFixture::type(ask(fixture));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bannerSays(fixture, QStringLiteral("made no short link")), kPatience);
    QVERIFY(bannerSays(fixture, QStringLiteral("Nothing was published")));
    QCOMPARE(runsOf(fixture, id), 0);
    QTRY_VERIFY(fixture.find<QDialog>("publish.dialog") == nullptr);
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::type(ask(fixture));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(fixture, id), 1, kPatience);
    QCOMPARE(server.received().size(), std::size_t(2));
    const auto frozen = fixture.workspace().campaigns.latestVersion(id);
    QVERIFY(frozen.has_value());
    QCOMPARE(frozen->campaign.textRules.links.shortLinks.at(link), QStringLiteral("https://go.nova.example/a1"));
  }

  void longerTextsThanApprovedAreNotPublished() {
    WindowFixture fixture;
    auto& workspace = fixture.workspace();
    const providers::Shortener shortener = addShortener(fixture, QStringLiteral("http://127.0.0.1:1"));
    const QString link = QStringLiteral("https://nova.example/early-access");
    open(fixture, QByteArray(125, 'a') + " " + link.toUtf8());
    const CampaignId id = document(fixture).campaign().id;
    shorten(fixture, shortener.name, link);
    WindowFixture::type(ask(fixture));
    // A test in another window makes the link, longer than was counted.
    const campaign::ShortLinkRepository links(workspace.database, workspace.clock);
    const auto made = QStringLiteral("https://go.nova.example/") + QString(40, QLatin1Char('a'));
    QVERIFY(links.keep(id, shortener, {link, link, made}).has_value());
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bannerSays(fixture, QStringLiteral("got longer")), kPatience);
    QCOMPARE(runsOf(fixture, id), 0);
  }

  void nobodyLeavesWhileItIsPublished() {
    WindowFixture fixture;
    test::HostileAct slow;
    slow.status = 503;
    slow.delayMs = 4000;
    const test::HostileServer server({[slow](int, const QByteArray&) { return slow; }, {}, {}, {}});
    const providers::Shortener shortener = addShortener(fixture, server.url().toString());
    const QString link = QStringLiteral("https://nova.example/early-access");
    open(fixture, kText + " " + link.toUtf8());
    shorten(fixture, shortener.name, link);
    WindowFixture::type(ask(fixture));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bannerSays(fixture, QStringLiteral("Making short links")), kPatience);
    fixture.window().actions().find(ui::action::shorteners)->trigger();
    QVERIFY(bannerSays(fixture, QStringLiteral("Publishing is under way")));
    QVERIFY(!fixture.window().close());
    QVERIFY(fixture.find("composer")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(bannerSays(fixture, QStringLiteral("Nothing was published")), kPatience);
  }

  void otherPeopleThanApprovedAreAskedAbout() {
    WindowFixture fixture;
    fixture.services().countdown = std::chrono::milliseconds(400);
    open(fixture);
    const CampaignId id = document(fixture).campaign().id;
    const QString before = ask(fixture);
    WindowFixture::type(before);
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(isCounting(fixture));
    QVERIFY(fixture.workspace()
                .database
                .execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id IN (SELECT id FROM profile WHERE "
                                        "phone_state = 'valid' AND opted_out = 0 LIMIT 20)"))
                .has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("publish.notice") != nullptr, kPatience);
    QCOMPARE(runsOf(fixture, id), 0);
    QTRY_COMPARE(focusName(), QStringLiteral("publish.typed"));
    WindowFixture::type(before);
    QVERIFY2(!fixture.find<QAbstractButton>("publish.confirm")->isEnabled(), "the old number is no answer");
  }

  void whatAnotherWindowSavedAfterTheQuestionIsNotPublished() {
    WindowFixture fixture;
    open(fixture);
    QTRY_COMPARE(fixture.find<ui::Composer>("composer")->autosave().state(), ui::SaveState::Saved);
    // Opened anew nothing was changed here, so what the other window saves is shown without a question.
    fixture.vanish();
    fixture.open();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    const QString number = ask(fixture);
    campaign::Campaign theirs = document(fixture).campaign();
    theirs.message = "Nobody looked at this text";
    const campaign::CampaignRepository& campaigns = fixture.workspace().campaigns;
    QVERIFY(campaigns.save(theirs, theirs.revision, QStringLiteral("there")).has_value());
    fixture.find<ui::Composer>("composer")->autosave().noteFile(*campaigns.stamp(theirs.id));
    QTRY_COMPARE(document(fixture).campaign().message, theirs.message);
    WindowFixture::type(number);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bannerSays(fixture, QStringLiteral("changed meanwhile")), kPatience);
    QCOMPARE(runsOf(fixture, theirs.id), 0);
    QCOMPARE(campaigns.summary(theirs.id)->standing, campaign::Standing::Draft);
  }

  void aFailedCountIsSaidAndTriedAgain() {
    WindowFixture fixture;
    open(fixture);
    tickAll(fixture);
    const auto why = [&] { return fixture.find<QLabel>("footer.why")->text(); };
    const storage::Database& database = fixture.workspace().database;
    QVERIFY(database.execute(QStringLiteral("ALTER TABLE price RENAME TO price_gone")).has_value());
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(why().contains(QStringLiteral("could not be counted")));
    QVERIFY(!publishButton(fixture)->isEnabled());
    QVERIFY(database.execute(QStringLiteral("ALTER TABLE price_gone RENAME TO price")).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(publishButton(fixture)->isEnabled(), kPatience);
  }

  void pressingEnterTwiceMakesOneRun() {
    WindowFixture fixture;
    open(fixture);
    const CampaignId id = document(fixture).campaign().id;
    WindowFixture::type(ask(fixture));
    WindowFixture::press(Qt::Key_Return);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("report") != nullptr, kPatience);
    QCOMPARE(runsOf(fixture, id), 1);
  }

  void publishingInTwoWindowsMakesOneRun() {
    WindowFixture fixture;
    fixture.services().countdown = std::chrono::milliseconds(400);
    open(fixture);
    QTRY_COMPARE(fixture.find<ui::Composer>("composer")->autosave().state(), ui::SaveState::Saved);
    const QString number = ask(fixture);
    const CampaignId id = document(fixture).campaign().id;
    WindowFixture::type(number);
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(isCounting(fixture));
    const int revision = fixture.workspace().campaigns.load(id)->revision;
    QVERIFY(fixture.workspace().publisher.publish(id, revision, number.toLongLong()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find("report") != nullptr, kPatience);
    QCOMPARE(runsOf(fixture, id), 1);
  }

  void theFirstAreSentToAndTheRestIsLetGoInTheWindow() {
    WindowFixture fixture;
    open(fixture);
    const CampaignId id = document(fixture).campaign().id;
    fixture.find<ui::SegmentedChoice>("publish.release")->focusCurrent();
    WindowFixture::press(Qt::Key_Left);
    QTRY_VERIFY(fixture.find<QSpinBox>("publish.first")->isVisible());
    QCOMPARE(document(fixture).campaign().release, campaign::Release::firstThenAsk(100));
    QVERIFY(WindowFixture::tabTo("publish.first"));
    fixture.find<QSpinBox>("publish.first")->selectAll();
    WindowFixture::type(QStringLiteral("30"));
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(document(fixture).campaign().release, campaign::Release::firstThenAsk(30));
    const QString number = ask(fixture);
    WindowFixture::type(number);
    WindowFixture::press(Qt::Key_Return);
    const auto accepted = [&] {
      return figure(fixture, QStringLiteral("SELECT COUNT(*) FROM outbox o JOIN run r ON r.id = o.run_id WHERE "
                                            "r.campaign_id = %1 AND o.state = 'accepted'")
                                 .arg(id.value));
    };
    const auto rest = [&] { return button(fixture, QStringLiteral("Send the rest")); };
    QTRY_VERIFY_WITH_TIMEOUT(rest() != nullptr, kPatience);
    QCOMPARE(accepted(), 30);
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    // A press just after the button changed is taken for one that was aimed at what stood there before.
    const auto pressed = [&] {
      if (rest() == nullptr) return true;
      rest()->setFocus();
      if (rest()->hasFocus()) WindowFixture::press(Qt::Key_Space);
      return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(pressed(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), number.toLongLong(), kPatience);
    QCOMPARE(runsOf(fixture, id), 1);
  }

 private:
  static QAbstractButton* button(WindowFixture& fixture, const QString& text) {
    for (auto* one : fixture.window().findChildren<QAbstractButton*>()) {
      if (one->isVisible() && one->text() == text) return one;
    }
    return nullptr;
  }
};

QTEST_MAIN(PublishTest)
#include "publish_test.moc"
