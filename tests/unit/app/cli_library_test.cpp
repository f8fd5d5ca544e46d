// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

namespace {

/// Gives a program people, a provider and a pool of codes.
void addPeopleAndCodes(const Program& program, int people, int codes) {
  QByteArray rows("identity,phone\n");
  for (int n = 0; n < people; ++n) {
    rows += "p" + QByteArray::number(n) + ",+9198100" + QByteArray::number(10000 + n) + '\n';
  }
  QByteArray lines;
  for (int n = 0; n < codes; ++n) lines += "AB-" + QByteArray::number(n) + '\n';
  const QString file = program.write(QStringLiteral("people.csv"), rows);
  if (program.json(QStringLiteral("import profiles ") + file).exitCode != 0) qFatal("no people");
  const QString box = program.write(QStringLiteral("box.json"), R"({"name":"Box","type":"sandbox","settings":{}})");
  if (program.json(QStringLiteral("provider add ") + box).exitCode != 0) qFatal("no provider");
  const QString list = program.write(QStringLiteral("codes.txt"), lines);
  if (program.json(QStringLiteral("coupon import Spring ") + list).exitCode != 0) qFatal("no codes");
}

int addDraft(const Program& program, const QByteArray& more) {
  const QString draft = program.write(QStringLiteral("c.json"), R"({"name":"Sale","audience":{"kind":"everybody"},
      "message":"{{ Coupon.Spring }}","when":{"kind":"on_publish"})" +
                                                                    more + "}");
  return program.json(QStringLiteral("campaign import ") + draft).json().value(u"id").toInt();
}

}  // namespace

class CliLibraryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTextIsSavedShownListedAndRemoved_data();
  void aTextIsSavedShownListedAndRemoved();
  void aTextThatCannotBeReadIsNotSaved();
  void aSnippetThatADraftUsesIsNotRemovedByAccident();
  void aMessageTakesInASnippet();
  void codesAreImportedListedAndRemoved();
  void tooFewCodesArePublishedOnlyToSoMany_data();
  void tooFewCodesArePublishedOnlyToSoMany();
  void theReachIsLimitedByACommand_data();
  void theReachIsLimitedByACommand();
  void aPoolIsRenamedInTextsOnlyIfAsked_data();
  void aPoolIsRenamedInTextsOnlyIfAsked();
  void aPoolThatAPublishedCampaignUsesKeepsItsName();
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

void CliLibraryTest::tooFewCodesArePublishedOnlyToSoMany_data() {
  QTest::addColumn<QByteArray>("reach");
  QTest::addColumn<QString>("refusal");
  QTest::addColumn<int>("people");
  QTest::newRow("everybody") << QByteArray() << "has 4 codes for 12 people" << 12;
  QTest::newRow("more than codes") << QByteArray(R"(,"reach":{"only":5})") << "has 4 codes for 5 people" << 5;
  QTest::newRow("as many as codes") << QByteArray(R"(,"reach":{"codes_of":"Spring"})") << "" << 4;
  QTest::newRow("fewer") << QByteArray(R"(,"reach":{"only":3})") << "" << 3;
}

void CliLibraryTest::tooFewCodesArePublishedOnlyToSoMany() {
  QFETCH(QByteArray, reach);
  QFETCH(QString, refusal);
  QFETCH(int, people);
  const Program program;
  addPeopleAndCodes(program, 12, 4);
  const int id = addDraft(program, reach);
  const QJsonObject checked = program.json(QStringLiteral("campaign check %1").arg(id)).json();
  QCOMPARE(checked.value(u"sendable").toInt(), people);
  QCOMPARE(checked.value(u"could_receive").toInt(), 12);
  const auto published = program.json(QStringLiteral("campaign publish %1 --yes").arg(id));
  QCOMPARE(published.exitCode == 0, refusal.isEmpty());
  QVERIFY2(published.errors.contains(refusal), qPrintable(published.errors));
  if (!refusal.isEmpty()) return;
  QCOMPARE(published.json().value(u"people").toInt(), people);
  // Publishing again gives what is there, though its own codes are promised by now.
  QCOMPARE(program.json(QStringLiteral("campaign publish %1 --yes").arg(id)).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("coupon show Spring")).json().value(u"promised").toInt(), people);
}

