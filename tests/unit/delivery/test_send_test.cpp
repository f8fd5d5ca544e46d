// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/test_send.h"

#include <QTest>

#include "audience/events/event_catalog.h"
#include "audience/suppression_repository.h"
#include "delivery/test_messages/test_number_repository.h"
#include "net/http_server.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

class TestSendTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_sandbox = std::make_unique<providers::SandboxServer>();
    must(m_sandbox->start(0, m_fixture->filePath(QStringLiteral("record.jsonl"))));
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(2);
    m_provider = m_workspace->addSandbox(QStringLiteral("Main"), m_sandbox->url());
    m_draft =
        m_workspace->addCampaign(SendingWorkspace::through(m_provider), "Hi {{ Profile.identity | default: 'you' }}");
  }
  void cleanup() { m_workspace.reset(); }

  void aTestIsSentAndWrittenDown() {
    const TestSendResult result = must(send(QStringLiteral("+91 98123 45678")));
    QVERIFY(result.accepted);
    QVERIFY(!result.messageId.isEmpty());
    QCOMPARE(result.text, QStringLiteral("Hi you"));
    QCOMPARE(result.encoding, QStringLiteral("GSM-7"));
    QCOMPARE(result.parts, 1);
    QCOMPARE(result.provider, QStringLiteral("Main"));
    QCOMPARE(must(m_sandbox->record().since(0, 10)).front().to, QStringLiteral("+919812345678"));
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT accepted FROM test_send")), 1);
  }

  void aProviderTestedByItselfRemembersItsLastTest() {
    TestSendRequest alone;
    alone.campaign.message = "Hello";
    alone.provider = m_provider;
    alone.rememberNumber = true;
    alone.to = QStringLiteral("+15005550001");
    must(testSend().send(alone).result());
    const TestSendRepository tests(m_fixture->database(), m_clock);
    const ProviderTest refused = must(tests.lastByProvider()).value(m_provider.value);
    QVERIFY(!refused.accepted);
    QCOMPARE(refused.lastDigits, QStringLiteral("0001"));
    alone.to = QStringLiteral("+919812345678");
    m_clock.advance(90);
    must(testSend().send(alone).result());
    const ProviderTest accepted = must(tests.lastByProvider()).value(m_provider.value);
    QVERIFY(accepted.accepted);
    QCOMPARE(accepted.lastDigits, QStringLiteral("5678"));
    QCOMPARE(accepted.at, m_clock.now());
  }

  void aPersonsValuesCanBeUsed() {
    QCOMPARE(must(send(QStringLiteral("+919812345678"), QStringLiteral("person-2"))).text,
             QStringLiteral("Hi person-2"));
  }

  void aRefusalIsSaidInTheProvidersWords() {
    const TestSendResult result = must(send(QStringLiteral("+15005550001")));
    QVERIFY(!result.accepted);
    QVERIFY(!result.unclear);
    QVERIFY(!result.words.isEmpty());
    QVERIFY(!result.words.contains(QStringLiteral("5005550001")));
  }

  void anOptOutAtTheProviderCountsForAllCampaigns() {
    QVERIFY(!must(send(QStringLiteral("+15005550004"))).accepted);
    const auto again = send(QStringLiteral("+15005550004"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Refused);
  }

  void anUnclearEndIsSaidToBeOne() {
    providers::SandboxBehaviour closing;
    closing.mode = providers::SandboxBehaviour::Mode::Close;
    m_sandbox->setBehaviour(closing);
    const TestSendResult result = must(send(QStringLiteral("+919812345678")));
    QVERIFY(!result.accepted);
    QVERIFY(result.unclear);
  }

  void nothingLeavesWhenItCannotBeSent_data() {
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("as");
    QTest::newRow("no number") << QStringLiteral("hello") << QByteArray("Hi") << QString();
    QTest::newRow("no country code") << QStringLiteral("70123 45678") << QByteArray("Hi") << QString();
    QTest::newRow("broken message") << QStringLiteral("+919812345678") << QByteArray("{{ x") << QString();
    QTest::newRow("empty text") << QStringLiteral("+919812345678") << QByteArray("{{ Profile.x }}") << QString();
    QTest::newRow("aborted") << QStringLiteral("+919812345678") << QByteArray("Hi{% abort %}") << QString();
    QTest::newRow("nobody of that name") << QStringLiteral("+919812345678") << QByteArray("Hi") << QStringLiteral("x");
  }
  void nothingLeavesWhenItCannotBeSent() {
    QFETCH(QString, to);
    QFETCH(QByteArray, message);
    QFETCH(QString, as);
    m_draft.message = message;
    const auto sent = send(to, as);
    QVERIFY(!sent);
    QVERIFY(!sent.error().message.isEmpty());
    QVERIFY(!sent.error().message.contains(to));
    QCOMPARE(m_sandbox->record().count(), 0);
  }

  void aVariableWithoutAValueIsSaidAndNothingLeaves_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("words");
    QTest::newRow("of the template") << QByteArray("Hi {{ Profile.identity }}, {#2#} is here")
                                     << QStringLiteral("Variable 2 of the template has no value.");
    QTest::newRow("not numbered") << QByteArray("Hi {#var#}") << QStringLiteral("at “{#var#}”");
    QTest::newRow("in what is written for this person only")
        << QByteArray("Hi{% if Profile.identity == 'person-2' %} {#1#}{% endif %}")
        << QStringLiteral("Variable 1 of the template has no value.");
  }
  void aVariableWithoutAValueIsSaidAndNothingLeaves() {
    QFETCH(QByteArray, message);
    QFETCH(QString, words);
    m_draft.message = message;
    const auto sent = send(SendingWorkspace::number(2), SendingWorkspace::identity(2));
    QVERIFY(!sent);
    QVERIFY2(sent.error().message.contains(words), qPrintable(sent.error().message));
    QCOMPARE(sent.error().code, ErrorCode::InvalidInput);
    const auto preview =
        must(testSend().preview(request(), {{SendingWorkspace::number(2), SendingWorkspace::identity(2)}}));
    QCOMPARE(preview.front().problem, sent.error().message);
    QCOMPARE(m_sandbox->record().count(), 0);
  }

  void theLastTestKnowsWhetherTheTextChangedSince() {
    QVERIFY(!must(testSend().last(m_draft)));
    (void)must(send(QStringLiteral("+919812345678")));
    QVERIFY(must(testSend().last(m_draft))->sameText);
    QVERIFY(must(testSend().last(m_draft))->accepted);
    m_draft.message += "!";
    QVERIFY(!must(testSend().last(m_draft))->sameText);
  }

  void severalAreSentOneAfterTheOtherAndEachIsWrittenDown() {
    auto sending = testSend().sendEach(request(), {{QStringLiteral("+919812345678"), {}},
                                                   {QStringLiteral("no number"), {}},
                                                   {SendingWorkspace::number(2), SendingWorkspace::identity(2)}});
    sending.waitForFinished();
    QCOMPARE(sending.resultCount(), 3);
    QVERIFY(must(sending.resultAt(0)).accepted);
    QVERIFY(!sending.resultAt(1));
    QCOMPARE(must(sending.resultAt(2)).text, QStringLiteral("Hi person-2"));
    QCOMPARE(m_sandbox->record().count(), 2);
    const auto history = must(testSend().history(m_draft, 10));
    QCOMPARE(history.size(), std::size_t{2});
    QCOMPARE(history.front().recipient, SendingWorkspace::identity(2));
    QCOMPARE(history.back().recipient, QStringLiteral("+919812345678"));
    QCOMPARE(history.back().provider, QStringLiteral("Main"));
    QVERIFY(history.back().accepted && history.back().sameText);
  }

  void aNumberIsOfferedAgainUntilItIsForgotten() {
    auto sending = testSend().sendEach(request(), {{QStringLiteral("+919812345678"), {}}});
    sending.waitForFinished();
    const TestNumberRepository numbers(m_fixture->database(), m_clock);
    QCOMPARE(must(numbers.list()).front().number, QStringLiteral("+919812345678"));
    must(numbers.forget(QStringLiteral("+919812345678")));
    QVERIFY(must(numbers.list()).empty());
    QCOMPARE(must(testSend().history(m_draft, 10)).front().recipient, QString());
  }

  void atMostTwentyNumbersAreKept() {
    const TestNumberRepository numbers(m_fixture->database(), m_clock);
    for (int n = 0; n < 25; ++n) {
      m_clock.advance(1);
      QVERIFY(must(numbers.remember(SendingWorkspace::number(n))) > 0);
    }
    const auto kept = must(numbers.list());
    QCOMPARE(kept.size(), std::size_t{20});
    QCOMPARE(kept.front().number, SendingWorkspace::number(24));
  }

  void thePreviewSaysWhatEachWouldGet() {
    const auto previews =
        must(testSend().preview(request(), {{QStringLiteral("+919812345678"), {}},
                                            {QStringLiteral("12"), {}},
                                            {SendingWorkspace::number(1), SendingWorkspace::identity(1)}}));
    QCOMPARE(previews.size(), std::size_t{3});
    QCOMPARE(previews[0].text, QStringLiteral("Hi you"));
    QCOMPARE(previews[0].parts, 1);
    QVERIFY(previews[0].problem.isEmpty() && previews[0].free);
    QVERIFY(!previews[1].problem.isEmpty());
    QCOMPARE(previews[1].text, QStringLiteral("Hi you"));
    QCOMPARE(previews[2].text, QStringLiteral("Hi person-1"));
    QCOMPARE(m_sandbox->record().count(), 0);
  }

  void aLiquidErrorIsSaidBeforeAndAtSending() {
    m_draft.message = "{% abort 'not for you' %}";
    const auto previews = must(testSend().preview(request(), {{QStringLiteral("+919812345678"), {}}}));
    QVERIFY(previews.front().problem.contains(QStringLiteral("not for you")));
  }

  void throughAGroupItGoesToWhoCoversTheNumberAndOnWhereARealOneWould_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("taker");
    QTest::addColumn<bool>("unclear");
    QTest::newRow("wrong credentials") << 401 << QByteArray(R"({"error":{"code":"20003","message":"wrong token"}})")
                                       << QStringLiteral("Main") << false;
    QTest::newRow("too many") << 429 << QByteArray("{}") << QStringLiteral("Main") << false;
    QTest::newRow("refused for good") << 400 << QByteArray(R"({"error":{"code":"30007","message":"filtered"}})")
                                      << QString() << false;
    QTest::newRow("no clear answer") << 500 << QByteArray("{}") << QString() << true;
  }
  void throughAGroupItGoesToWhoCoversTheNumberAndOnWhereARealOneWould() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, taker);
    QFETCH(bool, unclear);
    const auto answering = [&](const net::ServerRequest&) { return net::ServerAnswer{status, {}, body}; };
    net::HttpServer britain;
    net::HttpServer india;
    (void)must(britain.start([](const net::ServerRequest&) { return net::ServerAnswer{201, {}, "{\"id\":\"b\"}"}; }));
    (void)must(india.start(answering));
    const auto add = [&](const QString& name, const net::HttpServer& server, const QString& countries) {
      return m_workspace->addSandbox(name, server.url(), {{QStringLiteral("countries"), countries}});
    };
    const GroupId group =
        must(m_workspace->groups().create({{},
                                           QStringLiteral("Group"),
                                           {add(QStringLiteral("Britain"), britain, QStringLiteral("GB")),
                                            add(QStringLiteral("India"), india, QStringLiteral("IN")), m_provider},
                                           false}));
    m_draft.route = SendingWorkspace::through(group);
    QCOMPARE(must(testSend().preview(request(), {{QStringLiteral("+919812345678"), {}}})).front().provider,
             QStringLiteral("India"));
    const TestSendResult result = must(send(QStringLiteral("+919812345678")));
    QCOMPARE(result.accepted, !taker.isEmpty());
    QCOMPARE(result.unclear, unclear);
    QCOMPARE(result.provider, taker.isEmpty() ? QStringLiteral("India") : taker);
    QCOMPARE(m_sandbox->record().count(), taker.isEmpty() ? 0 : 1);
    QCOMPARE(result.before.size(), std::size_t(taker.isEmpty() ? 0 : 1));
    if (taker.isEmpty()) return;
    QCOMPARE(result.before.front().provider, QStringLiteral("India"));
    QCOMPARE(result.before.front().httpStatus, status);
    QVERIFY(passedText(result).contains(QStringLiteral("“India”")));
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT COUNT(*) FROM test_send")), 1);
  }

  void aNumberThatNobodyCoversGetsNoTest() {
    const ProviderId british = m_workspace->addSandbox(QStringLiteral("Britain"), m_sandbox->url(),
                                                       {{QStringLiteral("countries"), QStringLiteral("GB")}});
    m_draft.route = SendingWorkspace::through(british);
    const auto sent = send(QStringLiteral("+919812345678"));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NotFound);
    QVERIFY(!must(testSend().preview(request(), {{QStringLiteral("+919812345678"), {}}})).front().problem.isEmpty());
    QCOMPARE(m_sandbox->record().count(), 0);
  }

  void theEventsValuesAreDefaultsOrASampleForEverybody_data() {
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("defaults") << "default" << QString() << "Thanks for it"
                              << "default";
    QTest::newRow("defaults, typed") << "default"
                                     << "1200"
                                     << "Thanks for 1200, large"
                                     << "default edited";
    QTest::newRow("sample") << "sample" << QString() << "Thanks for 450"
                            << "sample";
    QTest::newRow("another sample") << "sample"
                                    << "700"
                                    << "Thanks for 700"
                                    << "sample";
    QTest::newRow("sample, typed") << "sample"
                                   << "1200"
                                   << "Thanks for 1200, large"
                                   << "sample edited";
  }
  void theEventsValuesAreDefaultsOrASampleForEverybody() {
    QFETCH(QString, values);
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(QString, kept);
    makeLive();
    TestSendRequest test = request();
    test.to = QStringLiteral("+919812345678");
    test.event.values = must(testEventValues(values));
    if (!typed.isEmpty()) test.event.typed[QStringLiteral("Amount")] = typed;
    QCOMPARE(
        must(testSend().preview(test, {{SendingWorkspace::number(1), SendingWorkspace::identity(1)}})).front().text,
        text);
    auto sent = testSend().send(test);
    sent.waitForFinished();
    QCOMPARE(must(sent.result()).text, text);
    QCOMPARE(must(testSend().history(m_draft, 10)).front().eventValues, kept);
  }

  void whatTheMessageReadsOfItsEventIsOffered() {
    makeLive();
    const TestEventForm form = must(testSend().eventForm(m_draft));
    QCOMPARE(form.event, QStringLiteral("Charged"));
    QCOMPARE(form.properties.size(), std::size_t{1});
    QCOMPARE(form.properties.front().fallback, QStringLiteral("it"));
    QCOMPARE(form.properties.front().samples, (QStringList{QStringLiteral("450"), QStringLiteral("700")}));
    m_draft.message = "Hi";
    QVERIFY(must(testSend().eventForm(m_draft)).event.isEmpty());
  }

  void afterMoreThanADayOfWaitingTheFallbackIsSent() {
    makeLive();
    m_draft.audience.live.trigger = audience::Inaction{
        {QStringLiteral("Charged"), {}}, {QStringLiteral("Returned"), {}}, 2, audience::TimeUnit::Days};
    TestSendRequest test = request();
    test.event.values = TestEvent::Values::Sample;
    QCOMPARE(must(testSend().preview(test, {{QStringLiteral("+919812345678"), {}}})).front().text,
             QStringLiteral("Thanks for it"));
    QVERIFY(must(testSend().eventForm(m_draft)).outlived);
  }

  void aValueOfWhatIsntReadIsRefused() {
    makeLive();
    TestSendRequest test = request();
    test.event.typed[QStringLiteral("Colour")] = QStringLiteral("red");
    const auto preview = testSend().preview(test, {{QStringLiteral("+919812345678"), {}}});
    QVERIFY(!preview && preview.error().code == ErrorCode::InvalidInput);
  }

  void theRequestIsShownAsItLeft() {
    const TestSendResult result = must(send(QStringLiteral("+919812345678")));
    QCOMPARE(result.request.method, QStringLiteral("POST"));
    QVERIFY(result.request.body.contains(QStringLiteral("919812345678")));
    QVERIFY(result.httpStatus >= 200 && result.httpStatus < 300);
    QVERIFY(result.answer.contains(result.messageId));
  }

 private:
  /// A draft that leaves after a purchase, of which there were three of late.
  void makeLive() {
    const auto charged = must(
        audience::EventCatalog(m_fixture->database(), m_clock)
            .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("Amount"), audience::PropertyType::Number}}));
    for (const int amount : {700, 450, 450}) {
      storage::Statement insert(
          m_fixture->database(),
          QStringLiteral("INSERT INTO %1 (profile_id, at, %2) VALUES (1, ?, ?)")
              .arg(audience::eventTable(charged.id), audience::eventColumn(charged.properties.front().id)));
      must(insert.bind(m_clock.now().addSecs(-3600)).bind(amount).run());
    }
    m_draft.audience =
        campaign::Audience::asTheyAct({audience::SingleAction{{QStringLiteral("Charged"), {}}, false}, {}});
    m_draft.message = "Thanks for {{ Event.Amount | default: 'it' }}{% if Event.Amount > 1000 %}, large{% endif %}";
  }
  [[nodiscard]] TestSendRequest request() const {
    TestSendRequest made;
    made.campaign = m_draft;
    made.rememberNumber = true;
    return made;
  }
  [[nodiscard]] TestSend testSend() { return {m_workspace->context(), m_http}; }
  [[nodiscard]] Result<TestSendResult> send(const QString& to, const QString& as = {}) {
    auto sent = testSend().send({m_draft, to, std::nullopt, std::nullopt, as, false});
    sent.waitForFinished();
    return sent.result();
  }

  HttpThread m_http;
  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<providers::SandboxServer> m_sandbox;
  std::unique_ptr<SendingWorkspace> m_workspace;
  ProviderId m_provider;
  campaign::Campaign m_draft;
};

QTEST_GUILESS_MAIN(TestSendTest)
#include "test_send_test.moc"
