// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <mutex>

#include "delivery/courier/delivery_service.h"
#include "providers/routes/provider_secrets.h"
#include "storage/statement.h"
#include "support/hostile_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::HostileAct;
using test::HostilePlan;
using test::HostileServer;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kLeakPatience = 120000;

/// What a test looks for; written so that escaping shows and nothing else is spelt like it.
const QString kMarkedSecret = QStringLiteral("Zq9/sEcReT+\"key&");
const QString kMarkedText = QStringLiteral("Marked text qXw for Anna & Co");
const QString kMarkedNumber = QStringLiteral("+919812345678");
const QString kMarkedDigits = QStringLiteral("9812345678");

/// A person's own definitions: keys in path and query, which sign as well; keys in XML.
const QByteArray kKeyInAddress =
    R"({"id":"key_in_address","name":"Key in address","base_url":"https://a.example","secrets_in_address":true,
    "settings":[{"name":"key","label":"Key","secret":true,"required":true},
      {"name":"path_key","label":"Path","secret":true,"required":true},
      {"name":"signing_key","label":"Signing key","secret":true,"required":true}],
    "request_signature":{"strategy":"hmac","secret":"signing_key","over":"{Path}?{Query}",
      "fields":[{"name":"sign","value":"{Signature}"}]},
    "send":{"request":{"method":"GET","path":"/v1/{secrets.path_key}/send?key={secrets.key}",
      "query":[{"name":"to","value":"{To}"},{"name":"text","value":"{Body}"}]},
      "answer":{"select":{"id":"id","code":"code","words":"message"},
        "rules":[{"status":200,"outcome":"accepted"},{"status":"4xx","outcome":"permanent"}]}}})";
const QByteArray kKeyInXml =
    R"({"id":"key_in_xml","name":"Key in XML","base_url":"https://a.example",
    "settings":[{"name":"key","label":"Key","secret":true,"required":true}],
    "send":{"request":{"method":"PUT","path":"/send",
      "xml":"<sms key='{secrets.key}'><key>{secrets.key}</key><to>{To}</to><text>{Body}</text></sms>"},
      "answer":{"select":{"id":"id","code":"code","words":"message"},
        "rules":[{"status":200,"outcome":"accepted"},{"status":"4xx","outcome":"permanent"}]}}})";

std::mutex logMutex;
QString logged;

void keepLog(QtMsgType, const QMessageLogContext& context, const QString& text) {
  const std::lock_guard lock(logMutex);
  logged += QString::fromLatin1(context.category) + QStringLiteral(": ") + text + QLatin1Char('\n');
}

QString secretOf(const QString& field) {
  return kMarkedSecret + field;
}

/// Every way in which a secret may be written, the one of a Basic header included.
QStringList spellings(const QString& secret) {
  const QByteArray plain = secret.toUtf8();
  QString json = secret;
  json.replace(u'"', QStringLiteral("\\\""));
  return {secret,
          json,
          secret.toHtmlEscaped(),
          QString::fromLatin1(plain.toPercentEncoding()),
          QString::fromLatin1(("user:" + plain).toBase64()),
          QString::fromLatin1(plain.toBase64())};
}

/// A value that a field takes.
QString valueFor(const providers::SettingField& field) {
  if (!field.choices.empty()) return field.defaultValue.isEmpty() ? field.choices.front().value : field.defaultValue;
  if (field.type == providers::SettingField::Type::Number) return QStringLiteral("100");
  if (field.type == providers::SettingField::Type::Flag) return QStringLiteral("false");
  if (!field.defaultValue.isEmpty()) return field.defaultValue;
  if (field.pattern.isEmpty()) return field.required ? QStringLiteral("user") : QString();
  const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.pattern));
  for (const QString& value :
       {QStringLiteral("user"), QStringLiteral("HELIOG"), QStringLiteral("+15005550006"), QStringLiteral("15005550006"),
        QStringLiteral("AC") + QString(32, u'a'), QStringLiteral("MG") + QString(32, u'a'), QString(24, u'a'),
        QString(19, u'1'), QStringLiteral("https://example.com/send"), QStringLiteral("MA") + QString(18, u'A')}) {
    if (pattern.match(value).hasMatch()) return value;
  }
  return {};
}

enum class Fault { Echo, EchoAccepted, Redirect, Dead, Silent, Broken };

