// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/coupon_tally.h"

namespace heliograph::delivery {
namespace {

QString countedCodes(qint64 codes) {
  return codes == 0   ? QStringLiteral("no codes left")
         : codes == 1 ? QStringLiteral("1 code")
                      : QStringLiteral("%L1 codes").arg(codes);
}

/// What others are still to give, as a sentence with a space before it; empty if they aren't.
QString promiseWords(const CouponStock& stock) {
  QStringList words;
  for (const campaign::CouponPromise& one : stock.promised) {
    words << QStringLiteral("%L1 for “%2”").arg(one.codes).arg(one.name);
  }
  return words.isEmpty()
             ? QString()
             : QStringLiteral(" %1 more are promised: %2.")
                   .arg(QStringLiteral("%L1").arg(stock.free - stock.toGive()), words.join(QStringLiteral(", ")));
}

QString shortageWords(const CouponStock& stock, qint64 needed) {
  const QString codes = countedCodes(stock.toGive());
  const QString people = needed == 1 ? QStringLiteral("1 person") : QStringLiteral("%L1 people").arg(needed);
  return QStringLiteral("The pool “%1” has %2 for %3.%4 Import more codes in the library, or choose fewer people.")
      .arg(stock.pool, codes, people, promiseWords(stock));
}

}  // namespace

void CouponTally::add(std::string_view text) {
  for (std::size_t i = 0; i < m_needed.size(); ++i) {
    if (text.find((*m_stock)[i].sample) != std::string_view::npos) ++m_needed[i];
  }
}

void CouponTally::add(const CouponTally& others) {
  for (std::size_t i = 0; i < m_needed.size(); ++i) m_needed[i] += others.m_needed[i];
}

void CouponTally::addIssues(CheckReport& report) const {
  for (std::size_t i = 0; i < m_needed.size(); ++i) {
    const CouponStock& stock = (*m_stock)[i];
    const qint64 needed = m_needed[i] > 0 ? m_needed[i] : report.sendable;
    if (needed <= stock.toGive()) continue;
    report.issues.push_back({campaign::Severity::Block, QStringLiteral("coupons_short"), campaign::Step::What,
                             QStringLiteral("message"), shortageWords(stock, needed)});
  }
}

}  // namespace heliograph::delivery
