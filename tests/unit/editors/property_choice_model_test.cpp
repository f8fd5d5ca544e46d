// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/property_choice_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "editors/property_choice_filter.h"

using namespace heliograph::editors;

class PropertyChoiceModelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesAreCalledAsPeopleWould_data();
  void namesAreCalledAsPeopleWould();
  void theFilterMatchesAnywhere_data();
  void theFilterMatchesAnywhere();
  void modelAndFilterKeepTheContract();
};

void PropertyChoiceModelTest::namesAreCalledAsPeopleWould_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("label");
  QTest::newRow("snake case") << QStringLiteral("first_name") << QStringLiteral("First name");
  QTest::newRow("own capitals") << QStringLiteral("iOS version") << QStringLiteral("iOS version");
  QTest::newRow("camel case") << QStringLiteral("firstName") << QStringLiteral("firstName");
  QTest::newRow("empty") << QString() << QString();
}

void PropertyChoiceModelTest::namesAreCalledAsPeopleWould() {
  QFETCH(QString, name);
  QFETCH(QString, label);
  QCOMPARE(propertyLabel(name), label);
}

void PropertyChoiceModelTest::theFilterMatchesAnywhere_data() {
  QTest::addColumn<QString>("label");
  QTest::addColumn<QString>("typed");
  QTest::addColumn<qsizetype>("begin");
  QTest::newRow("front") << QStringLiteral("City") << QStringLiteral("ci") << qsizetype{0};
  QTest::newRow("middle") << QStringLiteral("Special date") << QStringLiteral("CI") << qsizetype{3};
  QTest::newRow("marks") << QStringLiteral("Código") << QStringLiteral("codi") << qsizetype{0};
  QTest::newRow("not there") << QStringLiteral("City") << QStringLiteral("x") << qsizetype{-1};
  QTest::newRow("nothing typed") << QStringLiteral("City") << QString() << qsizetype{-1};
}

void PropertyChoiceModelTest::theFilterMatchesAnywhere() {
  QFETCH(QString, label);
  QFETCH(QString, typed);
  QFETCH(qsizetype, begin);
  QCOMPARE(PropertyChoiceFilter::match(label, typed).first, begin);
}

void PropertyChoiceModelTest::modelAndFilterKeepTheContract() {
  PropertyChoiceModel model;
  PropertyChoiceFilter filter;
  filter.setSourceModel(&model);
  const QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setChoices({{QStringLiteral("Profile"), QStringLiteral("city"), QStringLiteral("Pune"), 0.5},
                    {QStringLiteral("Profile"), QStringLiteral("Special date"), QString(), -1}});
  filter.setText(QStringLiteral("cia"));
  QCOMPARE(filter.rowCount(), 1);
  QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("Special date"));
  filter.setText(QString());
  QCOMPARE(filter.rowCount(), 2);
}

QTEST_GUILESS_MAIN(PropertyChoiceModelTest)
#include "property_choice_model_test.moc"
