// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <functional>

#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"

class QSettings;

namespace heliograph {
namespace storage {
class Database;
}
namespace net {
class SecretStore;
}
namespace audience {
class ProfileImport;
class ProfileRepository;
class ReachCounter;
class SegmentEngine;
class SegmentRepository;
}  // namespace audience
namespace providers {
class DefinitionCatalog;
class GroupRepository;
class PriceRepository;
class ProviderRepository;
class RouteResolver;
class ShortenerRepository;
}  // namespace providers
namespace library {
class CouponRepository;
class LinkedSourceRepository;
class SnippetRepository;
class TemplateRepository;
}  // namespace library
namespace campaign {
class CampaignExchange;
class CampaignLabels;
class CampaignRepository;
class SavedFilters;
}  // namespace campaign
namespace delivery {
class DeliveryService;
class EverybodyCheck;
class HttpThread;
class LinkShortening;
class LinkedTest;
class Publisher;
class RunControl;
class Settle;
class TestSend;
}  // namespace delivery
namespace reports {
class ReportRepository;
}
}  // namespace heliograph

namespace heliograph::ui {

class Theme;

/// Everything a page may ask for; made by app/, handed down by reference. Pages use it in their .cpp files, and what
/// reads or writes files only inside `background`. Work there takes what it needs of it by value: it may outlive this.
struct Services {
  Background& background;
  const Clock& clock;
  const storage::Database& database;
  Theme& theme;

  const audience::ProfileRepository& profiles;
  const audience::SegmentRepository& segments;
  audience::SegmentEngine& columns;  ///< counts while somebody types
  const audience::ReachCounter& reach;
  const audience::ProfileImport& import;

  const providers::DefinitionCatalog& definitions;
  const providers::ProviderRepository& providers;
  const providers::GroupRepository& groups;
  const providers::RouteResolver& routes;
  const providers::PriceRepository& prices;
  const providers::DefinitionCatalog& shortenerKinds;
  const providers::ShortenerRepository& shorteners;
  net::SecretStore& secrets;
  net::SecretStore& secretsForNow;         ///< forgotten when the window is closed; `secrets` reads it, too
  QString sandboxRecord;                   ///< file with what the sandbox received
  std::function<Result<>()> startSandbox;  ///< serves the sandbox from now on, if nobody does yet

  const library::SnippetRepository& snippets;
  const library::TemplateRepository& templates;
  const library::CouponRepository& coupons;
  const library::LinkedSourceRepository& linked;

  const campaign::CampaignRepository& campaigns;
  const campaign::CampaignLabels& labels;
  const campaign::CampaignExchange& exchange;
  const campaign::SavedFilters& savedFilters;

  const delivery::Publisher& publisher;
  delivery::EverybodyCheck& everybody;
  const delivery::RunControl& runs;
  const delivery::LinkShortening& shortening;
  const delivery::TestSend& testSend;
  const delivery::LinkedTest& linkedTest;
  const delivery::Settle& settle;
  delivery::HttpThread& http;
  delivery::DeliveryService& delivery;
  const reports::ReportRepository& reports;

  QSettings* settings = nullptr;              ///< what the window keeps between two runs; for the GUI thread only
  bool messageAsSource = false;               ///< the message is written as source; remembered from page to page
  std::chrono::milliseconds countdown{5000};  ///< between the last confirmation and publishing; tests shorten it
};

}  // namespace heliograph::ui
