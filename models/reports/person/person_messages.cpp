// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/person/person_messages.h"

#include <limits>

#include "delivery/outbox/reason_text.h"
#include "storage/statement.h"

namespace heliograph::reports {

Result<std::vector<PersonMessage>> readPersonMessages(const storage::Database& database, ProfileId person,
                                                      OutboxId before, int limit) {
  storage::Statement select(
      database,
      QStringLiteral("SELECT o.id, r.campaign_id, c.name, o.state, o.reason, v.name, o.parts, o.text, o.updated_at "
                     "FROM outbox o JOIN run r ON r.id = o.run_id JOIN campaign c ON c.id = r.campaign_id "
                     "LEFT JOIN provider v ON v.id = o.provider_id "
                     "WHERE o.profile_id = ? AND o.id < ? ORDER BY o.id DESC LIMIT ?"));
  select.bind(person);
  select.bind(before.isValid() ? before.value : std::numeric_limits<qint64>::max()).bind(limit);
  std::vector<PersonMessage> messages;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return messages;
    PersonMessage message;
    message.id = select.id<OutboxId>(0);
    message.campaign = select.id<CampaignId>(1);
    message.campaignName = select.text(2);
    message.state = delivery::rowStateFromName(select.text(3));
    message.reason = select.text(4);
    message.reasonText = delivery::reasonText(message.reason);
    message.provider = select.text(5);
    message.parts = static_cast<int>(select.integer(6));
    message.text = select.text(7);
    message.at = select.instant(8);
    messages.push_back(std::move(message));
  }
}

}  // namespace heliograph::reports
