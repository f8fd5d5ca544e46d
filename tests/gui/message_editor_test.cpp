// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/message_editor.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

using heliograph::editors::EditorProblem;
using heliograph::editors::EditorTheme;
using heliograph::editors::MessageEditor;
using heliograph::editors::PropertyChoice;

namespace {

QByteArray utf8(const char* text) {
  return QByteArray(text);
}

/// A window with an editor in it, as on the What page.
class Window final : public QWidget {
 public:
  Window() {
    auto* column = new QVBoxLayout(this);
    editor = new MessageEditor;
    column->addWidget(editor);
    editor->setTheme(theme());
    editor->setProperties({{QStringLiteral("Profile"), QStringLiteral("first_name"), QStringLiteral("Ananya"), 1},
                           {QStringLiteral("Profile"), QStringLiteral("city"), QStringLiteral("Mumbai"), 0.98},
                           {QStringLiteral("Profile"), QStringLiteral("Special date"), QStringLiteral("14 Feb"), 0.41},
                           {QStringLiteral("Campaign"), QStringLiteral("name"), QString(), -1}});
    resize(500, 400);
    show();
    activateWindow();
    editor->setFocus();
    if (!QTest::qWaitForWindowActive(this)) qFatal("The window did not become active");
  }

  static EditorTheme theme() {
    EditorTheme theme;
    theme.ground = Qt::white;
    theme.text = Qt::black;
    theme.accent = Qt::blue;
    return theme;
  }

  /// Types as an input method does: QTest's keys are ASCII only.
  void commit(const QString& text) const {
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(editor, &event);
  }
  void keys(const char* text) const { QTest::keyClicks(editor, QString::fromLatin1(text)); }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(editor, key, modifiers); }
  void fallback(const char* text) const {
    auto* field = findChild<QLineEdit*>(QStringLiteral("fallbackField"));
    QVERIFY(field != nullptr && field->isVisible());
    QTest::keyClicks(field, QString::fromLatin1(text));
    QTest::keyClick(field, Qt::Key_Return);
  }

  MessageEditor* editor;
};

}  // namespace

class MessageEditorTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typedTextIsTheSource();
  void awkwardTextsKeepEveryByte_data();
  void awkwardTextsKeepEveryByte();
  void typingBesideAwkwardTextKeepsItsBytes_data();
  void typingBesideAwkwardTextKeepsItsBytes();
  void committedTextOfAnyScriptIsStored();
  void preeditStaysOutOfTheSource();
  void shiftEnterIsAPlainLineBreak();
  void atFiltersInTheMiddleOfNames();
  void enterInsertsThePropertyAndAsksForAFallback();
  void anEmptyFallbackIsNone();
  void escapeKeepsTheAtAsText();
  void anAddressDoesNotOpenTheMenu();
  void theButtonOpensTheMenuWithoutTouchingTheText();
  void tabChoosesToo();
  void backspaceDeletesAPillAtOnce();
  void enterOnASelectedPillEditsIt();
  void openPlacesAreFilledOneAfterTheOtherByKeys();
  void theMenuWaitsForWhatThereIs();
  void aTokenTypedByHandBecomesAPillWithItsOwnSpelling();
  void textTypedAfterAPillIsText();
  void copyGivesTheSource();
  void pastedTokensBecomePills();
  void pasteKeepsLineBreaksAsTheyAre();
  void setSourceKeepsTheCaretAndIsSilent();
  void revealMovesTheCaretToTheChange();
  void undoIsLeftToTheWindow();
  void offsetsAreBytes();
  void pillsAreSpokenByName();
  void arabicIsRightAligned();
  void arrowsGoThroughTextAndPillsOfBothDirections_data();
  void arrowsGoThroughTextAndPillsOfBothDirections();
  void wholeCharactersAreDeleted_data();
  void wholeCharactersAreDeleted();
  void selectionsHoldWholeConjuncts();
  void emojiThatFontsBreakAreOneCell();
  void marksKeepPairsAndPillsWhole();
  void aKeystrokeIsAnnouncedAtOnce();
  void enterOverASelectionReplacesIt();
  void randomEditsChangeOnlyWhatTheyTouch_data();
  void randomEditsChangeOnlyWhatTheyTouch();
};

