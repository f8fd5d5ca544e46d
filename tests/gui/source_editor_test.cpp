// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include "editors/code_edit.h"
#include "editors/message_editor.h"
#include "editors/template_edit.h"

using namespace heliograph::editors;

namespace {

/// A text with one history, as a campaign keeps it.
class Text final : public QObject {
 public:
  QByteArray source;
  QUndoStack stack;
  std::function<void()> changed;

  void set(const QByteArray& next) {
    if (next != source) stack.push(new Step(*this, source, next));
  }

 private:
  class Step final : public QUndoCommand {
   public:
    Step(Text& text, QByteArray before, QByteArray after)
        : m_text(text), m_before(std::move(before)), m_after(std::move(after)) {}
    void undo() override { m_text.show(m_before); }
    void redo() override { m_text.show(m_after); }

   private:
    Text& m_text;
    QByteArray m_before;
    QByteArray m_after;
  };
  void show(const QByteArray& next) {
    source = next;
    changed();
  }
};

/// A window with both editors over one text, as on the What page.
class Window final : public QWidget {
 public:
  Window() : message(new MessageEditor), source(new TemplateEdit) {
    auto* column = new QVBoxLayout(this);
    column->addWidget(message);
    column->addWidget(source);
    column->addWidget(new QPushButton(QStringLiteral("Next")));
    EditorTheme theme;
    theme.ground = Qt::white;
    theme.text = Qt::black;
    theme.codeFont = QFont(QStringLiteral("monospace"));
    message->setTheme(theme);
    source->setTheme(theme);
    const std::vector<PropertyChoice> properties{
        {QStringLiteral("Profile"), QStringLiteral("first_name"), QStringLiteral("Ananya"), 1},
        {QStringLiteral("Profile"), QStringLiteral("city"), QStringLiteral("Mumbai"), 0.98},
        {QStringLiteral("Profile"), QStringLiteral("Special date"), QStringLiteral("14 Feb"), 0.41}};
    message->setProperties(properties);
    source->setProperties(properties);
    text.changed = [this] {
      message->setSource(text.source, true);
      source->setSource(text.source, true);
    };
    connect(message, &MessageEditor::textEdited, &text, &Text::set);
    connect(source, &TemplateEdit::textEdited, &text, &Text::set);
    connect(source, &TemplateEdit::undoRequested, &text.stack, &QUndoStack::undo);
    connect(source, &TemplateEdit::redoRequested, &text.stack, &QUndoStack::redo);
    resize(700, 600);
    show();
    activateWindow();
    if (!QTest::qWaitForWindowActive(this)) qFatal("The window did not become active");
    source->setFocus();
  }

  void keys(const char* typed) const { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(typed)); }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  void compose(const QString& preedit, const QString& commit = {}) const {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
  }
  void click(const char* name) const {
    auto* button = findChild<QToolButton*>(QString::fromLatin1(name));
    QVERIFY(button != nullptr && button->isVisible());
    button->click();
  }
  QString count() const { return findChild<QLabel*>(QStringLiteral("find.count"))->text(); }

  Text text;
  MessageEditor* message;
  TemplateEdit* source;
};

void awkwardTexts() {
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
  row("no-break space", "30\xC2\xA0%");
  row("line separator", "a\xE2\x80\xA8z");
  row("paragraph separator", "a\xE2\x80\xA9z");
  row("CRLF", "a\r\nb\r\n");
  row("CR", "a\rb\r");
  row("mixed breaks", "a\rb\nc\r\n\r\n\n");
  row("tabs and blanks", "\ta \t ");
  row("family emoji", "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
  row("combining marks", "e\xCC\x81 \xC3\xA9 n\xCC\x83\xCC\xA3");
  row("zero width",
      "a\xE2\x80\x8B"
      "b\xE2\x80\x8C"
      "c\xEF\xBB\xBF"
      "d");
  row("direction marks", "\xE2\x80\x8F\xD7\xA9\xE2\x80\x8E \xE2\x81\xA7x\xE2\x81\xA9");
  row("byte order mark", "\xEF\xBB\xBFHi");
  row("object replacement", "a\xEF\xBF\xBCz");
  row("NUL and noncharacters", QByteArray("a\0b\xEF\xB7\x90\xEF\xBF\xBE", 9));
  row("private use", "\xEE\x80\x80\xF4\x8F\xBF\xBD");
  row("not UTF-8", "a\xFF\xC3 z");
  row("Devanagari with a token", "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF {{ Profile.city }}");
  row("Arabic with a token", "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 {{ Profile.first_name }}\xD8\x8C");
  row("odd spelling", "{{Profile.first_name|default:'x'}}{{  Profile[\"Special date\"]  }}");
  row("broken Liquid", "{{ Profile.city  {% %} }");
  row("empty", "");
}

}  // namespace

class SourceEditorTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typedTextIsTheSource();
  void switchingKeepsEveryByte_data() { awkwardTexts(); }
  void switchingKeepsEveryByte();
  void randomEditsInBothUndoAndRedoToTheSameBytes();
  void pastedTextKeepsItsBytes();
  void everyKeyIsOneEdit();
  void emojiOfOneKeyIsTaken();
  void whatIsComposedIsNoEdit();
  void composingOverASelectionIsOneText();
  void undoIsTheTexts();
  void anEmptyInputMethodEventKeepsTheSelection();
  void tabLeavesTheEditor();
  void clashingKeysAreLeftToTheWindow();
  void bracesCloseThemselves();
  void bracesThatAreTypedGoOver();
  void completionFindsThePropertyInTheMiddleOfItsName();
  void aPropertyThatIsNoIdentifierIsPutInBrackets();
  void filtersAndTagsAreOffered();
  void snippetsAreOfferedBehindRender();
  void escapeClosesTheListAndKeepsTheText();
  void anAtOpensThePersonalisation();
  void anUndoClosesTheQuestionWithoutItsAnswer();
  void findGoesRoundAndCounts();
  void replaceAllIsOneEdit();
  void escapeClosesTheFindBar();
  void rightToLeftTextIsPointedOut();
  void theCaretIsInBytes();
};

void SourceEditorTest::typedTextIsTheSource() {
  Window window;
  window.keys("Hi ");
  window.key(Qt::Key_Return);
  window.keys("x");
  QCOMPARE(window.text.source, QByteArray("Hi \nx"));
  QCOMPARE(window.message->source(), window.text.source);
}

void SourceEditorTest::switchingKeepsEveryByte() {
  QFETCH(QByteArray, text);
  Window window;
  window.text.set(text);
  QCOMPARE(window.source->source(), text);
  // At the end in one, at the front in the other.
  window.source->setCaretByte(text.size());
  window.keys("in source");
  QCOMPARE(window.text.source, text + "in source");
  window.message->setFocus();
  window.message->setCaretByte(0);
  window.keys("in text ");
  QCOMPARE(window.text.source, "in text " + text + "in source");
  QCOMPARE(window.source->source(), window.text.source);
  window.source->setFocus();
  window.source->setCaretByte(8);
  window.keys("x");
  window.key(Qt::Key_Backspace);
  const QByteArray last = window.text.source;
  while (window.text.stack.canUndo()) window.text.stack.undo();
  QCOMPARE(window.text.source, QByteArray());
  QCOMPARE(window.source->source(), QByteArray());
  while (window.text.stack.canRedo()) window.text.stack.redo();
  QCOMPARE(window.text.source, last);
  QCOMPARE(window.source->source(), last);
  QCOMPARE(window.message->source(), last);
}

void SourceEditorTest::randomEditsInBothUndoAndRedoToTheSameBytes() {
  Window window;
  QRandomGenerator random(7);
  const QStringList pieces{QStringLiteral("a"),
                           QStringLiteral("\u00A0"),
                           QStringLiteral("\u2028"),
                           QStringLiteral("\U0001F468\u200D\U0001F469"),
                           QStringLiteral("e\u0301"),
                           QStringLiteral("\u05E9"),
                           QStringLiteral("{{ Profile.city }}"),
                           QStringLiteral("{% raw %}"),
                           QStringLiteral("\t")};
  std::vector<QByteArray> states{{}};
  for (int i = 0; i < 300; ++i) {
    const bool inSource = random.bounded(2) == 0;
    inSource ? window.source->setFocus() : window.message->setFocus();
    const int what = random.bounded(10);
    if (what < 6) {
      window.compose({}, pieces[random.bounded(static_cast<int>(pieces.size()))]);
    } else if (what == 6) {
      window.key(Qt::Key_Backspace);
    } else if (what == 7) {
      window.key(Qt::Key_Return);
    } else {
      for (int step = random.bounded(4); step >= 0; --step) window.key(what == 8 ? Qt::Key_Left : Qt::Key_Right);
    }
    QCOMPARE(window.source->source(), window.text.source);
    QCOMPARE(window.message->source(), window.text.source);
    if (window.text.source != states.back()) states.push_back(window.text.source);
  }
  for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
    window.text.stack.undo();
    QCOMPARE(window.source->source(), *state);
  }
  while (window.text.stack.canRedo()) window.text.stack.redo();
  QCOMPARE(window.source->source(), states.back());
  QCOMPARE(window.message->source(), states.back());
}

