// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLabel>

#include "campaign/campaign_repository.h"
#include "ui/composer/composer.h"
#include "ui/widgets/fold.h"
#include "window_fixture.h"

namespace heliograph::test {

/// A new campaign in the composer of the real window, worked by keys.
class ComposerFixture final {
 public:
  static constexpr int patience = 60000;

  ComposerFixture() {
    if (!QTest::qWaitForWindowActive(&m_window.window())) qFatal("The window did not become active");
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    wait([this] { return find("composer") != nullptr; }, "no composer");
    wait([] { return focusName() == QLatin1String("start.name"); }, "the name has no focus");
    WindowFixture::type(QStringLiteral("Autumn sale"));
  }

  [[nodiscard]] WindowFixture& window() { return m_window; }
  [[nodiscard]] app::Workspace& workspace() { return m_window.workspace(); }
  [[nodiscard]] ui::CampaignDocument& document() const { return find<ui::Composer>("composer")->document(); }
  template <class Widget = QWidget>
  [[nodiscard]] Widget* find(const char* name) const {
    return m_window.find<Widget>(name);
  }

  /// The campaign as it lies in the workspace.
  [[nodiscard]] campaign::Campaign saved() {
    const auto all = workspace().campaigns.list();
    if (!all || all->empty()) return {};
    return workspace().campaigns.load(all->front().id).value_or(campaign::Campaign{});
  }
  [[nodiscard]] bool shown(const char* name) const {
    const auto* widget = find(name);
    return widget && widget->isVisible();
  }
  /// What a label says; empty while it can't be seen.
  [[nodiscard]] QString said(const char* name) const {
    const auto* label = find<QLabel>(name);
    return label && label->isVisible() ? label->text() : QString();
  }
  [[nodiscard]] static QString focusName() {
    const QWidget* focus = QApplication::focusWidget();
    return focus ? focus->objectName() : QString();
  }

  /// Goes to a step, from 0.
  static void goTo(int step) { WindowFixture::press(Qt::Key_1 + step, Qt::ControlModifier); }
  /// Opens a fold by its key, once it is there.
  void openFold(const char* name) const {
    wait([&] { return shown(name); }, name);
    auto* fold = find<ui::Fold>(name);
    fold->takeFocus();
    WindowFixture::press(Qt::Key_Return);
    if (!fold->isOpen()) qFatal("%s did not open", name);
  }
  /// Until the dialog is gone and the window has the keyboard again.
  void waitUntilClosed(const char* dialog) {
    wait([&] { return find<QDialog>(dialog) == nullptr; }, dialog);
    m_window.window().activateWindow();
    wait([this] { return m_window.window().isActiveWindow() && QApplication::focusWidget(); }, "no focus");
  }

 private:
  template <class Condition>
  static void wait(Condition condition, const char* why) {
    if (!QTest::qWaitFor(condition, patience)) qFatal("%s", why);
  }

  WindowFixture m_window;
};

}  // namespace heliograph::test
