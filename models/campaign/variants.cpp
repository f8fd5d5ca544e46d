// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/variants.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace heliograph::campaign {

int copyCount(const Variants& variants) {
  return variants.kind == Variants::Kind::Single ? 1 : static_cast<int>(variants.others.size()) + 1;
}

QString copyName(const Variants& variants, int copy) {
  if (variants.kind != Variants::Kind::ByProperty) return QString(QChar(u'A' + copy));
  if (copy <= 0 || copy > static_cast<int>(variants.others.size()))
    return QCoreApplication::translate("Variants", "Everybody else");
  return variants.others[static_cast<std::size_t>(copy) - 1].value;
}

Result<int> copyNamed(const Variants& variants, const QString& name) {
  QStringList names;
  for (int copy = 0; copy < copyCount(variants); ++copy) {
    names << copyName(variants, copy);
    if (names.constLast().compare(name.trimmed(), Qt::CaseInsensitive) == 0) return copy;
  }
  return fail(ErrorCode::NotFound,
              QStringLiteral("There is no copy “%1”. There are: %2.").arg(name, names.join(QStringLiteral(", "))));
}

std::vector<int> sharesOf(const Variants& variants) {
  std::vector<int> shares{100};
  for (const Variant& variant : variants.others) {
    shares.push_back(variant.share);
    shares.front() -= variant.share;
  }
  return shares;
}

TestSizes testSizes(const Variants& variants, qint64 people) {
  const auto copies = static_cast<qint64>(variants.others.size()) + 1;
  const qint64 wanted = variants.testPeople > 0 ? variants.testPeople : people * variants.testPercent / 100;
  TestSizes sizes;
  sizes.each = std::max<qint64>(1, wanted / copies);
  sizes.test = sizes.each * copies;
  if (wanted >= people || sizes.test >= people) return {people / copies, people, 0};
  sizes.rest = people - sizes.test;
  return sizes;
}

QString variantsKindName(Variants::Kind kind) {
  switch (kind) {
    case Variants::Kind::Single:
      return QStringLiteral("single");
    case Variants::Kind::AbTest:
      return QStringLiteral("ab_test");
    case Variants::Kind::Split:
      return QStringLiteral("split");
    case Variants::Kind::ByProperty:
      return QStringLiteral("by_property");
  }
  return {};
}

}  // namespace heliograph::campaign
