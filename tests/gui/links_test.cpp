// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>
#include <QUndoStack>

#include "ui/composer/composer.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// The What page of a new draft with a text, in the real window.
class LinksPage final {
 public:
  explicit LinksPage(const QString& text) {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
    fixture.window().actions().find(ui::stepAction(2))->trigger();
    // The properties arrive from the workspace a moment after the page.
    QTest::qWait(200);
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
  }

  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] const message::TextRules& rules() const { return document().campaign().textRules; }
  /// The words of a label, without what only allows line breaks.
  [[nodiscard]] QString words(const char* name) const {
    return fixture.find<QLabel>(name)->text().remove(QChar(0x200B));
  }

  WindowFixture fixture;
};

}  // namespace

class LinksTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aTextWithoutLinksHasNoCard() {
    const LinksPage page(QStringLiteral("Hello"));
    QTest::qWait(300);
    QVERIFY(!page.fixture.find("what.links")->isVisible());
  }

  void linksAreTaggedByKeys() {
    LinksPage page(QStringLiteral("See https://nova.example/a now"));
    QTRY_VERIFY(page.fixture.find("what.links")->isVisible());
    QCOMPARE(page.words("links.length"), QStringLiteral("22 characters"));
    QVERIFY(WindowFixture::tabTo("links.tag"));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(page.rules().links.tagging.on);
    QCOMPARE(page.rules().links.tagging.medium, QStringLiteral("sms"));
    QTRY_VERIFY(
        page.words("links.example").contains(QStringLiteral("https://nova.example/a?utm_source=sms&utm_medium=sms")));
    QVERIFY(page.words("links.length").startsWith(QStringLiteral("22 → ")));
    page.document().undoStack().undo();
    QVERIFY(!page.rules().links.tagging.on);
    QTRY_COMPARE(page.words("links.length"), QStringLiteral("22 characters"));
  }

  void aLinkIsPutInWithItsParametersByKeys() {
    LinksPage page(QStringLiteral("See"));
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(page.fixture.find("link.dialog"));
    QTRY_VERIFY(page.fixture.find("link.address.text") && page.fixture.find("link.address.text")->hasFocus());
    WindowFixture::type(QStringLiteral("https://nova.example/sale"));
    QVERIFY(WindowFixture::tabTo("link.add"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(page.fixture.find("link.name") && page.fixture.find("link.name")->hasFocus());
    WindowFixture::type(QStringLiteral("city"));
    WindowFixture::press(Qt::Key_Tab);
    QVERIFY(page.fixture.find("link.value.text")->hasFocus());
    WindowFixture::type(QStringLiteral("in @city"));
    WindowFixture::press(Qt::Key_Return);
    WindowFixture::type(QStringLiteral("town"));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(WindowFixture::tabTo("link.take"));
    WindowFixture::press(Qt::Key_Return);
    const QByteArray link = "https://nova.example/sale?city=in%20{{ Profile.city | default: \"town\" | url_encode }}";
    QTRY_COMPARE(page.document().campaign().message, "See " + link);
    page.document().undoStack().undo();
    QCOMPARE(page.document().campaign().message, QByteArray("See"));
  }

  void theLinkAtTheCaretIsChangedByKeys() {
    LinksPage page(QStringLiteral("See https://nova.example/a?b=1"));
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(page.fixture.find("link.dialog"));
    QTRY_VERIFY(page.fixture.find("link.address.text") && page.fixture.find("link.address.text")->hasFocus());
    WindowFixture::press(Qt::Key_End);
    WindowFixture::type(QStringLiteral("bc"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(page.document().campaign().message, QByteArray("See https://nova.example/abc?b=1"));
    QTRY_COMPARE(page.fixture.window().focusWidget()->objectName(), QStringLiteral("what.message"));
  }

  void aLinkBeforeAWordIsKeptApart() {
    LinksPage page(QStringLiteral("Visit now"));
    for (int i = 0; i < 3; ++i) WindowFixture::press(Qt::Key_Left);
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(page.fixture.find("link.address.text") && page.fixture.find("link.address.text")->hasFocus());
    WindowFixture::type(QStringLiteral("https://nova.example/sale"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(page.document().campaign().message, QByteArray("Visit https://nova.example/sale now"));
  }

  void aMessageOfAnotherWindowIsNotWrittenInto() {
    LinksPage page(QStringLiteral("A long message, and https://nova.example/a"));
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(page.fixture.find("link.address.text") && page.fixture.find("link.address.text")->hasFocus());
    campaign::Campaign theirs = page.document().campaign();
    theirs.message = "Short é";
    page.document().adopt(theirs);
    WindowFixture::press(Qt::Key_End);
    WindowFixture::type(QStringLiteral("b"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(page.document().campaign().message.contains("https://nova.example/ab"));
    QByteArray rest = page.document().campaign().message;
    rest.replace("https://nova.example/ab", "").replace(' ', "");
    QCOMPARE(rest, QByteArray("Shorté"));
  }

  void theFragmentStandsInTheAddressAndGoesWithIt() {
    LinksPage page(QStringLiteral("See https://nova.example/a?b=1#top"));
    WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(page.fixture.find("link.address.text") && page.fixture.find("link.address.text")->hasFocus());
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("https://other.example/c"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(page.document().campaign().message, QByteArray("See https://other.example/c?b=1"));
  }

  void aFaultShowsBeforeAnybodyIsAsked() {
    const LinksPage page(QStringLiteral("See http://staging.nova.example/a"));
    QTRY_VERIFY(page.fixture.find("what.links")->isVisible());
    QVERIFY(page.words("links.note").contains(QStringLiteral("staging.nova.example")));
  }

  void linksAreCheckedByKeys() {
    const LinksPage page(QStringLiteral("See http://127.0.0.1:1/a"));
    QTRY_VERIFY(page.fixture.find("what.links")->isVisible());
    QVERIFY(WindowFixture::tabTo("links.check"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page.words("links.note").contains(QStringLiteral("Checked ")), 10000);
    QVERIFY(page.words("links.note").contains(QStringLiteral("private network")));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("links.check"));
  }

  void theOptOutLineIsAddedByKeys() {
    LinksPage page(QStringLiteral("Hello"));
    QVERIFY(WindowFixture::tabTo("what.optOut"));
    WindowFixture::press(Qt::Key_Return);
    auto* when = page.fixture.find<ui::SegmentedChoice>("what.optOutWhen");
    QVERIFY(when->isVisible());
    when->focusCurrent();
    WindowFixture::press(Qt::Key_Right);
    if (when->current() != 1) WindowFixture::press(Qt::Key_Space);
    QCOMPARE(page.rules().optOut.when, message::OptOutLine::When::FirstText);
    QVERIFY(!page.rules().optOut.text.isEmpty());
    QVERIFY(WindowFixture::tabTo("what.optOutText"));
    page.fixture.find<QLineEdit>("what.optOutText")->selectAll();
    WindowFixture::type(QStringLiteral("STOP ends it"));
    QCOMPARE(page.rules().optOut.text, QStringLiteral("STOP ends it"));
    QVERIFY(
        page.fixture.find<QAbstractButton>("what.optOut")->accessibleName().contains(QStringLiteral("STOP ends it")));
    while (page.document().undoStack().canUndo()) page.document().undoStack().undo();
    QCOMPARE(page.rules(), message::TextRules());
    QCOMPARE(when->current(), 0);
  }
};

QTEST_MAIN(LinksTest)
#include "links_test.moc"
