// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::delivery {

/// The stable codes of why a row of a run was skipped, refused or is unclear, as they stand in the workspace, in JSON
/// and in CSV. Those of reachability ('unsubscribed', 'no_phone', 'invalid_phone', 'duplicate_phone') and of control
/// groups ('control_group', 'workspace_control_group') and 'no_provider_for_country' are the audience room's, those of
/// texts ('render_failed', 'aborted', 'empty_text', 'too_long', 'empty_value', 'template_mismatch') the message room's.
namespace reason {
inline constexpr QLatin1String campaignStopped("campaign_stopped");
inline constexpr QLatin1String personDeleted("person_deleted");
inline constexpr QLatin1String notDrawn("not_drawn");      ///< skipped: the campaign is for so many only
inline constexpr QLatin1String noCoupon("no_coupon");      ///< skipped: the pool had no code left
inline constexpr QLatin1String quietHours("quiet_hours");  ///< skipped: it was quiet where the person is
inline constexpr QLatin1String unsubscribed("unsubscribed");
inline constexpr QLatin1String optedOut("opted_out");                     ///< refused: the provider says so
inline constexpr QLatin1String badNumber("bad_number");                   ///< refused by the provider
inline constexpr QLatin1String refusedByProvider("refused_by_provider");  ///< refused for another reason
inline constexpr QLatin1String sendAlone("send_alone");              ///< not yet: its batch was refused for one of it
inline constexpr QLatin1String noProvider("no_provider_available");  ///< every provider of the route said no
inline constexpr QLatin1String noClearAnswer("no_clear_answer");     ///< unclear: no answer, or one that says nothing
inline constexpr QLatin1String interrupted("interrupted");           ///< unclear: the program ended while it was sent
inline constexpr QLatin1String settledSent("settled_sent");          ///< accepted: a person said so
inline constexpr QLatin1String takingBack("taking_back");  ///< held: the provider is being asked not to send it
inline constexpr QLatin1String takeBackLate(
    "take_back_late");  ///< held or accepted: it couldn't be taken back any more
inline constexpr QLatin1String takeBackUnclear("take_back_unclear");  ///< unclear: taken back, maybe too late
inline constexpr QLatin1String foundAtProvider("found_at_provider");  ///< accepted: the provider was asked
}  // namespace reason

/// A sentence for a person about a code: "Unsubscribed: this person asked not to be texted." An unknown code is shown
/// as it is; an empty one gives nothing.
[[nodiscard]] QString reasonText(const QString& code);

/// A few words for a column or a legend: "Unsubscribed".
[[nodiscard]] QString reasonLabel(const QString& code);

}  // namespace heliograph::delivery
