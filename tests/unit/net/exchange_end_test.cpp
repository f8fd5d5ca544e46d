// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange_end.h"

#include <QTest>

using heliograph::net::ExchangeEnd;
using heliograph::net::HttpOutcome;

/// A request of 98 bytes was sent, and its answer announced 137.
class ExchangeEndTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsKnownOfAnAnswerInTime_data() {
    QTest::addColumn<ExchangeEnd::Cut>("cut");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<HttpOutcome::Kind>("kind");
    QTest::newRow("whole in time") << ExchangeEnd::Cut::None << 201 << qint64(137) << HttpOutcome::Answered;
    QTest::newRow("whole as the time ran out")
        << ExchangeEnd::Cut::Deadline << 201 << qint64(137) << HttpOutcome::Answered;
    QTest::newRow("whole, then silence") << ExchangeEnd::Cut::Silence << 201 << qint64(137) << HttpOutcome::Answered;
    QTest::newRow("half as the time ran out")
        << ExchangeEnd::Cut::Deadline << 201 << qint64(100) << HttpOutcome::Unclear;
    QTest::newRow("nothing as the time ran out")
        << ExchangeEnd::Cut::Deadline << 0 << qint64(0) << HttpOutcome::Unclear;
    QTest::newRow("not final as the time ran out")
        << ExchangeEnd::Cut::Deadline << 100 << qint64(137) << HttpOutcome::Unclear;
    QTest::newRow("called off") << ExchangeEnd::Cut::Cancelled << 201 << qint64(137) << HttpOutcome::Unclear;
    QTest::newRow("more than is read") << ExchangeEnd::Cut::TooLong << 201 << qint64(137) << HttpOutcome::Unclear;
  }
  void whatIsKnownOfAnAnswerInTime() {
    QFETCH(ExchangeEnd::Cut, cut);
    QFETCH(int, status);
    QFETCH(qint64, received);
    ExchangeEnd end;
    end.cut = cut;
    end.error = cut == ExchangeEnd::Cut::None ? QNetworkReply::NoError : QNetworkReply::OperationCanceledError;
    end.status = status;
    end.contentLength = 137;
    end.received = received;
    end.bodySize = end.bodyTaken = 98;
    end.requestSent = true;
    QTEST(heliograph::net::kindOf(end), "kind");
  }
};

QTEST_MAIN(ExchangeEndTest)
#include "exchange_end_test.moc"
