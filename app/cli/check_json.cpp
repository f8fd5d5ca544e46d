// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_json.h"

#include <QJsonArray>

#include "app/cli/counted.h"
#include "app/cli/reach_json.h"
#include "delivery/outbox/reason_text.h"

namespace heliograph::cli {
namespace {

QJsonObject issueJson(const campaign::Issue& issue) {
  QJsonObject json{{QStringLiteral("severity"), campaign::severityName(issue.severity)},
                   {QStringLiteral("code"), issue.code},
                   {QStringLiteral("step"), campaign::stepName(issue.step)},
                   {QStringLiteral("field"), issue.field},
                   {QStringLiteral("text"), issue.text}};
  if (issue.offset >= 0) {
    json.insert(QStringLiteral("offset"), issue.offset);
    json.insert(QStringLiteral("length"), issue.length);
  }
  return json;
}

QJsonObject countsJson(const QMap<QString, qint64>& counts) {
  QJsonObject json;
  for (auto count = counts.cbegin(); count != counts.cend(); ++count) json.insert(count.key(), count.value());
  return json;
}

QJsonObject partsJson(const QMap<int, qint64>& parts) {
  QJsonObject json;
  for (auto count = parts.cbegin(); count != parts.cend(); ++count)
    json.insert(QString::number(count.key()), count.value());
  return json;
}

QJsonObject sumJson(const MoneySum& sum) {
  QJsonObject json;
  for (const auto& [currency, micros] : sum.micros()) json.insert(currency, Money{micros, currency}.decimal());
  return json;
}

QJsonObject costJson(const delivery::CostReport& cost) {
  QJsonArray countries;
  for (const delivery::CountryCost& country : cost.countries) {
    countries.append(QJsonObject{{QStringLiteral("country"), country.country},
                                 {QStringLiteral("people"), country.people},
                                 {QStringLiteral("parts"), country.parts},
                                 {QStringLiteral("expected"), sumJson(country.expected)},
                                 {QStringLiteral("highest"), sumJson(country.highest)},
                                 {QStringLiteral("priced"), country.priced}});
  }
  return {{QStringLiteral("expected"), sumJson(cost.expected)},
          {QStringLiteral("highest"), sumJson(cost.highest)},
          {QStringLiteral("unpriced_people"), cost.unpricedPeople},
          {QStringLiteral("open_ended_people"), cost.openEndedPeople},
          {QStringLiteral("countries"), countries}};
}

QJsonArray copiesJson(const std::vector<delivery::CopyFigures>& copies) {
  QJsonArray array;
  for (const delivery::CopyFigures& copy : copies) {
    array.append(QJsonObject{{QStringLiteral("copy"), copy.name},
                             {QStringLiteral("people"), copy.people},
                             {QStringLiteral("left_out"), copy.leftOut},
                             {QStringLiteral("parts"), partsJson(copy.parts)},
                             {QStringLiteral("missing"), countsJson(copy.missing())},
                             {QStringLiteral("longest_units"), copy.longestUnits}});
  }
  return array;
}

QJsonObject extraJson(const delivery::ExtraParts& extra) {
  return {{QStringLiteral("texts"), extra.texts.count()},
          {QStringLiteral("parts"), extra.parts},
          {QStringLiteral("cost"), sumJson(extra.cost)}};
}

QJsonObject costlyJson(const delivery::CostlyCharacters& costly) {
  QJsonArray characters;
  for (const delivery::CharacterCost& one : costly.each) {
    QJsonObject json{{QStringLiteral("character"), one.character},
                     {QStringLiteral("own"), one.isOwn},
                     {QStringLiteral("people"), one.people.count()},
                     {QStringLiteral("properties"), countsJson(one.properties)},
                     {QStringLiteral("longer"), extraJson(one.extra)}};
    if (one.script != QChar::Script_Unknown) json.insert(QStringLiteral("script"), one.script);
    if (one.hasReplacement) json.insert(QStringLiteral("replacement"), one.replacement);
    characters.append(json);
  }
  return {{QStringLiteral("characters"), characters}, {QStringLiteral("replaceable"), extraJson(costly.together)}};
}

QJsonObject quietJson(const delivery::QuietForecast& quiet) {
  QJsonObject zones;
  for (const auto& [zone, people] : quiet.zones) zones.insert(QString::fromUtf8(zone), people);
  return {{QStringLiteral("hours"), schedule::toJson(quiet.inForce.hours)},
          {QStringLiteral("then"), quiet.inForce.discards() ? QStringLiteral("discard") : QStringLiteral("delay")},
          {QStringLiteral("zones"), zones},
          {QStringLiteral("zone_guessed"), quiet.guessed},
          {QStringLiteral("zone_unknown"), quiet.unknown}};
}

QString costWords(const delivery::CostReport& cost) {
  if (cost.expected.isZero() && !cost.isComplete()) return QStringLiteral("\ncost: unknown, as prices are missing");
  QString words = QStringLiteral("\ncost: ") + cost.expected.text();
  if (cost.highest != cost.expected) words += QStringLiteral(", at most ") + cost.highest.text();
  if (!cost.isComplete()) words += QStringLiteral(", without %1 whose price is missing").arg(cost.unpricedPeople);
  return words;
}

}  // namespace

QJsonObject checkJson(const delivery::CheckReport& report, const std::vector<QDateTime>& schedule) {
  QJsonArray issues;
  for (const campaign::Issue& issue : report.issues) issues.append(issueJson(issue));
  QJsonArray times;
  for (const QDateTime& due : schedule) times.append(due.toString(Qt::ISODate));
  return {
      {QStringLiteral("issues"), issues},
      {QStringLiteral("reach"), reachJson(report.reach)},
      {QStringLiteral("sendable"), report.sendable},
      {QStringLiteral("seeds"), report.seeds},
      {QStringLiteral("most"), report.most ? QJsonValue(*report.most) : QJsonValue()},
      {QStringLiteral("could_receive"), report.couldReceive()},
      {QStringLiteral("skipped"), countsJson(report.skipped)},
      {QStringLiteral("parts"), partsJson(report.parts)},
      {QStringLiteral("encodings"), countsJson(report.encodings)},
      {QStringLiteral("missing"), countsJson(report.missing)},
      {QStringLiteral("defaulted"), countsJson(report.defaulted)},
      {QStringLiteral("longest"), QJsonObject{{QStringLiteral("identity"), report.longest.identity},
                                              {QStringLiteral("units"), report.longest.units},
                                              {QStringLiteral("parts"), report.longest.parts}}},
      {QStringLiteral("copies"), copiesJson(report.copies)},
      {QStringLiteral("cost"), costJson(report.cost)},
      {QStringLiteral("costly"), costlyJson(report.costly)},
      {QStringLiteral("quiet_hours"), report.quiet.inForce.isOn() ? QJsonValue(quietJson(report.quiet)) : QJsonValue()},
      {QStringLiteral("estimate"), report.estimate},
      {QStringLiteral("schedule"), times},
      {QStringLiteral("seconds"), report.seconds}};
}

QString checkWords(const delivery::CheckReport& report, const std::vector<QDateTime>& schedule) {
  QString words;
  for (const campaign::Issue& issue : report.issues) {
    words += QStringLiteral("%1 (%2): %3\n")
                 .arg(campaign::severityName(issue.severity), campaign::stepName(issue.step), issue.text);
  }
  words += reachWords(report.reach) + QStringLiteral("\n%1 would be sent to").arg(report.sendable);
  if (report.most) words += QStringLiteral(", of %1 and %2 at most").arg(report.couldReceive()).arg(*report.most);
  if (report.seeds > 0) words += QStringLiteral(", and %1").arg(counted(report.seeds, QStringLiteral("colleague")));
  for (auto count = report.parts.cbegin(); count != report.parts.cend(); ++count) {
    words += QStringLiteral("\n  in %1: %2").arg(counted(count.key(), QStringLiteral("part"))).arg(count.value());
  }
  for (const delivery::CopyFigures& copy : report.copies) {
    words += QStringLiteral("\n  copy %1: %2 people, %3 parts").arg(copy.name).arg(copy.people).arg(copy.totalParts());
  }
  for (auto count = report.skipped.cbegin(); count != report.skipped.cend(); ++count) {
    words += QStringLiteral("\n  left out, %1: %2").arg(delivery::reasonLabel(count.key())).arg(count.value());
  }
  if (report.sendable > 0) words += costWords(report.cost);
  for (const QDateTime& due : schedule) words += QStringLiteral("\ndue ") + due.toString(Qt::ISODate);
  return words;
}

}  // namespace heliograph::cli
