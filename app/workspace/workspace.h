// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "app/workspace/embedded_sandbox.h"
#include "audience/columns/segment_engine.h"
#include "audience/profile_import.h"
#include "audience/profile_repository.h"
#include "audience/property_repository.h"
#include "audience/reach_counter.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_exchange.h"
#include "campaign/campaign_labels.h"
#include "campaign/campaign_repository.h"
#include "campaign/saved_filters.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "delivery/check/everybody_check.h"
#include "delivery/check/publisher.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/http_thread.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/link_shortening.h"
#include "delivery/run/run_control.h"
#include "delivery/settling/settle.h"
#include "delivery/test_messages/linked_test.h"
#include "delivery/test_messages/test_send.h"
#include "library/coupon_repository.h"
#include "library/linked_source_repository.h"
#include "library/text_repository.h"
#include "net/chain_secret_store.h"
#include "net/memory_secret_store.h"
#include "providers/prices/price_repository.h"
#include "providers/routes/definition_catalog.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/route_resolver.h"
#include "providers/shorteners/shortener_repository.h"
#include "reports/report_repository.h"
#include "storage/database.h"

namespace heliograph::app {

/// How a workspace is opened.
struct WorkspaceOptions {
  bool create = true;  ///< make the file when there is none
};

/// An open workspace and all that works on it, each built once and handed down by reference. Members stand in the order
/// in which they need one another.
struct Workspace final {
  /// Errors: those of storage::Database::open().
  [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString& path,
                                                               const WorkspaceOptions& options = {});
  Workspace(std::unique_ptr<storage::Database> opened, providers::DefinitionCatalog catalog,
            providers::DefinitionCatalog shortenerCatalog);
  ~Workspace();
  Q_DISABLE_COPY_MOVE(Workspace)

  /// Lets sandbox providers that name no place of their own send to this workspace's sandbox. To be called before
  /// anything is sent, and on one thread.
  [[nodiscard]] Result<> prepareSandbox();
  /// Serves the sandbox in this program, or finds the program that does, as long as the workspace is open; after
  /// prepareSandbox(). Any thread.
  [[nodiscard]] Result<> startSandbox();
  /// Both (the first only if it was not done), if there is a sandbox provider that needs it.
  [[nodiscard]] Result<> startSandboxIfNeeded();

  SystemClock clock;
  std::unique_ptr<storage::Database> file;
  const storage::Database& database;
  EmbeddedSandbox sandbox;
  std::shared_ptr<net::MemorySecretStore> sessionSecrets;  ///< what a person typed for this run
  net::ChainSecretStore secrets;

  audience::ProfileRepository profiles;
  audience::PropertyRepository properties;
  audience::SegmentRepository segments;
  audience::SegmentEngine columns;
  audience::ReachCounter reach;
  audience::ProfileImport import;

  providers::DefinitionCatalog definitions;
  providers::ProviderRepository providers;
  providers::GroupRepository groups;
  providers::RouteResolver routes;
  providers::PriceRepository prices;
  providers::DefinitionCatalog shortenerKinds;
  providers::ShortenerRepository shorteners;

  library::SnippetRepository snippets;
  library::TemplateRepository templates;
  library::CouponRepository coupons;
  library::LinkedSourceRepository linked;

  campaign::CampaignRepository campaigns;
  campaign::CampaignLabels labels;
  campaign::CampaignExchange exchange;
  campaign::SavedFilters savedFilters;

  delivery::DeliveryContext context;
  delivery::Publisher publisher;
  delivery::EverybodyCheck everybody;
  delivery::RunRepository runs;
  delivery::RunControl runControl;
  delivery::HttpThread http;
  delivery::LinkShortening shortening;
  delivery::TestSend testSend;
  delivery::LinkedTest linkedTest;
  delivery::Settle settle;
  reports::ReportRepository reports;

  delivery::DeliveryService delivery;
  Background background;  ///< last, so that what runs in it ends before anything it uses

 private:
  bool m_sandboxPrepared = false;
};

}  // namespace heliograph::app
