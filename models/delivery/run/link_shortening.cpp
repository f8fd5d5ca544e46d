// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/link_shortening.h"

#include <QElapsedTimer>
#include <QPromise>
#include <algorithm>
#include <memory>

#include "campaign/campaign_snippets.h"
#include "library/linked_request.h"
#include "message/sms_text.h"
#include "net/memory_secret_store.h"
#include "providers/shorteners/shortener_repository.h"
#include "providers/shorteners/shortener_secrets.h"

namespace heliograph::delivery {
namespace {

using campaign::ShortLink;
using providers::ReadyShortener;

constexpr qint64 kMostOfShortenersAnswer = 64 * 1024;

/// What a link takes of a text; some characters take two places.
int charactersOf(const QString& link) {
  return message::measureSms(link.toStdString()).units;
}

Result<net::HttpRequest> shorteningRequest(const ReadyShortener& ready, const QString& link,
                                           const ShorteningOptions& options) {
  auto request = providers::shorteningRequest(ready, link);
  if (!request) return request;
  request->deadline = options.deadline;
  request->transferTimeout = options.deadline;
  request->maxAnswerBytes = kMostOfShortenersAnswer;
  return request;
}

Result<QString> usableShortLink(const ReadyShortener& ready, const net::HttpOutcome& outcome, const QString& target,
                                const QDateTime& now) {
  auto link = providers::shortLinkIn(ready, outcome, target, now);
  if (link) HELIOGRAPH_TRY(campaign::checkShortLink(*link, ready.shortener));
  return link;
}

/// The links of one campaign, made one after the other. Lives as long as a request is under way.
class MakingLinks final : public std::enable_shared_from_this<MakingLinks> {
 public:
  using Done = std::function<void(const Result<MadeShortLinks>&)>;

  MakingLinks(const DeliveryContext& context, net::HttpClient& client, CampaignId campaign, ReadyShortener ready,
              std::vector<ShortLink> links, const ShorteningOptions& options, Done done)
      : m_context(context),
        m_client(client),
        m_kept(m_context.database, m_context.clock),
        m_campaign(campaign),
        m_ready(std::move(ready)),
        m_links(std::move(links)),
        m_options(options),
        m_done(std::move(done)) {}

  void next() {
    if (m_at == m_links.size()) return finish();
    const ShortLink& link = m_links[m_at];
    // Another window may have made it meanwhile, or another link of the message leads there, too.
    const auto kept = m_kept.made(m_campaign, m_ready.shortener, link.target);
    if (!kept) return m_done(fail(kept.error()));
    if (!kept->isEmpty()) {
      note(*kept);
      return next();
    }
    auto request = shorteningRequest(m_ready, link.target, m_options);
    if (!request) return m_done(fail(request.error()));
    m_client.send(std::move(*request), &m_client,
                  [self = shared_from_this()](const net::HttpOutcome& outcome) { self->take(outcome); });
  }

 private:
  void take(const net::HttpOutcome& outcome) {
    ShortLink& link = m_links[m_at];
    const auto made = usableShortLink(m_ready, outcome, link.target, m_context.clock.now());
    if (!made) return m_done(fail(made.error()));
    link.made = *made;
    if (const auto written = m_kept.keep(m_campaign, m_ready.shortener, link); !written) {
      return m_done(fail(written.error()));
    }
    ++m_made.asked;
    note(*made);
    next();
  }

  void note(const QString& made) {
    m_longest = std::max(m_longest, charactersOf(made));
    ++m_at;
  }

  void finish() {
    const int counted = m_ready.shortener.shortLength;
    if (m_longest > counted) {
      m_made.warning = QStringLiteral(
                           "“%1” made a short link of %2 characters, and %3 were counted. Texts and cost are counted "
                           "anew with what was made; look at them, then publish again.")
                           .arg(m_ready.shortener.name)
                           .arg(m_longest)
                           .arg(counted);
    }
    m_done(m_made);
  }

