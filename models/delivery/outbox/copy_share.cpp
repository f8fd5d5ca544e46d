// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/copy_share.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace heliograph::delivery {
namespace {

/// Two-sided, 95 %.
constexpr double kSureFrom = 1.959964;

/// Compares without rounding: -1, 0 or 1. A copy that nobody got has no share.
int compareShares(const CopyShare& one, const CopyShare& other) {
  const qint64 left = other.sent > 0 ? one.converted * other.sent : one.converted;
  const qint64 right = one.sent > 0 ? other.converted * one.sent : other.converted;
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace

QString copySharesText(const std::vector<CopyShare>& shares) {
  QJsonArray copies;
  for (const CopyShare& share : shares) {
    const QString what = share.clicks ? QStringLiteral("clicked") : QStringLiteral("converted");
    copies.append(QJsonObject{{QStringLiteral("sent"), share.sent}, {what, share.converted}});
  }
  return QString::fromUtf8(QJsonDocument(copies).toJson(QJsonDocument::Compact));
}

std::vector<CopyShare> copySharesFromText(const QString& text) {
  std::vector<CopyShare> shares;
  for (const QJsonValue& copy : QJsonDocument::fromJson(text.toUtf8()).array()) {
    const QJsonObject share = copy.toObject();
    const bool clicks = share.contains(u"clicked");
    const QJsonValue count = clicks ? share.value(u"clicked") : share.value(u"converted");
    shares.push_back({share.value(u"sent").toInteger(), count.toInteger(), clicks});
  }
  return shares;
}

std::vector<int> leadingCopies(const std::vector<CopyShare>& shares) {
  std::vector<int> leading;
  for (std::size_t copy = 0; copy < shares.size(); ++copy) {
    if (shares[copy].converted == 0) continue;
    const int compared =
        leading.empty() ? 1 : compareShares(shares[copy], shares[static_cast<std::size_t>(leading.front())]);
    if (compared < 0) continue;
    if (compared > 0) leading.clear();
    leading.push_back(static_cast<int>(copy));
  }
  return leading;
}

bool mayBeChance(const CopyShare& one, const CopyShare& other) {
  if (one.sent == 0 || other.sent == 0) return true;
  const auto first = static_cast<double>(one.sent);
  const auto second = static_cast<double>(other.sent);
  const double both = static_cast<double>(one.converted + other.converted) / (first + second);
  const double spread = std::sqrt(both * (1 - both) * (1 / first + 1 / second));
  return spread <= 0 || std::abs(one.share() - other.share()) / spread < kSureFrom;
}

}  // namespace heliograph::delivery