void MessageEditorTest::typedTextIsTheSource() {
  Window window;
  const QSignalSpy edited(window.editor, &MessageEditor::textEdited);
  window.keys("Hi");
  QCOMPARE(window.editor->source(), utf8("Hi"));
  QCOMPARE(edited.count(), 2);
  QCOMPARE(edited.last().first().toByteArray(), utf8("Hi"));
}

void MessageEditorTest::awkwardTextsKeepEveryByte_data() {
  QTest::addColumn<QByteArray>("source");
  QTest::newRow("no-break space") << utf8("30\xC2\xA0%");
  QTest::newRow("line separator") << utf8(
      "a\xE2\x80\xA8"
      "b");
  QTest::newRow("paragraph separator") << utf8(
      "a\xE2\x80\xA9"
      "b");
  QTest::newRow("CRLF") << utf8("a\r\nb\r\n");
  QTest::newRow("mixed breaks") << utf8("a\rb\nc\r\n\r\n\n");
  QTest::newRow("emoji") << utf8(
      "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 \xF0\x9F\x87\xAE\xF0\x9F\x87\xB3");
  QTest::newRow("combining marks") << utf8("e\xCC\x81 \xC3\xA9");
  QTest::newRow("Devanagari") << utf8("\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF");
  QTest::newRow("Arabic with a token") << utf8(
      "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 {{ Profile.first_name }}\xD8\x8C");
  QTest::newRow("object replacement character") << utf8(
      "a\xEF\xBF\xBC"
      "b");
  QTest::newRow("NUL and noncharacters") << QByteArray("a\0b\xEF\xB7\x90\xEF\xB7\x91", 9);
  QTest::newRow("byte order mark") << utf8("\xEF\xBB\xBFHi");
  QTest::newRow("tabs and spaces") << utf8("  a\t b  ");
  QTest::newRow("odd token spelling") << utf8(
      "{{Profile.first_name|default:'there'}}{{  Profile[\"Special date\"]  }}");
  QTest::newRow("other Liquid") << utf8("{% if Profile.city %}x{% endif %}{{ Profile.city | upcase }}");
  QTest::newRow("broken Liquid") << utf8("{{ Profile.city  {% %} }");
  QTest::newRow("not UTF-8") << utf8("a\xFF\xC3 b");
  QTest::newRow("empty") << QByteArray();
}

void MessageEditorTest::awkwardTextsKeepEveryByte() {
  QFETCH(QByteArray, source);
  Window window;
  window.editor->setSource(source);
  QCOMPARE(window.editor->source(), source);
}

void MessageEditorTest::typingBesideAwkwardTextKeepsItsBytes_data() {
  awkwardTextsKeepEveryByte_data();
}

void MessageEditorTest::typingBesideAwkwardTextKeepsItsBytes() {
  QFETCH(QByteArray, source);
  Window window;
  window.editor->setSource(source);
  window.editor->moveCursor(QTextCursor::Start);
  window.keys("x");
  window.editor->moveCursor(QTextCursor::End);
  window.keys("y");
  QCOMPARE(window.editor->source(), "x" + source + "y");
  window.key(Qt::Key_Backspace);
  window.editor->moveCursor(QTextCursor::Start);
  window.key(Qt::Key_Delete);
  QCOMPARE(window.editor->source(), source);
}

void MessageEditorTest::committedTextOfAnyScriptIsStored() {
  Window window;
  window.commit(QStringLiteral("प्रिया"));
  window.commit(QStringLiteral(" 😀"));
  QCOMPARE(QString::fromUtf8(window.editor->source()), QStringLiteral("प्रिया 😀"));
}