  DeliveryContext m_context;
  net::HttpClient& m_client;
  campaign::ShortLinkRepository m_kept;
  CampaignId m_campaign;
  ReadyShortener m_ready;
  std::vector<ShortLink> m_links;
  ShorteningOptions m_options;
  Done m_done;
  MadeShortLinks m_made;
  std::size_t m_at = 0;  ///< in m_links
  int m_longest = 0;
};

/// The links that have no short one yet.
std::vector<ShortLink> unmadeOf(std::vector<ShortLink> links) {
  std::erase_if(links, [](const ShortLink& link) { return !link.made.isEmpty(); });
  return links;
}

QByteArray withoutSecretsOf(const ReadyShortener& ready, QByteArray body) {
  library::LinkedSecrets secrets;
  for (auto one = ready.secrets.begin(); one != ready.secrets.end(); ++one) secrets.values.insert(one.key(), *one);
  return library::withoutSecrets(std::move(body), secrets);
}

ShortenerAnswer answerOf(const ReadyShortener& ready, const net::HttpOutcome& outcome, const QDateTime& now) {
  ShortenerAnswer answer;
  answer.status = outcome.answer.status;
  answer.body = withoutSecretsOf(ready, outcome.answer.body);
  const auto link = usableShortLink(ready, outcome, LinkShortening::testAddress(), now);
  if (!link) {
    answer.problem = link.error().message;
    return answer;
  }
  answer.link = *link;
  answer.characters = charactersOf(*link);
  return answer;
}

template <class T>
using SharedPromise = std::shared_ptr<QPromise<Result<T>>>;

template <class T>
SharedPromise<T> startedPromise() {
  auto promise = std::make_shared<QPromise<Result<T>>>();
  promise->start();
  return promise;
}

template <class T>
void endPromise(const SharedPromise<T>& promise, Result<T> result) {
  promise->addResult(std::move(result));
  promise->finish();
}

}  // namespace

QString LinkShortening::testAddress() {
  return QStringLiteral("https://example.com/heliograph-test?utm_source=sms");
}

QFuture<Result<MadeShortLinks>> LinkShortening::make(const campaign::Campaign& campaign) const {
  const auto promise = startedPromise<MadeShortLinks>();
  m_http.post([self = *this, campaign, promise](net::HttpClient& client) {
    self.makeOn(client, campaign, [promise](const Result<MadeShortLinks>& made) { endPromise(promise, made); });
  });
  return promise->future();
}

void LinkShortening::makeOn(net::HttpClient& client, const campaign::Campaign& campaign,
                            std::function<void(const Result<MadeShortLinks>&)> done) const {
  const auto whole = campaign::withLibrary(m_context.database, m_context.clock, campaign);
  if (!whole) return done(fail(whole.error()));
  const auto needed = campaign::linksToShorten(*whole, m_context.clock);
  if (!needed) return done(fail(needed.error()));
  if (needed->empty()) return done(MadeShortLinks{});
  const auto by =
      providers::ShortenerRepository(m_context.database, m_context.clock).byName(campaign.textRules.links.shortener);
  if (!by) return done(fail(by.error()));
  auto links = campaign::ShortLinkRepository(m_context.database, m_context.clock).of(*whole, *by);
  if (!links) return done(fail(links.error()));
  auto missing = unmadeOf(std::move(*links));
  if (missing.empty()) return done(MadeShortLinks{});
  auto ready = providers::readyShortener(*by, m_kinds, m_context.secrets);
  if (!ready) return done(fail(ready.error()));
  std::make_shared<MakingLinks>(m_context, client, campaign.id, std::move(*ready), std::move(missing), m_options,
                                std::move(done))
      ->next();
}

/// Secrets that are kept go only where they were entered for: neither to another address nor to another shortener that
/// was given the same name.
Result<ReadyShortener> LinkShortening::readyForTest(const ShortenerTrial& trial) const {
  const auto saved = providers::ShortenerRepository(m_context.database, m_context.clock).byName(trial.shortener.name);
  if (!saved && saved.error().code != ErrorCode::NotFound) return fail(saved.error());
  if (saved && providers::sharesSecrets(*saved, trial.shortener)) {
    return providers::readyShortener(trial.shortener, m_kinds, m_context.secrets, trial.secrets);
  }
  const net::MemorySecretStore none;
  auto ready = providers::readyShortener(trial.shortener, m_kinds, none, trial.secrets);
  if (!ready && saved && ready.error().code == ErrorCode::Credentials) {
    ready.error().message += QLatin1Char(' ') + providers::secretsAskedAgain();
  }
  return ready;
}

QFuture<Result<ShortenerAnswer>> LinkShortening::test(const ShortenerTrial& trial) const {
  const auto promise = startedPromise<ShortenerAnswer>();
  m_http.post([self = *this, trial, promise](net::HttpClient& client) {
    const auto errors = providers::checkShortener(trial.shortener, self.m_kinds);
    if (!errors.empty()) {
      return endPromise<ShortenerAnswer>(promise, fail(ErrorCode::InvalidInput, errors.front().text));
    }
    auto ready = self.readyForTest(trial);
    if (!ready) return endPromise<ShortenerAnswer>(promise, fail(ready.error()));
    auto request = shorteningRequest(*ready, testAddress(), self.m_options);
    if (!request) return endPromise<ShortenerAnswer>(promise, fail(request.error()));
    QElapsedTimer timer;
    timer.start();
    client.send(std::move(*request), &client,
                [ready = *ready, now = self.m_context.clock.now(), timer, promise](const net::HttpOutcome& outcome) {
                  ShortenerAnswer answer = answerOf(ready, outcome, now);
                  answer.milliseconds = timer.elapsed();
                  endPromise<ShortenerAnswer>(promise, std::move(answer));
                });
  });
  return promise->future();
}

}  // namespace heliograph::delivery
