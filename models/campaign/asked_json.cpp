// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/asked_json.h"

#include <QJsonArray>

namespace heliograph::campaign {
namespace {

using providers::AskedFields;

struct AskedTruth {
  QLatin1String name;
  bool AskedFields::*member;
};
struct AskedNames {
  QLatin1String name;
  QStringList AskedFields::*member;
};

constexpr AskedTruth kAskedTruths[] = {
    {QLatin1String("text"), &AskedFields::text},
    {QLatin1String("template_id"), &AskedFields::templateId},
    {QLatin1String("template_id_required"), &AskedFields::templateIdRequired},
    {QLatin1String("template_variables"), &AskedFields::templateVariables},
    {QLatin1String("headers_personal"), &AskedFields::headersPersonal},
    {QLatin1String("takes_extra_pairs"), &AskedFields::takesExtraPairs},
    {QLatin1String("matches_template"), &AskedFields::matchesTemplate},
    {QLatin1String("tells_clicks"), &AskedFields::tellsClicks},
};
constexpr AskedNames kAskedNames[] = {
    {QLatin1String("body"), &AskedFields::bodyKeys},
    {QLatin1String("headers"), &AskedFields::headerKeys},
    {QLatin1String("globals"), &AskedFields::globalKeys},
};

}  // namespace

QJsonObject askedToJson(const AskedFields& asked) {
  QJsonObject json;
  for (const AskedTruth& one : kAskedTruths) {
    if (asked.*one.member != AskedFields{}.*one.member) json.insert(one.name, asked.*one.member);
  }
  for (const AskedNames& one : kAskedNames) {
    if (!(asked.*one.member).isEmpty()) json.insert(one.name, QJsonArray::fromStringList(asked.*one.member));
  }
  return json;
}

AskedFields askedFromJson(const QJsonObject& json) {
  AskedFields asked;
  for (const AskedTruth& one : kAskedTruths) asked.*one.member = json.value(one.name).toBool(asked.*one.member);
  for (const AskedNames& one : kAskedNames) {
    for (const auto& name : json.value(one.name).toArray()) (asked.*one.member) << name.toString();
  }
  return asked;
}

}  // namespace heliograph::campaign
