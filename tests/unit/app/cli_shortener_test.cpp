// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QtTest>

#include "program.h"
#include "support/hostile_server.h"

using namespace heliograph;
using test::HostileAct;
using test::Program;

namespace {

const QByteArray kCampaign =
    R"({"name":"All","audience":{"kind":"everybody"},"when":{"kind":"on_publish"},)"
    R"("message":"See https://nova.example/early-access Reply STOP to opt out",)"
    R"("text_rules":{"links":{"shortener":"Mine","shortened":["https://nova.example/early-access"]}}})";

test::HostilePlan answering(std::function<HostileAct(int)> act) {
  return {[act = std::move(act)](int number, const QByteArray&) { return act(number); }, {}, {}, {}};
}

HostileAct shortLink() {
  HostileAct act;
  act.status = 200;
  act.body = "{\"short_url\":\"https://go.nova.example/a1\"}";
  act.closeAfterMs = 0;
  return act;
}

/// Sample people, a shortener at that address, and a draft that shortens its link.
void setUp(const Program& program, const test::HostileServer& server, int length = 30) {
  const QByteArray shortener = QStringLiteral(R"({"name":"Mine","type":"http","short_length":%1,"settings":)"
                                              R"({"endpoint":"%2"}})")
                                   .arg(length)
                                   .arg(server.url().toString())
                                   .toUtf8();
  if (program.json(QStringLiteral("demo --profiles 20")).exitCode != 0) qFatal("no sample");
  const auto saved = program.run(
      {QStringLiteral("shortener"), QStringLiteral("save"), program.write(QStringLiteral("s.json"), shortener)});
  if (saved.exitCode != 0) qFatal("%s", qPrintable(saved.errors));
  const auto made = program.json(QStringLiteral("campaign import -"), kCampaign);
  if (made.exitCode != 0) qFatal("%s", qPrintable(made.errors));
}

}  // namespace

class CliShortenerTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void publishingMakesTheLinksOnce() {
    const test::HostileServer server(answering([](int) { return shortLink(); }));
    const Program program;
    setUp(program, server);
    const auto published = program.json(QStringLiteral("campaign publish 2 --yes"));
    QVERIFY2(published.exitCode == 0, qPrintable(published.errors));
    QVERIFY(program.json(QStringLiteral("campaign publish 2 --yes")).json().value(u"already_published").toBool());
    QCOMPARE(server.received().size(), std::size_t(1));
    QVERIFY(server.received()[0].body.contains("https://nova.example/early-access"));
  }

  void nothingIsPublishedWithoutThem() {
    const test::HostileServer server(answering([](int number) {
      HostileAct act = shortLink();
      if (number == 1) act.status = 429;
      return act;
    }));
    const Program program;
    setUp(program, server);
    const auto refused = program.json(QStringLiteral("campaign publish 2 --yes"));
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.errors.contains(QStringLiteral("no more requests")), qPrintable(refused.errors));
    QVERIFY(refused.errors.contains(QStringLiteral("Nothing was published")));
    const auto published = program.json(QStringLiteral("campaign publish 2 --yes"));
    QVERIFY2(published.exitCode == 0, qPrintable(published.errors));
  }

  void aLongerLinkIsLookedAtFirst() {
    const test::HostileServer server(answering([](int) { return shortLink(); }));
    const Program program;
    setUp(program, server, 20);
    const auto refused = program.json(QStringLiteral("campaign publish 2 --yes"));
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.errors.contains(QStringLiteral("26 characters")), qPrintable(refused.errors));
    QVERIFY(program.json(QStringLiteral("campaign publish 2 --yes")).exitCode == 0);
    QCOMPARE(server.received().size(), std::size_t(1));
  }

  void aShortenerIsTestedAndRemoved() {
    const test::HostileServer server(answering([](int) { return shortLink(); }));
    const Program program;
    setUp(program, server);
    const auto tested = program.json(QStringLiteral("shortener test Mine"));
    QCOMPARE(tested.json().value(u"link").toString(), QStringLiteral("https://go.nova.example/a1"));
    const auto used = program.json(QStringLiteral("shortener remove Mine"));
    QVERIFY(used.exitCode != 0);
    QVERIFY(used.errors.contains(QStringLiteral("All")));
    QCOMPARE(program.json(QStringLiteral("campaign delete 2")).exitCode, 0);
    QCOMPARE(program.json(QStringLiteral("shortener remove Mine")).exitCode, 0);
    QCOMPARE(program.json(QStringLiteral("shortener list")).out, QByteArray());
  }

  void anotherAddressAsksForSecretsAgain() {
    const Program program;
    const auto save = [&](const QString& endpoint) {
      const QByteArray json = QStringLiteral(R"({"name":"Mine","type":"http","settings":{"endpoint":"%1",)"
                                             R"("auth":"bearer"}})")
                                  .arg(endpoint)
                                  .toUtf8();
      return program.run(
          {QStringLiteral("shortener"), QStringLiteral("save"), program.write(QStringLiteral("s.json"), json)});
    };
    QCOMPARE(program.json(QStringLiteral("demo --profiles 2")).exitCode, 0);
    QVERIFY(!save(QStringLiteral("https://go.example/a")).out.contains("again"));
    QVERIFY(!save(QStringLiteral("https://go.example/b")).out.contains("again"));
    const auto moved = save(QStringLiteral("https://other.example/a"));
    QCOMPARE(moved.exitCode, 0);
    QVERIFY2(moved.out.contains("Enter them again"), moved.out.constData());
  }

  void aDefinitionIsChecked() {
    const Program program;
    const QByteArray good = R"({"id":"a","name":"A","short_link_length":20,"made_from_settings":true})";
    QCOMPARE(program.json(QStringLiteral("definition check -"), good).json().value(u"id").toString(),
             QStringLiteral("a"));
    const QByteArray bad = R"({"id":"a","name":"A","short_link_length":20})";
    const auto answer = program.json(QStringLiteral("definition check -"), bad);
    QVERIFY(answer.exitCode != 0);
    QVERIFY(answer.errors.contains(QStringLiteral("shorten")));
  }

  void whatIsWrongIsSaid() {
    const Program program;
    const auto wrong = program.run({QStringLiteral("shortener"), QStringLiteral("save"),
                                    program.write(QStringLiteral("s.json"), R"({"name":"A","type":"bitly",
                                      "settings":{"token":"never here"}})")});
    QVERIFY(wrong.exitCode != 0);
    QVERIFY2(wrong.errors.contains(QStringLiteral("secret")), qPrintable(wrong.errors));
    QVERIFY(!wrong.errors.contains(QStringLiteral("never here")));
  }
};

QTEST_GUILESS_MAIN(CliShortenerTest)
#include "cli_shortener_test.moc"
