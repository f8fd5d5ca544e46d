// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include "contract/provider_calls.h"
#include "providers/answer/account_check.h"
#include "providers/sandbox/sandbox_server.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;
using Mode = SandboxBehaviour::Mode;

namespace {

OutgoingMessage messageTo(const char* number) {
  static int count = 0;
  OutgoingMessage message;
  message.to = QString::fromLatin1(number);
  message.body = QStringLiteral("Hello & more + \"all\" नमस्ते");
  message.clientId = QStringLiteral("hg-%1").arg(++count);
  return message;
}

}  // namespace

/// The sandbox's definition against the sandbox, over a real connection: what we conclude is what it has on record.
class ProviderSandboxTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto url = m_sandbox.start(0, m_folder.filePath(QStringLiteral("record.jsonl")));
    QVERIFY2(url, url ? "" : qPrintable(url.error().message));
    m_line.provider.name = QStringLiteral("Sandbox");
    m_line.provider.type = QStringLiteral("sandbox");
    m_line.provider.baseUrl = url->toString();
  }
  void init() { m_sandbox.setBehaviour({}); }

  void whatIsAcceptedIsOnRecord() {
    const OutgoingMessage message = messageTo("+15005550006");
    const SendVerdict verdict = sendOver(m_client, m_line, message);
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    const auto recorded = m_sandbox.record().byClientRef(message.clientId);
    QVERIFY(recorded);
    QCOMPARE(recorded->size(), size_t{1});
    QCOMPARE(recorded->front().id, verdict.messageId);
    QCOMPARE(recorded->front().body, message.body);
    QCOMPARE(recorded->front().to, message.to);
  }

  void testNumbersAreAnsweredAsTheySay_data() {
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("no such number") << QByteArray("+15005550001") << "bad_number";
    QTest::newRow("no route") << QByteArray("+15005550002") << "permanent";
    QTest::newRow("country") << QByteArray("+15005550003") << "permanent";
    QTest::newRow("opted out") << QByteArray("+15005550004") << "opted_out";
    QTest::newRow("not a mobile") << QByteArray("+15005550009") << "bad_number";
    QTest::newRow("no credit") << QByteArray("+15005550005") << "no_credit";
    QTest::newRow("throttled") << QByteArray("+15005550008") << "retry_after";
  }
  void testNumbersAreAnsweredAsTheySay() {
    QFETCH(QByteArray, number);
    const SendVerdict verdict = sendOver(m_client, m_line, messageTo(number.constData()));
    QTEST(sendOutcomeName(verdict.outcome), "outcome");
    QVERIFY(!verdict.words.isEmpty());
    QVERIFY(!verdict.words.contains(QString::fromLatin1(number.mid(1))));
    if (verdict.temporary) QVERIFY(verdict.retryAfter.count() > 0);
  }

  void misbehaviourIsInDoubtAndALookUpSettlesIt_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("recorded");
    for (const bool recorded : {true, false}) {
      const char* end = recorded ? "took it" : "did not take it";
      QTest::addRow("fails, %s", end) << static_cast<int>(Mode::Fail) << recorded;
      QTest::addRow("closes, %s", end) << static_cast<int>(Mode::Close) << recorded;
      QTest::addRow("speaks nonsense, %s", end) << static_cast<int>(Mode::Nonsense) << recorded;
      QTest::addRow("stalls, %s", end) << static_cast<int>(Mode::Stall) << recorded;
    }
    QTest::newRow("lies") << static_cast<int>(Mode::Lie) << true;
  }
  void misbehaviourIsInDoubtAndALookUpSettlesIt() {
    QFETCH(int, mode);
    QFETCH(bool, recorded);
    SandboxBehaviour behaviour;
    behaviour.mode = static_cast<Mode>(mode);
    behaviour.recorded = recorded;
    m_sandbox.setBehaviour(behaviour);
    const OutgoingMessage message = messageTo("+15005550006");
    QCOMPARE(sendOutcomeName(sendOver(m_client, m_line, message).outcome), QStringLiteral("in_doubt"));
    m_sandbox.setBehaviour({});
    const LookUpVerdict found = lookUpOver(m_client, m_line, {QString(), message.clientId});
    QCOMPARE(found.outcome, recorded ? LookUpVerdict::Outcome::Found : LookUpVerdict::Outcome::NotFound);
    QCOMPARE(found.messageId.isEmpty(), !recorded);
    QCOMPARE(m_sandbox.record().byClientRef(message.clientId)->size(), size_t{recorded ? 1U : 0U});
  }

  void aMessageIsFoundByItsIdToo() {
    const SendVerdict sent = sendOver(m_client, m_line, messageTo("+15005550006"));
    QCOMPARE(lookUpOver(m_client, m_line, {sent.messageId, QString()}).outcome, LookUpVerdict::Outcome::Found);
    QCOMPARE(lookUpOver(m_client, m_line, {QStringLiteral("SB9999999999"), QString()}).outcome,
             LookUpVerdict::Outcome::NotFound);
  }

  void theAccountIsGood() {
    std::optional<Result<AccountVerdict>> verdict;
    AccountCheck check(m_client);
    check.run(m_line.definition(), m_line.provider, {}, this, [&](auto end) { verdict = std::move(end); });
    QTRY_VERIFY(verdict.has_value());
    QVERIFY(*verdict);
    QCOMPARE((*verdict)->outcome, AccountVerdict::Outcome::Good);
  }

 private:
  QTemporaryDir m_folder;
  SandboxServer m_sandbox;
  Line m_line;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(ProviderSandboxTest)
#include "provider_sandbox_test.moc"
