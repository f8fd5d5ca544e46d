// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStandardPaths>

#include "delivery/test_messages/test_send.h"
#include "live_pages.h"
#include "providers/sandbox/sandbox_record.h"
#include "ui/widgets/phone_view.h"

using namespace heliograph;
using test::kLivePatience;
using test::LivePages;
using test::turnLive;
using test::WindowFixture;

namespace {

QString focusedName() {
  const QWidget* focus = QApplication::focusWidget();
  return focus ? focus->objectName() : QString();
}

bool focusComes(const char* name) {
  return QTest::qWaitFor([name] { return focusedName() == QLatin1String(name); }, kLivePatience);
}

/// Presses Tab until something inside the widget of that name has the focus.
bool tabInto(const QString& name) {
  for (int i = 0; i < 80; ++i) {
    const QWidget* focus = QApplication::focusWidget();
    if (focus && focus->parentWidget() && focus->parentWidget()->objectName() == name) return true;
    WindowFixture::press(Qt::Key_Tab);
  }
  return false;
}

/// A campaign after a purchase whose message reads its amount, all of it made by keys.
class EventPages final {
 public:
  EventPages() {
    if (!live.chooseLive() || !WindowFixture::tabTo("live.event")) qFatal("no event can be chosen");
    turnLive(QStringLiteral("Charged"));
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    if (!focusComes("what.message")) qFatal("no message");
    WindowFixture::type(QStringLiteral("Thanks for @Amount"));
    WindowFixture::press(Qt::Key_Return);
    if (!focusComes("fallbackField")) qFatal("no fallback");
    WindowFixture::type(QStringLiteral("your order"));
    WindowFixture::press(Qt::Key_Return);
  }

  [[nodiscard]] QString phone() const {
    return live.fixture.find("composer")->findChild<ui::PhoneView*>()->texts().join(QLatin1Char(' '));
  }
  /// Opens the test and types a number, which becomes a recipient.
  void openTest() const {
    // What was never saved has no history of tests.
    if (!QTest::qWaitFor([this] { return live.document().campaign().id.isValid(); }, kLivePatience))
      qFatal("not saved");
    WindowFixture::press(Qt::Key_T, Qt::ControlModifier);
    const auto open = [this] { return live.fixture.find("test.dialog") == QApplication::activeWindow(); };
    if (!QTest::qWaitFor(open, kLivePatience)) qFatal("no dialog");
    if (!WindowFixture::tabTo("test.number")) qFatal("no number");
    WindowFixture::type(QStringLiteral("+919812345678"));
    WindowFixture::press(Qt::Key_Return);
  }
  [[nodiscard]] QComboBox* amount() const { return live.fixture.find<QComboBox>("test.eventValue0"); }
  [[nodiscard]] QString sent() {
    const auto messages = providers::SandboxRecord::load(live.fixture.services().sandboxRecord);
    return messages && !messages->empty() ? messages->back().body : QString();
  }

  LivePages live;
};

}  // namespace

class EventInMessageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theEventsPropertiesAreChosenByTheAtMenu() {
    EventPages pages;
    QCOMPARE(pages.live.document().campaign().message,
             QByteArray("Thanks for {{ Event.Amount | default: \"your order\" }}"));
  }

  void thePhoneSaysWhichEventIsShown() {
    EventPages pages;
    const auto says = [&](const QString& words) {
      for (const QLabel* label : pages.live.fixture.window().findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words)) return true;
      }
      return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Charged, ")), kLivePatience);
    QTRY_VERIFY_WITH_TIMEOUT(!pages.phone().contains(QStringLiteral("your order")), kLivePatience);
  }

  void aSampleIsChosenChangedAndSentByKeys() {
    EventPages pages;
    pages.openTest();
    QTRY_VERIFY_WITH_TIMEOUT(pages.amount() != nullptr && pages.amount()->isVisible(), kLivePatience);
    QCOMPARE(pages.amount()->currentText(), QString());
    QVERIFY(pages.amount()->lineEdit()->placeholderText().contains(QStringLiteral("your order")));
    QVERIFY(tabInto(QStringLiteral("test.eventChoice")));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(pages.amount()->count() > 1, kLivePatience);
    QVERIFY(!pages.amount()->currentText().isEmpty());
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), pages.amount());
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("4321"));
    QVERIFY(WindowFixture::tabTo("test.send"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(pages.sent(), QStringLiteral("Thanks for 4321"), kLivePatience);
    const auto history = [&] {
      return pages.live.fixture.services()
          .testSend.history(pages.live.document().campaign(), 5)
          .value_or(std::vector<delivery::TestEntry>{});
    };
    QTRY_VERIFY_WITH_TIMEOUT(!history().empty(), kLivePatience);
    QCOMPARE(history().front().eventValues, QStringLiteral("sample edited"));
  }

  void withDefaultsTheFallbackIsSent() {
    EventPages pages;
    pages.openTest();
    QVERIFY(WindowFixture::tabTo("test.send"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(pages.sent(), QStringLiteral("Thanks for your order"), kLivePatience);
  }

  void aMessageThatReadsNoEventHasNoSuchChoice() {
    LivePages live;
    live.document().setMessage("Hello");
    WindowFixture::press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(live.fixture.find("test.dialog") != nullptr, kLivePatience);
    QTRY_VERIFY_WITH_TIMEOUT(live.fixture.find<QComboBox>("test.through")->count() > 0, kLivePatience);
    QVERIFY(!live.fixture.find("test.event")->isVisible());
  }
};

QTEST_MAIN(EventInMessageTest)
#include "event_in_message_test.moc"
