// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include <algorithm>

namespace heliograph::app {
namespace {

const QString kSandboxType = QStringLiteral("sandbox");
/// So that what is short (the next person on the phone) needn't wait for two that are long (counting a million).
constexpr int kBackgroundThreads = 4;

}  // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& path, const WorkspaceOptions& options) {
  auto database = storage::Database::open(path, {.create = options.create});
  if (!database) return fail(database.error());
  auto catalog = providers::DefinitionCatalog::withOwn();
  if (!catalog) return fail(catalog.error());
  auto shorteners = providers::DefinitionCatalog::builtInShorteners();
  if (!shorteners) return fail(shorteners.error());
  return std::make_unique<Workspace>(std::move(*database), std::move(*catalog), std::move(*shorteners));
}

Workspace::Workspace(std::unique_ptr<storage::Database> opened, providers::DefinitionCatalog catalog,
                     providers::DefinitionCatalog shortenerCatalog)
    : file(std::move(opened)),
      database(*file),
      sandbox(database),
      sessionSecrets(std::make_shared<net::MemorySecretStore>()),
      secrets(net::ChainSecretStore::standard(sessionSecrets)),
      profiles(database, clock),
      properties(database, clock),
      segments(database, clock),
      columns(database),
      reach(database, clock, &columns),
      import(database, clock),
      definitions(std::move(catalog)),
      providers(database, definitions, clock),
      groups(database, clock),
      routes(providers, groups, definitions, secrets),
      prices(database),
      shortenerKinds(std::move(shortenerCatalog)),
      shorteners(database, clock),
      snippets(database, clock),
      templates(database, clock),
      coupons(database, clock),
      linked(database, clock),
      campaigns(database, clock),
      labels(database, clock),
      exchange(providers, groups, segments),
      savedFilters(database, clock),
      context{database, clock, definitions, secrets},
      publisher(database, clock, routes, &columns),
      everybody(database, publisher, &columns),
      runs(database, clock),
      runControl(database, clock),
      shortening(context, shortenerKinds, http),
      testSend(context, http, &shortening),
      linkedTest(context, http),
      settle(context, http),
      reports(database),
      delivery(context),
      background(kBackgroundThreads) {}

Workspace::~Workspace() = default;

Result<> Workspace::startSandboxIfNeeded() {
  auto all = providers.list();
  if (!all) return fail(all.error());
  const bool needed = std::any_of(all->begin(), all->end(), [](const providers::Provider& one) {
    return one.type == kSandboxType && one.baseUrl.isEmpty();
  });
  if (!needed) return {};
  HELIOGRAPH_TRY(prepareSandbox());
  return startSandbox();
}

Result<> Workspace::prepareSandbox() {
  if (m_sandboxPrepared) return {};
  auto url = sandbox.baseUrl();
  if (!url) return fail(url.error());
  definitions.setBaseUrl(kSandboxType, *url);
  m_sandboxPrepared = true;
  return {};
}

Result<> Workspace::startSandbox() {
  return sandbox.start();
}

}  // namespace heliograph::app
