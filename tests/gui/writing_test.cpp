// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QToolButton>
#include <QUndoStack>

#include "editors/code_edit.h"
#include "editors/dictionaries.h"
#include "editors/emoji_picker.h"
#include "editors/message_editor.h"
#include "editors/template_edit.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// The message of a new draft, written by keys in the real window.
class Draft final {
 public:
  Draft() {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    open();
  }

  void open() {
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
    fixture.window().actions().find(ui::stepAction(2))->trigger();
    // The properties and the dictionaries arrive a moment after the page.
    QTest::qWait(200);
  }

  static void compose(const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
  }
  static void changeEditor() { WindowFixture::press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier); }
  static void openPicker() { WindowFixture::press(Qt::Key_Period, Qt::ControlModifier); }
  /// Alt+Enter, and the menu it opens.
  static QMenu* openFixes() {
    WindowFixture::press(Qt::Key_Return, Qt::AltModifier);
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
  }
  static QAction* entry(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions()) {
      if (action->text() == text) return action;
    }
    return nullptr;
  }
  static void choose(QMenu& menu, const QString& text) {
    QAction* action = entry(menu, text);
    QVERIFY2(action != nullptr, qPrintable(text));
    menu.setActiveAction(action);
    QTest::keyClick(&menu, Qt::Key_Return);
  }

  [[nodiscard]] QByteArray text() const { return document().campaign().message; }
  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] editors::MessageEditor& message() const {
    return *fixture.find<editors::MessageEditor>("what.message");
  }
  [[nodiscard]] editors::TemplateEdit& source() const { return *fixture.find<editors::TemplateEdit>("what.source"); }

  WindowFixture fixture;
};

}  // namespace

class WritingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aCostlyCharacterIsReplacedWhereItStands_data() {
    QTest::addColumn<bool>("inSource");
    QTest::newRow("message") << false;
    QTest::newRow("source") << true;
  }
  void aCostlyCharacterIsReplacedWhereItStands() {
    QFETCH(bool, inSource);
    Draft draft;
    if (inSource) Draft::changeEditor();
    Draft::compose(QStringLiteral("It\u2019s on\u2026 {{ Profile.first_name | default: \"Ann\u2019s\" }} "));
    WindowFixture::press(Qt::Key_Home);
    QMenu* menu = Draft::openFixes();
    QVERIFY(menu != nullptr);
    QVERIFY(menu->accessibleName().contains(QStringLiteral("curly apostrophe")));
    Draft::choose(*menu, QStringLiteral("Replace with '"));
    QCOMPARE(draft.text(),
             QStringLiteral("It's on\u2026 {{ Profile.first_name | default: \"Ann\u2019s\" }} ").toUtf8());
    draft.document().undoStack().undo();
    menu = Draft::openFixes();
    QVERIFY(menu != nullptr);
    Draft::choose(*menu, QStringLiteral("Replace all 3 such characters"));
    QCOMPARE(draft.text(), QByteArray("It's on... {{ Profile.first_name | default: \"Ann's\" }} "));
    draft.document().undoStack().undo();
    QVERIFY(draft.text().contains("\u2026"));
  }

  void theSwitchIsTheCampaigns() {
    Draft draft;
    Draft::compose(QStringLiteral("It\u2019s"));
    QVERIFY(draft.fixture.find("what.mendCharacters") != nullptr);
    auto* keep = draft.fixture.find<QCheckBox>("what.keepGsm");
    keep->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(draft.document().campaign().textRules.keepGsm7);
    QVERIFY(draft.fixture.find("what.mendCharacters") == nullptr);
    draft.document().undoStack().undo();
    QVERIFY(!draft.document().campaign().textRules.keepGsm7);
    QVERIFY(!keep->isChecked());
  }

  void aMisspeltPropertyIsMendedByKey_data() { aCostlyCharacterIsReplacedWhereItStands_data(); }
  void aMisspeltPropertyIsMendedByKey() {
    QFETCH(bool, inSource);
    Draft draft;
    if (inSource) Draft::changeEditor();
    Draft::compose(QStringLiteral("x {{ Profile.frist_name | default: 'x' }}"));
    WindowFixture::press(Qt::Key_Home);
    QMenu* menu = Draft::openFixes();
    QVERIFY(menu != nullptr);
    Draft::choose(*menu, QStringLiteral("Use Profile.first_name"));
    QCOMPARE(draft.text(), QByteArray("x {{ Profile.first_name | default: 'x' }}"));
  }

  void aMissingFallbackIsAskedForByKey_data() { aCostlyCharacterIsReplacedWhereItStands_data(); }
  void aMissingFallbackIsAskedForByKey() {
    QFETCH(bool, inSource);
    Draft draft;
    if (inSource) Draft::changeEditor();
    Draft::compose(QStringLiteral("Hi {{ Profile.first_name }}"));
    WindowFixture::press(Qt::Key_Home);
    QMenu* menu = Draft::openFixes();
    QVERIFY(menu != nullptr);
    Draft::choose(*menu, QStringLiteral("Add a fallback\u2026"));
    WindowFixture::type(QStringLiteral("there"));
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(draft.text(), QByteArray("Hi {{ Profile.first_name | default: \"there\" }}"));
  }

  void pillsGoThroughTheClipboardBetweenTheEditors() {
    Draft draft;
    const QByteArray token = "{{ Profile.first_name | default: \"there\" }}";
    Draft::compose(QString::fromUtf8("Hi " + token));
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), "Hi " + token);
    Draft::changeEditor();
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::press(Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(draft.text(), QByteArray());
    Draft::changeEditor();
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(draft.text(), "Hi " + token);
    QCOMPARE(draft.message().text().size(), 4);
  }

  void formattedTextLosesItsFormat() {
    Draft draft;
    auto* rich = new QMimeData;
    rich->setHtml(QStringLiteral("<b>Big</b> {{ Profile.city }}"));
    QGuiApplication::clipboard()->setMimeData(rich);
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(draft.text(), QByteArray("Big {{ Profile.city }}"));
    QCOMPARE(draft.message().text().size(), 5);
  }

  void anEmojiIsFoundByItsNameAndPutIn_data() { aCostlyCharacterIsReplacedWhereItStands_data(); }
  void anEmojiIsFoundByItsNameAndPutIn() {
    QFETCH(bool, inSource);
    Draft draft;
    if (inSource) Draft::changeEditor();
    Draft::compose(QStringLiteral("Hi "));
    QWidget* editor = QApplication::focusWidget();
    Draft::openPicker();
    auto* picker = draft.fixture.find<editors::EmojiPicker>("emojiPicker");
    QVERIFY(picker != nullptr && picker->isVisible());
    WindowFixture::type(QStringLiteral("party pop"));
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(draft.text(), QStringLiteral("Hi \U0001F389").toUtf8());
    QVERIFY(!picker->isVisible());
    QCOMPARE(QApplication::focusWidget(), editor);
  }

  void escapeClosesThePickerAndLeavesTheText() {
    Draft draft;
    Draft::compose(QStringLiteral("Hi"));
    Draft::openPicker();
    WindowFixture::press(Qt::Key_Escape);
    QVERIFY(!draft.fixture.find<editors::EmojiPicker>("emojiPicker")->isVisible());
    QVERIFY(draft.message().hasFocus());
    QCOMPARE(draft.text(), QByteArray("Hi"));
  }

  void arrowsMoveOverTheGridAndCellsHaveNames() {
    Draft draft;
    Draft::openPicker();
    auto* grid = draft.fixture.find<QListView>("emojiGrid");
    const QString first = grid->currentIndex().data(Qt::AccessibleTextRole).toString();
    QCOMPARE(first, QStringLiteral("grinning face"));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(grid->currentIndex().row(), 10);
    const QString emoji = grid->currentIndex().data().toString();
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(draft.text(), emoji.toUtf8());
  }

  void emojiAndSkinAreRememberedFromDraftToDraft() {
    Draft draft;
    Draft::openPicker();
    auto* picker = draft.fixture.find<editors::EmojiPicker>("emojiPicker");
    auto* tone = draft.fixture.find<QAbstractButton>("emojiTone");
    qobject_cast<QToolButton*>(tone)->menu()->actions()[3]->trigger();
    WindowFixture::type(QStringLiteral("thumbs up"));
    WindowFixture::press(Qt::Key_Return);
    const QString thumb = QStringLiteral("\U0001F44D\U0001F3FD");
    QCOMPARE(draft.text(), thumb.toUtf8());
    draft.fixture.window().actions().find(ui::action::campaigns)->trigger();
    QTRY_VERIFY(draft.fixture.find("composer") == nullptr);
    draft.open();
    Draft::openPicker();
    picker = draft.fixture.find<editors::EmojiPicker>("emojiPicker");
    QCOMPARE(picker->recent(), QStringList{thumb});
    QCOMPARE(picker->tone(), editors::SkinTone::Medium);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(draft.text(), thumb.toUtf8());
  }

  void thePickerSaysWhatAnEmojiCosts() {
    Draft draft;
    Draft::compose(QString(100, QLatin1Char('a')));
    Draft::openPicker();
    auto* picker = draft.fixture.find<editors::EmojiPicker>("emojiPicker");
    bool said = false;
    for (const auto* label : picker->findChildren<QLabel*>()) {
      said = said || label->text().contains(QStringLiteral("2 parts instead of 1 part"));
    }
    QVERIFY(said);
  }

  void aMisspeltWordIsMendedByKey_data() { aCostlyCharacterIsReplacedWhereItStands_data(); }
  void aMisspeltWordIsMendedByKey() {
    if (editors::installedDictionaries(editors::dictionaryFolders()).empty()) QSKIP("No dictionary is installed");
    QFETCH(bool, inSource);
    Draft draft;
    if (inSource) Draft::changeEditor();
    Draft::compose(QStringLiteral("Our recieved offers until Sunday, only for you. "));
    WindowFixture::press(Qt::Key_Home);
    QMenu* menu = nullptr;
    QVERIFY(QTest::qWaitFor([&menu] { return (menu = Draft::openFixes()) != nullptr; }));
    QVERIFY(menu->accessibleName().contains(QStringLiteral("recieved")));
    QVERIFY(Draft::entry(*menu, QStringLiteral("Add to dictionary")) != nullptr);
    Draft::choose(*menu, QStringLiteral("received"));
    QCOMPARE(draft.text(), QByteArray("Our received offers until Sunday, only for you. "));
    draft.document().undoStack().undo();
    QVERIFY(draft.text().contains("recieved"));
  }

  void anIgnoredWordIsLeftAlone() {
    if (editors::installedDictionaries(editors::dictionaryFolders()).empty()) QSKIP("No dictionary is installed");
    Draft draft;
    Draft::compose(QStringLiteral("Our offers at Zingoola until Sunday. "));
    QMenu* menu = nullptr;
    QVERIFY(QTest::qWaitFor([&menu] { return (menu = Draft::openFixes()) != nullptr; }));
    Draft::choose(*menu, QStringLiteral("Ignore"));
    QVERIFY(Draft::openFixes() == nullptr);
  }
};

QTEST_MAIN(WritingTest)
#include "writing_test.moc"
