// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/start_facts.h"

#include <QCoreApplication>
#include <algorithm>

#include "audience/country_samples.h"
#include "audience/events/event_catalog.h"
#include "audience/profile_repository.h"
#include "audience/property_repository.h"
#include "campaign/campaign_repository.h"
#include "phone/country.h"
#include "providers/prices/price_repository.h"
#include "providers/prices/price_table.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::ui {

namespace {

QString factText(const char* text) {
  return QCoreApplication::translate("heliograph::ui", text);
}

QString aboutGroup(const providers::ProviderGroup& group, const std::vector<providers::Provider>& known) {
  QStringList names;
  for (const ProviderId member : group.members) {
    const auto found = std::find_if(known.begin(), known.end(), [member](const auto& one) { return one.id == member; });
    if (found != known.end() && !found->archived) names << found->name;
  }
  if (names.isEmpty())
    return factText(QT_TRANSLATE_NOOP("heliograph::ui", "Nobody in this group can send. Add a provider."));
  return factText(QT_TRANSLATE_NOOP("heliograph::ui",
                                    "Tried in this order: %1. The next one takes over when one refuses or can't be "
                                    "reached. A group holds at most ten."))
      .arg(names.join(factText(QT_TRANSLATE_NOOP("heliograph::ui", ", then "))));
}

QString aboutProvider(const providers::Provider& provider, const providers::DefinitionCatalog& catalog) {
  const auto* definition = catalog.find(provider.type);
  if (!definition) return {};
  if (definition->forTesting) {
    return factText(QT_TRANSLATE_NOOP("heliograph::ui",
                                      "For trying out: every message stays on this computer, and no phone gets it."));
  }
  return definition->name + QStringLiteral(": ") + definition->summary;
}

bool canAct(const Services& services) {
  const auto events = audience::EventCatalog(services.database, services.clock).list();
  if (events && !events->empty()) return true;
  const auto properties = audience::PropertyRepository(services.database, services.clock).list();
  return properties && std::any_of(properties->begin(), properties->end(), [](const audience::Property& property) {
           return property.type == audience::PropertyType::Date;
         });
}

}  // namespace

StartFacts startFacts(const Services& services, const providers::Route& chosen) {
  StartFacts facts;
  facts.contacts = services.profiles.count().value_or(0);
  facts.acts = canAct(services);
  const auto groups = services.groups.list();
  auto known = services.providers.list(true);
  if (!groups || !known) return facts;
  std::vector<providers::Provider> offered;
  std::copy_if(known->begin(), known->end(), std::back_inserter(offered), [&](const providers::Provider& provider) {
    return !provider.archived || (chosen.kind == QLatin1String("provider") && chosen.id == provider.id.value);
  });
  facts.routes = items::routeEntries(*groups, offered, services.clock.now());
  for (const auto& group : *groups) facts.about.insert(-group.id.value, aboutGroup(group, *known));
  for (const auto& provider : offered) {
    facts.about.insert(provider.id.value, aboutProvider(provider, services.definitions));
  }
  const auto campaigns = services.campaigns.list();
  if (!campaigns) return facts;
  for (const auto& campaign : *campaigns) facts.labels << campaign.labels;
  facts.labels.removeDuplicates();
  facts.labels.sort(Qt::CaseInsensitive);
  return facts;
}

QStringList countriesWithoutPrice(const Services& services, const providers::Route& route) {
  const auto resolved = services.routes.resolve(route);
  const auto prices = services.prices.list();
  const auto samples = audience::countrySamples(services.database);
  if (!resolved || !prices || !samples) return {};
  std::vector<providers::Tariff> tariffs;
  for (const auto& ready : resolved->ready) {
    if (!ready.definition.forTesting) tariffs.push_back(providers::Tariff::of(ready.provider.id, *prices));
  }
  QStringList missing;
  for (const audience::CountrySample& sample : *samples) {
    const auto priced = [number = sample.phone.toStdString(), country = sample.country.toStdString()](
                            const providers::Tariff& tariff) { return tariff.priceOf(number, country) != nullptr; };
    if (std::all_of(tariffs.begin(), tariffs.end(), priced)) continue;
    missing << (sample.country.isEmpty() ? factText(QT_TRANSLATE_NOOP("heliograph::ui", "numbers of no country"))
                                         : phone::countryName(sample.country));
  }
  return missing;
}

Result<> addSandbox(const Services& services) {
  HELIOGRAPH_TRY(services.startSandbox());
  const auto known = services.providers.list();
  if (!known) return fail(known.error());
  const auto& kinds = services.definitions.all();
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [](const auto& one) { return one.forTesting; });
  if (kind == kinds.end())
    return fail(ErrorCode::NotFound, factText(QT_TRANSLATE_NOOP("heliograph::ui", "There is no sandbox.")));
  for (const auto& provider : *known) {
    if (provider.type == kind->id) return {};
  }
  providers::Provider sandbox;
  sandbox.name = kind->name;
  sandbox.type = kind->id;
  const auto id = services.providers.create(sandbox);
  if (!id) return fail(id.error());
  const auto route = services.routes.defaultRoute();
  return route && !route->isDefault() ? Result<>() : services.providers.setDefault(*id);
}

}  // namespace heliograph::ui
