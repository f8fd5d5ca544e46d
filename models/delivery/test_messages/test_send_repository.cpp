// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/test_send_repository.h"

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

Result<> TestSendRepository::add(const campaign::Campaign& campaign, const TestRecord& test) const {
  const auto whole = campaign::withUsedSnippets(m_database, m_clock, campaign);
  if (!whole) return fail(whole.error());
  Statement insert(
      m_database,
      QStringLiteral("INSERT INTO test_send (campaign_id, provider_id, profile_id, number_id, sent_at, "
                     "accepted, unclear, answer, encoding, parts, price, currency, body_hash, event_values) VALUES "
                     "(?, ?, (SELECT id FROM profile WHERE identity = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  campaign.id.isValid() ? insert.bind(campaign.id) : insert.bindNull();
  insert.bind(test.provider).bind(test.asIdentity);
  test.testNumber > 0 ? insert.bind(test.testNumber) : insert.bindNull();
  insert.bind(m_clock.now()).bind(test.accepted).bind(test.unclear).bind(test.answer).bind(test.encoding);
  insert.bind(test.parts);
  if (test.price) {
    insert.bind(test.price->micros).bind(test.price->currency);
  } else {
    insert.bindNull().bind(QStringLiteral(""));
  }
  return insert.bind(messageHash(*whole)).bind(test.eventValues).run();
}

Result<QHash<qint64, ProviderTest>> TestSendRepository::lastByProvider() const {
  Statement find(m_database,
                 QStringLiteral("SELECT t.provider_id, t.sent_at, t.accepted, t.unclear, t.answer, "
                                "substr(coalesce(n.number, p.phone, ''), -4) FROM test_send t JOIN (SELECT max(id) "
                                "AS id FROM test_send WHERE provider_id IS NOT NULL GROUP BY provider_id) latest ON "
                                "latest.id = t.id LEFT JOIN test_number n ON n.id = t.number_id LEFT JOIN profile p "
                                "ON p.id = t.profile_id"));
  QHash<qint64, ProviderTest> tests;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return tests;
    tests.insert(find.integer(0), {find.instant(1), find.boolean(2), find.boolean(3), find.text(4), find.text(5)});
  }
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

Result<std::vector<TestEntry>> TestSendRepository::history(const campaign::Campaign& campaign, int most) const {
  std::vector<TestEntry> entries;
  if (!campaign.id.isValid()) return entries;
  const auto whole = campaign::withUsedSnippets(m_database, m_clock, campaign);
  if (!whole) return fail(whole.error());
  const QByteArray now = messageHash(*whole);
  Statement find(
      m_database,
      QStringLiteral("SELECT t.id, t.sent_at, coalesce(p.identity, n.number, ''), coalesce(v.name, ''), "
                     "t.accepted, t.unclear, t.answer, t.encoding, t.parts, t.price, t.currency, t.body_hash, "
                     "t.event_values "
                     "FROM test_send t LEFT JOIN profile p ON p.id = t.profile_id LEFT JOIN test_number n ON "
                     "n.id = t.number_id LEFT JOIN provider v ON v.id = t.provider_id WHERE t.campaign_id = ? "
                     "ORDER BY t.sent_at DESC, t.id DESC LIMIT ?"));
  find.bind(campaign.id).bind(most);
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return entries;
    TestEntry entry{find.integer(0), find.instant(1),       find.text(2),
                    find.text(3),    find.boolean(4),       find.boolean(5),
                    find.text(6),    find.text(7),          static_cast<int>(find.integer(8)),
                    std::nullopt,    find.bytes(11) == now, find.text(12)};
    if (!find.isNull(9)) entry.price = Money{find.integer(9), find.text(10)};
    entries.push_back(std::move(entry));
  }
}

}  // namespace heliograph::delivery
