// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/outbox/run_progress.h"

namespace heliograph::delivery {

/// Until when providers keep the messages, and what of them is being taken back: "Kept by the provider until Thu 26 Nov
/// 18:00". Empty while they keep none.
[[nodiscard]] QString keptText(const RunProgress& progress);

/// How fast: "9.8 a second", "1,240 a second", below one a second "24 a minute". Empty for 0.
[[nodiscard]] QString rateText(double perSecond);
/// How long still: "less than a minute left", "26 min left", "3 h 20 min left", "2 days left".
[[nodiscard]] QString timeLeftText(double seconds);
/// How many percent of the people are settled, rounded down, so that 100 means all; 0 when nobody has a row yet.
[[nodiscard]] int percentSettled(const RunProgress& progress);
/// When everybody is settled at the present rate, in seconds from now; 0 when that can't be told.
[[nodiscard]] double secondsLeft(const RunProgress& progress);

/// Who waits for the end of quiet hours: "Quiet hours: 1,204 wait until 08:00", by this computer's clock; empty if
/// nobody does.
[[nodiscard]] QString quietText(const RunProgress& progress);

/// The state in few words: "Sending 9.8 a second", "Paused", "Needs you: due Thu 26 Nov 18:00, when nothing ran".
[[nodiscard]] QString headlineText(const RunProgress& progress);
/// The figures: "25,640 of 41,203 · 26 min left". Empty when nobody has a row yet.
[[nodiscard]] QString figuresText(const RunProgress& progress);
/// The whole in one line, for a tooltip: headline and figures.
[[nodiscard]] QString progressText(const RunProgress& progress);

/// Why nobody is left who takes the rest of a run that is paused for it, and what to do.
[[nodiscard]] QString nobodyLeftText(const RunProgress& progress);

}  // namespace heliograph::delivery
