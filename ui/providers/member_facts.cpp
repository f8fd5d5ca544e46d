// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/member_facts.h"

#include <QCoreApplication>
#include <algorithm>

#include "providers/asked_fields.h"
#include "providers/definition_catalog.h"
#include "providers/price_repository.h"
#include "providers/provider_repository.h"
#include "providers/route_resolver.h"

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

GroupFacts readGroupFacts(const Services& services) {
  GroupFacts facts;
  facts.countries = audience::countByCountry(services.database).value_or(std::vector<audience::CountryCount>{});
  const auto prices = services.prices.list().value_or(std::vector<providers::Price>{});
  for (const auto& provider : services.providers.list().value_or(std::vector<providers::Provider>{})) {
    MemberFacts& member = facts.members[provider.id];
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

}  // namespace heliograph::ui
