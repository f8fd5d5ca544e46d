// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

#include "audience/rules/property_rule.h"
#include "audience/rules/time_window.h"

namespace heliograph::audience {

/// Who lives near one of several places, on a sphere of 6371.0088 km. A person's place is in their properties
/// "latitude" and "longitude", else the centre of their "city" ("region" and country tell namesakes apart) in the city
/// table. Nobody without a place is near.
struct NearRule {
  enum class Unit { Kilometres, Miles };
  struct Place {
    QString name;
    double latitude = 0;   ///< degrees, north is positive
    double longitude = 0;  ///< degrees, east is positive

    bool operator==(const Place&) const = default;
  };
  std::vector<Place> places;
  double radius = 0;
  Unit unit = Unit::Kilometres;

  bool operator==(const NearRule&) const = default;
};

/// Who has a device or app of that kind. A negative operator means that no device of theirs has the value.
struct DeviceRule {
  enum class Field { AppVersion, Make, Model, OsVersion, SdkVersion, Platform };
  Field field = Field::AppVersion;
  SegmentOperator op = SegmentOperator::Equals;  ///< one of a text
  QJsonArray values;

  bool operator==(const DeviceRule&) const = default;
};

/// Who is in a saved segment or a custom list, or isn't.
struct MemberRule {
  enum class Of { Segment, List };
  Of of = Of::Segment;
  QString name;
  bool member = true;

  bool operator==(const MemberRule&) const = default;
};

/// Who got an earlier campaign, or one that bears a label; who followed its link or did what it was for.
struct CampaignRule {
  enum class By { Campaign, Label };
  enum class What { Received, Clicked, Converted };
  By by = By::Campaign;
  QString name;
  What what = What::Received;
  bool did = true;
  TimeWindow within;

  bool operator==(const CampaignRule&) const = default;
};

/// Stable names in JSON: 'app_version', 'make', 'model', 'os_version', 'sdk_version', 'platform': the column of device,
/// too.
[[nodiscard]] QString deviceFieldName(DeviceRule::Field field);
/// In words: "app version", "make", "OS version".
[[nodiscard]] QString deviceFieldWords(DeviceRule::Field field);
/// The field of that name, if there is one.
[[nodiscard]] std::optional<DeviceRule::Field> deviceFieldFromName(QStringView name);

}  // namespace heliograph::audience
