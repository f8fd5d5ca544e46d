// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "providers/routes/group_repository.h"
#include "support/generic_provider.h"
#include "support/hostile_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

Q_DECLARE_METATYPE(heliograph::campaign::ProviderFields)

using namespace heliograph;
using namespace heliograph::delivery;
using test::HostileAct;
using test::HostileServer;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kFieldsPatience = 120000;

/// A workspace that sends through a provider set up by hand, which asks for more than a text.
struct FieldsSending {
  explicit FieldsSending(const QString& json)
      : server({[](int, const QByteArray&) { return HostileAct{}; }, {}, {}, {}}) {
    provider = addProvider(QStringLiteral("By hand"), server.url(), json);
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
  }

  ProviderId addProvider(const QString& name, const QUrl& url, const QString& json) const {
    const QJsonObject headers{{QStringLiteral("X-Kind"), QStringLiteral("$$kind")}};
    return must(workspace.providers().create(test::genericProvider(name, url.toString(), json, headers)));
  }

  campaign::Campaign draft(const campaign::Route& route, const QByteArray& text,
                           const campaign::ProviderFields& fields) const {
    campaign::Campaign campaign = workspace.addCampaign(route, text);
    campaign.fields = fields;
    campaign.revision = must(workspace.campaigns().save(campaign, campaign.revision));
    return campaign;
  }

  void sendAll() {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.count() > 0 || idle.wait(kFieldsPatience));
    service.stop();
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  HostileServer server;
  ProviderId provider;
  DeliveryOptions options;
};

const QString kWithText =
    QStringLiteral(R"({"to":"$$To","text":"$$Body","tid":"$$TemplateID","vars":"$$TemplateVariables","uid":"$$uid"})");
const QString kTemplateOnly =
    QStringLiteral(R"({"to":"$$To","tid":"$$TemplateID","vars":"$$TemplateVariables","uid":"$$uid"})");

campaign::ProviderFields wholeFields() {
  return {QStringLiteral("1107"),
          QStringLiteral("Dear {#var#}, bye"),
          {"{{ Profile.identity | upcase }}"},
          {{QStringLiteral("uid"), "u-{{ Profile.identity }}"}},
          {{QStringLiteral("kind"), "sale"}},
          {}};
}

bool blocksWith(const std::vector<campaign::Issue>& issues, const char* code, const char* field) {
  return std::any_of(issues.begin(), issues.end(), [&](const campaign::Issue& issue) {
    return issue.severity == campaign::Severity::Block && issue.code == QLatin1String(code) &&
           issue.field == QLatin1String(field);
  });
}

}  // namespace

class FieldsSendingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatAProviderAsksForReachesTheWire() {
    FieldsSending sending(kWithText);
    sending.workspace.addPeople(1);
    const auto draft =
        sending.draft(SendingWorkspace::through(sending.provider), "Dear {{ Profile.identity }}, bye", wholeFields());
    (void)sending.workspace.publish(draft, 1);
    sending.sendAll();
    const auto received = sending.server.received();
    QCOMPARE(received.size(), std::size_t{1});
    const QJsonObject body = QJsonDocument::fromJson(received.front().body).object();
    QCOMPARE(body.value(u"text").toString(), QStringLiteral("Dear person-1, bye"));
    QCOMPARE(body.value(u"tid").toString(), QStringLiteral("1107"));
    QCOMPARE(body.value(u"vars").toArray(), QJsonArray{QStringLiteral("PERSON-1")});
    QCOMPARE(body.value(u"uid").toString(), QStringLiteral("u-person-1"));
    QVERIFY(received.front().head.contains("X-Kind: sale") || received.front().head.contains("x-kind: sale"));
  }

  void aProviderWithoutTextsNeedsNone() {
    FieldsSending sending(kTemplateOnly);
    sending.workspace.addPeople(2);
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), {}, wholeFields());
    QVERIFY(!campaign::hasBlockers(must(sending.workspace.publisher().check(draft)).issues));
    (void)sending.workspace.publish(draft, 2);
    sending.sendAll();
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'accepted'")), 2);
    QCOMPARE(sending.workspace.word(QStringLiteral("SELECT text FROM outbox WHERE profile_id = 2")),
             QStringLiteral("Dear PERSON-2, bye"));
    QVERIFY(!sending.server.received().front().body.contains("Dear"));
  }

  void theNextProviderGetsTheSame() {
    FieldsSending sending(kWithText);
    sending.workspace.addPeople(1);
    // Nobody listens there.
    const ProviderId dead =
        sending.addProvider(QStringLiteral("Dead"), QUrl(QStringLiteral("http://127.0.0.1:1/send")), kWithText);
    const GroupId group =
        must(sending.workspace.groups().create({GroupId{}, QStringLiteral("Both"), {dead, sending.provider}, false}));
    const auto draft =
        sending.draft(SendingWorkspace::through(group), "Dear {{ Profile.identity }}, bye", wholeFields());
    (void)sending.workspace.publish(draft, 1);
    sending.sendAll();
    QCOMPARE(sending.server.received().size(), std::size_t{1});
    QVERIFY(sending.server.received().front().body.contains("u-person-1"));
    const QString kept = sending.workspace.word(QStringLiteral("SELECT fields FROM outbox"));
    QCOMPARE(QJsonDocument::fromJson(kept.toUtf8()).object().value(u"template_id").toString(), QStringLiteral("1107"));
  }

  void anOwnPairReachesTheWireUnlessItsNameIsTaken() {
    FieldsSending sending(kWithText);
    sending.workspace.addPeople(1);
    campaign::ProviderFields fields = wholeFields();
    fields.body.push_back({QStringLiteral("uid"), "mine", true});
    const auto taken = sending.draft(SendingWorkspace::through(sending.provider), "Dear you, bye", fields);
    QVERIFY(campaign::hasBlockers(must(sending.workspace.publisher().check(taken)).issues));
    fields.body.back().name = QStringLiteral("tag");
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), "Dear you, bye", fields);
    (void)sending.workspace.publish(draft, 1);
    sending.sendAll();
    QCOMPARE(sending.server.received().size(), std::size_t{1});
    const QJsonObject body = QJsonDocument::fromJson(sending.server.received().front().body).object();
    QCOMPARE(body.value(u"tag").toString(), QStringLiteral("mine"));
  }

  void whatIsMissingBlocks_data() {
    QTest::addColumn<campaign::ProviderFields>("fields");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const std::function<void(campaign::ProviderFields&)>& change,
                        const char* code, const char* place) {
      campaign::ProviderFields fields = wholeFields();
      change(fields);
      QTest::newRow(name) << fields << QByteArray(code) << QByteArray(place);
    };
    row(
        "template id", [](auto& fields) { fields.templateId.clear(); }, "template_id_missing", "template_id");
    row(
        "variable", [](auto& fields) { fields.variables.clear(); }, "variable_missing", "variable.1");
    row(
        "value", [](auto& fields) { fields.body.clear(); }, "value_missing", "body.uid");
    row(
        "header", [](auto& fields) { fields.headers.front().value = " "; }, "value_missing", "header.kind");
    row(
        "broken value", [](auto& fields) { fields.body.front().value = "{{ Profile."; }, "field_syntax", "body.uid");
    row(
        "coupon", [](auto& fields) { fields.body.front().value = "{{ Coupon.Spring }}"; }, "field_coupon", "body.uid");
  }
  void whatIsMissingBlocks() {
    QFETCH(campaign::ProviderFields, fields);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, place);
    FieldsSending sending(kTemplateOnly);
    sending.workspace.addPeople(1);
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), {}, fields);
    const auto report = must(sending.workspace.publisher().check(draft));
    QVERIFY(blocksWith(report.issues, code.constData(), place.constData()));
  }

  void aTemplateIdThatIsNotDemandedIsWantedForIndiaOnly() {
    FieldsSending sending(kWithText);
    sending.workspace.addPeople(3);
    campaign::ProviderFields fields = wholeFields();
    fields.templateId.clear();
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), "Dear you, bye", fields);
    const auto issues = must(sending.workspace.publisher().check(draft)).issues;
    QVERIFY(blocksWith(issues, "template_id_missing", "template_id"));
    QVERIFY(std::any_of(issues.begin(), issues.end(), [](const campaign::Issue& issue) {
      return issue.code == u"template_id_missing" && issue.text.contains(QStringLiteral("3 people"));
    }));
    storage::Statement move(sending.fixture.database(), QStringLiteral("UPDATE profile SET country = 'DE'"));
    must(move.run());
    const auto abroad = must(sending.workspace.publisher().check(draft)).issues;
    QVERIFY(std::none_of(abroad.begin(), abroad.end(),
                         [](const campaign::Issue& issue) { return issue.code == u"template_id_missing"; }));
  }

  void aPlaceWithNothingBlocksWhateverIsAsked() {
    FieldsSending sending(kWithText);
    sending.workspace.addPeople(1);
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), "Dear {#1#}, bye", wholeFields());
    const auto issues = must(sending.workspace.publisher().check(draft)).issues;
    QVERIFY(blocksWith(issues, "message_template_place_open", "message"));
  }

  void whatABatchSharesCannotBePersonal() {
    FieldsSending sending(kWithText);
    sending.workspace.addPeople(1);
    const QJsonObject batch{{QStringLiteral("batch_key"), QStringLiteral("msgs")},
                            {QStringLiteral("max_batch"), QStringLiteral("10")}};
    const ProviderId batched = must(sending.workspace.providers().create(
        test::genericProvider(QStringLiteral("Batched"), sending.server.url().toString(),
                              QStringLiteral(R"({"hid":"$$hid","msgs":[{"to":"$$To","text":"$$Body","uid":"$$uid"}]})"),
                              {{QStringLiteral("X-Kind"), QStringLiteral("$$kind")}}, batch)));
    campaign::ProviderFields fields;
    fields.body = {{QStringLiteral("uid"), "{{ Profile.identity }}"}};
    fields.headers = {{QStringLiteral("kind"), "{{ Profile.identity }}"}};
    fields.globals = {{QStringLiteral("hid"), "{{ Profile.identity }}"}};
    const auto draft = sending.draft(SendingWorkspace::through(batched), "Hello", fields);
    const auto report = must(sending.workspace.publisher().check(draft));
    QVERIFY(blocksWith(report.issues, "value_not_personal", "header.kind"));
    QVERIFY(blocksWith(report.issues, "value_not_personal", "global.hid"));
    QVERIFY(!blocksWith(report.issues, "value_not_personal", "body.uid"));
  }

  void whoHasAnEmptyValueIsCountedAndLeftOut() {
    FieldsSending sending(kTemplateOnly);
    sending.workspace.addPeople(3);
    campaign::ProviderFields fields = wholeFields();
    fields.body.front().value = "{% if Profile.identity == 'person-2' %}{% else %}x{% endif %}";
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), {}, fields);
    const auto report = must(sending.workspace.publisher().check(draft));
    QCOMPARE(report.skipped.value(QStringLiteral("empty_value")), 1);
    QCOMPARE(report.sendable, 2);
    (void)sending.workspace.publish(draft, 2);
    sending.sendAll();
    QCOMPARE(sending.workspace.word(QStringLiteral("SELECT reason FROM outbox WHERE profile_id = 2")),
             QStringLiteral("empty_value"));
    QCOMPARE(sending.server.received().size(), std::size_t{2});
  }

  void fieldsThatNobodyAsksForStayAtHome() {
    FieldsSending sending(QStringLiteral(R"({"to":"$$To","text":"$$Body"})"));
    sending.workspace.addPeople(1);
    campaign::ProviderFields fields = wholeFields();
    fields.body.front().value = "{{ Profile.nothing_there }}";
    const auto draft = sending.draft(SendingWorkspace::through(sending.provider), "Hello", fields);
    (void)sending.workspace.publish(draft, 1);
    sending.sendAll();
    QCOMPARE(sending.server.received().size(), std::size_t{1});
    QVERIFY(!sending.server.received().front().body.contains("1107"));
  }
};

QTEST_GUILESS_MAIN(FieldsSendingTest)
#include "fields_sending_test.moc"