void MessageEditorTest::preeditStaysOutOfTheSource() {
  Window window;
  window.keys("a");
  const QSignalSpy edited(window.editor, &MessageEditor::textEdited);
  QInputMethodEvent composing(QStringLiteral("nihao"), {});
  QApplication::sendEvent(window.editor, &composing);
  QCOMPARE(window.editor->source(), utf8("a"));
  QCOMPARE(edited.count(), 0);
  window.commit(QStringLiteral("你好"));
  QCOMPARE(QString::fromUtf8(window.editor->source()), QStringLiteral("a你好"));
}

void MessageEditorTest::shiftEnterIsAPlainLineBreak() {
  Window window;
  window.keys("a");
  window.key(Qt::Key_Return, Qt::ShiftModifier);
  window.keys("b");
  QCOMPARE(window.editor->source(), utf8("a\nb"));
}

void MessageEditorTest::atFiltersInTheMiddleOfNames() {
  Window window;
  window.keys("In @cia");
  QVERIFY(window.editor->isMenuOpen());
  window.key(Qt::Key_Return);
  QCOMPARE(window.editor->source(), utf8("In {{ Profile[\"Special date\"] }}"));
}

void MessageEditorTest::enterInsertsThePropertyAndAsksForAFallback() {
  Window window;
  window.keys("Hi @first");
  window.key(Qt::Key_Return);
  window.fallback("there");
  QCOMPARE(window.editor->source(), utf8("Hi {{ Profile.first_name | default: \"there\" }}"));
  QVERIFY(window.editor->hasFocus());
  window.keys("!");
  QCOMPARE(window.editor->source(), utf8("Hi {{ Profile.first_name | default: \"there\" }}!"));
}

void MessageEditorTest::anEmptyFallbackIsNone() {
  Window window;
  window.keys("@");
  window.key(Qt::Key_Down);
  window.key(Qt::Key_Return);
  window.fallback("");
  QCOMPARE(window.editor->source(), utf8("{{ Profile.city }}"));
}

void MessageEditorTest::escapeKeepsTheAtAsText() {
  Window window;
  window.keys("@ci");
  window.key(Qt::Key_Escape);
  QVERIFY(!window.editor->isMenuOpen());
  window.keys("ao");
  QVERIFY(!window.editor->isMenuOpen());
  QCOMPARE(window.editor->source(), utf8("@ciao"));
}

void MessageEditorTest::anAddressDoesNotOpenTheMenu() {
  Window window;
  window.keys("me@shop.example");
  QVERIFY(!window.editor->isMenuOpen());
}

void MessageEditorTest::theButtonOpensTheMenuWithoutTouchingTheText() {
  Window window;
  window.keys("Hi ");
  window.editor->openPersonalisationMenu();
  window.keys("city");
  QCOMPARE(window.editor->source(), utf8("Hi "));
  window.key(Qt::Key_Return);
  QCOMPARE(window.editor->source(), utf8("Hi {{ Profile.city }}"));
}

void MessageEditorTest::tabChoosesToo() {
  Window window;
  window.keys("@city");
  window.key(Qt::Key_Tab);
  QCOMPARE(window.editor->source(), utf8("{{ Profile.city }}"));
}

void MessageEditorTest::backspaceDeletesAPillAtOnce() {
  Window window;
  window.editor->setSource("Hi {{ Profile.city }}");
  window.editor->moveCursor(QTextCursor::End);
  window.key(Qt::Key_Backspace);
  QCOMPARE(window.editor->source(), utf8("Hi "));
}

void MessageEditorTest::enterOnASelectedPillEditsIt() {
  Window window;
  window.editor->setSource("Hi {{ Profile.city }}!");
  window.editor->selectBytes(3, 4);
  window.key(Qt::Key_Return);
  window.fallback("town");
  QCOMPARE(window.editor->source(), utf8("Hi {{ Profile.city | default: \"town\" }}!"));
}

