// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/campaign_checker.h"

#include <utility>

#include "audience/profile_schema.h"
#include "campaign/campaign_check.h"
#include "campaign/campaign_snippets.h"
#include "core/logging.h"
#include "delivery/publisher.h"
#include "providers/route_resolver.h"

namespace heliograph::ui {

namespace {
/// Long enough for the next keystroke of somebody who types, short enough not to be felt.
constexpr std::chrono::milliseconds kPause{150};
constexpr std::chrono::milliseconds kCheckRetry{5000};
}  // namespace

struct CampaignChecker::Facts {
  QStringList properties;
  bool hasDefaultRoute = true;
  std::optional<message::Snippets> snippets;
};

struct CampaignChecker::Count {
  campaign::Campaign campaign;
  Result<delivery::CheckReport> report;
  SharedLedger ledger;
};

CampaignChecker::CampaignChecker(Services& services, CampaignDocument& document, QObject* parent)
    : QObject(parent), m_services(services), m_document(document) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &CampaignChecker::count);
  connect(&m_document, &CampaignDocument::changed, this, &CampaignChecker::noteChange);
}

CampaignChecker::~CampaignChecker() {
  m_cancel.cancel();
}

void CampaignChecker::refresh() {
  m_services.background
      .run([&database = m_services.database, &routes = m_services.routes, &clock = m_services.clock] {
        Facts facts;
        if (const auto schema = audience::ProfileSchema::load(database)) facts.properties = (*schema)->fieldNames();
        if (auto snippets = campaign::librarySnippets(database, clock)) facts.snippets = std::move(*snippets);
        const auto route = routes.defaultRoute();
        facts.hasDefaultRoute = route && !route->isDefault();
        return facts;
      })
      .then(this, [this](const Facts& facts) {
        m_properties = facts.properties;
        m_hasDefaultRoute = facts.hasDefaultRoute;
        m_snippets = facts.snippets;
        Q_EMIT factsChanged();
        noteChange();
      });
}

void CampaignChecker::noteChange() {
  m_cancel.cancel();
  ++m_generation;
  m_current = false;
  m_retried = false;
  m_problem.clear();
  checkDraft();
  Q_EMIT counting();
  m_timer.start(kPause);
}

void CampaignChecker::checkDraft() {
  m_issues = campaign::checkCampaign(m_document.campaign(),
                                     {m_properties, m_hasDefaultRoute, m_services.clock.now(), m_snippets});
  Q_EMIT issuesChanged();
}

void CampaignChecker::count() {
  m_cancel = CancelToken();
  m_services.background
      .run([&publisher = m_services.publisher, campaign = m_document.campaign(), cancel = m_cancel] {
        auto ledger = std::make_shared<delivery::TextLedger>();
        auto report = publisher.check(campaign, *ledger, cancel);
        return Count{campaign, std::move(report), std::move(ledger)};
      })
      .then(this, [this, generation = m_generation](const Count& count) { finish(generation, count); });
}

void CampaignChecker::finish(quint64 generation, const Count& count) {
  if (generation != m_generation) return;
  if (!count.report) return refuse(count.report.error());
  m_problem.clear();
  m_report = *count.report;
  m_ledger = count.ledger;
  m_counted = count.campaign;
  m_issues = m_report.issues;
  m_current = true;
  Q_EMIT issuesChanged();
  Q_EMIT counted();
}

void CampaignChecker::refuse(const Error& error) {
  qCWarning(logUi) << "people not counted:" << error.detail;
  m_problem = error.message;
  if (!std::exchange(m_retried, true)) m_timer.start(kCheckRetry);
  Q_EMIT failed();
}

}  // namespace heliograph::ui
