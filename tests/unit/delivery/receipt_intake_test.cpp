// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/receipt_intake.h"

#include <QTest>
#include <algorithm>
#include <memory>

#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sending_workspace.h"
#include "tests/support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using heliograph::test::must;
using heliograph::test::SendingWorkspace;
using providers::Receipt;
using Kind = providers::Receipt::Kind;

class ReceiptIntakeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();

  void theOrderAndTheNumberOfReceiptsDontMatter_data();
  void theOrderAndTheNumberOfReceiptsDontMatter();
  void theStateOfSendingStays();
  void whatArrivedIsNotSentAgain_data();
  void whatArrivedIsNotSentAgain();
  void aReceiptFindsItsMessage_data();
  void aReceiptFindsItsMessage();
  void aReceiptThatIsEarlierThanTheAnswerWaits();
  void nobodyWaitsForEver();
  void aFailureOfAnEarlierTryMeansNothing();
  void anOptOutAtTheProviderHoldsForAll();
  void aClickIsCountedOnce();
  void aReplyIsKeptOnce();
  void aReplyIsLinkedToTheLastMessage();
  void theLatestAnswerCounts_data();
  void theLatestAnswerCounts();
  void noAnswerUndoesWhatAPersonDecided_data();
  void noAnswerUndoesWhatAPersonDecided();
  void aProvidersOptOutEndsWithALaterStart();
  void whatAnAnswerAskedForIsNotedAsConsent();
  void aDeletedPersonTakesTheirRepliesAlong();

 private:
  void send(int row, const QString& messageId, const QString& clientId, int person = 0);
  [[nodiscard]] Receipt receipt(Kind kind, const QString& messageId = QStringLiteral("m1")) const;
  [[nodiscard]] Receipt reply(const QString& text, int minute = 0, const QString& id = {}) const;
  IntakeReport take(const std::vector<Receipt>& receipts) const {
    return must(ReceiptIntake(m_fixture->database(), m_clock).take(m_provider, receipts));
  }
  [[nodiscard]] bool isSuppressed(int person = 1) const {
    return must(
        audience::SuppressionRepository(m_fixture->database(), m_clock).isSuppressed(SendingWorkspace::number(person)));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_world;
  ProviderId m_provider;
  RunId m_run;
};

void ReceiptIntakeTest::init() {
  m_clock.set(QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC));
  m_fixture = std::make_unique<test::WorkspaceFixture>();
  m_world = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
  m_world->addPeople(3);
  m_provider = m_world->addSandbox(QStringLiteral("One"), QUrl(QStringLiteral("http://127.0.0.1:1")));
  m_run = m_world->publish(m_world->addCampaign(SendingWorkspace::through(m_provider)), 3);
  send(1, QStringLiteral("m1"), QStringLiteral("c1"));
}

void ReceiptIntakeTest::cleanup() {
  m_world.reset();
  m_fixture.reset();
}

/// An accepted message to the person of that number, with one try.
void ReceiptIntakeTest::send(int row, const QString& messageId, const QString& clientId, int person) {
  const int to = person > 0 ? person : row;
  storage::Statement outbox(m_fixture->database(),
                            QStringLiteral("INSERT INTO outbox (id, run_id, profile_id, address, state, text, "
                                           "provider_id, message_id, tries, updated_at) VALUES (?, ?, ?, ?, 'accepted',"
                                           " 'Hello', ?, ?, 1, ?)"));
  outbox.bind(row).bind(m_run).bind(to).bind(SendingWorkspace::number(to)).bind(m_provider).bind(messageId);
  must(outbox.bind(m_clock.now()).run());
  storage::Statement attempt(m_fixture->database(),
                             QStringLiteral("INSERT INTO attempt (outbox_id, number, provider_id, client_id, "
                                            "started_at, outcome, message_id) VALUES (?, 1, ?, ?, 0, 'accepted', ?)"));
  must(attempt.bind(row).bind(m_provider).bind(clientId).bind(messageId).run());
}

Receipt ReceiptIntakeTest::receipt(Kind kind, const QString& messageId) const {
  Receipt made;
  made.kind = kind;
  made.messageId = messageId;
  if (kind == Kind::Failed) {
    made.code = 905;
    made.words = QStringLiteral("30003 Unreachable");
  }
  made.at = m_clock.now();
  return made;
}

Receipt ReceiptIntakeTest::reply(const QString& text, int minute, const QString& id) const {
  Receipt made;
  made.kind = Kind::Replied;
  made.messageId = id.isEmpty() ? text + QString::number(minute) : id;
  made.number = SendingWorkspace::number(1).mid(1);
  made.text = text;
  made.at = m_clock.now().addSecs(-3600 + minute * 60);
  return made;
}