void MessageEditorTest::openPlacesAreFilledOneAfterTheOtherByKeys() {
  Window window;
  window.editor->setSource("Dear {#1#}, bye {#2#}.");
  window.editor->selectBytes(5, 10);
  window.key(Qt::Key_Return);
  QVERIFY(window.editor->isMenuOpen());
  window.keys("city");
  window.key(Qt::Key_Return);
  window.fallback("there");
  // The next one is selected, and what is typed takes its place.
  window.keys("now");
  QCOMPARE(window.editor->source(), QByteArray("Dear {{ Profile.city | default: \"there\" }}, bye now."));
  window.editor->setSource("Dear {#1#}");
  window.editor->selectBytes(5, 10);
  window.keys("@");
  QVERIFY(window.editor->isMenuOpen());
  window.key(Qt::Key_Escape);
  QCOMPARE(window.editor->source(), QByteArray("Dear {#1#}"));
}

void MessageEditorTest::theMenuWaitsForWhatThereIs() {
  QWidget page;
  auto* editor = new MessageEditor(&page);
  page.show();
  page.activateWindow();
  editor->setFocus();
  QVERIFY(QTest::qWaitForWindowActive(&page));
  QTest::keyClicks(editor, QStringLiteral("@special d"));
  QVERIFY(editor->isMenuOpen());
  QTest::keyClick(editor, Qt::Key_Return);
  QVERIFY(editor->isMenuOpen());
  editor->setProperties({{QStringLiteral("Profile"), QStringLiteral("city"), QString(), 1},
                         {QStringLiteral("Profile"), QStringLiteral("Special date"), QString(), 1}});
  QVERIFY(!editor->isMenuOpen());
  QCOMPARE(editor->source(), QByteArray("{{ Profile[\"Special date\"] }}"));
}

void MessageEditorTest::aTokenTypedByHandBecomesAPillWithItsOwnSpelling() {
  Window window;
  window.keys("{{Profile.city}}");
  QCOMPARE(window.editor->source(), utf8("{{Profile.city}}"));
  QCOMPARE(window.editor->text().size(), 1);
  window.keys(" x");
  QCOMPARE(window.editor->source(), utf8("{{Profile.city}} x"));
}

void MessageEditorTest::textTypedAfterAPillIsText() {
  Window window;
  window.editor->setSource("{{ Profile.city }}");
  window.editor->moveCursor(QTextCursor::End);
  window.keys("a");
  QCOMPARE(window.editor->source(), utf8("{{ Profile.city }}a"));
  QCOMPARE(window.editor->textCursor().charFormat().propertyCount(), 0);
}

void MessageEditorTest::copyGivesTheSource() {
  Window window;
  window.editor->setSource("a\r\n{{Profile.city}}\xC2\xA0!");
  window.editor->selectAll();
  window.editor->copy();
  QCOMPARE(QApplication::clipboard()->text().toUtf8(), utf8("a\r\n{{Profile.city}}\xC2\xA0!"));
}

void MessageEditorTest::pastedTokensBecomePills() {
  Window window;
  window.keys("Hi ");
  QApplication::clipboard()->setText(QStringLiteral("{{ Profile.first_name | default: \"you\" }}, hello"));
  window.editor->paste();
  QCOMPARE(window.editor->source(), utf8("Hi {{ Profile.first_name | default: \"you\" }}, hello"));
  QCOMPARE(window.editor->text().size(), 11);
  window.keys("!");
  QVERIFY(window.editor->source().endsWith("hello!"));
}

void MessageEditorTest::pasteKeepsLineBreaksAsTheyAre() {
  Window window;
  auto* mime = new QMimeData;
  mime->setText(QStringLiteral("a\r\nb\u2028c"));
  QApplication::clipboard()->setMimeData(mime);
  window.editor->paste();
  window.keys("d");
  QCOMPARE(window.editor->source(), utf8("a\r\nb\xE2\x80\xA8"
                                         "cd"));
}

