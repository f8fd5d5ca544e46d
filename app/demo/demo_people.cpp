// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_people.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace heliograph::app {
namespace {

constexpr int kWithoutPhonePercent = 2;
constexpr int kInvalidPhonePercent = 1;
constexpr int kSharedPhonePercent = 2;
constexpr int kUnsubscribedPercent = 3;
constexpr int kWithoutNamePercent = 4;
constexpr int kNeverBoughtPercent = 5;
constexpr int kDaysOfPurchases = 400;

/// The index at which a draw from the sum of weights falls.
template <class List, class Weight>
size_t weighted(const List& list, int draw, Weight weight) {
  for (size_t i = 0; i < list.size(); ++i) {
    draw -= weight(list[i]);
    if (draw < 0) return i;
  }
  return list.size() - 1;
}

template <class List, class Weight>
int sum(const List& list, Weight weight) {
  int all = 0;
  for (const auto& one : list) all += weight(one);
  return all;
}

}  // namespace

Result<DemoPeople> DemoPeople::load(quint32 seed, const QDate& today) {
  QFile file(QStringLiteral(":/sample/people.json"));
  (void)file.open(QIODevice::ReadOnly);
  const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
  DemoPeople people(seed, today);
  for (const auto& market : json.value(u"markets").toArray()) people.m_markets.emplace_back(market.toObject());
  for (const auto& tier : json.value(u"tiers").toArray()) {
    people.m_tiers.push_back({tier.toObject().value(u"name").toString(), tier.toObject().value(u"weight").toInt()});
  }
  people.m_invalidPhones = json.value(u"invalid_phones").toVariant().toStringList();
  if (people.m_markets.empty() || people.m_tiers.empty() || people.m_invalidPhones.isEmpty()) {
    return fail(ErrorCode::Damaged,
                QStringLiteral("The program is incomplete: its sample is missing. Install it again."));
  }
  return people;
}

QStringList DemoPeople::columns() {
  return {QStringLiteral("identity"),  QStringLiteral("phone"),         QStringLiteral("first_name"),
          QStringLiteral("last_name"), QStringLiteral("city"),          QStringLiteral("tier"),
          QStringLiteral("points"),    QStringLiteral("last_purchase"), QStringLiteral("language"),
          QStringLiteral("time_zone"), QStringLiteral("unsubscribed")};
}

QStringList DemoPeople::next() {
  DemoMarket& market = anyMarket();
  const QString phone = phoneIn(market);
  const bool bought = !chance(kNeverBoughtPercent);
  const QDate lastPurchase = m_today.addDays(-m_random.bounded(kDaysOfPurchases));
  const QString first = chance(kWithoutNamePercent) ? QString() : oneOf(market.firstNames());
  return {QStringLiteral("c-%1").arg(++m_made, 6, 10, QLatin1Char('0')),
          phone,
          first,
          oneOf(market.lastNames()),
          oneOf(market.cities()),
          anyTier(),
          bought ? QString::number(m_random.bounded(6000)) : QStringLiteral("0"),
          bought ? lastPurchase.toString(Qt::ISODate) : QString(),
          oneOf(market.languages()),
          market.zone(),
          chance(kUnsubscribedPercent) ? QStringLiteral("true") : QStringLiteral("false")};
}

const QString& DemoPeople::oneOf(const QStringList& list) {
  return list[m_random.bounded(static_cast<int>(list.size()))];
}

DemoMarket& DemoPeople::anyMarket() {
  const auto weight = [](const DemoMarket& market) { return market.weight(); };
  return m_markets[weighted(m_markets, m_random.bounded(sum(m_markets, weight)), weight)];
}

QString DemoPeople::anyTier() {
  const auto weight = [](const Tier& tier) { return tier.weight; };
  return m_tiers[weighted(m_tiers, m_random.bounded(sum(m_tiers, weight)), weight)].name;
}

QString DemoPeople::phoneIn(DemoMarket& market) {
  if (chance(kWithoutPhonePercent)) return {};
  if (chance(kInvalidPhonePercent)) return oneOf(m_invalidPhones);
  if (chance(kSharedPhonePercent) && !m_lastPhone.isEmpty()) return m_lastPhone;
  // The first market has numbers for all that the others have none left for.
  auto number = market.nextNumber();
  if (!number) number = m_markets.front().nextNumber();
  m_lastPhone = number.value_or(QString());
  return m_lastPhone;
}

}  // namespace heliograph::app