void ReceiptIntakeTest::theOrderAndTheNumberOfReceiptsDontMatter_data() {
  QTest::addColumn<QList<int>>("kinds");
  QTest::addColumn<QString>("state");
  const int sent = static_cast<int>(Kind::Sent);
  const int failed = static_cast<int>(Kind::Failed);
  const int delivered = static_cast<int>(Kind::Delivered);
  QTest::newRow("sent") << QList<int>{sent} << QStringLiteral("sent");
  QTest::newRow("failed") << QList<int>{sent, failed} << QStringLiteral("failed");
  QTest::newRow("failed, told twice") << QList<int>{failed, failed, sent} << QStringLiteral("failed");
  QTest::newRow("delivered") << QList<int>{sent, delivered} << QStringLiteral("delivered");
  QTest::newRow("all of it") << QList<int>{failed, sent, delivered, delivered} << QStringLiteral("delivered");
}

void ReceiptIntakeTest::theOrderAndTheNumberOfReceiptsDontMatter() {
  QFETCH(QList<int>, kinds);
  QFETCH(QString, state);
  std::sort(kinds.begin(), kinds.end());
  do {
    m_world->execute(QStringLiteral("UPDATE outbox SET delivery_state = NULL, delivery_code = NULL"));
    for (const int kind : kinds) take({receipt(static_cast<Kind>(kind))});
    QCOMPARE(m_world->word(QStringLiteral("SELECT delivery_state FROM outbox")), state);
    QCOMPARE(m_world->figure(QStringLiteral("SELECT coalesce(delivery_code, 0) FROM outbox")),
             state == QStringLiteral("failed") ? 905 : 0);
  } while (std::next_permutation(kinds.begin(), kinds.end()));
}

void ReceiptIntakeTest::theStateOfSendingStays() {
  m_world->execute(QStringLiteral("UPDATE outbox SET updated_at = 5"));
  take({receipt(Kind::Failed)});
  QCOMPARE(m_world->word(QStringLiteral("SELECT state || updated_at FROM outbox")), QStringLiteral("accepted5"));
}

void ReceiptIntakeTest::whatArrivedIsNotSentAgain_data() {
  QTest::addColumn<QString>("before");
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QString>("after");
  QTest::newRow("unclear, delivered") << QStringLiteral("in_doubt") << Kind::Delivered << QStringLiteral("accepted");
  QTest::newRow("unclear, with the provider") << QStringLiteral("in_doubt") << Kind::Sent << QStringLiteral("accepted");
  QTest::newRow("unclear, failed") << QStringLiteral("in_doubt") << Kind::Failed << QStringLiteral("in_doubt");
  // Somebody has said that it was not sent.
  QTest::newRow("to be sent again, delivered")
      << QStringLiteral("pending") << Kind::Delivered << QStringLiteral("accepted");
  QTest::newRow("about to be sent again, delivered")
      << QStringLiteral("claimed") << Kind::Delivered << QStringLiteral("accepted");
  QTest::newRow("refused, delivered") << QStringLiteral("refused") << Kind::Delivered << QStringLiteral("refused");
}

void ReceiptIntakeTest::whatArrivedIsNotSentAgain() {
  QFETCH(QString, before);
  QFETCH(Kind, kind);
  m_world->execute(QStringLiteral("UPDATE outbox SET state = '%1', reason = ''").arg(before));
  take({receipt(kind)});
  QTEST(m_world->word(QStringLiteral("SELECT state FROM outbox")), "after");
}

void ReceiptIntakeTest::aReceiptFindsItsMessage_data() {
  QTest::addColumn<QString>("messageId");
  QTest::addColumn<QString>("clientId");
  QTest::addColumn<QString>("number");
  QTest::addColumn<int>("row");
  const QString one = SendingWorkspace::number(1);
  QTest::newRow("by its id") << QStringLiteral("m1") << QString() << QString() << 1;
  QTest::newRow("by ours") << QString() << QStringLiteral("c1") << QString() << 1;
  QTest::newRow("ours counts more") << QStringLiteral("batch") << QStringLiteral("c1") << QString() << 1;
  QTest::newRow("one id for several, by the number")
      << QStringLiteral("batch") << QString() << SendingWorkspace::number(3).mid(1) << 3;
  QTest::newRow("one id for several, nobody's number") << QStringLiteral("batch") << QString() << one << 0;
  QTest::newRow("one id for several, no number") << QStringLiteral("batch") << QString() << QString() << 0;
  QTest::newRow("unknown") << QStringLiteral("m9") << QString() << one << 0;
}