void MessageEditorTest::setSourceKeepsTheCaretAndIsSilent() {
  Window window;
  window.keys("one two");
  window.editor->setCaretByte(3);
  const QSignalSpy edited(window.editor, &MessageEditor::textEdited);
  window.editor->setSource("one two three");
  QCOMPARE(window.editor->caretByte(), 3);
  QCOMPARE(edited.count(), 0);
}

void MessageEditorTest::revealMovesTheCaretToTheChange() {
  Window window;
  window.editor->setSource("one two three");
  window.editor->setCaretByte(0);
  window.editor->setSource("one 2 three", true);
  QCOMPARE(window.editor->caretByte(), 5);
}

void MessageEditorTest::undoIsLeftToTheWindow() {
  Window window;
  window.keys("abc");
  const QSignalSpy undo(window.editor, &MessageEditor::undoRequested);
  window.key(Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(undo.count(), 1);
  QCOMPARE(window.editor->source(), utf8("abc"));
}

void MessageEditorTest::offsetsAreBytes() {
  Window window;
  window.editor->setSource("\xE0\xA4\x95\xF0\x9F\x98\x80{{ Profile.city }}x");
  window.editor->setCaretByte(7);
  QCOMPARE(window.editor->textCursor().position(), 3);
  window.editor->setCaretByte(25);
  QCOMPARE(window.editor->textCursor().position(), 4);
  QCOMPARE(window.editor->caretByte(), 25);
  window.editor->setProblems({EditorProblem{7, 25, QStringLiteral("No fallback"), false}});
  QCOMPARE(window.editor->source().size(), 26);
}

void MessageEditorTest::pillsAreSpokenByName() {
  Window window;
  window.editor->setSource("Hi {{ Profile.first_name }}!");
  QCOMPARE(window.editor->spokenText(), QStringLiteral("Hi [First name]!"));
  QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(window.editor);
  QVERIFY(accessible != nullptr && accessible->textInterface() != nullptr);
  QCOMPARE(accessible->textInterface()->text(0, 15), QStringLiteral("Hi [First name]"));
  window.editor->moveCursor(QTextCursor::End);
  QCOMPARE(accessible->textInterface()->cursorPosition(), 16);
}

void MessageEditorTest::arabicIsRightAligned() {
  Window window;
  window.editor->setSource("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 {{ Profile.first_name }}");
  QTextCursor start(window.editor->document());
  QVERIFY(window.editor->cursorRect(start).x() > window.editor->viewport()->width() / 2);
}

void MessageEditorTest::arrowsGoThroughTextAndPillsOfBothDirections_data() {
  QTest::addColumn<QByteArray>("source");
  QTest::addColumn<Qt::Key>("onward");
  QTest::newRow("Latin") << utf8("Hi {{ Profile.city }} you") << Qt::Key_Right;
  QTest::newRow("Arabic") << QStringLiteral("\u0645\u0631 {{ Profile.city }} \u062E\u0635").toUtf8() << Qt::Key_Left;
  QTest::newRow("Hebrew") << QStringLiteral("\u05E9\u05DC {{ Profile.city }}{{ Profile.city }} \u05D4").toUtf8()
                          << Qt::Key_Left;
}

void MessageEditorTest::arrowsGoThroughTextAndPillsOfBothDirections() {
  QFETCH(QByteArray, source);
  QFETCH(Qt::Key, onward);
  const Window window;
  window.editor->setSource(source);
  window.editor->setCaretByte(0);
  for (qsizetype cell = 0; cell < window.editor->text().size(); ++cell) {
    QCOMPARE(window.editor->caretByte(), window.editor->text().byteOfCell(cell));
    window.key(onward);
  }
  QCOMPARE(window.editor->caretByte(), source.size());
  QCOMPARE(window.editor->source(), source);
}

void MessageEditorTest::wholeCharactersAreDeleted_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<Qt::Key>("key");
  QTest::addColumn<QString>("left");
  const QString namaste = QStringLiteral("\u0928\u092E\u0938\u094D\u0924\u0947");
  const QString family = QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467");
  const QString heart = QStringLiteral("\u2764\uFE0F\u200D\U0001F525");
  QTest::newRow("a family by Backspace") << QString(QStringLiteral("a") + family) << Qt::Key_Backspace
                                         << QStringLiteral("a");
  QTest::newRow("a family by Delete") << QString(family + QStringLiteral("a")) << Qt::Key_Delete << QStringLiteral("a");
  QTest::newRow("a heart on fire by Backspace")
      << QString(QStringLiteral("a") + heart) << Qt::Key_Backspace << QStringLiteral("a");
  QTest::newRow("a heart on fire by Delete")
      << QString(heart + QStringLiteral("a")) << Qt::Key_Delete << QStringLiteral("a");
  QTest::newRow("a combining mark") << QStringLiteral("ae\u0301") << Qt::Key_Backspace << QStringLiteral("a");
  QTest::newRow("a conjunct by Delete") << namaste.mid(2) << Qt::Key_Delete << QString();
  // A vowel sign is taken back alone, as it was written.
  QTest::newRow("a vowel sign by Backspace") << namaste << Qt::Key_Backspace << namaste.chopped(1);
  QTest::newRow("an Arabic letter") << QStringLiteral("\u0645\u0631") << Qt::Key_Backspace << QStringLiteral("\u0645");
}

