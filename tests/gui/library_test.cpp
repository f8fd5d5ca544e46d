// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QStandardPaths>
#include <QTabBar>
#include <QUndoStack>

#include "editors/message_editor.h"
#include "library/coupon_repository.h"
#include "library/text_repository.h"
#include "ui/composer/composer.h"
#include "ui/library/coupons_tab.h"
#include "ui/library/library_dialog.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// The What page of a new draft in a window whose library holds something.
class LibraryPage final {
 public:
  LibraryPage() {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    app::Workspace& workspace = fixture.workspace();
    if (!workspace.snippets.save(QStringLiteral("footer"), "Reply STOP") ||
        !workspace.snippets.save(QStringLiteral("greeting"), "Hello") ||
        !workspace.snippets.save(QStringLiteral("thanks to all"), "Thanks, {{ Profile.city }}") ||
        !workspace.templates.save(QStringLiteral("Sale"), "Big sale today")) {
      qFatal("no library");
    }
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
    fixture.window().actions().find(ui::stepAction(2))->trigger();
    auto* editor = fixture.find<editors::MessageEditor>("what.message");
    if (!QTest::qWaitFor([editor] { return editor->isVisible(); })) qFatal("no editor");
    QTest::qWait(200);
    fixture.window().activateWindow();
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not stay active");
    editor->setFocus();
    if (!QTest::qWaitFor([editor] { return editor->hasFocus(); })) {
      qFatal("the editor can't be written in: %s has the keys",
             qPrintable(QDebug::toString(QApplication::focusWidget())));
    }
  }

  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] QByteArray text() const { return document().campaign().message; }
  [[nodiscard]] bool waitFor(const char* name) const {
    return QTest::qWaitFor([this, name] {
      auto* widget = fixture.find(name);
      return widget && widget->isVisible();
    });
  }
  void trigger(const char* action) const {
    fixture.find<QMenu>("what.library.menu")->findChild<QAction*>(QLatin1String(action))->trigger();
  }

  WindowFixture fixture;
};

}  // namespace

class LibraryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void aSnippetIsPutInByKeys();
  void anEmptyMessageBeginsWithATemplate();
  void theLastCampaignIsBegunWithAndTakenBackInOneStep();
  void theMessageIsSavedAsATemplate();
  void aSnippetIsMadeAndWrittenInTheLibrary();
  void aGapInASnippetLeadsToTheSnippet_data();
  void aGapInASnippetLeadsToTheSnippet();
  void aSnippetIsMendedAndTakenBackByKeys();
  void aSnippetIsReadAnewWithWhatWasJustTyped();
  void whatWasTypedLastIsSavedOnClosing();
  void codesAreImportedInTheLibrary();
  void aPoolIsRenamedWhereItIsUsed();
};

void LibraryTest::aSnippetIsPutInByKeys() {
  LibraryPage page;
  QInputMethodEvent typed;
  typed.setCommitString(QStringLiteral("Hi. "));
  QApplication::sendEvent(QApplication::focusWidget(), &typed);
  page.trigger("library.insertSnippet");
  QVERIFY(page.waitFor("library.picker"));
  QTRY_VERIFY(page.fixture.find<QLineEdit>("library.picker.search")->hasFocus());
  WindowFixture::type(QStringLiteral("foot"));
  WindowFixture::press(Qt::Key_Return);
  QTRY_COMPARE(page.text(), QByteArray("Hi. {% render \"footer\" %}"));
}

void LibraryTest::anEmptyMessageBeginsWithATemplate() {
  LibraryPage page;
  QVERIFY(page.waitFor("what.start"));
  auto* link = page.fixture.find<QAbstractButton>("what.start.template");
  link->setFocus();
  WindowFixture::press(Qt::Key_Space);
  QVERIFY(page.waitFor("library.picker"));
  QTRY_VERIFY(page.fixture.find<QLineEdit>("library.picker.search")->hasFocus());
  WindowFixture::press(Qt::Key_Return);
  QTRY_COMPARE(page.text(), QByteArray("Big sale today"));
  QVERIFY(!page.fixture.find("what.start")->isVisible());
  page.document().undoStack().undo();
  QCOMPARE(page.text(), QByteArray());
  QVERIFY(page.fixture.find("what.start")->isVisible());
}

void LibraryTest::theLastCampaignIsBegunWithAndTakenBackInOneStep() {
  LibraryPage page;
  const auto& campaigns = page.fixture.workspace().campaigns;
  campaign::Campaign last;
  last.name = QStringLiteral("Last week");
  last.message = "Our words";
  last.textRules.keepGsm7 = true;
  QVERIFY(campaigns.create(last));
  const campaign::Campaign before = page.document().campaign();
  auto* link = page.fixture.find<QAbstractButton>("what.start.last");
  link->setFocus();
  WindowFixture::press(Qt::Key_Space);
  QTRY_COMPARE(page.text(), QByteArray("Our words"));
  QVERIFY(page.document().campaign().textRules.keepGsm7);
  QCOMPARE(page.document().campaign().name, before.name);
  page.document().undoStack().undo();
  QVERIFY(campaign::sameContent(page.document().campaign(), before));
}

