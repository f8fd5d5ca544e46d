// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/link_checker.h"

#include <QPointer>
#include <QPromise>
#include <memory>

#include "campaign/link_checks.h"
#include "delivery/http_thread.h"
#include "message/link_finder.h"

namespace heliograph::delivery {
namespace {

using End = net::GuardedOutcome::End;

constexpr qint64 kMostOfAPage = 64 * 1024;

QString siteOf(const QUrl& url) {
  const QString host = url.host().toLower();
  return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

/// The same site, one below the other, or siblings of one name ("shop.nova.example", "nova.example").
bool isSameSite(const QUrl& one, const QUrl& other) {
  const QString left = siteOf(one);
  const QString right = siteOf(other);
  return left == right || left.endsWith(QLatin1Char('.') + right) || right.endsWith(QLatin1Char('.') + left);
}

bool isStatusOfRobots(int status) {
  // Sites that keep programs out answer people all the same.
  return status == 401 || status == 403 || status == 405 || status == 429 || status == 503;
}

struct FindingWords {
  QLatin1String code;
  QString text;
};

FindingWords wordsOfAnswer(const QString& link, const net::GuardedOutcome& outcome) {
  const int status = outcome.answer.status;
  if (status >= 300 && status < 400) {
    return {QLatin1String("dead"), QStringLiteral("“%1” is passed on without an end. Correct it.").arg(link)};
  }
  if (isStatusOfRobots(status)) {
    return {QLatin1String("fine"),
            QStringLiteral("There is a server that doesn't answer programs (status %1). Open it on a phone to "
                           "be sure.")
                .arg(status)};
  }
  if (status >= 400) {
    return {QLatin1String("dead"),
            QStringLiteral("“%1” is dead: the server answers with status %2. Correct it.").arg(link).arg(status)};
  }
  if (!isSameSite(message::addressOfLink(link), outcome.url)) {
    return {
        QLatin1String("redirects"),
        QStringLiteral("“%1” leads on to another site: %2. Make sure that it is yours.").arg(link, outcome.url.host())};
  }
  return {QLatin1String("fine"), QStringLiteral("It answers.")};
}

FindingWords wordsOf(const QString& link, const net::GuardedOutcome& outcome) {
  switch (outcome.end) {
    case End::Answered:
    case End::TooLarge:
      return wordsOfAnswer(link, outcome);
    case End::BadUrl:
      return {QLatin1String("dead"), QStringLiteral("“%1” is no address of a web page. Correct it.").arg(link)};
    case End::RefusedAddress:
      return {QLatin1String("private"),
              QStringLiteral("“%1” leads into a private network, which phones don't reach. Use the public "
                             "address.")
                  .arg(link)};
    case End::Timeout:
      return {QLatin1String("timeout"), QStringLiteral("“%1” doesn't answer within 5 seconds.").arg(link)};
    case End::Unreachable:
      return {QLatin1String("unreachable"),
              QStringLiteral("“%1” can't be reached: there is no such server, or it refuses the "
                             "connection. Correct it.")
                  .arg(link)};
    case End::Cancelled:
      break;
  }
  return {QLatin1String("unreachable"), QStringLiteral("The check of “%1” was stopped.").arg(link)};
}

}  // namespace

struct LinkChecker::Round {
  QPointer<QObject> context;
  Callback callback;
  std::vector<LinkFinding> findings;
  std::size_t open = 0;

  void finish() const {
    if (context != nullptr) callback(findings);
  }
};

LinkChecker::LinkChecker(net::HttpClient& client, net::NameResolver& resolver, const Clock& clock, bool allowPrivate,
                         QObject* parent)
    : QObject(parent), m_fetcher(client, resolver), m_clock(clock), m_allowPrivate(allowPrivate) {}

LinkFinding LinkChecker::findingOf(const QString& link, const net::GuardedOutcome& outcome) const {
  const FindingWords words = wordsOf(link, outcome);
  LinkFinding finding{link, QLatin1String(words.code) == QLatin1String("fine"), words.code, words.text, m_clock.now()};
  // A live link may still be one that shouldn't be sent.
  const auto fault = campaign::linkFault(link);
  if (finding.isFine && fault) {
    finding.isFine = false;
    finding.code = fault->code;
    finding.text = fault->text;
  }
  return finding;
}

void LinkChecker::check(const QStringList& links, QObject* context, Callback callback) {
  auto round = std::make_shared<Round>();
  round->context = context;
  round->callback = std::move(callback);
  round->findings.resize(static_cast<std::size_t>(links.size()));
  round->open = round->findings.size();
  if (links.isEmpty()) {
    QMetaObject::invokeMethod(
        this, [round] { round->finish(); }, Qt::QueuedConnection);
    return;
  }
  for (qsizetype i = 0; i < links.size(); ++i) {
    net::GuardedRequest request;
    request.url = message::addressOfLink(links[i]);
    request.url.setFragment(QString());
    request.allowPrivate = m_allowPrivate;
    request.maxAnswerBytes = kMostOfAPage;
    m_fetcher.fetch(std::move(request), this, [this, round, i, link = links[i]](const net::GuardedOutcome& outcome) {
      round->findings[static_cast<std::size_t>(i)] = findingOf(link, outcome);
      if (--round->open == 0) round->finish();
    });
  }
}

QFuture<std::vector<LinkFinding>> askForLinks(HttpThread& http, const Clock& clock, const QStringList& links,
                                              bool allowPrivate) {
  auto promise = std::make_shared<QPromise<std::vector<LinkFinding>>>();
  promise->start();
  http.post([&clock, links, allowPrivate, promise](net::HttpClient& client) {
    auto resolver = std::make_shared<net::SystemNameResolver>();
    auto* checker = new LinkChecker(client, *resolver, clock, allowPrivate, &client);
    checker->check(links, &client, [checker, resolver, promise](const std::vector<LinkFinding>& findings) {
      promise->addResult(findings);
      promise->finish();
      // The resolver has to outlive it.
      QObject::connect(checker, &QObject::destroyed, checker, [resolver] {});
      checker->deleteLater();
    });
  });
  return promise->future();
}

}  // namespace heliograph::delivery
