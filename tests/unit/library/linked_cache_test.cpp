// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_cache.h"

#include <QElapsedTimer>
#include <QTest>

#include "library/linked_fetcher.h"
#include "library/linked_source_repository.h"
#include "storage/statement.h"
#include "support/linked_server.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::library;
using test::LinkedServer;

namespace {

LinkedOutcome outcomeWith(const QByteArray& body) {
  LinkedOutcome outcome;
  outcome.status = 200;
  outcome.content = LinkedContent::make({}, {200, {}, body, {}});
  return outcome;
}

std::shared_ptr<const ReadySource> sourceAt(const QString& url) {
  ReadySource ready;
  ready.source.name = QStringLiteral("Shop");
  ready.source.url = url;
  ready.source.allowPrivate = true;
  return std::make_shared<const ReadySource>(ready);
}

}  // namespace

class LinkedCacheTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anAnswerLastsFiveMinutes() {
    test::ManualClock clock;
    LinkedCache cache(clock);
    LinkedOutcome found;
    QCOMPARE(cache.look("a", found, this, {}), LinkedCache::Look::Yours);
    cache.give("a", outcomeWith("{}"));
    clock.advance(299);
    QCOMPARE(cache.look("a", found, this, {}), LinkedCache::Look::Found);
    QVERIFY(found.content != nullptr);
    clock.advance(1);
    QCOMPARE(cache.look("a", found, this, {}), LinkedCache::Look::Yours);
  }

  void aFailureIsNotKept() {
    test::ManualClock clock;
    LinkedCache cache(clock);
    LinkedOutcome found;
    (void)cache.look("a", found, this, {});
    LinkedOutcome failure;
    failure.failure = linked_failure::timeout;
    cache.give("a", failure);
    QCOMPARE(cache.look("a", found, this, {}), LinkedCache::Look::Yours);
  }

  void whoAsksMeanwhileHearsOfTheSameAnswer() {
    test::ManualClock clock;
    LinkedCache cache(clock);
    LinkedOutcome found;
    int heard = 0;
    (void)cache.look("a", found, this, {});
    QCOMPARE(cache.look("a", found, this, [&](const LinkedOutcome&) { ++heard; }), LinkedCache::Look::Wait);
    {
      QObject gone;
      QCOMPARE(cache.look("a", found, &gone, [&](const LinkedOutcome&) { ++heard; }), LinkedCache::Look::Wait);
    }
    cache.give("a", outcomeWith("{}"));
    QTRY_COMPARE(heard, 1);
  }

  void whatWasUsedLongestAgoGoesFirst() {
    test::ManualClock clock;
    LinkedCache cache(clock);
    LinkedOutcome found;
    const auto put = [&](int n) {
      const QByteArray key = QByteArray::number(n);
      (void)cache.look(key, found, this, {});
      cache.give(key, outcomeWith("{}"));
    };
    for (int n = 0; n < LinkedCache::mostEntries; ++n) put(n);
    QCOMPARE(cache.look("0", found, this, {}), LinkedCache::Look::Found);
    put(LinkedCache::mostEntries);
    QCOMPARE(cache.size(), LinkedCache::mostEntries);
    QCOMPARE(cache.look("0", found, this, {}), LinkedCache::Look::Found);
    QCOMPARE(cache.look("1", found, this, {}), LinkedCache::Look::Yours);
  }

  void aFetcherAsksOncePerAddressAndNoMoreThanItMay() {
    test::ManualClock clock;
    LinkedCache cache(clock);
    const LinkedServer server([](const QByteArray&) {
      auto act = LinkedServer::json("{}");
      act.delayMs = 50;
      return act;
    });
    LinkedFetchOptions options;
    options.atATime = 4;
    LinkedFetcher fetcher(cache, clock, options);
    const auto ready = sourceAt(server.url() + QStringLiteral("/{{n}}"));
    int answered = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 60; ++i) {
      fetcher.fetch(ready, {{QStringLiteral("n"), QString::number(i % 20)}}, this, [&](const LinkedOutcome& outcome) {
        QVERIFY(outcome.content != nullptr);
        ++answered;
      });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 60, 20000);
    QCOMPARE(server.targets().size(), 20);
    // Twenty questions of 50 ms each, four at a time.
    QVERIFY2(timer.elapsed() >= 250, qPrintable(QString::number(timer.elapsed())));
    clock.advance(300);
    fetcher.fetch(ready, {{QStringLiteral("n"), QStringLiteral("1")}}, this, [&](const LinkedOutcome&) { ++answered; });
    QTRY_COMPARE_WITH_TIMEOUT(answered, 61, 20000);
    QCOMPARE(server.targets().size(), 21);
  }

  void aFetcherThatEndsTellsThoseWhoWait() {
    test::ManualClock clock;
    LinkedCache cache(clock);
    const LinkedServer server([](const QByteArray&) {
      test::HostileAct act;
      act.kind = test::HostileAct::Kind::Stall;
      return act;
    });
    auto first = std::make_unique<LinkedFetcher>(cache, clock, LinkedFetchOptions{});
    LinkedFetcher second(cache, clock, {});
    const auto ready = sourceAt(server.url());
    QString failure;
    first->fetch(ready, {}, this, [](const LinkedOutcome&) { QFAIL("cancelled ones aren't told"); });
    second.fetch(ready, {}, this, [&](const LinkedOutcome& outcome) { failure = outcome.failure; });
    first.reset();
    QTRY_COMPARE(failure, QString(linked_failure::cancelled));
  }

  void theWorkspaceKeepsSourcesAndTheirLastAnswers() {
    test::WorkspaceFixture workspace;
    test::ManualClock clock;
    const LinkedSourceRepository sources(workspace.database(), clock);
    LinkedSource source = sourceAt(QStringLiteral("https://a.example/{{n}}"))->source;
    source.labels = {{QStringLiteral("a"), QStringLiteral("a")}};
    const auto id = sources.save(source);
    QVERIFY(id.has_value());
    QCOMPARE(sources.save(source).error().code, ErrorCode::Conflict);
    source.id = *id;
    LinkedSource renamed = source;
    renamed.name = QStringLiteral("Other");
    QCOMPARE(sources.save(renamed).error().code, ErrorCode::Conflict);
    source.url = QStringLiteral("https://b.example/");
    QVERIFY(sources.save(source).has_value());
    QCOMPARE(sources.byName(QStringLiteral("Shop"))->url, source.url);
    QVERIFY(!sources.lastAnswer(*id)->has_value());
    for (int n = 0; n < LinkedSourceRepository::mostAnswers + 5; ++n) {
      clock.advance(1);
      const LinkedAnswer answer{
          200, {{"X", "y"}, {"Set-Cookie", "c"}}, "{\"a\":" + QByteArray::number(n) + "}", clock.now()};
      QVERIFY(sources.keepAnswer(*id, {{QStringLiteral("n"), QString::number(n)}}, answer).has_value());
    }
    const auto last = *sources.lastAnswer(*id);
    QCOMPARE(last->body, QByteArray("{\"a\":24}"));
    QCOMPARE(last->headers.size(), 1);
    storage::Statement count(workspace.database(), QStringLiteral("SELECT COUNT(*) FROM linked_answer"));
    QVERIFY(count.next().value());
    QCOMPARE(count.integer(0), qint64(LinkedSourceRepository::mostAnswers));
    const auto root = sources.storedContent({QStringLiteral("Shop"), QStringLiteral("Nobody")});
    QVERIFY(root.has_value());
    QCOMPARE((*root)->value()->size(), 1U);
    QVERIFY(sources.remove(*id).has_value());
    QCOMPARE(sources.remove(*id).error().code, ErrorCode::NotFound);
    QCOMPARE(sources.byName(QStringLiteral("Shop")).error().code, ErrorCode::NotFound);
  }
};

QTEST_GUILESS_MAIN(LinkedCacheTest)
#include "linked_cache_test.moc"
