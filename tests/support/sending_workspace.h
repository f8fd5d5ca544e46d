// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include "audience/address_hasher.h"
#include "campaign/campaign_repository.h"
#include "delivery/check/publisher.h"
#include "delivery/delivery_context.h"
#include "net/memory_secret_store.h"
#include "providers/routes/provider_repository.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::test {

/// Gives the value of a Result, or ends the test program with its error.
template <class T>
T must(Result<T> result) {
  if (!result) qFatal("%s [%s]", qPrintable(result.error().message), qPrintable(result.error().detail));
  return std::move(*result);
}
inline void must(const Result<>& result) {
  if (!result) qFatal("%s [%s]", qPrintable(result.error().message), qPrintable(result.error().detail));
}

/// A workspace with people, providers and campaigns, ready to send; for tests of everything that sends.
class SendingWorkspace final {
 public:
  SendingWorkspace(const storage::Database& database, const Clock& clock)
      : m_database(database),
        m_clock(clock),
        m_catalog(must(providers::DefinitionCatalog::builtIn())),
        m_providers(database, m_catalog, clock),
        m_groups(database, clock),
        m_routes(m_providers, m_groups, m_catalog, m_secrets) {}
  Q_DISABLE_COPY_MOVE(SendingWorkspace)

  [[nodiscard]] delivery::DeliveryContext context() const { return {m_database, m_clock, m_catalog, m_secrets}; }
  [[nodiscard]] net::SecretStore& secrets() { return m_secrets; }
  [[nodiscard]] const providers::DefinitionCatalog& catalog() const { return m_catalog; }
  /// One more kind of provider.
  void addDefinition(const QByteArray& json) { must(m_catalog.add(must(providers::ProviderDefinition::parse(json)))); }
  [[nodiscard]] const providers::GroupRepository& groups() const { return m_groups; }
  [[nodiscard]] const providers::ProviderRepository& providers() const { return m_providers; }
  [[nodiscard]] delivery::Publisher publisher() const { return {m_database, m_clock, m_routes}; }
  [[nodiscard]] campaign::CampaignRepository campaigns() const { return {m_database, m_clock}; }

  /// Person n has the number +9198100 and n in five digits.
  [[nodiscard]] static QString number(int n) { return QStringLiteral("+91981%1").arg(n, 7, 10, QLatin1Char('0')); }
  [[nodiscard]] static QString identity(int n) { return QStringLiteral("person-%1").arg(n); }

  /// People 1 to `count`, each with a number of their own.
  void addPeople(int count) const {
    auto transaction = must(storage::Transaction::begin(m_database));
    for (int n = 1; n <= count; ++n) addPerson(n, number(n));
    must(transaction.commit());
  }
  void addPerson(int n, const QString& phone, const QString& state = QStringLiteral("valid")) const {
    storage::Statement insert(m_database,
                              QStringLiteral("INSERT INTO profile (id, identity, phone, phone_state, country, "
                                             "address_hash, created_at, updated_at) VALUES (?, ?, ?, ?, "
                                             "'IN', ?, 0, 0)"));
    insert.bind(n)
        .bind(identity(n))
        .bind(phone)
        .bind(state)
        .bind(must(audience::AddressHasher::load(m_database)).hash(phone));
    must(insert.run());
  }

  /// A sandbox provider without limits of its own, at that address.
  ProviderId addSandbox(const QString& name, const QUrl& url, const QJsonObject& settings = {}) const {
    providers::Provider provider;
    provider.name = name;
    provider.type = QStringLiteral("sandbox");
    provider.baseUrl = url.toString(QUrl::StripTrailingSlash);
    provider.settings = settings;
    if (settings.isEmpty()) {
      provider.settings = {{QStringLiteral("max_per_second"), 100000}, {QStringLiteral("max_in_flight"), 96}};
    }
    return must(m_providers.create(provider));
  }

  /// A campaign to everybody, as soon as it is published.
  campaign::Campaign addCampaign(const campaign::Route& route, const QByteArray& text = "Hello",
                                 const campaign::Release& release = {}) const {
    campaign::Campaign draft;
    draft.name = QStringLiteral("Test");
    draft.route = route;
    draft.audience = campaign::Audience::everybody();
    draft.message = text;
    draft.when = schedule::OnPublish{};
    draft.release = release;
    return must(campaigns().create(draft));
  }
  [[nodiscard]] static campaign::Route through(ProviderId provider) {
    return {QStringLiteral("provider"), provider.value};
  }
  [[nodiscard]] static campaign::Route through(GroupId group) { return {QStringLiteral("group"), group.value}; }

  /// Publishes it for so many people.
  RunId publish(const campaign::Campaign& draft, qint64 approved) const {
    return must(publisher().publish(draft.id, draft.revision, approved)).runs.front();
  }

  /// One number out of the workspace.
  [[nodiscard]] qint64 figure(const QString& sql) const {
    storage::Statement find(m_database, sql);
    must(find.next());
    return find.integer(0);
  }
  [[nodiscard]] QString word(const QString& sql) const {
    storage::Statement find(m_database, sql);
    must(find.next());
    return find.text(0);
  }
  void execute(const QString& sql) const { must(m_database.execute(sql)); }

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
  net::MemorySecretStore m_secrets;
  providers::DefinitionCatalog m_catalog;
  providers::ProviderRepository m_providers;
  providers::GroupRepository m_groups;
  providers::RouteResolver m_routes;
};

}  // namespace heliograph::test
