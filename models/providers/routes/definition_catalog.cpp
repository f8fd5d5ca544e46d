// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/definition_catalog.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>

#include "core/logging.h"
#include "providers/generic/settings_definition.h"

namespace heliograph::providers {
namespace {

bool comesBefore(const ProviderDefinition& a, const ProviderDefinition& b) {
  if (a.forTesting != b.forTesting) return b.forTesting;
  return a.name.localeAwareCompare(b.name) < 0;
}

/// A field of an instance that stands for one of the definition's limits.
double limitSetting(const ProviderDefinition& definition, const Provider& provider, const QString& name,
                    double otherwise) {
  const SettingField* field = definition.field(name);
  const QString text = field ? provider.setting(*field) : QString();
  return text.isEmpty() ? otherwise : text.toDouble();
}

void applyLimits(ProviderDefinition& definition, const Provider& provider) {
  ProviderLimits& limits = definition.limits;
  limits.perSecond = limitSetting(definition, provider, QStringLiteral("max_per_second"), limits.perSecond);
  limits.inFlight =
      static_cast<int>(limitSetting(definition, provider, QStringLiteral("max_in_flight"), limits.inFlight));
  limits.maxParts = static_cast<int>(limitSetting(definition, provider, QStringLiteral("max_parts"), limits.maxParts));
  // More than the definition allows would be turned away.
  const double batch = limitSetting(definition, provider, QStringLiteral("max_batch"), definition.batch.most);
  definition.batch.most = std::clamp(static_cast<int>(batch), 1, std::max(1, definition.batch.most));
}

}  // namespace

Result<DefinitionCatalog> DefinitionCatalog::builtIn() {
  return ofFolder(QStringLiteral(":/providers"), &ProviderDefinition::parse);
}

QString DefinitionCatalog::ownFolder() {
  const QString named = qEnvironmentVariable("HELIOGRAPH_DEFINITIONS");
  return named.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                               QStringLiteral("/heliograph/definitions")
                         : named;
}

Result<DefinitionCatalog> DefinitionCatalog::withOwn() {
  auto catalog = builtIn();
  if (!catalog) return catalog;
  const QDir folder(ownFolder());
  for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
    QFile file(folder.filePath(name));
    auto definition = file.open(QIODevice::ReadOnly)
                          ? ProviderDefinition::parse(file.readAll())
                          : Result<ProviderDefinition>(fail(ErrorCode::Io, QStringLiteral("It can't be read.")));
    const auto added = definition ? catalog->add(std::move(*definition)) : Result<>(fail(definition.error()));
    if (!added) qCWarning(logProviders).noquote() << "left out" << name << "-" << added.error().message;
  }
  return catalog;
}

Result<DefinitionCatalog> DefinitionCatalog::builtInShorteners() {
  return ofFolder(QStringLiteral(":/shorteners"), &ProviderDefinition::parseShortener);
}

Result<DefinitionCatalog> DefinitionCatalog::ofFolder(const QString& path, Parse parse) {
  DefinitionCatalog catalog;
  const QDir folder(path);
  for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
      return fail(ErrorCode::Damaged,
                  QStringLiteral("The program is incomplete: a definition is missing. Install it again."), name);
    }
    auto definition = parse(file.readAll());
    if (!definition) {
      return fail(ErrorCode::Damaged,
                  QStringLiteral("The program is incomplete: a definition is broken. Install it again."),
                  name + QStringLiteral(": ") + definition.error().message);
    }
    HELIOGRAPH_TRY(catalog.add(std::move(*definition)));
  }
  return catalog;
}

Result<> DefinitionCatalog::add(ProviderDefinition definition) {
  if (find(definition.id)) {
    return fail(
        ErrorCode::Conflict,
        QStringLiteral("There is a kind of provider “%1” already. Give the definition another id.").arg(definition.id));
  }
  m_definitions.push_back(std::move(definition));
  std::stable_sort(m_definitions.begin(), m_definitions.end(), comesBefore);
  return {};
}

void DefinitionCatalog::setBaseUrl(const QString& id, const QString& url) {
  for (ProviderDefinition& each : m_definitions) {
    if (each.id == id) each.baseUrl = TextTemplate::literal(url);
  }
}

const ProviderDefinition* DefinitionCatalog::find(const QString& id) const {
  const auto found = std::find_if(m_definitions.begin(), m_definitions.end(),
                                  [&](const ProviderDefinition& each) { return each.id == id; });
  return found == m_definitions.end() ? nullptr : &*found;
}

Result<ProviderDefinition> DefinitionCatalog::definitionOf(const Provider& provider) const {
  const ProviderDefinition* kind = find(provider.type);
  if (!kind) {
    QStringList known;
    for (const ProviderDefinition& each : m_definitions) known.append(each.id);
    return fail(ErrorCode::NotFound, QStringLiteral("There is no kind of provider “%1”. There are: %2.")
                                         .arg(provider.type, known.join(QStringLiteral(", "))));
  }
  ProviderDefinition definition = *kind;
  if (kind->madeFromSettings) {
    MadeDefinition made = definitionFromSettings(*kind, provider);
    if (!made.errors.empty()) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("%1 “%2” can't be used: %3 Correct its settings.")
                                               .arg(kind->shortLinkLength > 0 ? QStringLiteral("The link shortener")
                                                                              : QStringLiteral("The provider"),
                                                    provider.name, made.errors.front().text));
    }
    definition = std::move(made.definition);
  }
  applyLimits(definition, provider);
  return definition;
}

}  // namespace heliograph::providers
