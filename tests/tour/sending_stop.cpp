// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sending_stop.h"

#include <QAbstractButton>
#include <QDialog>
#include <QScrollArea>

#include "campaign/campaign_repository.h"
#include "delivery/check/publisher.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/run/run_control.h"
#include "providers/routes/provider_repository.h"
#include "storage/statement.h"
#include "tools.h"
#include "ui/theme/theme.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {

namespace {

constexpr int kPerSecond = 60;
/// So many seconds after its time nobody may send it unasked.
constexpr int kMissedBy = 7200;

void setRate(const ui::Services& services, int perSecond) {
  auto all = services.providers.list();
  if (!all || all->empty()) qFatal("the sample has no provider");
  providers::Provider provider = all->front();
  provider.settings.insert(QStringLiteral("max_per_second"), perSecond);
  if (!services.providers.update(provider)) qFatal("the sample's provider can't be slowed down");
}

/// Numbers that the sandbox always refuses, so that there are reasons.
void addRefusals(const ui::Services& services) {
  for (const int last : {1, 2, 3, 4, 9}) {
    storage::Statement change(services.database,
                              QStringLiteral("UPDATE profile SET phone = ? WHERE id = (SELECT id FROM profile WHERE "
                                             "phone_state = 'valid' AND id > 20 * ? LIMIT 1)"));
    if (!change.bind(QStringLiteral("+1500555000%1").arg(last)).bind(last).run()) qFatal("no numbers to refuse");
  }
}

RunId publish(const ui::Services& services, const QString& name) {
  campaign::Campaign draft;
  draft.name = name;
  draft.audience = campaign::Audience::everybody();
  draft.message = "Hi {{ Profile.first_name }}, early access starts now: nova.mt/diwali";
  draft.when = schedule::OnPublish{};
  const auto made = services.campaigns.create(draft);
  const auto people = services.publisher.check(draft);
  if (!made || !people) qFatal("%s can't be made", qPrintable(name));
  const auto version = services.publisher.publish(made->id, made->revision, people->sendable);
  if (!version) qFatal("not published: %s", qPrintable(version.error().message));
  return version->runs.front();
}

void makeMissed(const ui::Services& services, RunId run) {
  storage::Statement late(services.database,
                          QStringLiteral("UPDATE run SET state = 'held', hold_reason = 'missed', due_at = due_at - ? "
                                         "WHERE id = ?"));
  if (!late.bind(kMissedBy * 1000).bind(run).run()) qFatal("nothing can be missed");
}

void wait(const ui::MainWindow& window, const char* name) {
  waitUntil(
      [&] {
        const auto* widget = window.findChild<QWidget*>(QString::fromLatin1(name));
        return widget && widget->isVisible();
      },
      name);
}

void shootReport(ui::MainWindow& window, const Camera& camera) {
  find<QAbstractButton>(window, "sending.run.name").click();
  wait(window, "report.chart");
  settle(1500);
  camera.shoot(window, QStringLiteral("86-report-sending"));
  auto& scroll = find<QScrollArea>(window, "report.scroll");
  find<QAbstractButton>(window, "report.accepted").click();
  settle(300);
  camera.shoot(window, QStringLiteral("87-report-people"));
  scroll.ensureVisible(0, scroll.widget()->height());
  find<QAbstractButton>(window, "report.skipped").click();
  settle(300);
  trigger(window, ui::action::campaigns);
  settle(300);
}

}  // namespace

void walkSending(ui::Services& services, QSettings& settings, const QSize& windowSize, const Camera& camera) {
  setRate(services, kPerSecond);
  addRefusals(services);
  const ui::Theme::Choice appearance = services.theme.choice();
  ui::MainWindow window(services, settings);
  services.theme.setChoice(appearance);
  window.resize(windowSize);
  window.show();
  const RunId main = publish(services, QStringLiteral("Diwali early access"));
  services.delivery.wake();
  wait(window, "sending.run.progress");
  settle(4000);
  camera.shoot(window, QStringLiteral("84-sending-home"));
  newDraft(window);
  settle(500);
  camera.shoot(window, QStringLiteral("85-sending-composer"));
  trigger(window, ui::action::campaigns);
  settle(300);
  shootReport(window, camera);
  window.close();
  shootDialog(window, camera, "quit.dialog", QStringLiteral("88-quit"));
  trigger(window, ui::action::pauseSending);
  settle(1500);
  camera.shoot(window, QStringLiteral("89-sending-paused"));
  const RunId second = publish(services, QStringLiteral("Weekend reminder"));
  makeMissed(services, second);
  const RunId third = publish(services, QStringLiteral("Members of gold tier, spring collection"));
  services.delivery.wake();
  settle(2000);
  camera.shoot(window, QStringLiteral("89-sending-held"));
  find<QAbstractButton>(window, "sending.more").click();
  settle(200);
  camera.shoot(window, QStringLiteral("89-sending-several"));
  for (const RunId run : {main, second, third}) {
    if (!services.runs.stop(run)) qFatal("a run can't be stopped");
  }
  services.delivery.wake();
  settle(700);
}

}  // namespace heliograph::tour
