// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/token_field.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "editors/message_editor.h"

using namespace heliograph::editors;

namespace {

/// A window with a field and one to leave it for, as in a form.
class Form final : public QWidget {
 public:
  Form() : field(new TokenField), next(new QLineEdit) {
    auto* column = new QVBoxLayout(this);
    column->addWidget(field);
    column->addWidget(next);
    EditorTheme theme;
    theme.ground = Qt::white;
    theme.text = Qt::black;
    theme.accent = Qt::blue;
    field->setTheme(theme);
    field->setName(QStringLiteral("Campaign source"));
    field->setProperties({{QStringLiteral("Profile"), QStringLiteral("first_name"), QStringLiteral("Ananya"), 1},
                          {QStringLiteral("Profile"), QStringLiteral("city"), QStringLiteral("Mumbai"), 0.98}});
    resize(400, 300);
    show();
    activateWindow();
    field->setFocus();
    if (!QTest::qWaitForWindowActive(this)) qFatal("The window did not become active");
  }

  void keys(const char* text) const { QTest::keyClicks(field->editor(), QString::fromLatin1(text)); }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }

  TokenField* field;
  QLineEdit* next;
};

}  // namespace

class TokenFieldTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typedTextIsTheValue() {
    Form form;
    const QSignalSpy edited(form.field, &TokenField::valueEdited);
    form.keys("sms");
    QCOMPARE(form.field->value(), QByteArray("sms"));
    QCOMPARE(edited.last().first().toByteArray(), QByteArray("sms"));
  }

  void anAtPutsAPropertyIn() {
    Form form;
    form.keys("to-@cit");
    QVERIFY(form.field->isMenuOpen());
    form.key(Qt::Key_Return);
    form.key(Qt::Key_Return);  // no fallback
    QCOMPARE(form.field->value(), QByteArray("to-{{ Profile.city }}"));
    QCOMPARE(form.field->editor()->text().size(), 4);
    form.key(Qt::Key_Backspace);
    QCOMPARE(form.field->value(), QByteArray("to-"));
  }

  void anOpenMenuKeepsWhatIsMarkedWhenPropertiesComeAnew() {
    Form form;
    form.keys("@");
    form.key(Qt::Key_Down);
    form.field->setProperties({{QStringLiteral("Profile"), QStringLiteral("age"), QStringLiteral("7"), 0.1},
                               {QStringLiteral("Profile"), QStringLiteral("first_name"), QStringLiteral("Ananya"), 1},
                               {QStringLiteral("Profile"), QStringLiteral("city"), QStringLiteral("Mumbai"), 0.98}});
    QVERIFY(form.field->isMenuOpen());
    form.key(Qt::Key_Return);
    QCOMPARE(form.field->value(), QByteArray("{{ Profile.city }}"));
  }

  void aValueIsShownWithItsPillsAndSilently() {
    Form form;
    const QSignalSpy edited(form.field, &TokenField::valueEdited);
    form.field->setValue("x {{ Profile.city | default: \"home\" }}");
    QCOMPARE(form.field->value(), QByteArray("x {{ Profile.city | default: \"home\" }}"));
    QCOMPARE(form.field->editor()->text().size(), 3);
    QCOMPARE(edited.count(), 0);
  }

  void enterAndLeavingFinishIt() {
    Form form;
    const QSignalSpy finished(form.field, &TokenField::editingFinished);
    form.keys("a");
    form.key(Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(form.field->value(), QByteArray("a"));
    form.key(Qt::Key_Tab);
    QVERIFY(form.next->hasFocus());
    QCOMPARE(finished.count(), 2);
  }

  void pastedLineBreaksBecomeBlanks() {
    Form form;
    QGuiApplication::clipboard()->setText(QStringLiteral("a\r\nb\nc {{ Profile.city }}"));
    form.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(form.field->value(), QByteArray("a b c {{ Profile.city }}"));
    QCOMPARE(form.field->editor()->text().size(), 7);
  }

  void undoGoesThroughTheValues() {
    Form form;
    form.keys("ab");
    form.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(form.field->value(), QByteArray("a"));
    form.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(form.field->value(), QByteArray("ab"));
    form.field->setValue("new");
    form.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(form.field->value(), QByteArray("new"));
  }

  void itIsAsHighAsALineEditWhateverItHolds() {
    Form form;
    const int height = form.field->height();
    form.field->setValue(
        "{{ Profile.city }} {{ Profile.first_name }} and a text that is longer than the field is wide");
    QCOMPARE(form.field->height(), height);
    QCOMPARE(form.field->editor()->document()->blockCount(), 1);
    QVERIFY(form.field->editor()->document()->size().height() <= height);
  }
};

QTEST_MAIN(TokenFieldTest)
#include "token_field_test.moc"
