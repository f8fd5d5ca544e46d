// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "support/sample_events.h"
#include "ui/composer/composer.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

namespace heliograph::test {

inline constexpr int kLivePatience = 60000;

/// The Start page of a new draft in the real window.
class LivePages final {
 public:
  explicit LivePages(bool events = true, WindowFixture::Start start = WindowFixture::Start::Sample) : fixture(start) {
    if (events) addSampleEvents(fixture.workspace().database, fixture.workspace().clock, 100);
    if (!QTest::qWaitForWindowActive(&fixture.window())) qFatal("The window did not become active");
    fixture.window().actions().find(ui::action::newCampaign)->trigger();
    if (!QTest::qWaitFor([this] { return fixture.find("composer") != nullptr; }, kLivePatience)) qFatal("no composer");
    if (!QTest::qWaitFor([this] { return fixture.find<QLineEdit>("start.name")->hasFocus(); }, kLivePatience)) {
      qFatal("no name");
    }
  }

  [[nodiscard]] ui::CampaignDocument& document() const { return fixture.find<ui::Composer>("composer")->document(); }
  [[nodiscard]] const campaign::Audience& audience() const { return document().campaign().audience; }

  /// Chooses people as they act by keys and goes to Who.
  [[nodiscard]] bool chooseLive() const {
    if (!QTest::qWaitFor([this] { return fixture.find("start.live")->isEnabled(); }, kLivePatience)) return false;
    if (!WindowFixture::tabTo("start.picked")) return false;
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Space);
    if (!audience().isLive()) return false;
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    return sentenceCame("live.event");
  }
  [[nodiscard]] bool sentenceCame(const char* part) const {
    const auto visible = [this, part] {
      const QWidget* found = fixture.find(part);
      return found != nullptr && found->isVisible();
    };
    return QTest::qWaitFor(visible, kLivePatience);
  }
  [[nodiscard]] QString words(const char* label) const { return fixture.find<QLabel>(label)->text(); }

  WindowFixture fixture;
};

/// Chooses in the combo that has the focus, by keys.
inline void turnLive(const QString& text) {
  auto* combo = qobject_cast<QComboBox*>(QApplication::focusWidget());
  QVERIFY(combo);
  const Qt::Key way = combo->findText(text) < combo->currentIndex() ? Qt::Key_Up : Qt::Key_Down;
  for (int i = 0; i <= combo->count() && combo->currentText() != text; ++i) WindowFixture::press(way);
  QCOMPARE(combo->currentText(), text);
}

}  // namespace heliograph::test
