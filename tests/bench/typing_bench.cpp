// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTextEdit>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "ui/composer/page/campaign_checker.h"
#include "ui/widgets/fold.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

namespace {

using namespace heliograph;

constexpr int kKeys = 500;
constexpr int kPages = 100;
constexpr int kLength = 300;  // characters in the message while it is typed into
constexpr int kPauses = 12;
constexpr int kPatience = 120'000;
constexpr std::chrono::milliseconds kBetweenKeys{90};  // of somebody who types fast

using Times = std::vector<double>;

void report(const char* what, Times times) {
  std::sort(times.begin(), times.end());
  const double mean = std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
  const auto at = [&](double part) {
    return times[static_cast<std::size_t>(std::ceil(part * static_cast<double>(times.size()))) - 1];
  };
  std::printf("%-34s mean %6.2f ms   p50 %6.2f   p99 %6.2f   worst %6.2f\n", what, mean, at(0.5), at(0.99),
              times.back());
}

/// Everything that a keystroke set off until it is on the screen: paints are flushed, posted events are done.
void paint(QWidget& window) {
  QCoreApplication::sendPostedEvents();
  window.repaint();
  QCoreApplication::processEvents();
}

Times timed(int times, const std::function<void(int)>& act, QWidget& window) {
  Times taken;
  for (int i = 0; i < times; ++i) {
    QElapsedTimer clock;
    clock.start();
    act(i);
    paint(window);
    taken.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  return taken;
}

QString sampleText() {
  QString text;
  while (text.size() < kLength) text += QStringLiteral("Hello from the sale of this autumn, only for you. ");
  return text.left(kLength);
}

/// Types letters and takes each out again, so that the length stays.
void typeInto(QWidget& editor, int key) {
  if (key % 2 == 0) {
    QTest::keyClick(&editor, static_cast<char>('a' + key % 26));
  } else {
    QTest::keyClick(&editor, Qt::Key_Backspace);
  }
}

void measureBareEditor() {
  QTextEdit editor;
  editor.resize(640, 300);
  editor.setPlainText(sampleText());
  editor.moveCursor(QTextCursor::End);
  editor.show();
  editor.setFocus();
  paint(editor);
  report("bare QTextEdit, keystroke", timed(
                                          kKeys, [&](int i) { typeInto(editor, i); }, editor));
}

void measureTyping(test::WindowFixture& fixture, const char* what, const char* editor) {
  auto* widget = fixture.find<QWidget>(editor);
  widget->setFocus();
  QWidget* target = widget->focusProxy() ? widget->focusProxy() : widget;
  QTest::keyClick(target, Qt::Key_End, Qt::ControlModifier);
  paint(fixture.window());
  report(what, timed(
                   kKeys, [&](int i) { typeInto(*target, i); }, fixture.window()));
}

/// What this thread has computed so far, in milliseconds: without the time it waited for a core.
double computedHere() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The longest that the window's thread was away from its events, in milliseconds.
class Stalls final : public QObject {
 public:
  Stalls() {
    m_since.start();
    startTimer(1, Qt::PreciseTimer);
  }
  [[nodiscard]] Times take() { return std::exchange(m_gaps, {}); }

 protected:
  void timerEvent(QTimerEvent*) override {
    m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
    m_since.start();
  }

 private:
  QElapsedTimer m_since;
  Times m_gaps;
};

/// Milliseconds from the start of the clock until figures came.
struct Answer {
  double first = -1;
  double whole = 0;
};

Answer waitForFigures(const ui::CampaignChecker& checker, const QElapsedTimer& clock) {
  Answer answer;
  QEventLoop loop;
  const auto now = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
  QObject::connect(&checker, &ui::CampaignChecker::countedSome, &loop, [&] {
    if (answer.first < 0) answer.first = now();
  });
  QObject::connect(&checker, &ui::CampaignChecker::counted, &loop, [&] {
    answer.whole = now();
    loop.quit();
  });
  QTimer::singleShot(kPatience, &loop, [] { qFatal("not counted"); });
  loop.exec();
  if (answer.first < 0) answer.first = answer.whole;
  return answer;
}

/// Everybody is chosen and counted while the message is typed into, with all lines of the panel in sight.
void measureCounting(test::WindowFixture& fixture) {
  auto* checker = fixture.window().findChild<ui::CampaignChecker*>();
  fixture.window().actions().find(ui::stepAction(1))->trigger();
  QTest::qWait(200);
  QElapsedTimer clock;
  clock.start();
  fixture.find<QAbstractButton>("who.everybody")->click();
  const Answer opened = waitForFigures(*checker, clock);
  std::printf("%-34s first %.0f ms   all %.0f ms\n", "everybody chosen", opened.first, opened.whole);
  fixture.window().actions().find(ui::stepAction(2))->trigger();
  fixture.find<ui::Fold>("everybody.fold")->setOpen(true);
  QTest::qWait(500);
  auto* widget = fixture.find<QWidget>("what.message");
  widget->setFocus();
  QWidget* target = widget->focusProxy() ? widget->focusProxy() : widget;
  QTest::keyClick(target, Qt::Key_End, Qt::ControlModifier);
  Stalls stalls;
  QTest::qWait(200);
  (void)stalls.take();
  Times keys;
  Times computed;
  for (int i = 0; i < kKeys / 2; ++i) {
    const double before = computedHere();
    keys.push_back(timed(
                       1, [&](int) { typeInto(*target, i); }, fixture.window())
                       .front());
    computed.push_back(computedHere() - before);
    QTest::qWait(static_cast<int>(kBetweenKeys.count()));
  }
  report("while counting, keystroke", keys);
  report("  of that computed", computed);
  report("while counting, away from events", stalls.take());
  Times firsts;
  Times wholes;
  for (int i = 0; i < kPauses; ++i) {
    clock.start();
    typeInto(*target, i);
    const Answer answer = waitForFigures(*checker, clock);
    firsts.push_back(answer.first);
    wholes.push_back(answer.whole);
  }
  report("keystroke to first figures", firsts);
  report("keystroke to all figures", wholes);
}

void measurePages(test::WindowFixture& fixture) {
  const auto go = [&](int i) { fixture.window().actions().find(ui::stepAction(i % 5))->trigger(); };
  timed(5, go, fixture.window());
  report("window, change of page", timed(kPages, go, fixture.window()));
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  measureBareEditor();
  // For so many people; without a number only the typing itself is measured.
  const qint64 people = argc > 1 ? QByteArray(argv[1]).toLongLong() : 0;
  test::WindowFixture fixture(people > 0 ? test::WindowFixture::Start::Empty : test::WindowFixture::Start::Sample);
  if (people > 0) {
    app::DemoOptions sample;
    sample.profiles = people;
    if (auto made = app::fillWithSample(fixture.workspace(), sample); !made)
      qFatal("%s", qPrintable(made.error().message));
    fixture.open();
  }
  fixture.window().actions().find(ui::action::newCampaign)->trigger();
  if (!QTest::qWaitFor([&] { return fixture.find("composer") != nullptr; })) qFatal("no composer");
  fixture.window().actions().find(ui::stepAction(2))->trigger();
  QTest::qWait(500);
  const QString text = sampleText().left(kLength - 40) + QStringLiteral(" {{ Profile.first_name | default: \"x\" }}");
  QMetaObject::invokeMethod(fixture.find<QWidget>("what.message"), "insertSource", Q_ARG(QByteArray, text.toUtf8()));
  QTest::qWait(500);
  measureTyping(fixture, "message with pills, keystroke", "what.message");
  fixture.find<QAction>("message.source")->trigger();
  measureTyping(fixture, "source, keystroke", "what.source");
  fixture.find<QAction>("message.source")->trigger();
  if (people > 0) measureCounting(fixture);
  measurePages(fixture);
  return 0;
}
