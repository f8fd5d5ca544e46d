// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/linked_users.h"

#include <QTest>

#include "campaign/campaign_repository.h"
#include "library/text_repository.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

class LinkedUsersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatReadsASourceIsNamed_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("copy");
    QTest::addColumn<bool>("isMapped");
    QTest::addColumn<bool>("uses");
    const auto row = [](const char* name, const QByteArray& message, const QByteArray& copy, bool isMapped, bool uses) {
      QTest::newRow(name) << message << copy << isMapped << uses;
    };
    row("nothing", "Hi {{ Linked.Other.offer }}", {}, false, false);
    row("the message", "Hi {{ Linked.Shop.offer }}", {}, false, true);
    row("brackets", "Hi {{ Linked[\"Shop\"].offer }}", {}, false, true);
    row("a copy", "Hi", "{{ Linked.Shop.offer }}", false, true);
    row("a mapping alone", "Hi", {}, true, true);
    row("a snippet", "Hi {% render \"foot\" %}", {}, false, true);
    row("a snippet of a snippet", "Hi {% render \"outer\" %}", {}, false, true);
    row("another snippet", "Hi {% render \"bye\" %}", {}, false, false);
    row("a message that can't be read", "Hi {% if %}{{ Linked.Shop.offer }}", {}, false, true);
  }
  void whatReadsASourceIsNamed() {
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, copy);
    QFETCH(bool, isMapped);
    QFETCH(bool, uses);
    test::WorkspaceFixture workspace;
    const test::ManualClock clock;
    const library::SnippetRepository snippets(workspace.database(), clock);
    QVERIFY(snippets.save(QStringLiteral("foot"), "{{ Linked.Shop.offer }}").has_value());
    QVERIFY(snippets.save(QStringLiteral("outer"), "{% render \"foot\" %}").has_value());
    QVERIFY(snippets.save(QStringLiteral("bye"), "Bye").has_value());
    Campaign campaign;
    campaign.name = QStringLiteral("Spring");
    campaign.message = message;
    if (!copy.isEmpty()) {
      campaign.variants.kind = Variants::Kind::Split;
      campaign.variants.others = {{copy, 50, {}}};
    }
    if (isMapped) campaign.linked = {{QStringLiteral("Shop"), {}}};
    QVERIFY(CampaignRepository(workspace.database(), clock).create(campaign).has_value());
    const auto users = campaignsUsingLinked(workspace.database(), clock, QStringLiteral("Shop"));
    QVERIFY(users.has_value());
    QCOMPARE(*users, uses ? QStringList{campaign.name} : QStringList());
  }
};

QTEST_GUILESS_MAIN(LinkedUsersTest)
#include "linked_users_test.moc"
