// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/campaign_checker.h"

#include <memory>
#include <utility>

#include "audience/profile_schema.h"
#include "campaign/campaign_check.h"
#include "campaign/campaign_snippets.h"
#include "campaign/event_use.h"
#include "core/logging.h"
#include "delivery/check/everybody_check.h"
#include "providers/routes/route_resolver.h"
#include "providers/shorteners/shortener_repository.h"

namespace heliograph::ui {

namespace {
/// Long enough to take in a change that comes in several, too short to be felt.
constexpr std::chrono::milliseconds kPause{40};
constexpr std::chrono::milliseconds kCheckRetry{5000};
}  // namespace

struct CampaignChecker::Facts {
  QStringList properties;
  bool hasDefaultRoute = true;
  campaign::Route route;
  std::optional<providers::AskedFields> asked;
  std::optional<message::Snippets> snippets;
  std::optional<message::CodesByPool> coupons;
  std::optional<std::vector<campaign::KnownSource>> linked;
  std::optional<std::vector<audience::EventType>> events;
  std::optional<std::vector<providers::Shortener>> shorteners;
  std::vector<campaign::KeptShortLink> shortLinks;
};

struct CampaignChecker::Count {
  campaign::Campaign campaign;
  Result<delivery::CheckReport> report;
  SharedLedger ledger;
};

/// Carries figures from the counting thread to the window's; whoever lets go of it last may do so on either.
class CountPost final : public QObject {
  Q_OBJECT
 public:
  using SoFar = std::shared_ptr<const CampaignChecker::SoFar>;
  [[nodiscard]] static std::shared_ptr<CountPost> make() {
    return {new CountPost, [](CountPost* post) { post->deleteLater(); }};
  }

 Q_SIGNALS:
  void arrived(const std::shared_ptr<const CampaignChecker::SoFar>& soFar);
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
      .run([&database = m_services.database, &routes = m_services.routes, &clock = m_services.clock,
            &linked = m_services.linked, &shorteners = m_services.shorteners, id = m_document.campaign().id,
            sendsBy = m_document.campaign().route] {
        Facts facts;
        facts.route = sendsBy;
        if (auto asked = routes.asked(sendsBy)) facts.asked = std::move(*asked);
        if (auto sources = campaign::knownSources(linked)) facts.linked = std::move(*sources);
        if (auto all = shorteners.list()) facts.shorteners = std::move(*all);
        if (auto made = campaign::ShortLinkRepository(database, clock).all(id)) facts.shortLinks = std::move(*made);
        if (const auto schema = audience::ProfileSchema::load(database)) facts.properties = (*schema)->fieldNames();
        if (auto snippets = campaign::librarySnippets(database, clock)) facts.snippets = std::move(*snippets);
        if (auto coupons = campaign::couponSamples(database, clock)) facts.coupons = std::move(*coupons);
        if (auto events = audience::EventCatalog(database, clock).list()) facts.events = std::move(*events);
        const auto route = routes.defaultRoute();
        facts.hasDefaultRoute = route && !route->isDefault();
        return facts;
      })
      .then(this, [this, read = ++m_reads](const Facts& facts) {
        if (read != m_reads) return;
        m_properties = facts.properties;
        m_hasDefaultRoute = facts.hasDefaultRoute;
        m_snippets = facts.snippets;
        m_coupons = facts.coupons;
        m_linked = facts.linked;
        m_shorteners = facts.shorteners;
        m_events = facts.events;
        m_asked = facts.asked;
        m_askedRoute = facts.route;
        m_shortLinks = facts.shortLinks;
        Q_EMIT factsChanged();
        begin();
      });
}

campaign::Campaign CampaignChecker::withShortLinks(campaign::Campaign draft) const {
  return campaign::withShortLinks(std::move(draft), shorteners(), m_shortLinks, m_services.clock);
}

std::optional<providers::AskedFields> CampaignChecker::asked() const {
  return m_askedRoute == m_document.campaign().route ? m_asked : std::nullopt;
}

message::LintContext CampaignChecker::lintContext() const {
  message::LintContext context{m_properties, m_snippets};
  if (m_coupons) context.coupons = campaign::poolNames(*m_coupons);
  context.event = campaign::readableEvent(m_document.campaign().audience, m_events);
  return context;
}

std::vector<message::MessageProblem> CampaignChecker::problemsOf(const QByteArray& copy) const {
  if (copy.isEmpty()) return {};
  auto problems = message::lintMessage(copy, lintContext());
  if (!m_linked) return problems;
  for (auto& one : campaign::lintLinked(copy, *m_linked, snippets())) problems.push_back(std::move(one));
  return problems;
}

/// What another route asks for is read anew, and what was asked before is out of force until then.
void CampaignChecker::noteChange(const ChangeEvent& event) {
  if (event.field == CampaignField::Route || event.field == CampaignField::Everything) {
    if (m_askedRoute != m_document.campaign().route) refresh();
  }
  begin();
}

void CampaignChecker::begin() {
  m_cancel.cancel();
  ++m_generation;
  m_current = false;
  m_soFar.reset();
  m_retried = false;
  m_problem.clear();
  checkDraft();
  Q_EMIT counting();
  m_timer.start(kPause);
}

void CampaignChecker::checkDraft() {
  campaign::CheckContext context{m_properties, m_hasDefaultRoute, m_services.clock.now()};
  context.snippets = m_snippets;
  context.coupons = lintContext().coupons;
  context.linked = m_linked;
  context.events = m_events;
  if (m_shorteners) {
    context.shorteners.emplace();
    for (const providers::Shortener& one : *m_shorteners) *context.shorteners << one.name;
  }
  campaign::Campaign draft = m_document.campaign();
  draft.asked = asked();
  m_issues = campaign::checkCampaign(draft, context);
  Q_EMIT issuesChanged();
}

void CampaignChecker::count() {
  m_cancel = CancelToken();
  const auto post = CountPost::make();
  connect(post.get(), &CountPost::arrived, this, [this, generation = m_generation](const CountPost::SoFar& soFar) {
    if (generation != m_generation || m_current) return;
    m_soFar = *soFar;
    Q_EMIT countedSome();
  });
  m_services.background
      .run([&everybody = m_services.everybody, campaign = m_document.campaign(), cancel = m_cancel, post] {
        auto ledger = std::make_shared<delivery::TextLedger>();
        auto report =
            everybody.check(campaign, *ledger, cancel, [&](const delivery::CheckReport& soFar, qint64 people) {
              Q_EMIT post->arrived(std::make_shared<const SoFar>(SoFar{soFar, people}));
            });
        return Count{campaign, std::move(report), std::move(ledger)};
      })
      .then(this, [this, generation = m_generation](const Count& count) { finish(generation, count); });
}

void CampaignChecker::finish(quint64 generation, const Count& count) {
  if (generation != m_generation) return;
  if (!count.report) return refuse(count.report.error());
  m_problem.clear();
  m_soFar.reset();
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

#include "campaign_checker.moc"
