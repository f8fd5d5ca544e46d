// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replies_stop.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include "audience/profile_repository.h"
#include "campaign/campaign_repository.h"
#include "delivery/receipts/receipt_intake.h"
#include "providers/routes/provider_repository.h"
#include "storage/database.h"
#include "tools.h"
#include "ui/window/page_host.h"
#include "ui/window/window_actions.h"

namespace heliograph::tour {
namespace {

void addReplies(const ui::Services& services) {
  const QStringList texts{QStringLiteral("STOP"),
                          QStringLiteral("Do you have the hand-woven sari in blue as well? My sister would take two."),
                          QStringLiteral("Thank you!"),
                          QStringLiteral("बंद करो"),
                          QStringLiteral("هل يمكنني الدفع عند الاستلام؟"),
                          QStringLiteral("What time do you open on Sunday")};
  std::vector<providers::Receipt> replies;
  for (qsizetype i = 0; i < texts.size(); ++i) {
    const auto person = services.profiles.byId(ProfileId{i + 4});
    if (!person) qFatal("no such person");
    providers::Receipt reply;
    reply.kind = providers::Receipt::Kind::Replied;
    reply.messageId = QStringLiteral("tour-%1").arg(i);
    reply.number = person->phone;
    reply.text = texts.at(i);
    reply.at = services.clock.now().addSecs(-400 * i);
    replies.push_back(reply);
  }
  const auto providers = services.providers.list();
  if (!providers || providers->empty()) qFatal("no provider");
  const auto taken = delivery::ReceiptIntake(services.database, services.clock).take(providers->front().id, replies);
  if (!taken) qFatal("%s", qPrintable(taken.error().detail));
}

void addReceipts(const ui::Services& services) {
  const auto run = [&](const QString& sql) {
    if (auto done = services.database.execute(sql); !done) qFatal("%s", qPrintable(done.error().detail));
  };
  run(QStringLiteral("UPDATE outbox SET delivery_state = 'delivered' WHERE state = 'accepted' AND id % 11 > 2"));
  run(
      QStringLiteral("UPDATE outbox SET delivery_state = 'failed', delivery_code = 905, delivery_words = '30003 "
                     "Unreachable destination handset' WHERE state = 'accepted' AND id % 11 = 1"));
  run(
      QStringLiteral("UPDATE outbox SET delivery_state = 'failed', delivery_code = 913 WHERE state = 'accepted' AND "
                     "id % 33 = 2"));
}

}  // namespace

void walkReplies(ui::Services& services, ui::MainWindow& window, const Camera& camera) {
  static bool added = false;
  if (!std::exchange(added, true)) {
    trigger(window, ui::action::replies);
    settle(500);
    camera.shoot(window, QStringLiteral("r0-no-replies"));
    addReplies(services);
    addReceipts(services);
  }
  trigger(window, ui::action::replies);
  settle(800);
  auto& list = find<QTableView>(window, "replies.list");
  list.setCurrentIndex(list.model()->index(1, 0));
  settle(300);
  camera.shoot(window, QStringLiteral("r1-replies"));
  const auto all = services.campaigns.list();
  if (!all) qFatal("no campaigns");
  for (const campaign::CampaignSummary& each : *all) {
    if (each.standing != campaign::Standing::Done) continue;
    window.findChild<ui::PageHost*>()->openCampaign(each);
    settle(900);
    auto& scroll = find<QScrollArea>(window, "report.scroll");
    scroll.ensureWidgetVisible(&find<QWidget>(window, "report.delivery"), 0, 200);
    settle(200);
    camera.shoot(window, QStringLiteral("r2-delivery"));
    break;
  }
  trigger(window, ui::action::campaigns);
  settle(300);
}

}  // namespace heliograph::tour
