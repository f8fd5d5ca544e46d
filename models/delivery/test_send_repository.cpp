// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_send_repository.h"

#include <QCryptographicHash>

#include "campaign/campaign_snippets.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

QByteArray messageHash(const campaign::Campaign& campaign) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(campaign.message);
  for (int copy = 1; copy < campaign::copyCount(campaign.variants); ++copy) {
    hash.addData(QByteArray(1, '\0') + campaign.variants.others[static_cast<std::size_t>(copy) - 1].message);
  }
  for (const auto& [name, text] : campaign.snippets) hash.addData(QByteArray(1, '\0') + name.toUtf8() + '\0' + text);
  return hash.result();
}

}  // namespace

Result<> TestSendRepository::add(const campaign::Campaign& campaign, ProviderId provider, bool accepted,
                                 const QString& answer) const {
  if (!campaign.id.isValid()) return {};
  const auto whole = campaign::withUsedSnippets(m_database, m_clock, campaign);
  if (!whole) return fail(whole.error());
  Statement insert(m_database, QStringLiteral("INSERT INTO test_send (campaign_id, provider_id, sent_at, accepted, "
                                              "answer, body_hash) VALUES (?, ?, ?, ?, ?, ?)"));
  insert.bind(campaign.id).bind(provider).bind(m_clock.now()).bind(accepted).bind(answer).bind(messageHash(*whole));
  return insert.run();
}

Result<std::optional<LastTest>> TestSendRepository::last(const campaign::Campaign& campaign) const {
  Statement find(m_database, QStringLiteral("SELECT sent_at, accepted, answer, body_hash FROM test_send WHERE "
                                            "campaign_id = ? ORDER BY sent_at DESC, id DESC LIMIT 1"));
  auto row = find.bind(campaign.id).next();
  if (!row) return fail(row.error());
  if (!*row) return std::optional<LastTest>{};
  const auto whole = campaign::withUsedSnippets(m_database, m_clock, campaign);
  if (!whole) return fail(whole.error());
  return std::optional(LastTest{find.instant(0), find.boolean(1), find.text(2), find.bytes(3) == messageHash(*whole)});
}

}  // namespace heliograph::delivery
