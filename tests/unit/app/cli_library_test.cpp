// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

class CliLibraryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTextIsSavedShownListedAndRemoved_data();
  void aTextIsSavedShownListedAndRemoved();
  void aTextThatCannotBeReadIsNotSaved();
  void aSnippetThatADraftUsesIsNotRemovedByAccident();
  void aMessageTakesInASnippet();
  void codesAreImportedListedAndRemoved();
};

void CliLibraryTest::aTextIsSavedShownListedAndRemoved_data() {
  QTest::addColumn<QString>("word");
  QTest::newRow("snippet") << "snippet";
  QTest::newRow("template") << "template";
}

void CliLibraryTest::aTextIsSavedShownListedAndRemoved() {
  QFETCH(QString, word);
  const Program program;
  QCOMPARE(program.json(word + QStringLiteral(" save footer -"), "Bye {{ Profile.first_name }}\n").exitCode, 0);
  QCOMPARE(program.json(word + QStringLiteral(" set footer -"), "Bye\n").exitCode, 0);
  const auto shown = program.json(word + QStringLiteral(" show footer"));
  QCOMPARE(shown.json().value(u"text").toString(), QStringLiteral("Bye"));
  QCOMPARE(program.json(word + QStringLiteral(" list")).lines().size(), 1);
  QCOMPARE(program.json(word + QStringLiteral(" remove footer")).exitCode, 0);
  QCOMPARE(program.json(word + QStringLiteral(" remove footer")).exitCode, 1);
  QVERIFY(program.json(word + QStringLiteral(" list")).out.isEmpty());
  QCOMPARE(program.json(word + QStringLiteral(" show")).exitCode, 2);
}

void CliLibraryTest::aTextThatCannotBeReadIsNotSaved() {
  const Program program;
  const auto refused = program.json(QStringLiteral("snippet save footer -"), "{% if x %}");
  QCOMPARE(refused.exitCode, 1);
  QVERIFY2(refused.errors.contains(QStringLiteral("isn't closed")), qPrintable(refused.errors));
}

void CliLibraryTest::aSnippetThatADraftUsesIsNotRemovedByAccident() {
  const Program program;
  QCOMPARE(program.json(QStringLiteral("snippet save footer -"), "Bye").exitCode, 0);
  const QString draft =
      program.write(QStringLiteral("c.json"), R"({"name":"Spring","message":"{% render 'footer' %}"})");
  QCOMPARE(program.json(QStringLiteral("campaign import ") + draft).exitCode, 0);
  const auto refused = program.json(QStringLiteral("snippet remove footer"));
  QCOMPARE(refused.exitCode, 1);
  QVERIFY2(refused.errors.contains(QStringLiteral("“Spring”")), qPrintable(refused.errors));
  QCOMPARE(program.json(QStringLiteral("snippet remove footer --yes")).exitCode, 0);
}

void CliLibraryTest::aMessageTakesInASnippet() {
  const Program program;
  const QString people =
      program.write(QStringLiteral("people.csv"), "identity,phone,first_name\na,+919812345678,Asha\n");
  QCOMPARE(program.json(QStringLiteral("import profiles ") + people).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("snippet save footer -"), "Bye {{ Profile.first_name }}").exitCode, 0);
  const QString draft = program.write(QStringLiteral("c.json"), R"({"name":"Spring","audience":{"kind":"everybody"},
      "message":"Hi. {% render \"footer\" %}","when":{"kind":"on_publish"}})");
  const int id = program.json(QStringLiteral("campaign import ") + draft).json().value(u"id").toInt();
  const auto shown = program.json(QStringLiteral("preview %1 --as a").arg(id));
  QCOMPARE(shown.json().value(u"text").toString(), QStringLiteral("Hi. Bye Asha"));
  QCOMPARE(program.json(QStringLiteral("snippet remove footer --yes")).exitCode, 0);
  const auto checked = program.json(QStringLiteral("campaign check %1").arg(id));
  QVERIFY2(checked.out.contains("message_unknown_snippet"), checked.out);
}

void CliLibraryTest::codesAreImportedListedAndRemoved() {
  const Program program;
  const QString file = program.write(QStringLiteral("codes.csv"), "id,code\n1,AB-1\n2,AB-2\n3,AB-1\n4,\n");
  const QJsonObject taken = program.json(QStringLiteral("coupon import Spring ") + file).json();
  QCOMPARE(taken.value(u"added").toInt(), 2);
  QCOMPARE(taken.value(u"duplicates").toInt(), 1);
  QCOMPARE(taken.value(u"blank").toInt(), 1);
  const QJsonObject pool = program.json(QStringLiteral("coupon show Spring")).json();
  QCOMPARE(pool.value(u"free").toInt(), 2);
  QCOMPARE(program.json(QStringLiteral("coupon list")).lines().size(), 1);
  QCOMPARE(program.json(QStringLiteral("coupon import Spring %1 --column nothing").arg(file)).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("coupon remove Spring")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("coupon show Spring")).exitCode, 1);
}

QTEST_GUILESS_MAIN(CliLibraryTest)
#include "cli_library_test.moc"