void LibraryTest::theMessageIsSavedAsATemplate() {
  LibraryPage page;
  QInputMethodEvent typed;
  typed.setCommitString(QStringLiteral("Keep me"));
  QApplication::sendEvent(QApplication::focusWidget(), &typed);
  page.trigger("library.saveTemplate");
  QVERIFY(page.waitFor("library.name"));
  auto* name = page.fixture.find<QLineEdit>("library.name.field");
  name->window()->activateWindow();
  name->setFocus();
  QTRY_VERIFY(name->hasFocus());
  name->selectAll();
  WindowFixture::type(QStringLiteral("Sale"));
  WindowFixture::press(Qt::Key_Return);
  QVERIFY(page.waitFor("library.name.problem"));
  WindowFixture::type(QStringLiteral(" 2"));
  WindowFixture::press(Qt::Key_Return);
  QTRY_VERIFY(page.fixture.workspace().templates.find(QStringLiteral("Sale 2")));
  QCOMPARE(page.fixture.workspace().templates.find(QStringLiteral("Sale 2"))->text, QByteArray("Keep me"));
}

void LibraryTest::aSnippetIsMadeAndWrittenInTheLibrary() {
  LibraryPage page;
  page.trigger("library.manage");
  QVERIFY(page.waitFor("library"));
  auto* list = page.fixture.find<QListWidget>("library.snippets.list");
  QTRY_COMPARE(list->count(), 3);
  page.fixture.find<QAbstractButton>("library.snippets.new")->click();
  QTRY_COMPARE(list->count(), 4);
  auto* name = page.fixture.find<QLineEdit>("library.snippets.name");
  QTRY_VERIFY(name->hasFocus());
  name->selectAll();
  WindowFixture::type(QStringLiteral("thanks"));
  WindowFixture::press(Qt::Key_Tab);
  QTRY_VERIFY(page.fixture.workspace().snippets.find(QStringLiteral("thanks")));
  auto* text = page.fixture.find<editors::MessageEditor>("library.snippets.text");
  QTRY_COMPARE(text->source(), QByteArray());
  text->setFocus();
  WindowFixture::type(QStringLiteral("Thank you"));
  QTRY_COMPARE(page.fixture.workspace().snippets.find(QStringLiteral("thanks"))->text, QByteArray("Thank you"));
}

void LibraryTest::aGapInASnippetLeadsToTheSnippet_data() {
  QTest::addColumn<bool>("inSource");
  QTest::newRow("message") << false;
  QTest::newRow("source") << true;
}

void LibraryTest::aGapInASnippetLeadsToTheSnippet() {
  QFETCH(bool, inSource);
  LibraryPage page;
  if (inSource) WindowFixture::press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
  QInputMethodEvent written;
  written.setCommitString(QStringLiteral("Hi {% render \"thanks to all\" %}"));
  QApplication::sendEvent(QApplication::focusWidget(), &written);
  QTRY_VERIFY(page.fixture.find<QAbstractButton>("what.line.0.0"));
  QTRY_COMPARE(page.fixture.find<QAbstractButton>("what.line.0.0")->text(), QStringLiteral("Open the snippet"));
  WindowFixture::press(Qt::Key_Home);
  WindowFixture::press(Qt::Key_Return, Qt::AltModifier);
  auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  QVERIFY(menu != nullptr);
  QVERIFY2(menu->accessibleName().contains(QStringLiteral("thanks to all")), qPrintable(menu->accessibleName()));
  QTest::keyClick(menu, Qt::Key_Return);
  QVERIFY(page.waitFor("library"));
  auto* list = page.fixture.find<QListWidget>("library.snippets.list");
  QTRY_VERIFY(list->currentItem() && list->currentItem()->text() == QStringLiteral("thanks to all"));
}

void LibraryTest::aSnippetIsMendedAndTakenBackByKeys() {
  LibraryPage page;
  page.trigger("library.manage");
  QVERIFY(page.waitFor("library"));
  auto* text = page.fixture.find<editors::MessageEditor>("library.snippets.text");
  QTRY_COMPARE(text->source(), QByteArray("Reply STOP"));
  text->setFocus();
  QTRY_VERIFY(text->hasFocus());
  WindowFixture::press(Qt::Key_Home, Qt::ControlModifier);
  QInputMethodEvent written;
  written.setCommitString(QStringLiteral("{{ Profile.cty }} "));
  QApplication::sendEvent(text, &written);
  WindowFixture::press(Qt::Key_Home);
  WindowFixture::press(Qt::Key_Return, Qt::AltModifier);
  auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  QVERIFY(menu != nullptr);
  QTest::keyClick(menu, Qt::Key_Return);
  QCOMPARE(text->source(), QByteArray("{{ Profile.city }} Reply STOP"));
  WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
  WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(text->source(), QByteArray("Reply STOP"));
  WindowFixture::press(Qt::Key_Y, Qt::ControlModifier);
  QCOMPARE(text->source(), QByteArray("{{ Profile.cty }} Reply STOP"));
  QTRY_COMPARE(page.fixture.workspace().snippets.find(QStringLiteral("footer"))->text, text->source());
}

