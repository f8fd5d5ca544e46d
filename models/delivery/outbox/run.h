// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

#include "core/ids.h"
#include "delivery/outbox/copy_share.h"

namespace heliograph::delivery {

/// Where a run stands.
enum class RunState {
  Due,      ///< waits for its time
  Held,     ///< waits for a person; see Run::reason
  Filling,  ///< the audience is being evaluated
  Running,
  Paused,  ///< by a person, or because nobody can send; see Run::reason
  Stopped,
  Done,
};

/// Why a run is held, paused or stopped, as it stands in the workspace and in JSON.
namespace hold {
inline constexpr QLatin1String missed("missed");                     ///< due while nothing ran, over 15 minutes ago
inline constexpr QLatin1String missedSkipped("missed_skipped");      ///< missed, and the campaign said to skip it then
inline constexpr QLatin1String audienceGrew("audience_grew");        ///< over 10 % more people than were approved
inline constexpr QLatin1String safetyCheck("safety_check");          ///< more qualify than the campaign allows
inline constexpr QLatin1String audienceUnknown("audience_unknown");  ///< the segment can't be evaluated any more
inline constexpr QLatin1String firstSent("first_sent");      ///< the first batch was sent; the rest waits for a person
inline constexpr QLatin1String abTest("ab_test");            ///< the A/B test was sent; the rest waits for its winner
inline constexpr QLatin1String manyRefused("many_refused");  ///< too many of the last answers were refusals
inline constexpr QLatin1String limitRefused("limit_refused");  ///< more refusals than people it is for
inline constexpr QLatin1String sentHere("sent_here");          ///< due: providers don't keep the rest until then
inline constexpr QLatin1String byPerson("by_person");
inline constexpr QLatin1String noProvider("no_provider");             ///< no provider of the route is left for this run
inline constexpr QLatin1String noCountry("no_provider_for_country");  ///< nor for the countries of who is left
}  // namespace hold

/// Who chooses the winner of an A/B test, as it stands in the workspace and in JSON.
namespace decide_by {
inline constexpr QLatin1String person("person");
inline constexpr QLatin1String conversions("conversions");  ///< the program, by the share of people who converted
inline constexpr QLatin1String clicks("clicks");            ///< the program, by the share of people who followed a link
}  // namespace decide_by

/// One going out of a published campaign.
struct Run {
  RunId id;
  CampaignId campaign;
  VersionId version;
  QDateTime dueAt;
  RunState state = RunState::Due;
  QString reason;            ///< due, held, paused or stopped: why (namespace hold)
  qint64 approvedReach = 0;  ///< how many people somebody agreed to
  qint64 audience = 0;       ///< people who have their row; grows while filling
  ProfileId fillCursor;      ///< the last person who has a row
  QDateTime filledAt;        ///< everybody has their row; invalid: not yet
  QDateTime startedAt;       ///< filling began
  QDateTime finishedAt;
  int firstBatch = 0;         ///< so many are sent to until a person lets the rest go; 0: no limit (any more)
  qint64 onlyPeople = 0;      ///< so many are sent to and no more; 0: everybody
  qint64 safetyCheck = 0;     ///< held instead of sent if more qualify; 0: however many
  bool hasTest = false;       ///< some are in an A/B test, and others get what wins it
  QDateTime decideAt;         ///< the test was sent: when its winner is to be chosen
  std::optional<int> winner;  ///< the copy that won, from 0
  QString decideBy;           ///< who is to choose it, or chose it (namespace decide_by); empty: the test isn't sent
  QDateTime decidedAt;        ///< it was chosen, or the program found none and left it to a person
  std::vector<CopyShare> decidedOn;  ///< what each copy had come to then; empty: not looked at
  bool isHandedOver = false;         ///< providers get its messages at once and keep them until dueAt
  bool keepsNoMore = false;          ///< but one of them said that it doesn't: the rest is sent by this program
  int lastAnswered = 0;              ///< how many of the last messages were accepted or refused, at most about 1,000
  int lastRefused = 0;               ///< and how many of those were refused

  bool operator==(const Run&) const = default;

  /// The program chooses the winner of the test, or chose it.
  [[nodiscard]] bool choosesItself() const {
    return decideBy == decide_by::conversions || decideBy == decide_by::clicks;
  }
  /// Whether something may still leave by itself.
  [[nodiscard]] bool isActive() const { return state == RunState::Filling || state == RunState::Running; }
  [[nodiscard]] bool isOver() const { return state == RunState::Stopped || state == RunState::Done; }
};

/// Stable name: 'due', 'held', 'filling', 'running', 'paused', 'stopped', 'done'.
[[nodiscard]] QString runStateName(RunState state);
/// The reverse; Stopped for a name that is none, so that nothing is sent by mistake.
[[nodiscard]] RunState runStateFromName(const QString& name);
/// In words, with the reason: "Sending", "Held: it was missed by more than 15 minutes. Release it to send it now."
[[nodiscard]] QString runStateText(RunState state, const QString& reason = {});
/// The same with the run's own figures: "Held: the first 100 were sent. …".
[[nodiscard]] QString runStateText(const Run& run);

}  // namespace heliograph::delivery
