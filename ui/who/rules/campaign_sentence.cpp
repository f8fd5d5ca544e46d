// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/campaign_sentence.h"

#include "ui/who/rules/window_parts.h"

namespace heliograph::ui {

using audience::CampaignRule;
using CampaignDeed = CampaignRule::What;

CampaignSentence::CampaignSentence(const CampaignRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number),
      m_supply(supply),
      m_rule(rule),
      m_verb(addCombo(SentenceCombo::Look::Words, "rule.verb", tr("What they did with it"))),
      m_by(addCombo(SentenceCombo::Look::Words, "rule.by", tr("Campaign or label"))),
      m_name(addCombo(SentenceCombo::Look::Pill, "rule.campaign", tr("Campaign"))),
      m_window(new WindowParts(*this)) {
  offerVerbs();
  m_by->addItems({tr("the campaign"), tr("one labelled")});
  m_by->setCurrentIndex(rule.by == CampaignRule::By::Campaign ? 0 : 1);
  m_by->setEnabled(!supply.offers().labels.isEmpty() || rule.by == CampaignRule::By::Label);
  offerNames();
  m_window->set(rule.within);
  connect(m_verb, &QComboBox::activated, this, [this] {
    m_rule.what = static_cast<CampaignDeed>(m_verb->currentData().toInt() / 2);
    m_rule.did = m_verb->currentData().toInt() % 2 == 0;
    Q_EMIT edited();
  });
  connect(m_by, &QComboBox::activated, this, [this](int row) {
    const auto by = row == 0 ? CampaignRule::By::Campaign : CampaignRule::By::Label;
    if (by == m_rule.by) return;
    m_rule.by = by;
    m_rule.name.clear();
    offerNames();
    if (m_name->count() > 0) {
      m_name->setCurrentIndex(0);
      m_rule.name = m_name->currentText();
    }
    Q_EMIT edited();
  });
  connect(m_name, &QComboBox::activated, this, [this] {
    m_rule.name = m_name->currentText();
    Q_EMIT edited();
  });
  connect(m_window, &WindowParts::edited, this, [this] {
    m_rule.within = m_window->window();
    Q_EMIT edited();
  });
}

void CampaignSentence::offerVerbs() {
  const auto add = [this](CampaignDeed what, const QString& did, const QString& didNot) {
    m_verb->addItem(did, 2 * static_cast<int>(what));
    m_verb->addItem(didNot, 2 * static_cast<int>(what) + 1);
  };
  add(CampaignDeed::Received, tr("Received"), tr("Did not receive"));
  // Nothing is known of clicks yet: only a rule from elsewhere can ask for them.
  if (m_rule.what == CampaignDeed::Clicked)
    add(CampaignDeed::Clicked, tr("Followed a link of"), tr("Followed no link of"));
  if (m_supply.offers().goals || m_rule.what == CampaignDeed::Converted) {
    add(CampaignDeed::Converted, tr("Reached the goal of"), tr("Did not reach the goal of"));
  }
  m_verb->setCurrentIndex(m_verb->findData(2 * static_cast<int>(m_rule.what) + (m_rule.did ? 0 : 1)));
}

void CampaignSentence::offerNames() {
  m_name->clear();
  m_name->addItems(m_rule.by == CampaignRule::By::Campaign ? m_supply.offers().campaigns : m_supply.offers().labels);
  m_name->setFallbackText(m_rule.name);
  m_name->setCurrentIndex(m_name->findText(m_rule.name));
}

bool CampaignSentence::isComplete() const {
  return !m_rule.name.isEmpty() && m_window->isComplete();
}

}  // namespace heliograph::ui