void LibraryTest::aSnippetIsReadAnewWithWhatWasJustTyped() {
  LibraryPage page;
  page.trigger("library.manage");
  QVERIFY(page.waitFor("library"));
  auto* dialog = page.fixture.find<ui::LibraryDialog>("library");
  auto* text = page.fixture.find<editors::MessageEditor>("library.snippets.text");
  auto* list = page.fixture.find<QListWidget>("library.snippets.list");
  QTRY_COMPARE(text->source(), QByteArray("Reply STOP"));
  text->setFocus();
  QTRY_VERIFY(text->hasFocus());
  WindowFixture::press(Qt::Key_End, Qt::ControlModifier);
  WindowFixture::type(QStringLiteral("!"));
  dialog->showSnippet(QStringLiteral("greeting"));
  QTRY_COMPARE(text->source(), QByteArray("Hello"));
  list->setCurrentRow(0);
  QCOMPARE(text->source(), QByteArray("Reply STOP!"));
  QCOMPARE(page.fixture.workspace().snippets.find(QStringLiteral("footer"))->text, QByteArray("Reply STOP!"));
}

void LibraryTest::whatWasTypedLastIsSavedOnClosing() {
  LibraryPage page;
  page.trigger("library.manage");
  QVERIFY(page.waitFor("library"));
  auto* text = page.fixture.find<editors::MessageEditor>("library.snippets.text");
  QTRY_COMPARE(text->source(), QByteArray("Reply STOP"));
  text->setFocus();
  QTRY_VERIFY(text->hasFocus());
  WindowFixture::press(Qt::Key_End, Qt::ControlModifier);
  WindowFixture::type(QStringLiteral("?"));
  int told = 0;
  connect(page.fixture.find<ui::LibraryDialog>("library"), &ui::LibraryDialog::changed, this, [&] { ++told; });
  WindowFixture::press(Qt::Key_Escape);
  QCOMPARE(page.fixture.workspace().snippets.find(QStringLiteral("footer"))->text, QByteArray("Reply STOP?"));
  QVERIFY(told >= 1);
}

void LibraryTest::codesAreImportedInTheLibrary() {
  LibraryPage page;
  page.trigger("library.manage");
  QVERIFY(page.waitFor("library"));
  auto* dialog = page.fixture.find<ui::LibraryDialog>("library");
  dialog->showTab(ui::LibraryDialog::Coupons);
  QFile file(page.fixture.path("Spring.txt"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("A1\nA2\nA2\n\n");
  file.close();
  dialog->coupons().importFile(file.fileName());
  QTRY_COMPARE(dialog->coupons().count(), 1);
  QCOMPARE(page.fixture.workspace().coupons.find(QStringLiteral("Spring"))->free, 2);
}

void LibraryTest::aPoolIsRenamedWhereItIsUsed() {
  LibraryPage page;
  auto& workspace = page.fixture.workspace();
  QVERIFY(workspace.snippets.save(QStringLiteral("gift"), "Code: {{ Coupon.Spring }}"));
  page.trigger("library.manage");
  QVERIFY(page.waitFor("library"));
  auto* dialog = page.fixture.find<ui::LibraryDialog>("library");
  dialog->showTab(ui::LibraryDialog::Coupons);
  QFile file(page.fixture.path("Spring.txt"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("A1\nA2\n");
  file.close();
  dialog->coupons().importFile(file.fileName());
  const auto* use = dialog->findChild<QLabel*>(QStringLiteral("library.coupons.use"));
  QTRY_VERIFY(use->text().contains(QStringLiteral("snippet “gift”")));
  dialog->findChild<QAbstractButton*>(QStringLiteral("library.coupons.rename"))->setFocus();
  WindowFixture::press(Qt::Key_Space);
  QVERIFY(page.waitFor("library.name"));
  auto* name = page.fixture.find<QLineEdit>("library.name.field");
  QTRY_VERIFY(name->hasFocus());
  name->selectAll();
  WindowFixture::type(QStringLiteral("Autumn"));
  QVERIFY(WindowFixture::tabTo("library.name.offer"));
  WindowFixture::press(Qt::Key_Space);
  WindowFixture::press(Qt::Key_Return);
  QTRY_COMPARE(workspace.snippets.find(QStringLiteral("gift"))->text, QByteArray("Code: {{ Coupon.Autumn }}"));
  QTRY_VERIFY(workspace.coupons.find(QStringLiteral("Autumn")));
  QTRY_VERIFY(use->text().contains(QStringLiteral("snippet “gift”")));
}

QTEST_MAIN(LibraryTest)
#include "library_test.moc"
