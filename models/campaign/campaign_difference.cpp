// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_difference.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "campaign/campaign_json.h"
#include "campaign/variants_words.h"

namespace heliograph::campaign {

namespace {

struct KnownField {
  QLatin1String name;
  QLatin1String title;
};

/// In the order of the steps; what the JSON has besides follows them.
constexpr KnownField kKnown[] = {
    {QLatin1String("name"), QLatin1String("Name")},
    {QLatin1String("labels"), QLatin1String("Labels")},
    {QLatin1String("channel"), QLatin1String("Channel")},
    {QLatin1String("purpose"), QLatin1String("Purpose")},
    {QLatin1String("route"), QLatin1String("Send through")},
    {QLatin1String("goal"), QLatin1String("Goal")},
    {QLatin1String("audience"), QLatin1String("Audience")},
    {QLatin1String("hold_back"), QLatin1String("Hold back")},
    {QLatin1String("safety_check"), QLatin1String("Safety check")},
    {QLatin1String("reach"), QLatin1String("Reach")},
    {QLatin1String("live_limit"), QLatin1String("Limit")},
    {QLatin1String("message"), QLatin1String("Message")},
    {QLatin1String("fields"), QLatin1String("Template and values")},
    {QLatin1String("variants"), QLatin1String("Copies")},
    {QLatin1String("text_rules"), QLatin1String("Links and opt-out line")},
    {QLatin1String("linked"), QLatin1String("Linked content")},
    {QLatin1String("max_parts"), QLatin1String("Most parts")},
    {QLatin1String("when"), QLatin1String("When")},
    {QLatin1String("quiet_hours"), QLatin1String("Quiet hours")},
    {QLatin1String("release"), QLatin1String("Release")},
};

QString titleOf(const QString& field) {
  for (const KnownField& known : kKnown) {
    if (field == known.name) return known.title;
  }
  QString title = field;
  title.replace(QLatin1Char('_'), QLatin1Char(' '));
  return title.left(1).toUpper() + title.mid(1);
}

QString plainWords(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  if (value.isBool()) return value.toBool() ? QStringLiteral("Yes") : QStringLiteral("No");
  if (value.isDouble()) return QString::number(value.toInteger());
  if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
  QStringList words;
  for (const auto& one : value.toArray()) words << plainWords(one);
  return words.join(QStringLiteral(", "));
}

QString capitalised(const QString& word) {
  return word.left(1).toUpper() + word.mid(1);
}

QString routeText(const Route& route, const RouteWords& words) {
  if (route.isDefault()) return QStringLiteral("The default");
  if (words) return words(route);
  return QStringLiteral("%1 %2").arg(capitalised(route.kind)).arg(route.id);
}

QString releaseWords(const Release& release) {
  return release.asks() ? QStringLiteral("First %1, then ask").arg(release.first) : QStringLiteral("Everybody");
}

QString safetyWords(int people) {
  return people > 0 ? QStringLiteral("Not sent if more than %L1 qualify").arg(people) : QStringLiteral("None");
}

QString whenWords(const schedule::When& when) {
  if (schedule::isHeldByProvider(when)) {
    return QStringLiteral("%1; kept by the provider until then").arg(schedule::describe(when));
  }
  switch (schedule::whenLateOf(when)) {
    case schedule::WhenLate::Ask:
      break;
    case schedule::WhenLate::SendIfWithin15Minutes:
      return QStringLiteral("%1; skipped when more than 15 minutes late").arg(schedule::describe(when));
    case schedule::WhenLate::Skip:
      return QStringLiteral("%1; skipped when late").arg(schedule::describe(when));
  }
  return schedule::describe(when);
}

QString inWords(const QString& field, const Campaign& campaign, const QJsonValue& json, const RouteWords& words) {
  if (field == u"channel") return json.toString().toUpper();
  if (field == u"purpose") return capitalised(json.toString());
  if (field == u"route") return routeText(campaign.route, words);
  if (field == u"audience") return describe(campaign.audience);
  if (field == u"goal") return campaign.goal ? audience::describe(*campaign.goal) : QStringLiteral("None");
  if (field == u"hold_back") return describe(campaign.holdBack);
  if (field == u"safety_check") return safetyWords(campaign.safetyCheck);
  if (field == u"reach") return describe(campaign.reach);
  if (field == u"live_limit") return describe(campaign.liveLimit);
  if (field == u"fields") return describe(campaign.fields);
  if (field == u"variants") return describe(campaign.variants);
  if (field == u"when") return whenWords(campaign.when);
  if (field == u"quiet_hours") return describe(campaign.quiet);
  if (field == u"release") return releaseWords(campaign.release);
  return plainWords(json);
}

QStringList fieldsOf(const QJsonObject& before, const QJsonObject& after) {
  QStringList fields;
  for (const KnownField& known : kKnown) fields << known.name;
  for (const QString& key : before.keys() + after.keys()) {
    if (!fields.contains(key)) fields << key;
  }
  return fields;
}

}  // namespace

std::vector<FieldDifference> differencesOf(const Campaign& before, const Campaign& after,
                                           const RouteWords& routeWords) {
  QJsonObject old = toJson(before);
  QJsonObject now = toJson(after);
  // What the providers ask for nobody has written.
  old.remove(QStringLiteral("asked"));
  now.remove(QStringLiteral("asked"));
  std::vector<FieldDifference> differences;
  for (const QString& field : fieldsOf(old, now)) {
    const QJsonValue left = old.value(field);
    const QJsonValue right = now.value(field);
    if (left == right) continue;
    FieldDifference one{field, titleOf(field), inWords(field, before, left, routeWords),
                        inWords(field, after, right, routeWords)};
    // Two segments of one name, say.
    if (one.before == one.after) {
      one.before = plainWords(left);
      one.after = plainWords(right);
    }
    differences.push_back(std::move(one));
  }
  return differences;
}

QString fieldNames(const std::vector<FieldDifference>& differences) {
  QStringList names;
  for (const FieldDifference& one : differences) names << one.title.toLower();
  return names.join(QStringLiteral(", "));
}

}  // namespace heliograph::campaign
