// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include "core/background.h"
#include "core/result.h"

using namespace heliograph;

class BackgroundTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void workRunsOnAnotherThreadAndGivesItsResult() {
    Background background;
    auto future = background.run(
        [caller = QThread::currentThread()]() -> Result<bool> { return QThread::currentThread() != caller; });
    const Result<bool> elsewhere = future.result();
    QVERIFY(elsewhere.has_value() && *elsewhere);
  }

  void destroyingItWaitsForWhatRuns() {
    std::atomic<bool> done{false};
    {
      Background background;
      (void)background.run([&] { done = true; });
    }
    QVERIFY(done);
  }

  void anAnswerReachesTheContextsThread() {
    Background background;
    QObject context;
    QThread* heardOn = nullptr;
    background.run([] { return 7; }).then(&context, [&](int answer) {
      QCOMPARE(answer, 7);
      heardOn = QThread::currentThread();
    });
    QTRY_COMPARE(heardOn, QThread::currentThread());
  }

  void anAnswerForSomebodyWhoIsGoneIsDropped() {
    bool heard = false;
    {
      Background background;
      auto context = std::make_unique<QObject>();
      QSemaphore go;
      background
          .run([&go] {
            go.acquire();
            return 7;
          })
          .then(context.get(), [&heard](int) { heard = true; });
      context.reset();
      go.release();
    }
    QCoreApplication::processEvents();
    QVERIFY(!heard);
  }

  void copiesOfACancelTokenSpeakOfTheSameWork() {
    CancelToken asked;
    const CancelToken working = asked;
    QVERIFY(!working.isCancelled());
    asked.cancel();
    QVERIFY(working.isCancelled());
  }
};

QTEST_GUILESS_MAIN(BackgroundTest)
#include "background_test.moc"