/// An answer that repeats all it was told, in whatever place a definition may read.
QByteArray echo(const QStringList& told) {
  const QString all = told.join(QLatin1Char(' '));
  const QJsonArray entries{QJsonObject{{QStringLiteral("status"), QStringLiteral("9")},
                                       {QStringLiteral("message-id"), all},
                                       {QStringLiteral("messageId"), all},
                                       {QStringLiteral("error-text"), all},
                                       {QStringLiteral("error"), all}}};
  QJsonObject json{{QStringLiteral("messages"), entries},
                   {QStringLiteral("message_uuid"), QJsonArray{all}},
                   {QStringLiteral("requestError"),
                    QJsonObject{{QStringLiteral("serviceException"),
                                 QJsonObject{{QStringLiteral("text"), all}, {QStringLiteral("messageId"), all}}}}},
                   {QStringLiteral("RestException"), QJsonObject{{QStringLiteral("Message"), all}}},
                   {QStringLiteral("SMSMessage"), QJsonObject{{QStringLiteral("Sid"), all}}}};
  for (const char* key : {"id", "sid", "code", "message", "words", "error", "error_code", "error_message", "type",
                          "request_id", "api_id", "description"}) {
    json.insert(QLatin1String(key), all);
  }
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// One kind of provider, made to send one marked message to a server that misbehaves.
struct LeakWorld {
  explicit LeakWorld(const QString& type) {
    workspace.addPerson(1, kMarkedNumber);
    providers::Provider provider;
    provider.type = type;
    for (const QByteArray& own : {kKeyInAddress, kKeyInXml}) workspace.addDefinition(own);
    const providers::ProviderDefinition* definition = workspace.catalog().find(type);
    if (!definition) qFatal("no such kind");
    for (const auto& field : definition->settings) {
      const QString value = field.secret ? QString() : valueFor(field);
      if (!value.isEmpty()) provider.settings.insert(field.name, value);
    }
    if (type == u"http") {
      provider.settings.insert(QStringLiteral("auth"), QStringLiteral("basic"));
      provider.settings.insert(QStringLiteral("username"), QStringLiteral("user"));
      provider.settings.insert(QStringLiteral("headers"),
                               QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("X-Key")},
                                                      {QStringLiteral("secret"), QStringLiteral("header_key")}}});
      provider.settings.insert(QStringLiteral("parameters"),
                               QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("to")},
                                                      {QStringLiteral("value"), QStringLiteral("$$To")}},
                                          QJsonObject{{QStringLiteral("name"), QStringLiteral("text")},
                                                      {QStringLiteral("value"), QStringLiteral("$$Body")}}});
    }
    settings = provider.settings;
    kind = type;
    // Those that are in use: what isn't sent can't be repeated.
    for (const auto& field : providers::secretFields(*definition, provider)) secretNames << field.name;
    if (type == u"http" && !secretNames.contains(QStringLiteral("header_key"))) {
      secretNames << QStringLiteral("header_key");
    }
    for (const QString& name : secretNames) {
      must(workspace.secrets().write(QStringLiteral("Marked"), name, secretOf(name)));
      for (const QString& spelling : spellings(secretOf(name))) told << spelling;
    }
    told << kMarkedText << kMarkedNumber << kMarkedDigits;
    options.deadline = std::chrono::milliseconds(500);
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
    options.askUnclear = false;
  }

  /// Sends through a provider at that address until the message has been tried.
  void send(const QUrl& url) {
    if (kind == u"http") settings.insert(QStringLiteral("endpoint"), url.toString());
    storage::Statement insert(fixture.database(),
                              QStringLiteral("INSERT INTO provider (name, type, settings, base_url, created_at) VALUES "
                                             "('Marked', ?, ?, ?, 0)"));
    insert.bind(kind).bind(QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact)));
    insert.bind(kind == u"http" ? QString() : url.adjusted(QUrl::RemovePath | QUrl::StripTrailingSlash).toString());
    must(insert.run());
    campaign::Campaign draft;
    draft.name = QStringLiteral("Marked");
    draft.route = SendingWorkspace::through(ProviderId{insert.insertedId()});
    draft.audience = campaign::Audience::everybody();
    draft.message = kMarkedText.toUtf8();
    draft.when = schedule::OnPublish{};
    // For those that send an approved text.
    draft.fields.templateId = QStringLiteral("110712345678901234");
    draft.fields.approvedText = kMarkedText;
    (void)workspace.publish(must(workspace.campaigns().create(draft)), 1);
    DeliveryService service(workspace.context(), options);
    service.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(
        workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE finished_at IS NOT NULL")) > 0,
        kLeakPatience);
    service.stop();
  }

  /// What the provider calls the message.
  [[nodiscard]] QString keptIds() const {
    return workspace.word(QStringLiteral("SELECT coalesce(group_concat(message_id, ' '), '') FROM attempt"));
  }
  /// What was kept of the answers.
  [[nodiscard]] QString keptWords() const {
    return workspace.word(QStringLiteral("SELECT group_concat(a.code || ' ' || a.words, ' ') FROM attempt a")) +
           workspace.word(QStringLiteral("SELECT coalesce(group_concat(last_problem, ' '), '') FROM provider")) +
           workspace.word(QStringLiteral("SELECT coalesce(group_concat(words, ' '), '') FROM run_left_out"));
  }
  /// All files of the workspace, the write-ahead log included.
  [[nodiscard]] QByteArray fileBytes() {
    QByteArray bytes;
    const QFileInfo file(fixture.database().path());
    for (const QString& name : file.dir().entryList({file.fileName() + QLatin1Char('*')}, QDir::Files)) {
      QFile one(file.dir().filePath(name));
      if (one.open(QIODevice::ReadOnly)) bytes += one.readAll();
    }
    return bytes;
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  DeliveryOptions options;
  QString kind;
  QJsonObject settings;
  QStringList secretNames;
  QStringList told;
};

