// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/reason_text.h"

#include <QTest>

#include "audience/reachability.h"
#include "delivery/outbox/row_state.h"
#include "delivery/outbox/run.h"

using namespace heliograph;
using namespace heliograph::delivery;

class ReasonTextTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyCodeHasASentence_data() {
    QTest::addColumn<QString>("code");
    for (const QLatin1String code :
         {reason::campaignStopped, reason::personDeleted, reason::unsubscribed, reason::optedOut, reason::badNumber,
          reason::refusedByProvider, reason::noProvider, reason::noClearAnswer, reason::interrupted,
          reason::settledSent, reason::foundAtProvider}) {
      QTest::newRow(code.data()) << QString(code);
    }
    using audience::Reachability;
    for (const auto one : {Reachability::Unsubscribed, Reachability::NoPhone, Reachability::InvalidPhone,
                           Reachability::DuplicatePhone}) {
      QTest::newRow(qPrintable(audience::reachabilityCode(one))) << audience::reachabilityCode(one);
    }
    for (const char* code :
         {"render_failed", "aborted", "empty_text", "too_long", "empty_value", "template_mismatch"}) {
      QTest::newRow(code) << QString(QLatin1String(code));
    }
  }
  void everyCodeHasASentence() {
    QFETCH(QString, code);
    QVERIFY(reasonText(code) != code);
    QVERIFY(reasonText(code).endsWith(u'.'));
    QVERIFY(reasonLabel(code) != code);
    QVERIFY(!reasonLabel(code).endsWith(u'.'));
  }

  void anUnknownCodeIsShownAsItIs() {
    QCOMPARE(reasonText(QStringLiteral("of_tomorrow")), QStringLiteral("of_tomorrow"));
    QCOMPARE(reasonText(QString()), QString());
  }

  void statesAreReadAsTheyAreWritten() {
    for (const RowState state : allRowStates) QCOMPARE(rowStateFromName(rowStateName(state)), state);
    for (const RunState state : {RunState::Due, RunState::Held, RunState::Filling, RunState::Running, RunState::Paused,
                                 RunState::Stopped, RunState::Done}) {
      QCOMPARE(runStateFromName(runStateName(state)), state);
      QVERIFY(!runStateText(state).isEmpty());
    }
  }

  void aRunOfAnUnknownStateIsNotSent() { QCOMPARE(runStateFromName(QStringLiteral("dancing")), RunState::Stopped); }
};

QTEST_GUILESS_MAIN(ReasonTextTest)
#include "reason_text_test.moc"
