// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/device_sentence.h"

#include "ui/who/rules/comparison_parts.h"
#include "ui/who/values_field.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

DeviceSentence::DeviceSentence(const audience::DeviceRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number), m_supply(supply), m_rule(rule) {
  addWords(tr("Has a device whose"));
  m_field = addCombo(SentenceCombo::Look::Pill, "rule.deviceField", tr("What is known of the device"));
  m_field->addItems(
      {tr("App version"), tr("Make"), tr("Model"), tr("System version"), tr("SDK version"), tr("Platform")});
  m_field->setCurrentIndex(static_cast<int>(rule.field));
  m_comparison = new ComparisonParts(*this, ComparisonParts::Wording::Words);
  m_comparison->setType(audience::PropertyType::Text, audience::operatorsFor(audience::PropertyType::Text));
  m_comparison->set(rule.op, rule.values);
  offerValues();
  connect(m_field, &QComboBox::activated, this, [this](int row) {
    if (row == static_cast<int>(m_rule.field)) return;
    m_rule.field = static_cast<audience::DeviceRule::Field>(row);
    m_rule.values = {};
    m_comparison->clearValues();
    offerValues();
    Q_EMIT edited();
  });
  connect(m_comparison, &ComparisonParts::edited, this, [this] {
    m_rule.op = m_comparison->op();
    m_rule.values = m_comparison->values();
    Q_EMIT edited();
  });
}

void DeviceSentence::offerValues() {
  m_supply.offerValues({ValueKey::Of::Device, {}, {}, m_rule.field}, m_comparison->field());
}

bool DeviceSentence::isComplete() const {
  return m_comparison->isComplete();
}

}  // namespace heliograph::ui
