// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library_stop.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QTest>

#include "library/coupon_repository.h"
#include "library/text_repository.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/library/library_dialog.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

void fillLibrary(const ui::Services& services) {
  const bool saved =
      services.snippets.save(QStringLiteral("footer"), "Reply STOP to opt out, {{ Profile.first_name }}.") &&
      services.snippets.save(QStringLiteral("opening hours"), "Mon to Sat, 9 to 18. {% render \"footer\" %}") &&
      services.snippets.save(QStringLiteral("धन्यवाद"), "धन्यवाद! {% render \"foter\" %}") &&
      services.templates.save(QStringLiteral("Birthday"),
                              "Happy birthday, {{ Profile.first_name | default: \"you\" }}!") &&
      services.templates.save(QStringLiteral("Sale"), "Big sale today. Your code: {{ Coupon.Spring }}");
  if (!saved) qFatal("no library");
  int made = 0;
  QByteArray code;
  const auto taken = services.coupons.add(QStringLiteral("Spring"), [&]() -> Result<std::optional<std::string_view>> {
    if (made == 1200) return std::optional<std::string_view>();
    code = "SPR-" + QByteArray::number(10000 + 7 * ++made);
    return std::optional<std::string_view>(std::string_view(code.constData(), static_cast<std::size_t>(code.size())));
  });
  if (!taken) qFatal("no coupons");
}

void choose(ui::MainWindow& window, const char* action) {
  find<QMenu>(window, "what.library.menu").findChild<QAction*>(QLatin1String(action))->trigger();
}

}  // namespace

void walkLibrary(ui::Services& services, ui::MainWindow& window, const Camera& camera) {
  fillLibrary(services);
  newDraft(window);
  trigger(window, ui::stepAction(2));
  settle(500);
  camera.shoot(window, QStringLiteral("70-what-empty"));
  auto& menu = find<QMenu>(window, "what.library.menu");
  menu.popup(window.mapToGlobal(QPoint(300, 200)));
  settle(80);
  camera.shoot(menu, QStringLiteral("71-insert-menu"));
  menu.close();
  choose(window, "library.insertSnippet");
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("library.picker")) != nullptr; }, "the picker");
  settle(200);
  shootDialog(window, camera, "library.picker", QStringLiteral("72-insert-snippet"));
  choose(window, "library.manage");
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("library")) != nullptr; }, "the library");
  auto& library = find<ui::LibraryDialog>(window, "library");
  settle(400);
  camera.shoot(library, QStringLiteral("73-library-snippets"));
  library.showTab(ui::LibraryDialog::Templates);
  settle(100);
  camera.shoot(library, QStringLiteral("74-library-templates"));
  library.showTab(ui::LibraryDialog::Coupons);
  settle(200);
  camera.shoot(library, QStringLiteral("75-library-coupons"));
  find<QAbstractButton>(library, "library.coupons.rename").click();
  waitUntil([&] { return window.findChild<QDialog*>(QStringLiteral("library.name")) != nullptr; }, "the name");
  shootDialog(window, camera, "library.name", QStringLiteral("75-library-rename"));
  library.accept();
  writeMessage(
      window,
      "Hi {{ Profile.first_name | default: \"there\" }}, your code: {{ Coupon.Spring }}. {% render \"footer\" %}");
  settle(700);
  camera.shoot(window, QStringLiteral("76-what-coupon"));
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setAudience(campaign::Audience::everybody());
  document.setReach(campaign::ReachLimit::codesOf(QStringLiteral("Spring")));
  trigger(window, ui::stepAction(1));
  settle(900);
  camera.shoot(window, QStringLiteral("78-who-by-codes"));
  auto& change = find<QAction>(window, "message.source");
  change.trigger();
  QTest::keyClick(window.focusWidget(), Qt::Key_End, Qt::ControlModifier);
  for (const char sign : QByteArray(" {% render ")) QTest::keyClick(window.focusWidget(), sign);
  settle(200);
  camera.shoot(window, QStringLiteral("77-what-snippet-names"));
  QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
  change.trigger();
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
