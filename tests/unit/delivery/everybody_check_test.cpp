// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/everybody_check.h"

#include <QTest>

#include "audience/suppression_repository.h"
#include "everybody_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::EverybodyWorld;
using test::must;
using test::RandomWorld;
using test::SendingWorkspace;

class EverybodyCheckTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_world = std::make_unique<EverybodyWorld>(); }

  void everyFigureIsThatOfWalkingThePeopleOneByOne() {
    RandomWorld random(RandomWorld::seed());
    random.addPeople(m_world->fixture.database(), m_world->clock, 6000);
    m_world->addPrices();
    for (int round = 0; round < 6; ++round) {
      campaign::Campaign draft = m_world->campaignOf(random.message());
      draft.audience = random.audience();
      m_world->compare(draft);
      if (QTest::currentTestFailed()) qFatal("by the message %s", draft.message.constData());
    }
  }

  void peopleWhoChangedAreSeen_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<qint64>("sendable");
    QTest::newRow("opted out") << QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 2") << qint64{2};
    QTest::newRow("deleted") << QStringLiteral("DELETE FROM profile WHERE id = 2") << qint64{2};
    QTest::newRow("same number") << QStringLiteral(
                                        "UPDATE profile SET phone = (SELECT phone FROM profile WHERE id = 1) "
                                        "WHERE id = 3")
                                 << qint64{2};
    QTest::newRow("added") << QStringLiteral(
                                  "INSERT INTO profile (id, identity, phone, phone_state, created_at, "
                                  "updated_at) VALUES (9, 'new', '+919810099999', 'valid', 0, 0)")
                           << qint64{4};
  }
  void peopleWhoChangedAreSeen() {
    QFETCH(QString, change);
    QFETCH(qint64, sendable);
    m_world->workspace.addPeople(3);
    QCOMPARE(checked("Hi").sendable, 3);
    m_world->workspace.execute(change);
    QCOMPARE(checked("Hi").sendable, sendable);
  }

  void anOptOutByAddressIsSeen() {
    m_world->workspace.addPeople(3);
    QCOMPARE(checked("Hi").sendable, 3);
    const audience::SuppressionRepository optOuts(m_world->fixture.database(), m_world->clock);
    must(optOuts.add(SendingWorkspace::number(2), QStringLiteral("reply"), {}));
    QCOMPARE(checked("Hi").skipped.value(QStringLiteral("unsubscribed")), 1);
    must(optOuts.lift(SendingWorkspace::number(2)));
    QCOMPARE(checked("Hi").sendable, 3);
  }

  void aPropertyThatIsReadAnewIsThere() {
    RandomWorld(1).addPeople(m_world->fixture.database(), m_world->clock, 50);
    QVERIFY(checked("Hi {{ Profile.city }}").missing.value(QStringLiteral("city")) > 0);
    const CheckReport both = checked("Hi {{ Profile.first_name }} {{ Profile.city }}");
    QVERIFY(both.missing.value(QStringLiteral("first_name")) > 0);
    QVERIFY(both.missing.value(QStringLiteral("first_name")) < both.sendable);
  }

  void aCharacterOfTheMessageHasItsPrice() {
    m_world->workspace.addPeople(3);
    m_world->addPrices();
    const CheckReport report = checked("It’s " + QByteArray(80, 'x'));
    QCOMPARE(report.costly.each.size(), std::size_t{1});
    const CharacterCost& quote = report.costly.each.front();
    QCOMPARE(quote.character, QStringLiteral("’"));
    QCOMPARE(quote.replacement, QStringLiteral("'"));
    QVERIFY(quote.isOwn);
    QCOMPARE(quote.people.count(), 3);
    QCOMPARE(quote.extra.texts, (PeopleSet{{1}, {2}, {3}}));
    QCOMPARE(quote.extra.parts, 3);
    QCOMPARE(quote.extra.cost, MoneySum(Money{3 * 20'000, QStringLiteral("EUR")}));
    QCOMPARE(report.costly.together, quote.extra);
    QCOMPARE(report.costly.replaceable, QStringList{QStringLiteral("’")});
  }

  void severalCharactersAreOnlyDearTogether() {
    m_world->workspace.addPeople(2);
    const CheckReport report = checked("It’s – " + QByteArray(80, 'x'));
    QCOMPARE(report.costly.each.size(), std::size_t{2});
    for (const CharacterCost& one : report.costly.each) QCOMPARE(one.extra.parts, 0);
    QCOMPARE(report.costly.together.texts.count(), 2);
    QCOMPARE(report.costly.together.parts, 2);
  }

  void aCharacterOfAValueSaysWhoseItIs() {
    const audience::PropertyRepository properties(m_world->fixture.database(), m_world->clock);
    const QString name = audience::propertyColumn(
        must(properties.findOrCreate(QStringLiteral("name"), audience::PropertyType::Text)).id);
    m_world->workspace.addPeople(4);
    const auto call = [&](int person, const char* text) {
      m_world->workspace.execute(
          QStringLiteral("UPDATE profile SET %1 = '%2' WHERE id = %3").arg(name, QString::fromUtf8(text)).arg(person));
    };
    call(1, "Łucja");
    call(2, "O’Neil");
    call(3, "Наталья");
    const CheckReport report = checked("Hi {{ Profile.name }} ’ " + QByteArray(80, 'x'));
    const auto find = [&](const QString& character, bool own) {
      const auto& each = report.costly.each;
      return std::find_if(each.begin(), each.end(),
                          [&](const CharacterCost& one) { return one.character == character && one.isOwn == own; });
    };
    const auto end = report.costly.each.end();
    QVERIFY(find(QStringLiteral("Ł"), false) != end);
    QCOMPARE(find(QStringLiteral("Ł"), false)->properties, (QMap<QString, qint64>{{QStringLiteral("name"), 1}}));
    QCOMPARE(find(QStringLiteral("’"), false)->people.count(), 1);
    // Only who has it in no value is helped by another message: the first and the third keep their letters.
    QCOMPARE(find(QStringLiteral("’"), true)->people.count(), 3);
    QCOMPARE(report.costly.together.texts.count(), 1);
    const auto script = find(QString(), false);
    QVERIFY(script != end);
    QCOMPARE(script->script, QChar::Script_Cyrillic);
    QCOMPARE(script->people, PeopleSet{{3}});
  }

  void emojiThatAreWrittenAsSeveralAreOne() {
    m_world->workspace.addPeople(1);
    const CheckReport report = checked("Hi 👩🏽‍🚒❤️🇮🇳 " + QByteArray(70, 'x'));
    QStringList shown;
    for (const CharacterCost& one : report.costly.each) shown << one.character;
    shown.sort();
    QStringList expected{QStringLiteral("❤"), QStringLiteral("🇮🇳"), QStringLiteral("👩"), QStringLiteral("🚒")};
    expected.sort();
    QCOMPARE(shown, expected);
  }

  void aCancelledCheckSaysSoAndTheNextIsRight() {
    m_world->workspace.addPeople(5000);
    CancelToken cancel;
    cancel.cancel();
    TextLedger ledger;
    const auto cancelled = m_world->check.check(m_world->campaignOf("Hi"), ledger, cancel);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QCOMPARE(checked("Hi").sendable, 5000);
  }

  void anAudienceTooLargeForMemoryIsCountedAllTheSame() {
    m_world->workspace.addPeople(9000);
    m_world->check.setMostBytes(1000);
    QCOMPARE(checked("Hi {{ Profile.identity }}").sendable, 9000);
    QCOMPARE(m_world->check.bytes(), std::size_t{0});
    QCOMPARE(checked("Ho {{ Profile.identity }}").sendable, 9000);
  }

  void aMessageThatDoesNotParseIsAnIssue() {
    m_world->workspace.addPeople(1);
    TextLedger ledger;
    const CheckReport report = must(m_world->check.check(m_world->campaignOf("Hi {{ x"), ledger, {}));
    QVERIFY(campaign::hasBlockers(report.issues));
    QVERIFY(!report.counted);
  }

  void linkedContentMakesAnEstimate() {
    m_world->workspace.addPeople(1);
    QVERIFY(!checked("Hi").isEstimate());
    QVERIFY(checked("Hi {{ Linked.Shop.offer }}x").isEstimate());
  }

 private:
  [[nodiscard]] CheckReport checked(const QByteArray& message) const { return m_world->checked(message); }

  std::unique_ptr<EverybodyWorld> m_world;
};

QTEST_GUILESS_MAIN(EverybodyCheckTest)
#include "everybody_check_test.moc"
