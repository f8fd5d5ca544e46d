// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/provider_repository.h"

#include <QTest>

#include "provider_samples.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_uses.h"
#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

class ProviderRepositoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_workspace = std::make_unique<WorkspaceFixture>();
    m_providers = std::make_unique<ProviderRepository>(m_workspace->database(), builtInCatalog(), m_clock);
    m_groups = std::make_unique<GroupRepository>(m_workspace->database(), m_clock);
  }

  void aProviderIsStoredAndFound() {
    const Provider stored = add(QStringLiteral("Main"));
    QCOMPARE(stored.settings, twilioProvider().settings);
    QCOMPARE(m_providers->byName(QStringLiteral("Main"))->id, stored.id);
    QCOMPARE(m_providers->list()->size(), size_t{1});
    QCOMPARE(m_providers->byName(QStringLiteral("Other")).error().code, ErrorCode::NotFound);
  }

  void aWrongProviderIsNotStored() {
    Provider provider = twilioProvider();
    provider.settings.remove(QStringLiteral("from"));
    QCOMPARE(m_providers->create(provider).error().code, ErrorCode::InvalidInput);
    provider.type = QStringLiteral("carrier-pigeon");
    QCOMPARE(m_providers->create(provider).error().code, ErrorCode::NotFound);
    QVERIFY(m_providers->list()->empty());
  }

  void aNameIsTakenOnce() {
    add(QStringLiteral("Main"));
    Provider again = twilioProvider();
    const auto created = m_providers->create(again);
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::Conflict);
    QVERIFY(created.error().message.contains(QStringLiteral("Main")));
  }

  void changedSettingsHaveToBeVerifiedAgain() {
    Provider provider = add(QStringLiteral("Main"));
    QVERIFY(m_providers->recordVerified(provider.id));
    QVERIFY(m_providers->byId(provider.id)->health.verifiedAt.isValid());
    provider.name = QStringLiteral("Renamed");
    QVERIFY(m_providers->update(provider));
    QVERIFY(m_providers->byId(provider.id)->health.verifiedAt.isValid());
    provider.settings.insert(QStringLiteral("from"), QStringLiteral("+15550001111"));
    QVERIFY(m_providers->update(provider));
    QVERIFY(!m_providers->byId(provider.id)->health.verifiedAt.isValid());
  }

  void healthIsRecorded() {
    const ProviderId id = add(QStringLiteral("Main")).id;
    QVERIFY(m_providers->recordProblem(id, QStringLiteral("Credentials were rejected.")));
    QCOMPARE(m_providers->byId(id)->health.lastProblem, QStringLiteral("Credentials were rejected."));
    QVERIFY(m_providers->recordAccepted(id));
    QVERIFY(m_providers->byId(id)->health.lastProblem.isEmpty());
    QCOMPARE(m_providers->byId(id)->health.lastAcceptedAt, m_clock.now());
  }

  void whatIsUsedIsNotRemoved() {
    const Provider provider = add(QStringLiteral("Main"));
    QVERIFY(m_groups->create({{}, QStringLiteral("Europe"), {provider.id}, false}));
    storage::Statement campaign(
        m_workspace->database(),
        QStringLiteral("INSERT INTO campaign (name, state, body, revision, created_at, updated_at) "
                       "VALUES ('Spring', 'draft', ?, 1, 0, 0)"));
    QVERIFY(
        campaign.bind(QStringLiteral("{\"route\":{\"kind\":\"provider\",\"id\":%1}}").arg(provider.id.value)).run());
    const auto removed = m_providers->remove(provider.id);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Conflict);
    QVERIFY(removed.error().message.contains(QStringLiteral("the group “Europe”, the campaign “Spring”")));
    QVERIFY(m_providers->byId(provider.id));
  }

  void theDefaultIsNotRemovedWhileACampaignCountsOnIt() {
    const Provider main = add(QStringLiteral("Main"));
    QVERIFY(m_providers->setDefault(main.id));
    QVERIFY(storage::Statement(m_workspace->database(),
                               QStringLiteral("INSERT INTO campaign (name, state, body, revision, created_at, "
                                              "updated_at) VALUES ('Spring', 'draft', "
                                              "'{\"route\":{\"kind\":\"default\"}}', 1, 0, 0)"))
                .run());
    const auto removed = m_providers->remove(main.id);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Conflict);
    QVERIFY(removed.error().message.contains(QStringLiteral("“Spring”")));
    QVERIFY(m_providers->setDefault(add(QStringLiteral("Other")).id));
    QVERIFY(m_providers->remove(main.id));
  }

  void whatIsNotUsedIsRemoved() {
    const Provider provider = add(QStringLiteral("Main"));
    QVERIFY(m_providers->remove(provider.id));
    QCOMPARE(m_providers->remove(provider.id).error().code, ErrorCode::NotFound);
  }

  void anArchivedProviderIsOutOfTheList() {
    const Provider provider = add(QStringLiteral("Main"));
    QVERIFY(m_providers->archive(provider.id));
    QVERIFY(m_providers->list()->empty());
    QVERIFY(m_providers->list(true)->front().archived);
    QCOMPARE(m_providers->setDefault(provider.id).error().code, ErrorCode::NotFound);
  }

  void thereIsOneDefaultOverAll() {
    const ProviderId first = add(QStringLiteral("First")).id;
    const ProviderId second = add(QStringLiteral("Second")).id;
    const GroupId group = *m_groups->create({{}, QStringLiteral("Both"), {first, second}, false});
    QVERIFY(m_providers->setDefault(first));
    QVERIFY(m_providers->setDefault(second));
    QVERIFY(!m_providers->byId(first)->isDefault);
    QVERIFY(m_groups->setDefault(group));
    QVERIFY(!m_providers->byId(second)->isDefault);
    QVERIFY(m_groups->byId(group)->isDefault);
    QCOMPARE(m_groups->setDefault(GroupId{99}).error().code, ErrorCode::NotFound);
    QVERIFY(m_groups->byId(group)->isDefault);
  }

  void aGroupKeepsItsOrder() {
    const ProviderId a = add(QStringLiteral("A")).id;
    const ProviderId b = add(QStringLiteral("B")).id;
    ProviderGroup group{{}, QStringLiteral("G"), {b, a}, false};
    group.id = *m_groups->create(group);
    QCOMPARE(m_groups->byId(group.id)->members, (std::vector<ProviderId>{b, a}));
    group.members = {a, b};
    QVERIFY(m_groups->update(group));
    QCOMPARE(m_groups->byName(QStringLiteral("G"))->members, (std::vector<ProviderId>{a, b}));
    QCOMPARE(m_groups->list()->size(), size_t{1});
    QVERIFY(m_groups->remove(group.id));
    QVERIFY(m_groups->list()->empty());
  }

  void aDuplicateOfAGroupHasANameOfItsOwn() {
    const ProviderId a = add(QStringLiteral("A")).id;
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {a}, false});
    QVERIFY(m_groups->duplicate(group));
    const auto third = m_groups->duplicate(group);
    QVERIFY(third);
    QCOMPARE(m_groups->byId(*third)->name, QStringLiteral("G 3"));
    QCOMPARE(m_groups->byId(*third)->members, std::vector<ProviderId>{a});
    QCOMPARE(m_groups->list()->size(), size_t{3});
  }

  void anArchivedGroupIsOutOfTheListUntilItIsBroughtBack() {
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {add(QStringLiteral("A")).id}, false});
    QVERIFY(m_groups->archive(group));
    QVERIFY(m_groups->list()->empty());
    QVERIFY(m_groups->list(true)->front().archived);
    QCOMPARE(m_groups->setDefault(group).error().code, ErrorCode::NotFound);
    QVERIFY(m_groups->bringBack(group));
    QVERIFY(!m_groups->list()->front().archived);
    QCOMPARE(m_groups->bringBack(GroupId{99}).error().code, ErrorCode::NotFound);
  }

  void theDefaultGroupIsNotArchived() {
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {add(QStringLiteral("A")).id}, false});
    QVERIFY(m_groups->setDefault(group));
    QCOMPARE(m_groups->archive(group).error().code, ErrorCode::Conflict);
    QCOMPARE(m_groups->list()->size(), size_t{1});
  }

  void whatDependsOnAGroupIsNamed() {
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {add(QStringLiteral("A")).id}, false});
    const GroupId other = *m_groups->create({{}, QStringLiteral("H"), {add(QStringLiteral("B")).id}, false});
    const auto campaign = [this](const char* name, const char* state, const QString& route) {
      storage::Statement insert(m_workspace->database(),
                                QStringLiteral("INSERT INTO campaign (name, state, body, revision, created_at, "
                                               "updated_at) VALUES (?, ?, ?, 1, 0, 0)"));
      insert.bind(QString::fromLatin1(name)).bind(QString::fromLatin1(state));
      QVERIFY(insert.bind(QStringLiteral("{\"route\":%1}").arg(route)).run());
    };
    const QString through = QStringLiteral("{\"kind\":\"group\",\"id\":%1}");
    campaign("Spring", "draft", through.arg(group.value));
    campaign("Autumn", "published", through.arg(group.value));
    campaign("Winter", "draft", QStringLiteral("{\"kind\":\"default\"}"));
    campaign("Summer", "draft", through.arg(other.value));
    auto uses = usesOf(m_workspace->database(), group);
    QVERIFY(uses);
    QCOMPARE(uses->words(), QStringLiteral("the draft “Spring”, the campaign “Autumn”"));
    QVERIFY(uses->obstacle(QStringLiteral("G")).isEmpty());
    QVERIFY(m_groups->setDefault(group));
    uses = usesOf(m_workspace->database(), group);
    QCOMPARE(uses->drafts, (QStringList{QStringLiteral("Spring"), QStringLiteral("Winter")}));
    QVERIFY(uses->obstacle(QStringLiteral("G")).contains(QStringLiteral("default")));
  }

  void aGroupThatCannotWorkIsRefused() {
    std::vector<ProviderId> many;
    for (int i = 0; i < 11; ++i) many.push_back(add(QStringLiteral("P%1").arg(i)).id);
    QCOMPARE(m_groups->create({{}, QStringLiteral("G"), many, false}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_groups->create({{}, QStringLiteral("G"), {}, false}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_groups->create({{}, QStringLiteral("G"), {many[0], many[0]}, false}).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(m_groups->create({{}, QStringLiteral("G"), {ProviderId{99}}, false}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_groups->create({{}, QStringLiteral(" "), {many[0]}, false}).error().code, ErrorCode::InvalidInput);
    QVERIFY(m_groups->list()->empty());
  }

  void aGroupIsReadFromNames() {
    const ProviderId a = add(QStringLiteral("A")).id;
    const auto group = m_groups->fromJson(R"({"name": "G", "providers": ["A"]})");
    QVERIFY(group);
    QCOMPARE(group->members, std::vector<ProviderId>{a});
    QCOMPARE(m_groups->fromJson(R"({"name": "G", "providers": ["B"]})").error().code, ErrorCode::NotFound);
    QCOMPARE(m_groups->fromJson(R"({"name": "G"})").error().code, ErrorCode::InvalidInput);
  }

 private:
  Provider add(const QString& name) {
    Provider provider = twilioProvider();
    provider.name = name;
    const auto id = m_providers->create(provider);
    if (!id) qFatal("%s", qPrintable(id.error().message));
    return *m_providers->byId(*id);
  }

  ManualClock m_clock;
  std::unique_ptr<WorkspaceFixture> m_workspace;
  std::unique_ptr<ProviderRepository> m_providers;
  std::unique_ptr<GroupRepository> m_groups;
};

QTEST_GUILESS_MAIN(ProviderRepositoryTest)
#include "provider_repository_test.moc"
