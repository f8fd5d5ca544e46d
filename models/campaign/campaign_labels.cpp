// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_labels.h"

#include "campaign/campaign_body.h"
#include "campaign/campaign_history.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::campaign {

using storage::Statement;
using storage::Transaction;

Result<> CampaignLabels::change(const std::vector<CampaignId>& campaigns, const QStringList& add,
                                const QStringList& remove) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  for (const CampaignId id : campaigns) HELIOGRAPH_TRY(changeOne(id, add, remove));
  return transaction->commit();
}

Result<> CampaignLabels::changeOne(CampaignId id, const QStringList& add, const QStringList& remove) const {
  Statement find(m_database, QStringLiteral("SELECT revision, body, state FROM campaign WHERE id = ?"));
  find.bind(id);
  auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noSuchCampaign(id));
  const int revision = static_cast<int>(find.integer(0));
  const bool draft = find.text(2) == u"draft";
  auto campaign = campaignOfRow(id, revision, find.text(1));
  find.reset();
  if (!campaign) return fail(campaign.error());
  auto labels = changedLabels(campaign->labels, add, remove);
  if (!labels) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“%1” would have more than ten labels. Take some from it first; nothing was changed.")
                    .arg(campaign->name));
  }
  if (*labels == campaign->labels) return {};
  campaign->labels = *labels;
  const QDateTime now = m_clock.now();
  if (draft) HELIOGRAPH_TRY(CampaignHistory(m_database).keepBeforeSave(id, revision, {}, now));
  // What was published keeps its revision, which is its version's number.
  Statement update(m_database,
                   QStringLiteral("UPDATE campaign SET body = ?, revision = revision + ?, writer = '' WHERE id = ?"));
  return update.bind(bodyOf(*campaign)).bind(draft).bind(id).run();
}

}  // namespace heliograph::campaign
