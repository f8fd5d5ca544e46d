// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include <QSettings>
#include <array>

#include "delivery/courier/delivery_service.h"
#include "fields_stop.h"
#include "groups_stop.h"
#include "history_stop.h"
#include "home_stop.h"
#include "library_stop.h"
#include "people_stop.h"
#include "replies_stop.h"
#include "sending_stop.h"
#include "stops.h"
#include "ui/theme/theme.h"
#include "ui/widgets/gallery.h"

namespace heliograph::tour {

namespace {

struct Stop {
  const char* name;
  Walk walk;
};

constexpr std::array kStops{
    Stop{"report", walkReport},       Stop{"composer", walkComposer},
    Stop{"publish", walkPublish},     Stop{"source", walkSource},
    Stop{"writing", walkWriting},     Stop{"links", walkLinks},
    Stop{"pages", walkPages},         Stop{"import", walkImport},
    Stop{"providers", walkProviders}, Stop{"linked", walkLinked},
    Stop{"sandbox", walkSandbox},     Stop{"palette", walkPalette},
    Stop{"copies", walkCopies},       Stop{"shorteners", walkShorteners},
    Stop{"holdback", walkHoldBack},   Stop{"rules", walkRuleKinds},
    Stop{"goal", walkGoal},           Stop{"quiet", walkQuiet},
    Stop{"live", walkLive},
};

void shootGallery(const Camera& camera) {
  ui::Gallery gallery;
  gallery.resize(1280, 2200);
  gallery.show();
  settle(100);
  camera.shoot(gallery, QStringLiteral("99-gallery"));
}

}  // namespace

QStringList stopNames() {
  QStringList names;
  for (const Stop& stop : kStops) names << QString::fromLatin1(stop.name);
  return names << QStringLiteral("fields") << QStringLiteral("history") << QStringLiteral("people")
               << QStringLiteral("replies") << QStringLiteral("groups") << QStringLiteral("library")
               << QStringLiteral("home") << QStringLiteral("sending") << QStringLiteral("gallery");
}

void walk(ui::Services& services, QSettings& settings, Camera& camera, const QStringList& only) {
  const auto isWanted = [&only](const char* name) { return only.isEmpty() || only.contains(QLatin1String(name)); };
  ui::MainWindow window(services, settings);
  window.show();
  services.delivery.start();
  settle(400);
  for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
    services.theme.setChoice(choice);
    for (const QSize size : {QSize(1280, 800), QSize(1000, 700)}) {
      window.resize(size);
      camera.setSetting(QStringLiteral("%1-%2").arg(size.width()).arg(ui::Theme::choiceName(choice)));
      settle(100);
      for (const Stop& stop : kStops) {
        if (!isWanted(stop.name)) continue;
        // The stop before may have left the keyboard to a window that is gone.
        window.activateWindow();
        waitUntil([&] { return window.isActiveWindow(); }, "the window to have the keyboard");
        stop.walk(window, camera);
      }
      if (isWanted("fields")) walkFields(services, window, camera);
      if (isWanted("history")) walkHistory(services, window, camera);
      if (isWanted("people")) walkPeople(services, window, camera);
      if (isWanted("groups")) walkGroups(services, window, camera);
      if (isWanted("replies")) walkReplies(services, window, camera);
      if (isWanted("library")) walkLibrary(services, window, camera);
      if (isWanted("home")) walkHome(services.theme, settings, size, camera);
      if (isWanted("sending")) walkSending(services, settings, size, camera);
    }
    if (isWanted("gallery")) shootGallery(camera);
  }
  services.delivery.stop();
}

}  // namespace heliograph::tour
