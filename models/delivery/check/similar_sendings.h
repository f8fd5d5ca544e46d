// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <string_view>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/published_version.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "delivery/check/check_report.h"
#include "delivery/outbox/run.h"
#include "delivery/reach/qualification.h"

namespace heliograph::delivery {

/// Looks for other sendings of the same or nearly the same text within a day of a campaign's time, clones and earlier
/// versions of it among them, and counts who of its people get it twice: the same person, or the same number.
class SimilarSendings final {
 public:
  static constexpr qint64 withinSeconds = 24 * 3600;

  SimilarSendings(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Reads who got or will get such a text. For what hasn't begun the audience is evaluated as it is now. Blocking.
  /// Errors: Cancelled, those of storage.
  [[nodiscard]] Result<> find(const campaign::Campaign& campaign, const CancelToken& cancel);
  /// Nobody gets such a text from another sending.
  [[nodiscard]] bool isEmpty() const { return m_sendings.empty(); }
  /// Looks whether one of the campaign's people is among them.
  void add(const Qualified& person);
  /// The same for somebody who would be sent to.
  void add(ProfileId person, std::string_view phone);
  /// Adds a warning for each campaign that reaches some of them, that with most people first; its field is
  /// "campaign:" and the number of that campaign.
  void addIssues(CheckReport& report) const;

 private:
  struct Sending {
    CampaignId campaign;
    QString name;
    QDateTime at;
    bool begun = false;
    bool over = false;  ///< nobody is left who still gets it
    bool sameText = false;
    std::vector<qint64> people;        ///< sorted
    std::vector<std::size_t> numbers;  ///< hashes, sorted
    qint64 again = 0;                  ///< who would get it twice
  };

  [[nodiscard]] Result<std::vector<Run>> runsAround(const QDateTime& due, const campaign::Campaign& campaign) const;
  [[nodiscard]] Result<> addReceivers(Sending& sending, const Run& run, const campaign::FrozenCampaign& frozen,
                                      const CancelToken& cancel) const;
  [[nodiscard]] Result<> addRows(Sending& sending, const Run& run) const;
  [[nodiscard]] Result<> addExpected(Sending& sending, const Run& run, const campaign::FrozenCampaign& frozen,
                                     const CancelToken& cancel) const;
  [[nodiscard]] Sending& sendingOf(const campaign::FrozenCampaign& frozen);
  [[nodiscard]] campaign::Issue issueOf(const Sending& sending, qint64 sendable) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  std::vector<Sending> m_sendings;
};

/// The number of the campaign in the field of an issue of SimilarSendings; none for any other.
[[nodiscard]] CampaignId campaignOfIssue(const campaign::Issue& issue);

}  // namespace heliograph::delivery