void SourceEditorTest::pastedTextKeepsItsBytes() {
  Window window;
  QGuiApplication::clipboard()->setText(QStringLiteral("a\r\nb\u00A0c\u2028\rd"));
  window.key(Qt::Key_V, Qt::ControlModifier);
  QCOMPARE(window.text.source, QByteArray("a\r\nb\xC2\xA0"
                                          "c\xE2\x80\xA8\rd"));
}

void SourceEditorTest::everyKeyIsOneEdit() {
  Window window;
  const QSignalSpy edited(window.source, &TemplateEdit::textEdited);
  window.keys("abc");
  window.key(Qt::Key_Backspace);
  window.key(Qt::Key_Left);
  QCOMPARE(edited.count(), 4);
}

void SourceEditorTest::emojiOfOneKeyIsTaken() {
  Window window;
  QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QStringLiteral("\U0001F389"));
  QApplication::sendEvent(window.source->code(), &press);
  QCOMPARE(window.text.source, QByteArray("\xF0\x9F\x8E\x89"));
}

void SourceEditorTest::whatIsComposedIsNoEdit() {
  Window window;
  window.keys("a");
  const QSignalSpy edited(window.source, &TemplateEdit::textEdited);
  window.compose(QStringLiteral("n"));
  window.compose(QStringLiteral("ni"));
  QCOMPARE(edited.count(), 0);
  QCOMPARE(window.source->source(), QByteArray("a"));
  window.compose({}, QStringLiteral("\u4F60"));
  QCOMPARE(window.text.source, QByteArray("a\xE4\xBD\xA0"));
  QCOMPARE(edited.count(), 1);
  window.compose(QStringLiteral("x"));
  window.compose({});
  QCOMPARE(window.text.source, QByteArray("a\xE4\xBD\xA0"));
  window.compose(QStringLiteral("x"));
  window.text.stack.undo();
  QCOMPARE(window.source->source(), QByteArray("a"));
  window.keys("b");
  QCOMPARE(window.text.source, QByteArray("ab"));
}

void SourceEditorTest::composingOverASelectionIsOneText() {
  Window window;
  window.text.set("abc");
  window.source->selectBytes(1, 2);
  window.compose(QStringLiteral("n"));
  window.compose({}, QStringLiteral("\u0928"));
  QCOMPARE(window.text.source, QByteArray("a\xE0\xA4\xA8"
                                          "c"));
}

