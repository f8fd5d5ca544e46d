// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_market.h"

#include <QJsonArray>
#include <QVariant>

namespace heliograph::app {
namespace {

// Any number that shares no factor with a pool's size visits each of its places once, in an order that looks random.
constexpr qint64 kStride = 7919;

QStringList texts(const QJsonObject& json, QStringView name) {
  return json.value(name).toVariant().toStringList();
}

qint64 powerOfTen(int digits) {
  qint64 power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

}  // namespace

DemoMarket::DemoMarket(const QJsonObject& json)
    : m_weight(json.value(u"weight").toInt(1)),
      m_zone(json.value(u"zone").toString()),
      m_cities(texts(json, u"cities")),
      m_firstNames(texts(json, u"first")),
      m_lastNames(texts(json, u"last")),
      m_languages(texts(json, u"languages")),
      m_prefixes(texts(json, u"prefixes")),
      m_digits(json.value(u"digits").toInt()) {}

std::optional<QString> DemoMarket::nextNumber() {
  const qint64 perPrefix = powerOfTen(m_digits);
  const qint64 all = perPrefix * m_prefixes.size();
  if (m_given == all) return std::nullopt;
  const qint64 place = m_given++ * kStride % all;
  return m_prefixes[place / perPrefix] + QStringLiteral("%1").arg(place % perPrefix, m_digits, 10, QLatin1Char('0'));
}

}  // namespace heliograph::app
