// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulate_command.h"

#include <QJsonArray>
#include <algorithm>

#include "audience/country_counts.h"
#include "audience/reach_counter.h"
#include "delivery/test_messages/failure_rehearsal.h"
#include "phone/country.h"

namespace heliograph::cli {
namespace {

using delivery::ProviderFault;
using delivery::RehearsedCountry;
using delivery::RehearsedMember;

Result<> setFaults(Call& call, std::vector<RehearsedMember>& members) {
  for (const QString& text : call.values(QStringLiteral("fault"))) {
    const qsizetype equals = text.lastIndexOf(u'=');
    const auto fault = delivery::providerFaultFromName(text.mid(equals + 1));
    if (equals <= 0 || !fault) {
      QStringList kinds;
      for (const ProviderFault one : delivery::allProviderFaults()) kinds << delivery::providerFaultName(one);
      return call.wrongUsage(
          QStringLiteral("A fault is written PROVIDER=KIND; the kinds are %1.").arg(kinds.join(QStringLiteral(", "))));
    }
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&](const RehearsedMember& one) { return one.name == text.left(equals); });
    if (member == members.end()) {
      return fail(
          ErrorCode::NotFound,
          QStringLiteral("The group has no provider “%1”. “group list” shows its members.").arg(text.left(equals)));
    }
    member->fault = *fault;
  }
  return {};
}

Result<std::vector<audience::CountryCount>> peopleOf(Call& call, const app::Workspace& workspace) {
  const QString name = call.value(QStringLiteral("segment"));
  if (name.isEmpty()) return audience::countByCountry(workspace.database);
  auto saved = workspace.segments.find(name);
  if (!saved) return fail(saved.error());
  return workspace.reach.countries(saved->segment);
}

QString outcomeWords(const RehearsedCountry& line) {
  switch (line.outcome) {
    case RehearsedCountry::Outcome::Taken:
      return line.takerName;
    case RehearsedCountry::Outcome::Waits:
      return QStringLiteral("nobody now: they wait");
    case RehearsedCountry::Outcome::Refused:
      return QStringLiteral("nobody: they are refused");
    case RehearsedCountry::Outcome::LeftOut:
      return QStringLiteral("nobody: no provider covers it");
    case RehearsedCountry::Outcome::Pauses:
      break;
  }
  return QStringLiteral("nobody: the campaign pauses");
}

QString outcomeCode(RehearsedCountry::Outcome outcome) {
  switch (outcome) {
    case RehearsedCountry::Outcome::Taken:
      return QStringLiteral("taken");
    case RehearsedCountry::Outcome::Waits:
      return QStringLiteral("waits");
    case RehearsedCountry::Outcome::Refused:
      return QStringLiteral("refused");
    case RehearsedCountry::Outcome::LeftOut:
      return QStringLiteral("left_out");
    case RehearsedCountry::Outcome::Pauses:
      break;
  }
  return QStringLiteral("pauses");
}

}  // namespace

Result<> simulateFailure(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto group = (*workspace)->groups.byName(call.argument(0));
  if (!group) return fail(group.error());
  auto members = delivery::membersToRehearse((*workspace)->database, group->id);
  if (!members) return fail(members.error());
  HELIOGRAPH_TRY(setFaults(call, *members));
  auto people = peopleOf(call, **workspace);
  if (!people) return fail(people.error());
  const delivery::Rehearsal rehearsal = delivery::rehearse(*members, *people);
  QJsonArray countries;
  QList<QStringList> rows{{QStringLiteral("Country"), QStringLiteral("People"), QStringLiteral("Taken by")}};
  for (const RehearsedCountry& line : rehearsal.countries) {
    countries.append(QJsonObject{{QStringLiteral("country"), line.country},
                                 {QStringLiteral("people"), line.people},
                                 {QStringLiteral("outcome"), outcomeCode(line.outcome)},
                                 {QStringLiteral("provider"), line.takerName}});
    const QString name = line.country.isEmpty() ? QStringLiteral("unknown") : phone::countryName(line.country);
    rows << QStringList{name, QString::number(line.people), outcomeWords(line)};
  }
  QStringList unclear(rehearsal.unclearThrough.begin(), rehearsal.unclearThrough.end());
  if (call.console().isJson()) {
    call.console().item({{QStringLiteral("group"), group->name},
                         {QStringLiteral("countries"), countries},
                         {QStringLiteral("unclear_through"), QJsonArray::fromStringList(unclear)}});
    return {};
  }
  call.console().table(rows);
  for (const QString& name : unclear) {
    call.console().line(
        QStringLiteral("“%1” would be tried with one message at a time, which nobody knows the fate of; it "
                       "is sent nowhere else.")
            .arg(name));
  }
  return {};
}

}  // namespace heliograph::cli
