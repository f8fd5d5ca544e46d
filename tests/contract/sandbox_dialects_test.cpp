// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include "contract/stand_in.h"
#include "providers/sandbox/sandbox_server.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;
using Mode = SandboxBehaviour::Mode;

/// The definitions of Twilio and Vonage against the sandbox, which speaks as they do: what we conclude is what it has
/// on record.
class SandboxDialectsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto url = m_sandbox.start(0, m_folder.filePath(QStringLiteral("record.jsonl")));
    QVERIFY2(url, url ? "" : qPrintable(url.error().message));
    m_url = url->toString();
  }
  void init() { m_sandbox.setBehaviour({}); }

  void whatIsAcceptedIsOnRecord_data() { addKinds(); }
  void whatIsAcceptedIsOnRecord() {
    QFETCH(QString, kind);
    const OutgoingMessage message = numbered(hostileText);
    const SendVerdict verdict = sendOver(m_client, line(kind), message);
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QVERIFY(!verdict.messageId.isEmpty());
    const SandboxMessage kept = last();
    QCOMPARE(kept.body, hostileText);
    QCOMPARE(kept.to, message.to);
    QCOMPARE(kept.status, QStringLiteral("accepted"));
  }

  void testNumbersAreAnsweredAsTheSenderSays_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* kind, const char* number, const char* outcome) {
      QTest::addRow("%s %s", kind, number)
          << QString::fromLatin1(kind) << QString::fromLatin1(number) << QString::fromLatin1(outcome);
    };
    row("twilio", "+15005550001", "bad_number");
    row("twilio", "+15005550002", "permanent");
    row("twilio", "+15005550003", "permanent");
    row("twilio", "+15005550004", "opted_out");
    row("twilio", "+15005550009", "bad_number");
    row("twilio", "+15005550005", "credentials");
    row("twilio", "+15005550008", "retry_after");
    row("vonage", "+15005550001", "permanent");
    row("vonage", "+15005550005", "no_credit");
    row("vonage", "+15005550002", "permanent");
    row("vonage", "+15005550003", "permanent");
    row("vonage", "+15005550004", "opted_out");
    row("vonage", "+15005550009", "opted_out");
    row("vonage", "+15005550008", "retry_after");
  }
  void testNumbersAreAnsweredAsTheSenderSays() {
    QFETCH(QString, kind);
    QFETCH(QString, number);
    OutgoingMessage message = numbered(QStringLiteral("Hello"));
    message.to = number;
    QTEST(sendOutcomeName(sendOver(m_client, line(kind), message).outcome), "outcome");
  }

  void aWrongSecretIsRejected_data() { addKinds(); }
  void aWrongSecretIsRejected() {
    QFETCH(QString, kind);
    Line wrong = line(kind);
    for (QString& secret : wrong.secrets) secret = QStringLiteral("wrong-one");
    const qint64 before = m_sandbox.record().count();
    QCOMPARE(sendOutcomeName(sendOver(m_client, wrong, numbered(QStringLiteral("Hello"))).outcome),
             QStringLiteral("credentials"));
    QCOMPARE(m_sandbox.record().count(), before);
    QCOMPARE(account(wrong).outcome, AccountVerdict::Outcome::Rejected);
    QCOMPARE(account(line(kind)).outcome, AccountVerdict::Outcome::Good);
  }

  void misbehaviourIsInDoubt_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("recorded");
    for (const char* kind : {"twilio", "vonage"}) {
      for (const bool recorded : {true, false}) {
        const auto row = [&](const char* name, Mode mode) {
          QTest::addRow("%s %s, %s", kind, name, recorded ? "took it" : "did not take it")
              << QString::fromLatin1(kind) << static_cast<int>(mode) << recorded;
        };
        row("fails", Mode::Fail);
        row("closes", Mode::Close);
        row("speaks nonsense", Mode::Nonsense);
      }
      QTest::addRow("%s lies", kind) << QString::fromLatin1(kind) << static_cast<int>(Mode::Lie) << true;
    }
  }
  void misbehaviourIsInDoubt() {
    QFETCH(QString, kind);
    QFETCH(int, mode);
    QFETCH(bool, recorded);
    SandboxBehaviour behaviour;
    behaviour.mode = static_cast<Mode>(mode);
    behaviour.recorded = recorded;
    m_sandbox.setBehaviour(behaviour);
    const OutgoingMessage message =
        numbered(QStringLiteral("Only once %1").arg(QLatin1String(QTest::currentDataTag())));
    const QDateTime began = QDateTime::currentDateTimeUtc();
    QCOMPARE(sendOutcomeName(sendOver(m_client, line(kind), message).outcome), QStringLiteral("in_doubt"));
    if (kind != QStringLiteral("twilio")) return;
    // Twilio knows no id of ours: the message is looked for by number, text and time.
    m_sandbox.setBehaviour({});
    const LookUpVerdict found =
        lookUpOver(m_client, line(kind), {{}, message.clientId, message.to, message.body, began});
    QCOMPARE(found.outcome == LookUpVerdict::Outcome::Found, recorded);
  }

  void aMessageForLaterIsHeld() {
    Line service = line(QStringLiteral("twilio"));
    service.provider.settings.insert(QStringLiteral("messaging_service_sid"),
                                     QStringLiteral("MG0123456789abcdef0123456789abcdef"));
    OutgoingMessage message = numbered(QStringLiteral("Later"));
    // It keeps messages for 35 days by the computer's clock.
    message.sendAt = QDateTime(QDate::currentDate().addDays(10), QTime(9, 30), Qt::UTC);
    QCOMPARE(sendOutcomeName(sendOver(m_client, service, message).outcome), QStringLiteral("accepted"));
    QCOMPARE(last().sendAt, message.sendAt);
    QCOMPARE(last().service, QStringLiteral("MG0123456789abcdef0123456789abcdef"));
    // Without a service nobody holds it.
    QCOMPARE(sendOutcomeName(sendOver(m_client, line(QStringLiteral("twilio")), message).outcome),
             QStringLiteral("permanent"));
  }

  void theSenderIsOneOfTheAccounts() {
    const Line twilio = line(QStringLiteral("twilio"));
    const auto request = buildSenderCheck(twilio.definition(), twilio.provider, twilio.secrets);
    QVERIFY(request);
    const auto verdict = readSenderCheck(twilio.definition(), exchange(m_client, *request, false), twilio.secrets);
    QCOMPARE(verdict.outcome, AccountVerdict::Outcome::Good);
  }

 private:
  static void addKinds() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("Twilio") << QStringLiteral("twilio");
    QTest::newRow("Vonage") << QStringLiteral("vonage");
  }

  static SandboxOptions optionsHere() {
    SandboxOptions options;
    options.token = QStringLiteral("right-one");
    return options;
  }

  [[nodiscard]] Line line(const QString& kind) const {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = kind;
    line.provider.baseUrl = m_url;
    if (kind == QStringLiteral("twilio")) {
      line.provider.settings = {{QStringLiteral("account_sid"), QStringLiteral("AC0123456789abcdef0123456789abcdef")},
                                {QStringLiteral("from"), QStringLiteral("+15557122661")}};
      line.secrets = {{QStringLiteral("auth_token"), QStringLiteral("right-one")}};
    } else {
      line.provider.settings = {{QStringLiteral("api_key"), QStringLiteral("abcd1234")},
                                {QStringLiteral("from"), QStringLiteral("Acme")}};
      line.secrets = {{QStringLiteral("api_secret"), QStringLiteral("right-one")}};
    }
    return line;
  }

  static OutgoingMessage numbered(const QString& body) {
    static int count = 0;
    OutgoingMessage message = textMessage(body, QStringLiteral("+15005550006"));
    message.clientId = QStringLiteral("hg-2-%1").arg(++count);
    return message;
  }

  [[nodiscard]] SandboxMessage last() const {
    return m_sandbox.record().since(m_sandbox.record().count() - 1, 1)->front();
  }

  AccountVerdict account(const Line& line) {
    const auto request = buildAccountCheck(line.definition(), line.provider, line.secrets);
    if (!request) qFatal("%s", qPrintable(request.error().message));
    return readAccountCheck(line.definition(), exchange(m_client, *request, false), line.secrets);
  }

  QTemporaryDir m_folder;
  SandboxServer m_sandbox{optionsHere()};
  QString m_url;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(SandboxDialectsTest)
#include "sandbox_dialects_test.moc"