HostileAct actOf(Fault fault, const QStringList& told, const QUrl& elsewhere) {
  HostileAct act;
  act.body = echo(told);
  switch (fault) {
    case Fault::Echo:
      act.status = 400;
      break;
    case Fault::EchoAccepted:
      act.status = 200;
      break;
    case Fault::Redirect:
      act.status = 307;
      act.headers = {{"Location", elsewhere.toEncoded()}};
      break;
    case Fault::Silent:
      act.kind = HostileAct::Kind::Stall;
      break;
    case Fault::Broken:
    case Fault::Dead:
      act.kind = HostileAct::Kind::Reset;
      break;
  }
  return act;
}

QUrl closedPort() {
  QTcpServer server;
  if (!server.listen(QHostAddress::LocalHost)) qFatal("no port");
  return QUrl(QStringLiteral("http://127.0.0.1:%1/messages").arg(server.serverPort()));
}

}  // namespace

Q_DECLARE_METATYPE(Fault)

class NothingLeaksTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void marksStayWhereTheyBelong_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<Fault>("fault");
    const auto catalog = must(providers::DefinitionCatalog::builtIn());
    const std::pair<const char*, Fault> faults[] = {
        {"repeats the request", Fault::Echo}, {"accepts and repeats it", Fault::EchoAccepted},
        {"redirects", Fault::Redirect},       {"nobody there", Fault::Dead},
        {"says nothing", Fault::Silent},      {"breaks off", Fault::Broken}};
    QStringList kinds{QStringLiteral("key_in_address"), QStringLiteral("key_in_xml")};
    for (const auto& definition : catalog.all()) kinds << definition.id;
    for (const QString& kind : kinds) {
      for (const auto& [name, fault] : faults) QTest::addRow("%s %s", qPrintable(kind), name) << kind << fault;
    }
  }
  void marksStayWhereTheyBelong() {
    QFETCH(QString, type);
    QFETCH(Fault, fault);
    HostilePlan elsewherePlan;
    elsewherePlan.onRequest = [](int, const QByteArray&) { return HostileAct{}; };
    const HostileServer elsewhere(elsewherePlan);
    LeakWorld world(type);
    HostilePlan plan;
    const HostileAct act = actOf(fault, world.told, elsewhere.url());
    plan.onRequest = [act](int, const QByteArray&) { return act; };
    plan.onGet = plan.onRequest;
    const HostileServer server(plan);

    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
    const auto before = qInstallMessageHandler(keepLog);
    world.send(fault == Fault::Dead ? closedPort() : server.url());
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});

    const std::lock_guard lock(logMutex);
    const QString kept = world.keptWords();
    const QString ids = world.keptIds();
    const QByteArray bytes = world.fileBytes();
    QVERIFY(!bytes.isEmpty());
    for (const QString& name : world.secretNames) {
      for (const QString& spelling : spellings(secretOf(name))) {
        QVERIFY2(!logged.contains(spelling), qPrintable(QStringLiteral("log: ") + spelling));
        QVERIFY2(!kept.contains(spelling), qPrintable(QStringLiteral("kept: ") + kept));
        QVERIFY2(!ids.contains(spelling), qPrintable(QStringLiteral("id: ") + ids));
        QVERIFY2(!bytes.contains(spelling.toUtf8()), qPrintable(QStringLiteral("workspace: ") + spelling));
      }
    }
    for (const QString& mark : {kMarkedText, kMarkedNumber, kMarkedDigits}) {
      QVERIFY2(!logged.contains(mark), qPrintable(QStringLiteral("log: ") + mark));
      QVERIFY2(!kept.contains(mark), qPrintable(QStringLiteral("kept: ") + kept));
    }
    QVERIFY2(!ids.contains(kMarkedText), qPrintable(QStringLiteral("id: ") + ids));
    // Credentials go to their own host alone.
    QVERIFY(elsewhere.received().empty());
  }
};

QTEST_GUILESS_MAIN(NothingLeaksTest)
#include "nothing_leaks_test.moc"
