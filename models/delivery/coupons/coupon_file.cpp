// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/coupons/coupon_file.h"

#include <QStringList>
#include <optional>

#include "audience/csv_reader.h"

namespace heliograph::delivery {
namespace {

QString headerCell(std::string_view field) {
  return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())).trimmed();
}

/// What the column of codes is commonly called.
bool namesCodes(const QString& header) {
  static const QStringList names{QStringLiteral("code"),         QStringLiteral("codes"),
                                 QStringLiteral("coupon"),       QStringLiteral("coupons"),
                                 QStringLiteral("voucher"),      QStringLiteral("vouchers"),
                                 QStringLiteral("couponcode"),   QStringLiteral("vouchercode"),
                                 QStringLiteral("discountcode"), QStringLiteral("promocode")};
  QString plain = header.toLower();
  plain.remove(u' ').remove(u'_').remove(u'-');
  return names.contains(plain);
}

/// Where the codes stand, and whether the first line is one of them.
struct CodeColumn {
  std::size_t index = 0;
  bool hasHeader = false;
};

Result<CodeColumn> codeColumnOf(const audience::CsvRecord& first, const QString& wanted) {
  QStringList names;
  for (const std::string_view field : first.fields) names << headerCell(field);
  for (qsizetype i = 0; i < names.size(); ++i) {
    const bool fits = wanted.isEmpty() ? namesCodes(names[i]) : names[i].compare(wanted, Qt::CaseInsensitive) == 0;
    if (fits) return CodeColumn{static_cast<std::size_t>(i), true};
  }
  if (wanted.isEmpty() && names.size() == 1) return CodeColumn{};
  const QString listed = names.join(QStringLiteral(", ")).left(200);
  if (wanted.isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The file has several columns (%1). Say which one holds the codes.").arg(listed));
  }
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("The file has no column “%1”. Its first line has: %2.").arg(wanted, listed));
}

}  // namespace

Result<library::CouponIntake> importCoupons(const library::CouponRepository& coupons, const QString& pool,
                                            const QString& path, const QString& column) {
  auto reader = audience::CsvReader::open(path);
  if (!reader) return fail(reader.error());
  std::optional<CodeColumn> where;
  return coupons.add(pool, [&]() -> Result<std::optional<std::string_view>> {
    while (true) {
      auto record = reader->next();
      if (!record) return fail(record.error());
      if (!*record) return std::optional<std::string_view>();
      const auto& fields = (*record)->fields;
      if (!where) {
        auto found = codeColumnOf(**record, column);
        if (!found) return fail(found.error());
        where = *found;
        if (where->hasHeader) continue;
      }
      const bool damaged = (*record)->damage != audience::CsvRecord::Damage::None;
      // A line without that column is a blank one; a damaged one is no code.
      if (damaged) return std::optional<std::string_view>(std::string_view("\x01", 1));
      return std::optional<std::string_view>(where->index < fields.size() ? fields[where->index] : std::string_view());
    }
  });
}

}  // namespace heliograph::delivery
