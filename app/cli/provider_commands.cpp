// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/provider_commands.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "app/cli/call.h"
#include "app/cli/provider_secret_input.h"
#include "app/cli/provider_verification.h"

namespace heliograph::cli {
namespace {

using providers::Provider;
using providers::SettingField;

const QString kSecrets = QStringLiteral("secrets");

QJsonObject fieldJson(const SettingField& field) {
  return {{QStringLiteral("name"), field.name},         {QStringLiteral("label"), field.label},
          {QStringLiteral("help"), field.help},         {QStringLiteral("secret"), field.secret},
          {QStringLiteral("required"), field.required}, {QStringLiteral("default"), field.defaultValue}};
}

Result<> types(Call& call) {
  auto catalog = providers::DefinitionCatalog::withOwn();
  if (!catalog) return fail(catalog.error());
  QList<QStringList> rows{{QStringLiteral("Type"), QStringLiteral("Name"), QStringLiteral("What it is")}};
  for (const providers::ProviderDefinition& one : catalog->all()) {
    QJsonArray fields;
    for (const SettingField& field : one.settings) fields.append(fieldJson(field));
    call.console().item({{QStringLiteral("type"), one.id},
                         {QStringLiteral("name"), one.name},
                         {QStringLiteral("summary"), one.summary},
                         {QStringLiteral("settings"), fields}});
    rows << QStringList{one.id, one.name, one.summary};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

QJsonObject providerJson(const Provider& provider) {
  QJsonObject json = providers::providerToJson(provider);
  json.insert(QStringLiteral("id"), provider.id.value);
  json.insert(QStringLiteral("default"), provider.isDefault);
  json.insert(QStringLiteral("verified_at"), provider.health.verifiedAt.toString(Qt::ISODate));
  json.insert(QStringLiteral("last_accepted_at"), provider.health.lastAcceptedAt.toString(Qt::ISODate));
  json.insert(QStringLiteral("last_problem"), provider.health.lastProblem);
  return json;
}

Result<> listProviders(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto all = (*workspace)->providers.list();
  if (!all) return fail(all.error());
  QList<QStringList> rows{
      {QStringLiteral("Name"), QStringLiteral("Type"), QStringLiteral("Default"), QStringLiteral("Last problem")}};
  for (const Provider& one : *all) {
    call.console().item(providerJson(one));
    rows << QStringList{one.name, one.type, one.isDefault ? QStringLiteral("yes") : QString(), one.health.lastProblem};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

/// The first provider of a workspace is its default, so that campaigns have a way out.
Result<bool> makeDefaultIfFirst(const app::Workspace& workspace, ProviderId id) {
  auto route = workspace.routes.defaultRoute();
  if (!route) return fail(route.error());
  if (!route->isDefault()) return false;
  HELIOGRAPH_TRY(workspace.providers.setDefault(id));
  return true;
}

Result<> addProvider(Call& call) {
  const bool secretsFromInput = call.isSet(kSecrets);
  if (secretsFromInput && (call.value(kSecrets) != u"-" || call.argument(0) == u"-")) {
    return call.wrongUsage(
        QStringLiteral("Secrets come from standard input only (--secrets -), the provider from a file."));
  }
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  auto provider = providers::providerFromJson(*bytes);
  if (!provider) return fail(provider.error());
  auto secrets = secretsFromInput ? readSecretInput(call.console()) : Result<SecretInput>(SecretInput());
  if (!secrets) return fail(secrets.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  auto id = (*workspace)->providers.create(*provider);
  if (!id) return fail(id.error());
  if (auto kept = keepSecrets(**workspace, *provider, *secrets); !kept) {
    // Without its secrets it could not send; the person can try again as if nothing had been done.
    (void)(*workspace)->providers.remove(*id);
    return fail(kept.error());
  }
  auto isDefault = makeDefaultIfFirst(**workspace, *id);
  if (!isDefault) return fail(isDefault.error());
  call.console().answer(
      {{QStringLiteral("id"), id->value},
       {QStringLiteral("name"), provider->name},
       {QStringLiteral("default"), *isDefault}},
      QStringLiteral("Added “%1”%2.").arg(provider->name, *isDefault ? QStringLiteral(", the default") : QString()));
  return {};
}

Result<Provider> named(Call& call, const app::Workspace& workspace) {
  return workspace.providers.byName(call.argument(0));
}

Result<> removeProvider(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto provider = named(call, **workspace);
  if (!provider) return fail(provider.error());
  HELIOGRAPH_TRY((*workspace)->providers.remove(provider->id));
  forgetSecrets(**workspace, *provider);
  call.console().answer(
      {{QStringLiteral("name"), provider->name}, {QStringLiteral("state"), QStringLiteral("removed")}},
      QStringLiteral("Removed “%1”.").arg(provider->name));
  return {};
}

Result<> makeDefault(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto provider = named(call, **workspace);
  if (!provider) return fail(provider.error());
  HELIOGRAPH_TRY((*workspace)->providers.setDefault(provider->id));
  call.console().answer({{QStringLiteral("name"), provider->name}, {QStringLiteral("default"), true}},
                        QStringLiteral("“%1” is the default now.").arg(provider->name));
  return {};
}

Result<> verify(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto provider = named(call, **workspace);
  if (!provider) return fail(provider.error());
  HELIOGRAPH_TRY((*workspace)->startSandboxIfNeeded());
  auto verdict = verifyProvider(**workspace, *provider);
  if (!verdict) return fail(verdict.error());
  using Outcome = providers::AccountVerdict::Outcome;
  const bool good = verdict->outcome == Outcome::Good;
  const QString said = QStringLiteral("%1 %2").arg(verdict->words, verdict->hint).trimmed();
  call.console().item({{QStringLiteral("verified"), good},
                       {QStringLiteral("code"), verdict->code},
                       {QStringLiteral("answer"), verdict->words},
                       {QStringLiteral("hint"), verdict->hint},
                       {QStringLiteral("balance"), verdict->balance}});
  if (good) {
    if (!call.console().isJson())
      call.console().line(QStringLiteral("“%1”: the account is good. %2").arg(provider->name, said));
    return {};
  }
  if (verdict->outcome == Outcome::Rejected) {
    return fail(ErrorCode::Credentials, QStringLiteral("“%1” rejected the account: %2").arg(provider->name, said));
  }
  return fail(ErrorCode::Network, QStringLiteral("“%1” gave no clear answer: %2").arg(provider->name, said));
}

}  // namespace

std::vector<Command> providerCommands() {
  const QString name = QStringLiteral("NAME");
  return {
      {QStringLiteral("provider types"), {}, QStringLiteral("Lists the kinds of provider."), 0, 0, {}, types},
      {QStringLiteral("provider list"), {}, QStringLiteral("Lists the providers."), 0, 0, {}, listProviders},
      {QStringLiteral("provider add"),
       QStringLiteral("FILE.json"),
       QStringLiteral("Adds a provider."),
       1,
       1,
       {valueOption(kSecrets, QStringLiteral("-"), QStringLiteral("Reads its secrets from standard input, JSON."))},
       addProvider},
      {QStringLiteral("provider remove"),
       name,
       QStringLiteral("Removes a provider and its secrets."),
       1,
       1,
       {},
       removeProvider},
      {QStringLiteral("provider default"),
       name,
       QStringLiteral("Makes a provider the default."),
       1,
       1,
       {},
       makeDefault},
      {QStringLiteral("provider verify"),
       name,
       QStringLiteral("Asks a provider whether the account is good."),
       1,
       1,
       {},
       verify},
  };
}

}  // namespace heliograph::cli
