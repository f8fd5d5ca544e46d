// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QStandardPaths>
#include <QUndoStack>

#include "editors/code_edit.h"
#include "editors/message_editor.h"
#include "editors/template_edit.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// The What page of a new draft, in the real window.
class Page final {
 public:
  Page() {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    open();
  }

  void open() {
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
    fixture.window().actions().find(ui::stepAction(2))->trigger();
    // The properties arrive from the workspace a moment after the page.
    QTest::qWait(200);
  }

  [[nodiscard]] QByteArray text() const { return document().campaign().message; }
  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] editors::MessageEditor& message() const {
    return *fixture.find<editors::MessageEditor>("what.message");
  }
  [[nodiscard]] editors::TemplateEdit& source() const { return *fixture.find<editors::TemplateEdit>("what.source"); }

  static void compose(const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
  }
  static void change() { WindowFixture::press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier); }
  [[nodiscard]] QAbstractButton* link(const QString& text) const {
    for (auto* button : fixture.find<QWidget>("composer")->findChildren<QAbstractButton*>()) {
      if (button->text() == text && button->isVisible()) return button;
    }
    return nullptr;
  }

  WindowFixture fixture;
};

}  // namespace

class WhatPageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void changingToTheSourceKeepsEveryByte();
  void theCaretStaysAtItsText();
  void theNextDraftIsWrittenTheSameWay();
  void costlyCharactersAreMendedInOneStep();
  void aFallbackIsOneClickAndAWord();
  void aFallbackIsOneClickAndAWordInTheSource();
  void aMisspeltPropertyIsMendedByOneClick();
  void goThereSelectsTheFault();
};

void WhatPageTest::changingToTheSourceKeepsEveryByte() {
  Page page;
  Page::compose(QStringLiteral("A\u00A0b\u2028c {{ Profile.first_name }} "));
  Page::change();
  QVERIFY(page.source().code()->hasFocus());
  QCOMPARE(page.source().source(), page.text());
  Page::compose(QStringLiteral("\U0001F468\u200D\U0001F469 e\u0301 \u200F"));
  WindowFixture::press(Qt::Key_Return);
  Page::change();
  QVERIFY(page.message().hasFocus());
  Page::compose(QStringLiteral("\u05E9 end"));
  Page::change();
  Page::change();
  const QByteArray last = page.text();
  QCOMPARE(last, QStringLiteral(
                     "A\u00A0b\u2028c {{ Profile.first_name }} \U0001F468\u200D\U0001F469 e\u0301 \u200F\n\u05E9 end")
                     .toUtf8());
  while (page.document().undoStack().canUndo()) page.document().undoStack().undo();
  QCOMPARE(page.text(), QByteArray());
  QCOMPARE(page.message().source(), QByteArray());
  while (page.document().undoStack().canRedo()) page.document().undoStack().redo();
  QCOMPARE(page.text(), last);
  QCOMPARE(page.message().source(), last);
  Page::change();
  QCOMPARE(page.source().source(), last);
  WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
  QVERIFY(page.text() != last);
  QCOMPARE(page.source().source(), page.text());
}

void WhatPageTest::theCaretStaysAtItsText() {
  Page page;
  Page::compose(QStringLiteral("\u0928 {{ Profile.first_name }} x"));
  WindowFixture::press(Qt::Key_Left);
  WindowFixture::press(Qt::Key_Left);
  const qsizetype caret = page.message().caretByte();
  Page::change();
  QCOMPARE(page.source().caretByte(), caret);
  Page::change();
  QCOMPARE(page.message().caretByte(), caret);
}

void WhatPageTest::theNextDraftIsWrittenTheSameWay() {
  Page page;
  Page::change();
  page.fixture.window().actions().find(ui::action::campaigns)->trigger();
  QTRY_VERIFY(page.fixture.find("composer") == nullptr);
  page.open();
  QVERIFY(page.source().isVisible());
  QVERIFY(!page.message().isVisible());
}

void WhatPageTest::costlyCharactersAreMendedInOneStep() {
  Page page;
  Page::compose(QStringLiteral("It\u2019s \u201Cnow\u201D"));
  auto* mend = page.fixture.find<QAbstractButton>("what.mendCharacters");
  QVERIFY(mend != nullptr);
  QCOMPARE(mend->text(), QStringLiteral("Fix 3 characters"));
  mend->click();
  QCOMPARE(page.text(), QByteArray("It's \"now\""));
  page.document().undoStack().undo();
  QCOMPARE(page.text(), QStringLiteral("It\u2019s \u201Cnow\u201D").toUtf8());
}

void WhatPageTest::aFallbackIsOneClickAndAWord() {
  Page page;
  Page::compose(QStringLiteral("Hi {{ Profile.first_name }}"));
  QTRY_VERIFY(page.link(QStringLiteral("Add a fallback")) != nullptr);
  page.link(QStringLiteral("Add a fallback"))->click();
  WindowFixture::type(QStringLiteral("there"));
  WindowFixture::press(Qt::Key_Return);
  QCOMPARE(page.text(), QByteArray("Hi {{ Profile.first_name | default: \"there\" }}"));
  QTRY_VERIFY(page.link(QStringLiteral("Add a fallback")) == nullptr);
}

void WhatPageTest::aFallbackIsOneClickAndAWordInTheSource() {
  Page page;
  Page::change();
  Page::compose(QStringLiteral("Hi {{ Profile.first_name }}"));
  QTRY_VERIFY(page.link(QStringLiteral("Add a fallback")) != nullptr);
  page.link(QStringLiteral("Add a fallback"))->click();
  WindowFixture::type(QStringLiteral("there"));
  WindowFixture::press(Qt::Key_Return);
  QCOMPARE(page.text(), QByteArray("Hi {{ Profile.first_name | default: \"there\" }}"));
}

void WhatPageTest::aMisspeltPropertyIsMendedByOneClick() {
  Page page;
  Page::compose(QStringLiteral("Hi {{ Profile.frist_name | default: 'x' }}"));
  QTRY_VERIFY(page.link(QStringLiteral("Use Profile.first_name")) != nullptr);
  page.link(QStringLiteral("Use Profile.first_name"))->click();
  QCOMPARE(page.text(), QByteArray("Hi {{ Profile.first_name | default: 'x' }}"));
}

void WhatPageTest::goThereSelectsTheFault() {
  Page page;
  Page::change();
  Page::compose(QStringLiteral("\u00E9 {% if %}"));
  QTRY_VERIFY(page.link(QStringLiteral("Go there")) != nullptr);
  page.link(QStringLiteral("Go there"))->click();
  QVERIFY(page.source().code()->hasFocus());
  QVERIFY(!page.source().code()->selectedText().isEmpty());
}

QTEST_MAIN(WhatPageTest)
#include "what_page_test.moc"
