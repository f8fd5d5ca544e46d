// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/composer/page/step_marks.h"

using namespace heliograph;
using namespace heliograph::ui;
using campaign::Issue;
using campaign::Severity;
using campaign::Step;

namespace {

Issue issue(Severity severity, const char* code, Step step) {
  return {severity, QString::fromLatin1(code), step, {}, {}};
}

}  // namespace

class StepMarksTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

  void whatIsMissingIsNoProblem() {
    const std::vector<Issue> issues{issue(Severity::Block, "audience_missing", Step::Who)};
    QCOMPARE(stepMark(Step::Who, {}, issues, false), StepMark::Untouched);
    QCOMPARE(stepMark(Step::Who, {}, issues, true), StepMark::Incomplete);
    QCOMPARE(stepMark(Step::Start, {}, issues, true), StepMark::Fine);
    QVERIFY(stepLine(Step::Who, {}, issues, {}).isEmpty());
  }

  void whatIsWrongIsAProblemWhetherVisitedOrNot() {
    const std::vector<Issue> issues{issue(Severity::Block, "when_past", Step::When)};
    QCOMPARE(stepMark(Step::When, {}, issues, false), StepMark::Problem);
    QCOMPARE(stepLine(Step::When, {}, issues, {}), QStringLiteral("1 problem"));
  }

  void aNoteMarksNothing() {
    QCOMPARE(stepMark(Step::What, {}, {issue(Severity::Note, "parts", Step::What)}, true), StepMark::Fine);
  }

  void everyStepHasItsLine() {
    campaign::Campaign campaign;
    QCOMPARE(stepLine(Step::Start, campaign, {}, {}), QString::fromUtf8("SMS \xC2\xB7 Marketing"));
    campaign.purpose = campaign::Purpose::Transactional;
    QCOMPARE(stepLine(Step::Start, campaign, {}, {}), QString::fromUtf8("SMS \xC2\xB7 Transactional"));
    QCOMPARE(stepLine(Step::Who, campaign, {}, {41203, 1, 2}), QStringLiteral("41,203 will receive"));
    QVERIFY(stepLine(Step::What, campaign, {}, {41203, 1, 2}).isEmpty());
    campaign.message = "Hi";
    QCOMPARE(stepLine(Step::What, campaign, {}, {41203, 1, 1}), QStringLiteral("1 part"));
    QCOMPARE(stepLine(Step::What, campaign, {}, {41203, 1, 3}), QStringLiteral("1 to 3 parts"));
    campaign.when = schedule::Once{{QDate(2026, 11, 26), QTime(18, 0), "Europe/Berlin"}};
    QCOMPARE(stepLine(Step::When, campaign, {}, {}), QStringLiteral("Thu 26 Nov, 18:00"));
  }
};

QTEST_GUILESS_MAIN(StepMarksTest)
#include "step_marks_test.moc"
