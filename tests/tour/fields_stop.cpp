// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields_stop.h"

#include <QAbstractButton>
#include <QScrollArea>

#include "editors/message_editor.h"
#include "providers/routes/provider_repository.h"
#include "support/generic_provider.h"
#include "tools.h"
#include "ui/composer/composer.h"
#include "ui/services.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {
namespace {

/// The provider of that name, made when there is none.
ProviderId handMade(const ui::Services& services, const QString& name, const QString& json) {
  if (const auto there = services.providers.byName(name)) return there->id;
  const auto made = services.providers.create(test::genericProvider(
      name, QStringLiteral("http://127.0.0.1:1/send"), json, {{QStringLiteral("X-Kind"), QStringLiteral("$$kind")}}));
  if (!made) qFatal("%s", qPrintable(made.error().message));
  return *made;
}

void showCard(ui::MainWindow& window) {
  auto& card = find<QWidget>(window, "what.fields");
  for (QWidget* above = card.parentWidget(); above; above = above->parentWidget()) {
    if (auto* area = qobject_cast<QScrollArea*>(above)) {
      area->ensureWidgetVisible(&card, 0, 40);
      break;
    }
  }
  settle(300);
}

}  // namespace

void walkFields(ui::Services& services, ui::MainWindow& window, const Camera& camera) {
  const ProviderId all = handMade(services, QStringLiteral("Route by hand"),
                                  QStringLiteral(R"({"to":"$$To","text":"$$Body","tid":"$$TemplateID",)"
                                                 R"("vars":"$$TemplateVariables","uid":"$$uid","hid":"$$hid"})"));
  const ProviderId templateOnly =
      handMade(services, QStringLiteral("Templates only"),
               QStringLiteral(R"({"to":"$$To","tid":"$$TemplateID","vars":"$$TemplateVariables"})"));
  newDraft(window);
  auto& document = find<ui::Composer>(window, "composer").document();
  document.setAudience(campaign::Audience::everybody());
  document.setRoute({QStringLiteral("provider"), all.value});
  trigger(window, ui::stepAction(2));
  settle(600);
  camera.shoot(window, QStringLiteral("b5-fields-first"));
  writeMessage(window, "Dear {{ Profile.first_name | default: \"customer\" }}, your parcel is on its way. - NOVA");
  campaign::ProviderFields fields;
  fields.templateId = QStringLiteral("1107161513295847032");
  fields.approvedText = QStringLiteral("Dear {#var#}, your order {#var#} is on its way. Track it at {#var#}. - NOVA");
  fields.variables = {"{{ Profile.first_name | default: \"customer\" }}", "{{ Profile.order_no }}", ""};
  fields.body = {{QStringLiteral("uid"), "{{ Profile.city | default: \"none\" }}"}};
  document.setFields(fields, QStringLiteral("template_id"), QStringLiteral("tour"));
  settle(900);
  camera.shoot(window, QStringLiteral("b5-fields-mismatch"));
  showCard(window);
  camera.shoot(window, QStringLiteral("b5-fields-card"));
  find<QAbstractButton>(window, "fields.use").click();
  settle(900);
  camera.shoot(window, QStringLiteral("b5-fields-places"));
  find<editors::MessageEditor>(window, "what.message").openPersonalisationMenu();
  settle(300);
  camera.shoot(window, QStringLiteral("b5-fields-place-menu"));
  document.setRoute({QStringLiteral("provider"), templateOnly.value});
  fields.variables = {"{{ Profile.first_name | default: \"customer\" }}", "4711", "nova.example/t"};
  document.setFields(fields, QStringLiteral("variable.1"), QStringLiteral("tour"));
  settle(1200);
  camera.shoot(window, QStringLiteral("b5-fields-template"));
  trigger(window, ui::action::campaigns);
  waitUntil([&] { return window.findChild<QWidget*>(QStringLiteral("home"))->isVisible(); }, "the list");
}

}  // namespace heliograph::tour
