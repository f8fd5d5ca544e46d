// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QUndoStack>

#include "support/generic_provider.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

constexpr int kFieldsWait = 60000;

/// The What page of a new draft that a provider set up by hand would send, in the real window.
class FieldsPage final {
 public:
  explicit FieldsPage(const QString& json) {
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    const auto made = fixture.workspace().providers.create(
        test::genericProvider(QStringLiteral("By hand"), QStringLiteral("http://127.0.0.1:1/send"), json,
                              {{QStringLiteral("X-Kind"), QStringLiteral("$$kind")}}));
    if (!made) qFatal("%s", qPrintable(made.error().message));
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; }, kFieldsWait)) qFatal("no composer");
    document().setRoute({QStringLiteral("provider"), made->value});
    fixture.window().actions().find(ui::stepAction(2))->trigger();
    if (!QTest::qWaitFor([this] { return card()->isVisible(); }, kFieldsWait)) qFatal("no fields");
  }

  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] const campaign::ProviderFields& fields() const { return document().campaign().fields; }
  [[nodiscard]] QWidget* card() const { return fixture.find("what.fields"); }
  /// Takes a field away from another editor's focus and puts text in at once, as pasted.
  void write(const char* name, const QString& text) const {
    fixture.find(name)->setFocus();
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
  }

  WindowFixture fixture;
};

QString focused() {
  const QWidget* focus = QApplication::focusWidget();
  return focus ? focus->objectName() : QString();
}

const QString kAll =
    QStringLiteral(R"({"to":"$$To","text":"$$Body","tid":"$$TemplateID","vars":"$$TemplateVariables","uid":"$$uid"})");
const QString kTemplateOnly = QStringLiteral(R"({"to":"$$To","tid":"$$TemplateID","vars":"$$TemplateVariables"})");

}  // namespace

class FieldsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void everythingAskedForIsReachedAndFilledByKeys() {
    FieldsPage page(kAll);
    QVERIFY(WindowFixture::tabTo("fields.template_id"));
    WindowFixture::type(QStringLiteral("1107"));
    QCOMPARE(page.fields().templateId, QStringLiteral("1107"));
    QVERIFY(WindowFixture::tabTo("fields.approved_text"));
    WindowFixture::type(QStringLiteral("Dear {#var#}, bye"));
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("fields.variable.1"), kFieldsWait);
    QCOMPARE(focused(), QStringLiteral("fields.approved_text"));
    QVERIFY(WindowFixture::tabTo("fields.variable.1.text"));
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("Mx @city"));
    // What there is to choose may only come from the workspace now: Enter waits for it, and asks for the fallback then.
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("fallbackField"), kFieldsWait);
    WindowFixture::type(QStringLiteral("there"));
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(page.fields().variables.front(), QByteArray("Mx {{ Profile.city | default: \"there\" }}"));
    QVERIFY(WindowFixture::tabTo("fields.body.uid.text"));
    WindowFixture::type(QStringLiteral("u1"));
    QCOMPARE(page.fields().body.front().name, QStringLiteral("uid"));
    QCOMPARE(page.fields().body.front().value, QByteArray("u1"));
    QVERIFY(WindowFixture::tabTo("fields.header.kind.text"));
    WindowFixture::type(QStringLiteral("sale"));
    QCOMPARE(page.fields().headers.front().value, QByteArray("sale"));
  }

  void eachChangeIsANamedStepOfTheOneHistory() {
    FieldsPage page(kAll);
    QVERIFY(WindowFixture::tabTo("fields.template_id"));
    WindowFixture::type(QStringLiteral("11"));
    QCOMPARE(page.document().undoStack().undoText(), QStringLiteral("change of template id"));
    QVERIFY(WindowFixture::tabTo("fields.body.uid.text"));
    WindowFixture::type(QStringLiteral("u"));
    QCOMPARE(page.document().undoStack().undoText(), QStringLiteral("change of “uid”"));
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page.fields().body.empty(), kFieldsWait);
    QCOMPARE(page.fields().templateId, QStringLiteral("11"));
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page.fields().templateId.isEmpty(), kFieldsWait);
    QTRY_COMPARE_WITH_TIMEOUT(page.fixture.find<QLineEdit>("fields.template_id")->text(), QString(), kFieldsWait);
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("fields.template_id")->hasFocus(), kFieldsWait);
  }

  void theApprovedTextBecomesTheMessage() {
    FieldsPage page(kAll);
    page.write("fields.approved_text", QStringLiteral("Dear {#var#}, bye"));
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("fields.use")->isVisible(), kFieldsWait);
    QVERIFY(WindowFixture::tabTo("fields.use"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(page.document().campaign().message, QByteArray("Dear {#1#}, bye"), kFieldsWait);
    QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.find("fields.use")->isVisible(), kFieldsWait);
    // Its place is selected: a property is chosen for it at once.
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("what.message"), kFieldsWait);
    WindowFixture::type(QStringLiteral("@"));
    WindowFixture::type(QStringLiteral("city"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("fallbackField"), kFieldsWait);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(page.document().campaign().message, QByteArray("Dear {{ Profile.city }}, bye"));
    // One step back the place is open again, one more and there is no message.
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page.document().campaign().message, QByteArray("Dear {#1#}, bye"));
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(page.document().campaign().message.isEmpty());
  }

  void withoutATextTheProviderHasOnlyTheTemplate() {
    FieldsPage page(kTemplateOnly);
    QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.find("what.message")->isVisible(), kFieldsWait);
    QVERIFY(!page.fixture.find("fields.body.uid"));
    page.document().setRoute({});
    QTRY_VERIFY_WITH_TIMEOUT(page.fixture.find("what.message")->isVisible(), kFieldsWait);
    QTRY_VERIFY_WITH_TIMEOUT(!page.card()->isVisible(), kFieldsWait);
  }
};

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
