// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "library/text_repository.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::library;

class TextRepositoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTextIsSavedFoundAndReplaced() {
    const SnippetRepository snippets(m_fixture.database(), m_clock);
    const auto id = snippets.save(QStringLiteral("  footer "), "Bye, a\u00A0b");
    QVERIFY(id);
    m_clock.advance(5);
    QCOMPARE(snippets.save(QStringLiteral("footer"), "Reply STOP").value(), *id);
    const auto found = snippets.find(QStringLiteral("footer"));
    QVERIFY(found);
    QCOMPARE(found->text, QByteArray("Reply STOP"));
    QCOMPARE(found->updatedAt, m_clock.now());
    QCOMPARE(snippets.byId(*id).value(), *found);
  }

  void snippetsAndTemplatesHaveNamesOfTheirOwn() {
    const SnippetRepository snippets(m_fixture.database(), m_clock);
    const TemplateRepository templates(m_fixture.database(), m_clock);
    QVERIFY(snippets.save(QStringLiteral("both"), "snippet"));
    QVERIFY(templates.save(QStringLiteral("both"), "template"));
    QCOMPARE(templates.find(QStringLiteral("both"))->text, QByteArray("template"));
    QCOMPARE(snippets.find(QStringLiteral("both"))->text, QByteArray("snippet"));
  }

  void namesAreListedInTheirOrderWhateverTheirCase() {
    const TemplateRepository templates(m_fixture.database(), m_clock);
    QVERIFY(templates.remove(templates.find(QStringLiteral("both"))->id));
    for (const auto* name : {"beta", "Alpha", "gamma"}) QVERIFY(templates.create(QLatin1String(name), "x"));
    QStringList names;
    const auto listed = templates.list();
    for (const LibraryText& text : *listed) names << text.name;
    QCOMPARE(names, QStringList({QStringLiteral("Alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}));
  }

  void aTakenNameIsNotTakenTwice() {
    const SnippetRepository snippets(m_fixture.database(), m_clock);
    const auto one = snippets.create(QStringLiteral("one"), "1");
    QVERIFY(one);
    QVERIFY(snippets.create(QStringLiteral("two"), "2"));
    QCOMPARE(snippets.create(QStringLiteral("one"), "x").error().code, ErrorCode::Conflict);
    QCOMPARE(snippets.rename(*one, QStringLiteral("two")).error().code, ErrorCode::Conflict);
    QVERIFY(snippets.rename(*one, QStringLiteral("One")));
    QVERIFY(snippets.rename(*one, QStringLiteral("One")));
    QCOMPARE(snippets.find(QStringLiteral("One"))->text, QByteArray("1"));
  }

  void namesThatNoTagCanHoldAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QStringLiteral("  ");
    QTest::newRow("quote") << QStringLiteral("a\"b");
    QTest::newRow("apostrophe") << QStringLiteral("it's");
    QTest::newRow("brace") << QStringLiteral("a}");
    QTest::newRow("line end") << QStringLiteral("a\nb");
    QTest::newRow("too long") << QString(101, u'a');
  }
  void namesThatNoTagCanHoldAreRefused() {
    QFETCH(QString, name);
    const SnippetRepository snippets(m_fixture.database(), m_clock);
    QCOMPARE(snippets.save(name, "x").error().code, ErrorCode::InvalidInput);
  }

  void whatIsGoneIsNamed() {
    const SnippetRepository snippets(m_fixture.database(), m_clock);
    const auto id = snippets.save(QStringLiteral("gone"), "x");
    QVERIFY(snippets.write(*id, "y"));
    QVERIFY(snippets.remove(*id));
    QCOMPARE(snippets.remove(*id).error().code, ErrorCode::NotFound);
    QCOMPARE(snippets.write(*id, "z").error().code, ErrorCode::NotFound);
    QVERIFY(snippets.find(QStringLiteral("gone")).error().message.contains(QStringLiteral("gone")));
  }

 private:
  test::WorkspaceFixture m_fixture;
  test::ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TextRepositoryTest)
#include "text_repository_test.moc"
