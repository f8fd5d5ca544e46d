// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment.h"

#include <QStringList>

#include "audience/property_label.h"

namespace heliograph::audience {
namespace {

QString valueWords(const QJsonValue& value) {
  return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QString listWords(const SegmentRule& rule) {
  QStringList words;
  for (const QJsonValue& value : rule.values) words << valueWords(value);
  if (words.size() < 2) return words.join(QString());
  const bool all = rule.op == SegmentOperator::Between;
  const QString last = words.takeLast();
  return words.join(QStringLiteral(", ")) + (all ? QStringLiteral(" and ") : QStringLiteral(" or ")) + last;
}

QString ruleWords(const SegmentRule& rule) {
  QString words = operatorWords(rule.op);
  if (words.contains(QChar(u'…'))) {
    words.replace(QChar(u'…'), listWords(rule));
  } else if (!rule.values.isEmpty()) {
    words += QLatin1Char(' ') + listWords(rule);
  }
  return QStringLiteral("whose %1 %2").arg(propertyWords(rule.property), words);
}

QString groupWords(const SegmentGroup& group) {
  QStringList words;
  for (const SegmentPart& part : group.parts) {
    if (const auto* rule = std::get_if<SegmentRule>(&part.value)) {
      words << ruleWords(*rule);
    } else if (const auto& inner = std::get<SegmentGroup>(part.value); !inner.parts.empty()) {
      words << (inner.parts.size() == 1 ? groupWords(inner) : QStringLiteral("(%1)").arg(groupWords(inner)));
    }
  }
  return words.join(group.join == SegmentGroup::Join::All ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

void collectProperties(const SegmentGroup& group, QStringList& names) {
  for (const SegmentPart& part : group.parts) {
    if (const auto* rule = std::get_if<SegmentRule>(&part.value)) {
      if (!names.contains(rule->property)) names << rule->property;
    } else {
      collectProperties(std::get<SegmentGroup>(part.value), names);
    }
  }
}

}  // namespace

bool SegmentGroup::operator==(const SegmentGroup& other) const {
  return join == other.join && parts == other.parts;
}

QString describe(const Segment& segment) {
  const QString words = groupWords(segment.rules);
  return words.isEmpty() ? QStringLiteral("Everybody") : QStringLiteral("People ") + words;
}

QStringList propertiesOf(const Segment& segment) {
  QStringList names;
  collectProperties(segment.rules, names);
  return names;
}

}  // namespace heliograph::audience
