// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::editors {

/// A property that the personalisation menu offers.
struct PropertyChoice {
  QString root = QStringLiteral("Profile");  ///< "Profile", "Event", "Coupon" …: the token's root, and the heading
  QString name;                              ///< the property's own name ("first_name", "Favourite category")
  QString sample;                            ///< what somebody has, may be empty
  double share = -1;                         ///< part of the people who have it, 0 to 1; negative when not known
  QString label = {};                        ///< how it is listed, if not by the property's own label
  QString note = {};                         ///< shown under the list while it is marked
  bool isDate = false;                       ///< can be written in several ways
  QString heading = {};                      ///< of its group, if not the root ("Event: Charged")

  bool operator==(const PropertyChoice&) const = default;
};

/// The same for a token: with the source's name for linked content, "Shop: Price".
QString tokenLabel(const QString& root, const QString& name);

/// How a property is called in front of people: "first_name" as "First name"; names with capitals or spaces stay.
QString propertyLabel(const QString& name);

}  // namespace heliograph::editors
