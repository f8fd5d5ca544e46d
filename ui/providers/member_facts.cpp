// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/member_facts.h"

#include <QCoreApplication>
#include <algorithm>

#include "items/relative_time.h"
#include "providers/prices/price_repository.h"
#include "providers/routes/asked_fields.h"
#include "providers/routes/definition_catalog.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/provider_uses.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::ui {

namespace {

constexpr qsizetype kCodesNamed = 2;

struct MemberWords {
  Q_DECLARE_TR_FUNCTIONS(MemberRow)
};

QString codesInWords(const QStringList& codes) {
  const qsizetype more = codes.size() - kCodesNamed;
  if (more <= 1) return codes.join(QStringLiteral(", "));
  return MemberWords::tr("%1, %2 more").arg(codes.mid(0, kCodesNamed).join(QStringLiteral(", "))).arg(more);
}

void addPrices(MemberFacts& facts, ProviderId provider, const std::vector<providers::Price>& prices) {
  const Money* least = nullptr;
  const Money* most = nullptr;
  for (const providers::Price& price : prices) {
    if (price.provider.isValid() && price.provider != provider) continue;
    if (!facts.coverage.covers(price.country)) continue;
    // Other currencies can't be compared with the first.
    if (least && price.perPart.currency != least->currency) continue;
    if (!least || price.perPart.micros < least->micros) least = &price.perPart;
    if (!most || price.perPart.micros > most->micros) most = &price.perPart;
  }
  if (!least) return;
  facts.cheapest = least->exactText();
  facts.dearest = most->exactText();
}

}  // namespace

GroupFacts readGroupFacts(const Services& services, bool withCountries) {
  GroupFacts facts;
  if (withCountries) {
    facts.countries = audience::countByCountry(services.database).value_or(std::vector<audience::CountryCount>{});
  }
  facts.groups = services.groups.list(true).value_or(std::vector<providers::ProviderGroup>{});
  for (const providers::ProviderGroup& group : facts.groups) {
    const auto uses = providers::usesOf(services.database, group.id);
    if (uses) facts.campaigns[group.id] = uses->drafts.size() + uses->published.size();
  }
  const auto prices = services.prices.list().value_or(std::vector<providers::Price>{});
  const auto tests = delivery::TestSendRepository(services.database, services.clock)
                         .lastByProvider()
                         .value_or(QHash<qint64, delivery::ProviderTest>{});
  for (const auto& provider : services.providers.list(true).value_or(std::vector<providers::Provider>{})) {
    MemberFacts& member = facts.members[provider.id];
    member.provider = provider;
    if (const auto test = tests.find(provider.id.value); test != tests.end()) member.test = *test;
    member.coverage = providers::Coverage::of(provider);
    const QString sender =
        services.routes.senderName({QStringLiteral("provider"), provider.id.value}).value_or(QString());
    if (sender != provider.name) member.sender = sender;
    addPrices(member, provider.id, prices);
    const auto definition = services.definitions.definitionOf(provider);
    if (definition) member.asksTemplate = providers::askedFields(*definition, provider).templateIdRequired;
  }
  return facts;
}

QString coverageWords(const providers::Coverage& coverage) {
  if (!coverage.isStated()) return MemberWords::tr("All");
  QStringList codes;
  for (const std::string& code : coverage.countries()) codes << QString::fromStdString(code);
  return codesInWords(codes);
}

QString unreachedWords(const providers::Coverage& coverage, const std::vector<audience::CountryCount>& countries) {
  QStringList codes;
  for (const audience::CountryCount& one : countries) {
    if (!coverage.covers(one.country)) codes << one.country;
  }
  return codes.isEmpty() ? QString() : MemberWords::tr("cannot reach %1").arg(codesInWords(codes));
}

QString triedWords(const MemberFacts& facts, const QDateTime& now) {
  if (!facts.test) {
    const QDateTime& taken = facts.provider.health.lastAcceptedAt;
    return taken.isValid() ? MemberWords::tr("took a message %1").arg(items::agoWords(taken, now)) : QString();
  }
  const delivery::ProviderTest& test = *facts.test;
  const QString ago = items::agoWords(test.at, now);
  QStringList words{test.accepted  ? MemberWords::tr("test accepted %1").arg(ago)
                    : test.unclear ? MemberWords::tr("test unclear %1: may have arrived").arg(ago)
                                   : MemberWords::tr("test refused %1").arg(ago)};
  if (!test.lastDigits.isEmpty()) words << MemberWords::tr("number ending in %1").arg(test.lastDigits);
  if (!test.accepted && !test.answer.isEmpty()) words << test.answer;
  return words.join(QStringLiteral(", "));
}

QStringList memberWarnings(const MemberFacts& facts, const std::vector<audience::CountryCount>& countries) {
  QStringList warnings;
  const providers::ProviderHealth& health = facts.provider.health;
  if (facts.provider.archived) return {MemberWords::tr("it is passed over")};
  const bool chipTells = !health.verifiedAt.isValid() && health.lastProblem.isEmpty();
  if (!facts.wasTried() && !chipTells) warnings << MemberWords::tr("never tested");
  if (const QString unreached = unreachedWords(facts.coverage, countries); !unreached.isEmpty()) warnings << unreached;
  if (facts.asksTemplate) warnings << MemberWords::tr("each campaign needs a template ID");
  return warnings;
}

}  // namespace heliograph::ui
