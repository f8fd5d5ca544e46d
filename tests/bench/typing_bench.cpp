// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTextEdit>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>
#include <vector>

#include "ui/window/window_actions.h"
#include "window_fixture.h"

namespace {

using namespace heliograph;

constexpr int kKeys = 500;
constexpr int kPages = 100;
constexpr int kLength = 300;  // characters in the message while it is typed into

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
  test::WindowFixture fixture;
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
  measurePages(fixture);
  return 0;
}
