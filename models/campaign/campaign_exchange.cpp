// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_exchange.h"

#include <QJsonDocument>

#include "campaign/campaign_json.h"
#include "campaign/labels.h"
#include "providers/definition/schema_check.h"

namespace heliograph::campaign {

namespace {

const QString kRouteField = QStringLiteral("route");
const QString kNameField = QStringLiteral("name");

void keepUsableLabels(ImportedCampaign& imported) {
  QStringList labels;
  for (const QString& text : imported.campaign.labels) {
    const auto label = labelFromText(text);
    if (label && !labels.contains(*label) && labels.size() < kMostLabels) labels << *label;
  }
  if (labels == imported.campaign.labels) return;
  imported.campaign.labels = labels;
  imported.remarks << QStringLiteral(
      "Some labels were left out: a campaign has at most ten, without the signs \" , % > < !");
}

}  // namespace

Result<Route> CampaignExchange::routeNamed(const QString& kind, const QString& name) const {
  if (kind == u"group") {
    return m_groups.byName(name).map([&](const providers::ProviderGroup& group) {
      return Route{kind, group.id.value};
    });
  }
  return m_providers.byName(name).map([&](const providers::Provider& provider) {
    return Route{kind, provider.id.value};
  });
}

Result<QString> CampaignExchange::nameOf(const Route& route) const {
  if (route.kind == u"group") return m_groups.byId(GroupId{route.id}).map(&providers::ProviderGroup::name);
  return m_providers.byId(ProviderId{route.id}).map(&providers::Provider::name);
}

Result<> CampaignExchange::findRoute(const QJsonObject& json, ImportedCampaign& imported) const {
  Route& wanted = imported.campaign.route;
  if (wanted.isDefault()) return {};
  const QString name = json.value(kNameField).toString();
  auto route =
      name.isEmpty() ? nameOf(wanted).map([&](const QString&) { return wanted; }) : routeNamed(wanted.kind, name);
  if (!route && route.error().code != ErrorCode::NotFound) return fail(route.error());
  if (!route) {
    imported.remarks << QStringLiteral("There is no %1 “%2” here; the campaign uses the default.")
                            .arg(wanted.kind, name.isEmpty() ? QString::number(wanted.id) : name);
  }
  wanted = route.value_or(Route{});
  return {};
}

Result<> CampaignExchange::findSegment(ImportedCampaign& imported) const {
  Audience& audience = imported.campaign.audience;
  if (audience.kind != Audience::Kind::Saved) return {};
  auto saved = m_segments.find(audience.segmentName);
  if (saved) {
    audience = Audience::saved(saved->id, saved->name);
    return {};
  }
  if (saved.error().code != ErrorCode::NotFound) return fail(saved.error());
  const QString name = audience.segmentName;
  if (audience.segment.isEverybody()) {
    audience = Audience{};
    imported.remarks << QStringLiteral("There is no segment “%1” here; choose who receives it.").arg(name);
  } else {
    audience = Audience::rules(audience.segment);
    imported.remarks << QStringLiteral("There is no segment “%1” here; the campaign has its rules.").arg(name);
  }
  return {};
}

Result<QJsonObject> CampaignExchange::toJson(const Campaign& campaign) const {
  Campaign whole = campaign;
  if (whole.audience.kind == Audience::Kind::Saved && whole.audience.segment.isEverybody()) {
    auto saved = m_segments.byId(whole.audience.segmentId);
    if (!saved && saved.error().code != ErrorCode::NotFound) return fail(saved.error());
    if (saved) whole.audience.segment = saved->segment;
  }
  QJsonObject json = campaign::toJson(whole);
  if (whole.route.isDefault()) return json;
  auto name = nameOf(whole.route);
  if (!name && name.error().code != ErrorCode::NotFound) return fail(name.error());
  QJsonObject route = json.value(kRouteField).toObject();
  if (name) route.insert(kNameField, *name);
  json.insert(kRouteField, route);
  return json;
}

Result<ImportedCampaign> CampaignExchange::fromJson(const QByteArray& bytes) const {
  HELIOGRAPH_TRY(providers::checkAgainstSchema(bytes, QStringLiteral(":/schemas/campaign.schema.json")));
  auto campaign = campaignFromJson(bytes);
  if (!campaign) return fail(campaign.error());
  ImportedCampaign imported{std::move(*campaign), {}};
  const QJsonObject json = QJsonDocument::fromJson(bytes).object();
  HELIOGRAPH_TRY(findRoute(json.value(kRouteField).toObject(), imported));
  HELIOGRAPH_TRY(findSegment(imported));
  keepUsableLabels(imported);
  return imported;
}

}  // namespace heliograph::campaign
