// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "delivery/check/check_report.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

/// People whom a line leads to, to be gone through on the phone.
struct PeopleWalk {
  QString title;  ///< "Missing first_name"
  delivery::PeopleSet people;

  bool operator==(const PeopleWalk&) const = default;
};

/// One line of what everybody gets.
struct EverybodyLine {
  enum class Section { Parts, Cost, Gaps, Fallbacks, Skipped, Characters };
  Section section = Section::Parts;
  QString name;  ///< tells lines of a section apart, stable while figures change
  QString label;
  QString figure;
  Tone tone = Tone::Neutral;
  PeopleWalk walk;   ///< without people: the line leads nowhere
  QString replaced;  ///< a character of the message that can be replaced from here; empty: none
  QString toolTip;

  bool operator==(const EverybodyLine&) const = default;
};

/// Everything a count says of everybody, in the order of the sections.
[[nodiscard]] std::vector<EverybodyLine> everybodyLines(const delivery::CheckReport& report);

/// The same in one line: "41,203 texts · 1 part: 40,117 · 2 parts: 1,086 · €1,842 · 3 to look at".
[[nodiscard]] QString everybodySummary(const delivery::CheckReport& report);

/// The heading of a section.
[[nodiscard]] QString sectionTitle(EverybodyLine::Section section);

}  // namespace heliograph::ui
