// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <vector>

namespace heliograph::schedule {

/// A time zone as people call it.
struct ZoneName {
  QByteArray id;    ///< IANA name, "Asia/Kolkata"
  QString country;  ///< "India"; empty for a zone of no country
  QString city;     ///< "Kolkata"

  /// "India (Kolkata)", or the city alone.
  [[nodiscard]] QString label() const;

  bool operator==(const ZoneName&) const = default;
};

/// The name of one zone; its city for an id that nobody knows.
[[nodiscard]] ZoneName zoneName(const QByteArray& id);

/// All zones a person can choose, sorted by label; `first` stands before all others. Reads the zone files: some ten
/// milliseconds.
[[nodiscard]] std::vector<ZoneName> zoneNames(const QByteArray& first);

/// Whether this computer knows a zone of that name. Rules written out, which Qt takes for zones, are none.
[[nodiscard]] bool isKnownZone(const QByteArray& id);

/// This computer's own zone; "UTC" when it isn't known.
[[nodiscard]] QByteArray localZone();

/// What a clock of the zone is called at an instant: "GMT", "IST", "UTC+5:45". Empty for an unknown zone.
[[nodiscard]] QString zoneAbbreviation(const QByteArray& id, const QDateTime& at);

}  // namespace heliograph::schedule
