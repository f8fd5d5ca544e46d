// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/window_json.h"

namespace heliograph::audience {
namespace {

using Kind = TimeWindow::Kind;

const QString kKindKey = QStringLiteral("kind");
const QString kCountKey = QStringLiteral("count");
const QString kUnitKey = QStringLiteral("unit");
const QString kFromKey = QStringLiteral("from");
const QString kUntilKey = QStringLiteral("until");

bool counts(Kind kind) {
  return kind == Kind::InLast || kind == Kind::ExactlyAgo;
}

bool hasFrom(Kind kind) {
  return kind == Kind::Between || kind == Kind::After || kind == Kind::On;
}

bool hasUntil(Kind kind) {
  return kind == Kind::Between || kind == Kind::Before;
}

/// A day or an instant; its zone doesn't matter for whether it can be read.
Result<> readDay(const JsonPlace& json, const QString& key, QString& into) {
  auto text = json.text(key);
  if (!text) return fail(text.error());
  if (const auto range = instantRange(*text, QTimeZone::utc()); !range) {
    return json.wrongAt(key, range.error().message);
  }
  into = std::move(*text);
  return {};
}

}  // namespace

QJsonObject windowToJson(const TimeWindow& window) {
  QJsonObject json{{kKindKey, windowKindName(window.kind)}};
  if (counts(window.kind)) {
    json.insert(kCountKey, window.count);
    json.insert(kUnitKey, timeUnitName(window.unit));
  }
  if (hasFrom(window.kind)) json.insert(kFromKey, window.from);
  if (hasUntil(window.kind)) json.insert(kUntilKey, window.until);
  return json;
}

Result<TimeWindow> windowFromJson(const JsonPlace& json) {
  const auto kind = windowKindFromName(json.object().value(kKindKey).toString());
  if (!kind) {
    return json.wrongAt(kKindKey, QStringLiteral("it is none of ever, today, in_last, this_month, previous_month, "
                                                 "between, before, after, on, exactly_ago"));
  }
  TimeWindow window;
  window.kind = *kind;
  QStringList known{kKindKey};
  if (counts(*kind)) known << kCountKey << kUnitKey;
  if (hasFrom(*kind)) known << kFromKey;
  if (hasUntil(*kind)) known << kUntilKey;
  HELIOGRAPH_TRY(json.onlyKeys(known));
  if (counts(*kind)) {
    HELIOGRAPH_TRY(readCountOf(json, TimeUnit::Years, window.count, window.unit));
  }
  if (hasFrom(*kind)) HELIOGRAPH_TRY(readDay(json, kFromKey, window.from));
  if (hasUntil(*kind)) HELIOGRAPH_TRY(readDay(json, kUntilKey, window.until));
  return window;
}

Result<> readCountOf(const JsonPlace& json, TimeUnit longest, int& count, TimeUnit& unit) {
  const auto number = json.whole(kCountKey);
  if (!number) return fail(number.error());
  const auto known = timeUnitFromName(json.object().value(kUnitKey).toString());
  if (!known || *known > longest) {
    QStringList names;
    for (int each = 0; each <= static_cast<int>(longest); ++each) names << timeUnitName(static_cast<TimeUnit>(each));
    return json.wrongAt(kUnitKey, QStringLiteral("it is none of ") + names.join(QStringLiteral(", ")));
  }
  count = *number;
  unit = *known;
  return {};
}

}  // namespace heliograph::audience
