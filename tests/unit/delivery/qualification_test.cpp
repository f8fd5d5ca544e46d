// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/qualification.h"

#include <QTest>

#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

/// What the pipeline says of each person, in order.
QStringList verdicts(const SendingWorkspace& workspace, const storage::Database& database, const QByteArray& message,
                     ProfileId after = {}) {
  campaign::Campaign draft;
  draft.audience = campaign::Audience::everybody();
  draft.message = message;
  auto people = must(Qualification::open(database, must(workspace.publisher().qualificationOf(draft)), after));
  QStringList said;
  while (const Qualified* person = must(people.next())) {
    said << (person->isSendable() ? QString::fromStdString(person->text.text) : person->reason);
  }
  return said;
}

}  // namespace

class QualificationTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
  }

  void everyoneHasATextOrAReason() {
    m_workspace->addPerson(1, SendingWorkspace::number(1));
    m_workspace->addPerson(2, QString(), QStringLiteral("none"));
    m_workspace->addPerson(3, QStringLiteral("123"), QStringLiteral("invalid"));
    m_workspace->addPerson(4, SendingWorkspace::number(4));
    m_workspace->addPerson(5, SendingWorkspace::number(1));
    m_workspace->addPerson(6, SendingWorkspace::number(6), QStringLiteral("possible"));
    m_workspace->execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 4"));
    const QStringList expected{QStringLiteral("Hi person-1"),     QStringLiteral("no_phone"),
                               QStringLiteral("invalid_phone"),   QStringLiteral("unsubscribed"),
                               QStringLiteral("duplicate_phone"), QStringLiteral("Hi person-6")};
    QCOMPARE(verdicts("Hi {{ Profile.identity }}"), expected);
  }

  void theFirstWhoCanBeReachedKeepsASharedNumber() {
    m_workspace->addPerson(1, SendingWorkspace::number(1));
    m_workspace->addPerson(2, SendingWorkspace::number(1));
    m_workspace->execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 1"));
    const QStringList expected{QStringLiteral("unsubscribed"), QStringLiteral("Hi")};
    QCOMPARE(verdicts("Hi"), expected);
  }

  void aDuplicateStaysOneEvenIfTheFirstHasNoText() {
    m_workspace->addPerson(1, SendingWorkspace::number(1));
    m_workspace->addPerson(2, SendingWorkspace::number(1));
    const QStringList expected{QStringLiteral("aborted"), QStringLiteral("duplicate_phone")};
    QCOMPARE(verdicts("{% if Profile.identity == 'person-1' %}{% abort %}{% endif %}Hi"), expected);
  }

  void aTextThatCannotBeSentIsAReason_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray("{{ Profile.nothing }}  ") << QStringLiteral("empty_text");
    QTest::newRow("too long") << QByteArray(1600, 'x') << QStringLiteral("too_long");
    QTest::newRow("aborted") << QByteArray("Hi{% abort %}") << QStringLiteral("aborted");
  }
  void aTextThatCannotBeSentIsAReason() {
    QFETCH(QByteArray, message);
    QFETCH(QString, reason);
    m_workspace->addPerson(1, SendingWorkspace::number(1));
    QCOMPARE(verdicts(message), QStringList{reason});
  }

  void manyPiecesGiveEverybodyOnce() {
    m_workspace->addPeople(12001);
    const QStringList said = verdicts("{{ Profile.identity }}");
    QCOMPARE(said.size(), 12001);
    QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), 12001);
  }

  void itGoesOnBehindAPerson() {
    m_workspace->addPeople(5);
    const QStringList expected{QStringLiteral("person-4"), QStringLiteral("person-5")};
    QCOMPARE(::verdicts(*m_workspace, m_fixture->database(), "{{ Profile.identity }}", ProfileId{3}), expected);
  }

 private:
  [[nodiscard]] QStringList verdicts(const QByteArray& message) const {
    return ::verdicts(*m_workspace, m_fixture->database(), message);
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
};

QTEST_GUILESS_MAIN(QualificationTest)
#include "qualification_test.moc"
