// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <optional>
#include <vector>

#include "campaign/campaign.h"
#include "core/clock.h"
#include "core/money.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// The last test of a campaign, for "text unchanged since".
struct LastTest {
  QDateTime at;
  bool accepted = false;
  QString answer;
  bool sameText = false;  ///< the message is still the one that was tested
};

/// What is written down of a test: no text, and the number only by its place among the contacts or the numbers that
/// are remembered for tests.
struct TestRecord {
  ProviderId provider;
  bool accepted = false;
  bool unclear = false;   ///< it may have arrived
  QString answer;         ///< the provider's words, without number and secrets
  QString asIdentity;     ///< the contact whose number it is, if it is one's
  qint64 testNumber = 0;  ///< the remembered number; 0: none
  QString encoding;       ///< of the text
  int parts = 0;
  std::optional<Money> price;  ///< of all its parts, as far as prices are known
  QString eventValues;         ///< what stood for the triggering event: see testEventRecord()
};

/// A test in the history of its campaign.
struct TestEntry {
  qint64 id = 0;
  QDateTime at;
  QString recipient;  ///< the contact's identity or the number; empty when it was deleted since
  QString provider;   ///< its name; empty when it was deleted since
  bool accepted = false;
  bool unclear = false;
  QString answer;
  QString encoding;
  int parts = 0;
  std::optional<Money> price;
  bool sameText = false;  ///< the message is still the one that was tested
  QString eventValues;    ///< as in TestRecord

  bool operator==(const TestEntry&) const = default;
};

/// The last test that went through a provider.
struct ProviderTest {
  QDateTime at;
  bool accepted = false;
  bool unclear = false;
  QString answer;
  QString lastDigits;  ///< the last four of the number; empty when it was forgotten since

  bool operator==(const ProviderTest&) const = default;
};

/// The tests that were sent, without texts.
class TestSendRepository final {
 public:
  TestSendRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Writes a test down; one of a draft that was never saved is its provider's alone.
  [[nodiscard]] Result<> add(const campaign::Campaign& campaign, const TestRecord& test) const;
  /// The last one through each provider that was ever tested, by its id.
  [[nodiscard]] Result<QHash<qint64, ProviderTest>> lastByProvider() const;
  /// The last one of this campaign, compared with its present message.
  [[nodiscard]] Result<std::optional<LastTest>> last(const campaign::Campaign& campaign) const;
  /// The last tests of this campaign, at most `most`, the last first.
  [[nodiscard]] Result<std::vector<TestEntry>> history(const campaign::Campaign& campaign, int most) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