void MessageEditorTest::wholeCharactersAreDeleted() {
  QFETCH(QString, text);
  QFETCH(Qt::Key, key);
  QFETCH(QString, left);
  const Window window;
  window.editor->setSource(text.toUtf8());
  window.editor->setCaretByte(key == Qt::Key_Backspace ? text.toUtf8().size() : 0);
  window.key(key);
  QCOMPARE(QString::fromUtf8(window.editor->source()), left);
}

void MessageEditorTest::selectionsHoldWholeConjuncts() {
  const Window window;
  const QString text = QStringLiteral("\u0928\u092E\u0938\u094D\u0924\u0947");
  window.editor->setSource(text.toUtf8());
  window.editor->setCaretByte(0);
  for (const int stop : {1, 2, 6}) {
    window.key(Qt::Key_Right);
    QCOMPARE(window.editor->textCursor().position(), stop);
  }
  window.key(Qt::Key_Left, Qt::ShiftModifier);
  QCOMPARE(window.editor->textCursor().selectedText(), text.mid(2));
  window.key(Qt::Key_Delete);
  QCOMPARE(QString::fromUtf8(window.editor->source()), text.left(2));
}

void MessageEditorTest::emojiThatFontsBreakAreOneCell() {
  const Window window;
  const QString text = QStringLiteral("No 1\uFE0F\u20E3 \u2764\uFE0F\u200D\U0001F525");
  window.commit(text);
  QCOMPARE(QString::fromUtf8(window.editor->source()), text);
  QCOMPARE(window.editor->text().size(), 6);
  QCOMPARE(window.editor->spokenText(), text);
  window.keys("!");
  QCOMPARE(QString::fromUtf8(window.editor->source()), text + QLatin1Char('!'));
  window.key(Qt::Key_A, Qt::ControlModifier);
  window.key(Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(QGuiApplication::clipboard()->text(), text + QLatin1Char('!'));
}

void MessageEditorTest::marksKeepPairsAndPillsWhole() {
  const Window window;
  const QByteArray source = QStringLiteral("a\U0001F389b{{ Profile.city }}").toUtf8();
  window.editor->setSource(source);
  window.editor->selectBytes(1, 5);
  QCOMPARE(window.editor->textCursor().selectedText(), QStringLiteral("\U0001F389"));
  EditorProblem costly{1, 5, QStringLiteral("costly")};
  costly.kind = EditorProblem::Kind::Costly;
  EditorProblem inPill = costly;
  inPill.begin = 9;
  inPill.end = 12;
  window.editor->setProblems({costly, inPill});
  const auto formats = window.editor->document()->firstBlock().layout()->formats();
  QCOMPARE(formats.size(), 2);
  QCOMPARE(formats[0].start, 1);
  QCOMPARE(formats[0].length, 2);
  QCOMPARE(formats[1].length, 1);
  QVERIFY2(!formats[1].format.hasProperty(QTextFormat::BackgroundBrush), "the pill would look selected");
}

void MessageEditorTest::aKeystrokeIsAnnouncedAtOnce() {
  Window window;
  window.editor->setSource(QByteArray("word ").repeated(300));
  window.editor->moveCursor(QTextCursor::End);
  const QSignalSpy edited(window.editor, &MessageEditor::textEdited);
  // No event loop turns in between: the signal comes out of the key press itself.
  QKeyEvent press(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QStringLiteral("x"));
  QApplication::sendEvent(window.editor, &press);
  QCOMPARE(edited.count(), 1);
}

void MessageEditorTest::enterOverASelectionReplacesIt() {
  Window window;
  window.editor->setSource("a\r\r\nb{{ Profile.city }}c");
  window.editor->selectBytes(2, 23);
  window.key(Qt::Key_Return);
  QCOMPARE(window.editor->source(), utf8("a\r\nc"));
}

void MessageEditorTest::randomEditsChangeOnlyWhatTheyTouch_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 5; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void MessageEditorTest::randomEditsChangeOnlyWhatTheyTouch() {
  QFETCH(quint32, seed);
  static const QList<QByteArray> pool{"a",
                                      " ",
                                      "\r\n",
                                      "\n",
                                      "\r",
                                      "\xE2\x80\xA9",
                                      "\xC2\xA0",
                                      "\xF0\x9F\x98\x80",
                                      "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7",
                                      "\xD9\x85",
                                      "{{Profile.city}}",
                                      "{% raw %}",
                                      "{% endraw %}",
                                      "{{",
                                      "}}",
                                      "\xEF\xBF\xBC",
                                      "e\xCC\x81",
                                      "\xEF\xBB\xBF"};
  QRandomGenerator random(seed);
  Window window;
  MessageEditor& editor = *window.editor;
  const auto place = [&] {
    const int cell = static_cast<int>(random.bounded(static_cast<quint32>(editor.text().size()) + 1));
    return editor.text().splitsPair(cell) ? cell - 1 : cell;
  };
  for (int step = 0; step < 1000; ++step) {
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(place());
    if (random.bounded(2) == 0) cursor.setPosition(place(), QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    const QByteArray before = editor.source();
    const QByteArray head = before.left(editor.text().byteOfCell(cursor.selectionStart()));
    const QByteArray tail = before.mid(editor.text().byteOfCell(cursor.selectionEnd()));
    const QByteArray piece = pool[static_cast<qsizetype>(random.bounded(static_cast<quint32>(pool.size())))];
    switch (random.bounded(4)) {
      case 0:
        window.commit(QStringLiteral("xé"));
        QCOMPARE(editor.source(), head + utf8("x\xC3\xA9") + tail);
        break;
      case 1:
        editor.insertSource(piece);
        QCOMPARE(editor.source(), head + piece + tail);
        break;
      case 2:
        if (!cursor.hasSelection()) break;
        window.key(Qt::Key_Backspace);
        QCOMPARE(editor.source(), head + tail);
        break;
      default:
        editor.setSource(before + piece);
        QCOMPARE(editor.source(), before + piece);
        break;
    }
    QCOMPARE(static_cast<qsizetype>(editor.document()->characterCount()) - 1, editor.text().size());
    if (editor.source().size() > 300) editor.setSource("\r\n");
  }
}

QTEST_MAIN(MessageEditorTest)
#include "message_editor_test.moc"