void ReceiptIntakeTest::aReceiptFindsItsMessage() {
  QFETCH(QString, messageId);
  QFETCH(QString, clientId);
  QFETCH(QString, number);
  QFETCH(int, row);
  send(2, QStringLiteral("batch"), QStringLiteral("c2"));
  send(3, QStringLiteral("batch"), QStringLiteral("c3"));
  Receipt made = receipt(Kind::Delivered, messageId);
  made.clientId = clientId;
  made.number = number;
  QCOMPARE(take({made}).waiting, row == 0 ? 1 : 0);
  QCOMPARE(m_world->figure(QStringLiteral("SELECT coalesce(sum(id), 0) FROM outbox WHERE delivery_state IS NOT NULL")),
           row);
}

void ReceiptIntakeTest::aReceiptThatIsEarlierThanTheAnswerWaits() {
  const ReceiptIntake intake(m_fixture->database(), m_clock);
  QCOMPARE(take({receipt(Kind::Delivered, QStringLiteral("m2")), receipt(Kind::Delivered, QStringLiteral("m2"))}),
           (IntakeReport{.waiting = 2}));
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM receipt_waiting")), 1);
  QCOMPARE(must(intake.takeWaiting()), IntakeReport{});
  send(2, QStringLiteral("m2"), QStringLiteral("c2"));
  QCOMPARE(must(intake.takeWaiting()), (IntakeReport{.changed = 1}));
  QCOMPARE(m_world->word(QStringLiteral("SELECT delivery_state FROM outbox WHERE id = 2")),
           QStringLiteral("delivered"));
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM receipt_waiting")), 0);
}

void ReceiptIntakeTest::nobodyWaitsForEver() {
  take({receipt(Kind::Delivered, QStringLiteral("m2"))});
  m_clock.advance(73LL * 60 * 60);
  must(ReceiptIntake(m_fixture->database(), m_clock).takeWaiting());
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM receipt_waiting")), 0);
}

void ReceiptIntakeTest::aFailureOfAnEarlierTryMeansNothing() {
  m_world->execute(QStringLiteral("UPDATE outbox SET tries = 2"));
  QCOMPARE(take({receipt(Kind::Failed)}), (IntakeReport{.unchanged = 1}));
  QCOMPARE(take({receipt(Kind::Delivered)}), (IntakeReport{.changed = 1}));
}

void ReceiptIntakeTest::anOptOutAtTheProviderHoldsForAll() {
  Receipt made = receipt(Kind::Failed);
  made.optedOut = true;
  QCOMPARE(take({made, made}).stopped, 1);
  QVERIFY(isSuppressed());
  QCOMPARE(m_world->word(QStringLiteral("SELECT source FROM suppression")), QStringLiteral("provider"));
}

void ReceiptIntakeTest::aClickIsCountedOnce() {
  Receipt first = receipt(Kind::Clicked);
  first.target = QStringLiteral("https://example.com/a");
  Receipt earlier = first;
  earlier.at = first.at.addSecs(-60);
  QCOMPARE(take({first, first}), (IntakeReport{.changed = 1, .unchanged = 1}));
  QCOMPARE(take({earlier}), (IntakeReport{.changed = 1}));
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM click")), 2);
  QCOMPARE(m_world->figure(QStringLiteral("SELECT clicked_at FROM outbox")), earlier.at.toMSecsSinceEpoch());
}

void ReceiptIntakeTest::aReplyIsKeptOnce() {
  QCOMPARE(take({reply(QStringLiteral("When do you open?"), 0, QStringLiteral("r1"))}), (IntakeReport{.replies = 1}));
  QCOMPARE(take({reply(QStringLiteral("When do you open?"), 0, QStringLiteral("r1"))}), (IntakeReport{.unchanged = 1}));
  Receipt nameless = reply(QStringLiteral("Hello"));
  nameless.messageId.clear();
  QCOMPARE(take({nameless, nameless}), (IntakeReport{.unchanged = 1, .replies = 1}));
  QVERIFY(!isSuppressed());
}

void ReceiptIntakeTest::aReplyIsLinkedToTheLastMessage() {
  m_clock.advance(60);
  const RunId again = m_world->publish(m_world->addCampaign(SendingWorkspace::through(m_provider)), 3);
  m_run = again;
  send(7, QStringLiteral("m7"), QStringLiteral("c7"), 1);
  take({reply(QStringLiteral("Thanks"))});
  QCOMPARE(m_world->word(QStringLiteral("SELECT profile_id || ' ' || outbox_id FROM reply")), QStringLiteral("1 7"));
  Receipt stranger = reply(QStringLiteral("Who is this?"));
  stranger.number = QStringLiteral("+919899999999");
  take({stranger});
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM reply WHERE profile_id IS NULL")), 1);
}

