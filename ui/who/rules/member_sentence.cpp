// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/member_sentence.h"

namespace heliograph::ui {

MemberSentence::MemberSentence(const audience::MemberRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number),
      m_rule(rule),
      m_member(addCombo(SentenceCombo::Look::Words, "rule.member", tr("In or not in"))),
      m_name(addCombo(SentenceCombo::Look::Pill, "rule.memberOf", tr("Segment or list"))) {
  const bool segment = rule.of == audience::MemberRule::Of::Segment;
  m_member->addItems(segment ? QStringList{tr("Is in the segment"), tr("Is not in the segment")}
                             : QStringList{tr("Is in the list"), tr("Is not in the list")});
  m_member->setCurrentIndex(rule.member ? 0 : 1);
  m_name->addItems(segment ? supply.offers().segments : supply.offers().lists);
  m_name->setFallbackText(rule.name);
  m_name->setCurrentIndex(m_name->findText(rule.name));
  connect(m_member, &QComboBox::activated, this, [this](int row) {
    m_rule.member = row == 0;
    Q_EMIT edited();
  });
  connect(m_name, &QComboBox::activated, this, [this] {
    m_rule.name = m_name->currentText();
    Q_EMIT edited();
  });
}

}  // namespace heliograph::ui
