// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <variant>
#include <vector>

#include "audience/segment_operator.h"
#include "core/result.h"

namespace heliograph::audience {

/// One condition on one property. Several values of an operator that takes one mean "any of them" ("none of them" for a
/// negative operator). Dates are ISO 8601 texts, a day or an instant.
struct SegmentRule {
  QString property;
  SegmentOperator op = SegmentOperator::Equals;
  QJsonArray values;  ///< strings, numbers

  bool operator==(const SegmentRule&) const = default;
};

struct SegmentPart;

/// Conditions joined by one word. An empty group lets everybody through.
struct SegmentGroup {
  enum class Join { All, Any };  ///< AND, OR
  Join join = Join::All;
  std::vector<SegmentPart> parts;

  bool operator==(const SegmentGroup& other) const;
};

/// A rule, or a group inside a group.
struct SegmentPart {
  std::variant<SegmentRule, SegmentGroup> value;

  bool operator==(const SegmentPart&) const = default;
};

/// Who is meant: everybody, or those a tree of rules lets through. A value; its JSON form is
/// resources/schemas/segment.schema.json.
struct Segment {
  SegmentGroup rules;

  bool operator==(const Segment&) const = default;

  [[nodiscard]] static Segment everybody() { return {}; }
  [[nodiscard]] bool isEverybody() const { return rules.parts.empty(); }
};

/// `{"everybody":true}`, or `{"all":[…]}` / `{"any":[…]}` of `{"property","operator","values"}` and of groups.
[[nodiscard]] QJsonObject toJson(const Segment& segment);

/// The segment of such an object. InvalidInput says what is wrong and where ("all[2].operator").
[[nodiscard]] Result<Segment> segmentFromJson(const QJsonObject& json);

/// The segment in a sentence: "Everybody", "People whose city is Mumbai or Pune and whose age is greater than 40".
[[nodiscard]] QString describe(const Segment& segment);

/// Names of the properties the rules speak of, each once, in order.
[[nodiscard]] QStringList propertiesOf(const Segment& segment);

}  // namespace heliograph::audience