void ReceiptIntakeTest::theLatestAnswerCounts_data() {
  QTest::addColumn<QStringList>("texts");
  QTest::addColumn<QList<int>>("minutes");
  QTest::addColumn<bool>("suppressed");
  QTest::newRow("stop") << QStringList{QStringLiteral("STOP")} << QList<int>{0} << true;
  QTest::newRow("Hindi") << QStringList{QStringLiteral("बंद करो!")} << QList<int>{0} << true;
  QTest::newRow("Arabic") << QStringList{QStringLiteral("إيقاف")} << QList<int>{0} << true;
  QTest::newRow("Hebrew") << QStringList{QStringLiteral(" הסר. ")} << QList<int>{0} << true;
  QTest::newRow("French without accents") << QStringList{QStringLiteral("Arret")} << QList<int>{0} << true;
  QTest::newRow("German") << QStringList{QStringLiteral("„Abmelden“")} << QList<int>{0} << true;
  QTest::newRow("Portuguese") << QStringList{QStringLiteral("Não quero mais")} << QList<int>{0} << true;
  QTest::newRow("a sentence") << QStringList{QStringLiteral("Stop by on Monday?")} << QList<int>{0} << false;
  QTest::newRow("then start") << QStringList{QStringLiteral("Stop"), QStringLiteral("START")} << QList<int>{0, 1}
                              << false;
  QTest::newRow("start comes late") << QStringList{QStringLiteral("Start"), QStringLiteral("stop")} << QList<int>{1, 0}
                                    << false;
  QTest::newRow("stop comes last") << QStringList{QStringLiteral("Start"), QStringLiteral("stop")} << QList<int>{0, 1}
                                   << true;
  QTest::newRow("yes after stop") << QStringList{QStringLiteral("Stop"), QStringLiteral("Yes")} << QList<int>{0, 1}
                                  << false;
  QTest::newRow("yes alone, then stop") << QStringList{QStringLiteral("Yes"), QStringLiteral("Stop")}
                                        << QList<int>{1, 0} << true;
}

void ReceiptIntakeTest::theLatestAnswerCounts() {
  QFETCH(QStringList, texts);
  QFETCH(QList<int>, minutes);
  QFETCH(bool, suppressed);
  for (int i = 0; i < texts.size(); ++i) take({reply(texts.at(i), minutes.at(i))});
  QCOMPARE(isSuppressed(), suppressed);
}

void ReceiptIntakeTest::noAnswerUndoesWhatAPersonDecided_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<bool>("before");
  for (const char* source : {"person", "import"}) {
    QTest::addRow("%s, then stop", source) << QString::fromLatin1(source) << true;
    QTest::addRow("stop, then %s", source) << QString::fromLatin1(source) << false;
  }
}

void ReceiptIntakeTest::noAnswerUndoesWhatAPersonDecided() {
  QFETCH(QString, source);
  QFETCH(bool, before);
  const audience::SuppressionRepository suppressions(m_fixture->database(), m_clock);
  if (before) must(suppressions.add(SendingWorkspace::number(1), source, QStringLiteral("unsubscribed")));
  take({reply(QStringLiteral("stop"), 0)});
  if (!before) must(suppressions.add(SendingWorkspace::number(1), source, QStringLiteral("unsubscribed")));
  QCOMPARE(take({reply(QStringLiteral("start"), 1)}).started, 0);
  QVERIFY(isSuppressed());
}

void ReceiptIntakeTest::aProvidersOptOutEndsWithALaterStart() {
  Receipt made = receipt(Kind::Failed);
  made.optedOut = true;
  take({made});
  QCOMPARE(take({reply(QStringLiteral("start"), 0)}).started, 0);
  QVERIFY(isSuppressed());
  m_clock.advance(3600);
  QCOMPARE(take({reply(QStringLiteral("unstop"), 55)}).started, 1);
  QVERIFY(!isSuppressed());
}

void ReceiptIntakeTest::whatAnAnswerAskedForIsNotedAsConsent() {
  take({reply(QStringLiteral("stop"), 0)});
  QCOMPARE(m_world->word(QStringLiteral("SELECT given || source FROM consent WHERE profile_id = 1")),
           QStringLiteral("0reply"));
  take({reply(QStringLiteral("start"), 1)});
  QCOMPARE(m_world->word(QStringLiteral("SELECT given || source FROM consent WHERE profile_id = 1")),
           QStringLiteral("1reply"));
}

void ReceiptIntakeTest::aDeletedPersonTakesTheirRepliesAlong() {
  Receipt click = receipt(Kind::Clicked);
  click.target = QStringLiteral("https://example.com/?who=person-1");
  take({click, reply(QStringLiteral("I am at home")), reply(QStringLiteral("stop"), 1)});
  must(audience::ProfileRepository(m_fixture->database(), m_clock).remove(SendingWorkspace::identity(1)));
  QCOMPARE(m_world->figure(QStringLiteral("SELECT (SELECT count(*) FROM reply) + (SELECT count(*) FROM click)")), 0);
  QVERIFY(isSuppressed());
}

QTEST_GUILESS_MAIN(ReceiptIntakeTest)
#include "receipt_intake_test.moc"
