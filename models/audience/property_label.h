// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::audience {

/// A property's name as people read it: "first_name" and "firstName" become "First name"; a name that was written for
/// people already ("City", "Last purchase") stays as it is. Only for showing: rules and messages keep the real name.
[[nodiscard]] QString propertyLabel(const QString& name);
/// The same inside a sentence: "first name", "city"; abbreviations keep their capitals.
[[nodiscard]] QString propertyWords(const QString& name);

}  // namespace heliograph::audience