void CliLibraryTest::theReachIsLimitedByACommand_data() {
  QTest::addColumn<QString>("options");
  QTest::addColumn<int>("exitCode");
  QTest::addColumn<int>("sendable");
  QTest::newRow("so many") << "--only 3" << 0 << 3;
  QTest::newRow("as many as codes") << "--codes-of Spring" << 0 << 4;
  QTest::newRow("everybody") << "--everybody" << 0 << 12;
  QTest::newRow("an unknown pool") << "--codes-of Autumn" << 1 << 12;
  QTest::newRow("nobody") << "--only 0" << 2 << 12;
  QTest::newRow("two limits") << "--only 3 --everybody" << 2 << 12;
}

void CliLibraryTest::theReachIsLimitedByACommand() {
  QFETCH(QString, options);
  const Program program;
  addPeopleAndCodes(program, 12, 4);
  const int id = addDraft(program, {});
  QTEST(program.json(QStringLiteral("campaign reach %1 %2").arg(id).arg(options)).exitCode, "exitCode");
  QTEST(program.json(QStringLiteral("campaign check %1").arg(id)).json().value(u"sendable").toInt(), "sendable");
}

void CliLibraryTest::aPoolIsRenamedInTextsOnlyIfAsked_data() {
  QTest::addColumn<QString>("option");
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("the pool alone") << "" << QByteArray("{{ Coupon.Spring }}");
  QTest::newRow("in texts, too") << " --texts" << QByteArray("{{ Coupon.Autumn }}");
}

void CliLibraryTest::aPoolIsRenamedInTextsOnlyIfAsked() {
  QFETCH(QString, option);
  QFETCH(QByteArray, text);
  const Program program;
  addPeopleAndCodes(program, 2, 4);
  const int id = addDraft(program, R"(,"reach":{"codes_of":"Spring"})");
  const auto usedBy = [&](const QString& pool) {
    return program.json(QStringLiteral("coupon show ") + pool).json().value(u"used_by").toArray();
  };
  QCOMPARE(usedBy(QStringLiteral("Spring")).size(), 1);
  QCOMPARE(usedBy(QStringLiteral("Spring")).first().toObject().value(u"kind").toString(), QStringLiteral("draft"));
  QCOMPARE(program.json(QStringLiteral("coupon rename Spring Autumn") + option).exitCode, 0);
  QCOMPARE(usedBy(QStringLiteral("Autumn")).size(), option.isEmpty() ? 0 : 1);
  const auto exported = program.json(QStringLiteral("campaign export %1").arg(id)).json();
  QCOMPARE(exported.value(u"message").toString().toUtf8(), text);
  const auto checked = program.json(QStringLiteral("campaign check %1").arg(id));
  QCOMPARE(checked.out.contains("reach_pool_unknown") || checked.out.contains("message_unknown_coupon"),
           option.isEmpty());
}

void CliLibraryTest::aPoolThatAPublishedCampaignUsesKeepsItsName() {
  const Program program;
  addPeopleAndCodes(program, 2, 4);
  const int id = addDraft(program, {});
  QCOMPARE(program.json(QStringLiteral("campaign publish %1 --yes").arg(id)).exitCode, 0);
  for (const char* command : {"coupon rename Spring Autumn --texts", "coupon remove Spring"}) {
    const auto refused = program.json(QString::fromLatin1(command));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains(QStringLiteral("“Sale” is published")), qPrintable(refused.errors));
  }
}

QTEST_GUILESS_MAIN(CliLibraryTest)
#include "cli_library_test.moc"