void SourceEditorTest::undoIsTheTexts() {
  Window window;
  window.keys("ab");
  window.key(Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(window.text.source, QByteArray("a"));
  window.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(window.text.source, QByteArray("ab"));
  window.source->code()->undo();
  QCOMPARE(window.source->source(), QByteArray("ab"));
}

void SourceEditorTest::anEmptyInputMethodEventKeepsTheSelection() {
  Window window;
  window.text.set("abc");
  window.source->selectBytes(0, 3);
  window.compose({});
  QCOMPARE(window.text.source, QByteArray("abc"));
  QCOMPARE(window.source->code()->selectedText(), QStringLiteral("abc"));
}

void SourceEditorTest::tabLeavesTheEditor() {
  Window window;
  window.key(Qt::Key_Tab);
  QVERIFY(!window.source->code()->hasFocus());
  QCOMPARE(window.text.source, QByteArray());
  window.key(Qt::Key_Backtab, Qt::ShiftModifier);
  QVERIFY(window.source->code()->hasFocus());
}

void SourceEditorTest::clashingKeysAreLeftToTheWindow() {
  Window window;
  window.text.set("one\ntwo");
  int reached = 0;
  for (const char* keys : {"Ctrl+D", "Ctrl+T", "Ctrl+L", "Ctrl+U", "Ctrl+K", "Ctrl+Shift+L", "Ctrl+1"}) {
    auto* action = new QAction(&window);
    action->setShortcut(QKeySequence(QString::fromLatin1(keys)));
    connect(action, &QAction::triggered, &window, [&reached] { ++reached; });
    window.addAction(action);
  }
  for (const Qt::Key key : {Qt::Key_D, Qt::Key_T, Qt::Key_L, Qt::Key_U, Qt::Key_K, Qt::Key_1}) {
    window.key(key, Qt::ControlModifier);
  }
  window.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(reached, 7);
  QCOMPARE(window.text.source, QByteArray("one\ntwo"));
}

void SourceEditorTest::bracesCloseThemselves() {
  Window window;
  window.keys("a {{");
  QCOMPARE(window.text.source, QByteArray("a {{}}"));
  QCOMPARE(window.source->caretByte(), qsizetype(4));
  window.key(Qt::Key_Escape);
  window.key(Qt::Key_Backspace);
  QCOMPARE(window.text.source, QByteArray("a {"));
  window.keys("%");
  QCOMPARE(window.text.source, QByteArray("a {%%}"));
}

void SourceEditorTest::bracesThatAreTypedGoOver() {
  Window window;
  window.keys("{{ Profile.city }} and {% if Profile.city %}x{% endif %}");
  QCOMPARE(window.text.source, QByteArray("{{ Profile.city }} and {% if Profile.city %}x{% endif %}"));
}

void SourceEditorTest::completionFindsThePropertyInTheMiddleOfItsName() {
  Window window;
  window.keys("Hi {{name");
  QVERIFY(window.source->isMenuOpen());
  window.key(Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("Hi {{ Profile.first_name }}"));
  QVERIFY(!window.source->isMenuOpen());
  QVERIFY(window.source->code()->hasFocus());
  QCOMPARE(window.source->caretByte(), qsizetype(24));
}

void SourceEditorTest::aPropertyThatIsNoIdentifierIsPutInBrackets() {
  Window window;
  window.keys("{{ Profile.spe");
  window.key(Qt::Key_Tab);
  QCOMPARE(window.text.source, QByteArray("{{ Profile[\"Special date\"] }}"));
}

void SourceEditorTest::filtersAndTagsAreOffered() {
  Window window;
  window.keys("{{ Profile.city |");
  QVERIFY(window.source->isMenuOpen());
  window.keys("upc");
  window.key(Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("{{ Profile.city | upcase }}"));
  window.key(Qt::Key_End, Qt::ControlModifier);
  window.keys("{%unl");
  window.key(Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("{{ Profile.city | upcase }}{% unless  %}"));
}

void SourceEditorTest::snippetsAreOfferedBehindRender() {
  Window window;
  window.source->setSnippets({{QStringLiteral("footer"), "Bye"}, {QStringLiteral("opening hours"), "9 to 5"}});
  window.keys("{%rend");
  window.key(Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("{% render  %}"));
  QVERIFY2(window.source->isMenuOpen(), "what it asks for is offered at once");
  window.keys("'hour");
  QVERIFY(window.source->isMenuOpen());
  window.key(Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("{% render 'opening hours' %}"));
  QCOMPARE(window.source->caretByte(), window.text.source.size());
  window.source->setSource({});
  window.keys("{% render foo");
  window.key(Qt::Key_Tab);
  QCOMPARE(window.text.source, QByteArray("{% render \"footer\" %}"));
}

void SourceEditorTest::escapeClosesTheListAndKeepsTheText() {
  Window window;
  window.keys("{{ Pro");
  QVERIFY(window.source->isMenuOpen());
  window.key(Qt::Key_Escape);
  QVERIFY(!window.source->isMenuOpen());
  QCOMPARE(window.text.source, QByteArray("{{ Pro}}"));
  window.key(Qt::Key_Space, Qt::ControlModifier);
  QVERIFY(window.source->isMenuOpen());
}

void SourceEditorTest::anAtOpensThePersonalisation() {
  Window window;
  window.keys("Hi @ci");
  QVERIFY(window.source->isMenuOpen());
  window.key(Qt::Key_Return);
  auto* fallback = window.findChild<QLineEdit*>(QStringLiteral("fallbackField"));
  QVERIFY(fallback != nullptr && fallback->isVisible());
  QTest::keyClicks(fallback, QStringLiteral("town"));
  QTest::keyClick(fallback, Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("Hi {{ Profile.city | default: \"town\" }}"));
  QVERIFY(window.source->code()->hasFocus());
  window.source->setCaretByte(window.text.source.size());
  window.keys(" me@x");
  QVERIFY(!window.source->isMenuOpen());
}

void SourceEditorTest::anUndoClosesTheQuestionWithoutItsAnswer() {
  Window window;
  window.keys("Hi @ci");
  window.key(Qt::Key_Return);
  auto* fallback = window.findChild<QLineEdit*>(QStringLiteral("fallbackField"));
  QVERIFY(fallback != nullptr && fallback->isVisible());
  QTest::keyClicks(fallback, QStringLiteral("town"));
  window.text.stack.undo();
  const QByteArray undone = window.text.source;
  QVERIFY(!fallback->isVisible());
  QVERIFY(window.source->code()->hasFocus());
  QCOMPARE(window.text.source, undone);
}

void SourceEditorTest::findGoesRoundAndCounts() {
  Window window;
  window.text.set("\xC3\xA9 sale, Sale and SALE");
  window.source->setCaretByte(0);
  window.key(Qt::Key_F, Qt::ControlModifier);
  window.keys("sale");
  QCOMPARE(window.count(), QStringLiteral("1 of 3"));
  window.key(Qt::Key_Return);
  QCOMPARE(window.count(), QStringLiteral("2 of 3"));
  window.key(Qt::Key_F3);
  window.key(Qt::Key_F3);
  QCOMPARE(window.count(), QStringLiteral("1 of 3"));
  window.key(Qt::Key_F3, Qt::ShiftModifier);
  QCOMPARE(window.count(), QStringLiteral("3 of 3"));
  QCOMPARE(window.source->code()->selectedText(), QStringLiteral("SALE"));
  window.keys("x");
  QCOMPARE(window.count(), QStringLiteral("Not found"));
}

void SourceEditorTest::replaceAllIsOneEdit() {
  Window window;
  window.text.set(
      "a\r\nA\xC2\xA0"
      "a");
  const QSignalSpy edited(window.source, &TemplateEdit::textEdited);
  window.key(Qt::Key_H, Qt::ControlModifier);
  window.keys("a");
  window.key(Qt::Key_Tab);
  window.findChild<QLineEdit*>(QStringLiteral("find.with"))->setFocus();
  window.keys("bb");
  window.key(Qt::Key_Return);
  QCOMPARE(window.text.source, QByteArray("bb\r\nA\xC2\xA0"
                                          "a"));
  window.click("find.replaceAll");
  QCOMPARE(window.text.source, QByteArray("bb\r\nbb\xC2\xA0"
                                          "bb"));
  QCOMPARE(edited.count(), 2);
  window.text.stack.undo();
  QCOMPARE(window.text.source, QByteArray("bb\r\nA\xC2\xA0"
                                          "a"));
}

void SourceEditorTest::escapeClosesTheFindBar() {
  Window window;
  window.key(Qt::Key_F, Qt::ControlModifier);
  QVERIFY(window.findChild<QLineEdit*>(QStringLiteral("find.wanted"))->hasFocus());
  window.key(Qt::Key_Escape);
  QVERIFY(!window.findChild<QWidget*>(QStringLiteral("findBar"))->isVisible());
  QVERIFY(window.source->code()->hasFocus());
}

void SourceEditorTest::rightToLeftTextIsPointedOut() {
  Window window;
  auto* note = window.findChild<QLabel*>(QStringLiteral("source.directionNote"));
  window.text.set("Hi {{ Profile.city }}");
  QVERIFY(!note->isVisible());
  window.text.set("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D {{ Profile.city }}");
  QVERIFY(note->isVisible());
}

void SourceEditorTest::theCaretIsInBytes() {
  Window window;
  window.text.set("\xF0\x9F\x8E\x89 {{ Profile.city }} x");
  window.source->setCaretByte(5);
  QCOMPARE(window.source->caretByte(), qsizetype(5));
  window.message->setCaretByte(window.source->caretByte());
  QCOMPARE(window.message->caretByte(), qsizetype(5));
  window.source->selectBytes(5, 23);
  QCOMPARE(window.source->code()->selectedText(), QStringLiteral("{{ Profile.city }}"));
}

QTEST_MAIN(SourceEditorTest)
#include "source_editor_test.moc"
