// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/failure_rehearsal.h"

#include <QTest>

using namespace heliograph;
using namespace heliograph::delivery;
using Outcome = RehearsedCountry::Outcome;
using Fault = ProviderFault;

namespace {

providers::Coverage coverageOfText(const QString& countries) {
  providers::Provider provider;
  provider.settings.insert(QStringLiteral("countries"), countries);
  return providers::Coverage::of(provider);
}

/// A for everywhere or for `countries`, then B for India alone.
std::vector<RehearsedMember> twoMembers(Fault first, Fault second, const QString& countries = {}) {
  return {{ProviderId{1}, QStringLiteral("A"), coverageOfText(countries), first},
          {ProviderId{2}, QStringLiteral("B"), coverageOfText(QStringLiteral("IN")), second}};
}

}  // namespace

Q_DECLARE_METATYPE(heliograph::delivery::RehearsedCountry::Outcome)

class FailureRehearsalTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aMessageIsFollowedThroughTheMembers_data() {
    QTest::addColumn<Fault>("first");
    QTest::addColumn<Fault>("second");
    QTest::addColumn<Outcome>("india");
    QTest::addColumn<QString>("taker");
    QTest::addColumn<Outcome>("france");
    QTest::addColumn<int>("unclear");
    QTest::newRow("all well") << Fault::None << Fault::None << Outcome::Taken << "A" << Outcome::Taken << 0;
    QTest::newRow("unreachable") << Fault::Unreachable << Fault::None << Outcome::Taken << "B" << Outcome::Waits << 0;
    QTest::newRow("throttled") << Fault::Throttled << Fault::None << Outcome::Taken << "B" << Outcome::Waits << 0;
    QTest::newRow("no credit") << Fault::NoCredit << Fault::None << Outcome::Taken << "B" << Outcome::Pauses << 0;
    QTest::newRow("rejected") << Fault::WrongCredentials << Fault::WrongCredentials << Outcome::Pauses << ""
                              << Outcome::Pauses << 0;
    QTest::newRow("silent") << Fault::TimeOut << Fault::None << Outcome::Taken << "B" << Outcome::Waits << 1;
    QTest::newRow("both silent") << Fault::TimeOut << Fault::TimeOut << Outcome::Waits << "" << Outcome::Waits << 2;
    QTest::newRow("refuses") << Fault::RefusesCountry << Fault::None << Outcome::Taken << "B" << Outcome::Refused << 0;
    QTest::newRow("both refuse") << Fault::RefusesCountry << Fault::RefusesCountry << Outcome::Refused << ""
                                 << Outcome::Refused << 0;
    QTest::newRow("one may be well again")
        << Fault::Unreachable << Fault::RefusesCountry << Outcome::Waits << "" << Outcome::Waits << 0;
  }
  void aMessageIsFollowedThroughTheMembers() {
    QFETCH(Fault, first);
    QFETCH(Fault, second);
    const Rehearsal rehearsal =
        rehearse(twoMembers(first, second), {{QStringLiteral("IN"), 34880}, {QStringLiteral("FR"), 203}});
    QCOMPARE(rehearsal.countries.size(), std::size_t{2});
    QTEST(rehearsal.countries[0].outcome, "india");
    QTEST(rehearsal.countries[0].takerName, "taker");
    QTEST(rehearsal.countries[1].outcome, "france");
    QTEST(static_cast<int>(rehearsal.unclearThrough.size()), "unclear");
  }

  void aCountryThatNobodyCoversIsLeftOut() {
    const Rehearsal rehearsal =
        rehearse(twoMembers(Fault::None, Fault::None, QStringLiteral("IN, GB")), {{QStringLiteral("FR"), 7}});
    QCOMPARE(rehearsal.countries.front().outcome, Outcome::LeftOut);
    QVERIFY(rehearsal.takes.empty());
  }

  void everyFaultHasANameOfItsOwn() {
    for (const Fault fault : allProviderFaults()) QCOMPARE(providerFaultFromName(providerFaultName(fault)), fault);
    QVERIFY(!providerFaultFromName(QStringLiteral("on fire")));
  }
};

QTEST_GUILESS_MAIN(FailureRehearsalTest)
#include "failure_rehearsal_test.moc"
