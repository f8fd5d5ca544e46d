// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/variants_json.h"

#include <QJsonArray>

#include "campaign/json_reader.h"

namespace heliograph::campaign {
namespace {

const QStringList& kindNames() {
  using Kind = Variants::Kind;
  static const QStringList names{variantsKindName(Kind::Single), variantsKindName(Kind::AbTest),
                                 variantsKindName(Kind::Split), variantsKindName(Kind::ByProperty)};
  return names;
}

const QStringList& winnerNames() {
  static const QStringList names{QStringLiteral("hand"), QStringLiteral("clicks"), QStringLiteral("conversions")};
  return names;
}

const QStringList& tieNames() {
  static const QStringList names{QStringLiteral("first"), QStringLiteral("ask")};
  return names;
}

Result<Variant> variantFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  Variant variant;
  variant.message = reader.text(QStringLiteral("message")).toUtf8();
  variant.share = reader.number(QStringLiteral("share"), 0, 99, 0);
  variant.value = reader.text(QStringLiteral("value"));
  auto fields = providerFieldsFromJson(reader.object(QStringLiteral("fields")));
  reader.take(fields);
  if (fields) variant.fields = std::move(*fields);
  if (reader.fault()) return fail(*reader.fault());
  return variant;
}

QJsonObject toJson(const Variant& variant) {
  QJsonObject json{{QStringLiteral("message"), QString::fromUtf8(variant.message)}};
  if (variant.share > 0) json.insert(QStringLiteral("share"), variant.share);
  if (!variant.value.isEmpty()) json.insert(QStringLiteral("value"), variant.value);
  if (variant.fields != ProviderFields{}) json.insert(QStringLiteral("fields"), toJson(variant.fields));
  return json;
}

Result<WinnerRule> winnerFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  WinnerRule rule;
  rule.by = static_cast<WinnerRule::By>(reader.oneOf(QStringLiteral("by"), winnerNames()));
  rule.waitMinutes =
      reader.number(QStringLiteral("wait_minutes"), WinnerRule::leastWait, WinnerRule::mostWait, rule.waitMinutes);
  rule.tie = static_cast<WinnerRule::Tie>(reader.oneOf(QStringLiteral("tie"), tieNames()));
  if (reader.fault()) return fail(*reader.fault());
  return rule;
}

QJsonObject toJson(const WinnerRule& rule) {
  return {{QStringLiteral("by"), winnerNames().at(static_cast<int>(rule.by))},
          {QStringLiteral("wait_minutes"), rule.waitMinutes},
          {QStringLiteral("tie"), tieNames().at(static_cast<int>(rule.tie))}};
}

}  // namespace

Result<Variants> variantsFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  Variants variants;
  variants.kind = static_cast<Variants::Kind>(reader.oneOf(QStringLiteral("kind"), kindNames()));
  for (const QJsonObject& one : reader.objects(QStringLiteral("others"))) {
    auto variant = variantFromJson(one);
    reader.take(variant);
    if (variant) variants.others.push_back(std::move(*variant));
  }
  if (variants.others.size() > Variants::mostByValue) {
    reader.note(QStringLiteral("others"), QStringLiteral("at most %1 copies").arg(Variants::mostByValue));
  }
  variants.testPercent = reader.number(QStringLiteral("test_percent"), 1, 100, variants.testPercent);
  variants.testPeople = reader.number(QStringLiteral("test_people"), 0, 100'000'000, variants.testPeople);
  auto winner = winnerFromJson(reader.object(QStringLiteral("winner")));
  reader.take(winner);
  if (winner) variants.winner = *winner;
  variants.property = reader.text(QStringLiteral("property"));
  if (reader.fault()) return fail(*reader.fault());
  return variants;
}

QJsonObject toJson(const Variants& variants) {
  QJsonArray others;
  for (const Variant& variant : variants.others) others.append(toJson(variant));
  QJsonObject json{{QStringLiteral("kind"), variantsKindName(variants.kind)}, {QStringLiteral("others"), others}};
  if (variants.testPercent != Variants{}.testPercent) {
    json.insert(QStringLiteral("test_percent"), variants.testPercent);
  }
  if (variants.testPeople > 0) json.insert(QStringLiteral("test_people"), variants.testPeople);
  if (variants.winner != WinnerRule{}) json.insert(QStringLiteral("winner"), toJson(variants.winner));
  if (!variants.property.isEmpty()) json.insert(QStringLiteral("property"), variants.property);
  return json;
}

}  // namespace heliograph::campaign
