// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/campaign_portable.h"

#include <QJsonDocument>

#include "campaign/campaign_json.h"
#include "providers/schema_check.h"

namespace heliograph::cli {
namespace {

using campaign::Audience;
using campaign::Campaign;
using campaign::Route;

const QString kRoute = QStringLiteral("route");
const QString kName = QStringLiteral("name");

Result<Route> routeNamed(const app::Workspace& workspace, const QString& kind, const QString& name) {
  if (kind == u"group") {
    return workspace.groups.byName(name).map([&](const providers::ProviderGroup& group) {
      return Route{kind, group.id.value};
    });
  }
  return workspace.providers.byName(name).map([&](const providers::Provider& provider) {
    return Route{kind, provider.id.value};
  });
}

Result<QString> nameOf(const app::Workspace& workspace, const Route& route) {
  if (route.kind == u"group") return workspace.groups.byId(GroupId{route.id}).map(&providers::ProviderGroup::name);
  return workspace.providers.byId(ProviderId{route.id}).map(&providers::Provider::name);
}

/// What the JSON means here: by name if it gives one, else by its number. Errors other than "not here" are handed on.
Result<> findRoute(const app::Workspace& workspace, const QJsonObject& json, ImportedCampaign& imported) {
  Route& wanted = imported.campaign.route;
  if (wanted.isDefault()) return {};
  const QString name = json.value(kName).toString();
  auto route = name.isEmpty() ? nameOf(workspace, wanted).map([&](const QString&) { return wanted; })
                              : routeNamed(workspace, wanted.kind, name);
  if (!route && route.error().code != ErrorCode::NotFound) return fail(route.error());
  if (!route) {
    imported.remarks << QStringLiteral("There is no %1 “%2” here; the campaign uses the default.")
                            .arg(wanted.kind, name.isEmpty() ? QString::number(wanted.id) : name);
  }
  wanted = route.value_or(Route{});
  return {};
}

Result<> findSegment(const app::Workspace& workspace, ImportedCampaign& imported) {
  Audience& audience = imported.campaign.audience;
  if (audience.kind != Audience::Kind::Saved) return {};
  auto saved = workspace.segments.find(audience.segmentName);
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

}  // namespace

Result<QJsonObject> portableJson(const app::Workspace& workspace, const Campaign& campaign) {
  Campaign whole = campaign;
  if (whole.audience.kind == Audience::Kind::Saved && whole.audience.segment.isEverybody()) {
    auto saved = workspace.segments.byId(whole.audience.segmentId);
    if (!saved && saved.error().code != ErrorCode::NotFound) return fail(saved.error());
    if (saved) whole.audience.segment = saved->segment;
  }
  QJsonObject json = campaign::toJson(whole);
  if (whole.route.isDefault()) return json;
  auto name = nameOf(workspace, whole.route);
  if (!name && name.error().code != ErrorCode::NotFound) return fail(name.error());
  QJsonObject route = json.value(kRoute).toObject();
  if (name) route.insert(kName, *name);
  json.insert(kRoute, route);
  return json;
}

Result<ImportedCampaign> fromPortableJson(const app::Workspace& workspace, const QByteArray& bytes) {
  HELIOGRAPH_TRY(providers::checkAgainstSchema(bytes, QStringLiteral(":/schemas/campaign.schema.json")));
  auto campaign = campaign::campaignFromJson(bytes);
  if (!campaign) return fail(campaign.error());
  ImportedCampaign imported{std::move(*campaign), {}};
  const QJsonObject json = QJsonDocument::fromJson(bytes).object();
  HELIOGRAPH_TRY(findRoute(workspace, json.value(kRoute).toObject(), imported));
  HELIOGRAPH_TRY(findSegment(workspace, imported));
  return imported;
}

}  // namespace heliograph::cli
