// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/property_sentence.h"

#include <algorithm>

#include "audience/property_label.h"
#include "audience/segment_edit.h"
#include "ui/who/rules/comparison_parts.h"

namespace heliograph::ui {

PropertySentence::PropertySentence(const audience::SegmentRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number),
      m_supply(supply),
      m_rule(rule),
      m_property(addCombo(SentenceCombo::Look::Pill, "rule.property", tr("Property"))),
      m_comparison(new ComparisonParts(*this, ComparisonParts::Wording::Words)) {
  m_property->setModel(&supply.properties());
  m_property->setModelColumn(items::PropertyListModel::Label);
  m_property->setFallbackText(audience::propertyLabel(rule.property));
  const auto& known = supply.properties().rows();
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.name == rule.property; });
  m_property->setCurrentIndex(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
  m_comparison->setType(type(), audience::operatorsFor(type()));
  m_comparison->set(rule.op, rule.values);
  supply.offerValues({ValueKey::Of::Person, {}, rule.property}, m_comparison->field());
  connect(m_property, &QComboBox::activated, this, &PropertySentence::chooseProperty);
  connect(m_comparison, &ComparisonParts::edited, this, [this] {
    m_rule.op = m_comparison->op();
    m_rule.values = m_comparison->values();
    Q_EMIT edited();
  });
}

audience::PropertyType PropertySentence::type() const {
  return m_supply.offers().typeOf(m_rule.property);
}

bool PropertySentence::isComplete() const {
  return audience::isComplete(m_rule, type());
}

void PropertySentence::chooseProperty(int row) {
  const QString& chosen = m_supply.properties().entry(row).name;
  if (chosen == m_rule.property) return;
  m_rule.property = chosen;
  const auto& offered = audience::operatorsFor(type());
  const bool stays = std::find(offered.begin(), offered.end(), m_rule.op) != offered.end();
  m_rule.op = stays ? m_rule.op : offered.front();
  m_rule.values = {};
  m_comparison->clearValues();
  m_comparison->set(m_rule.op, {});
  m_comparison->setType(type(), offered);
  m_supply.offerValues({ValueKey::Of::Person, {}, chosen}, m_comparison->field());
  Q_EMIT edited();
}

}  // namespace heliograph::ui
