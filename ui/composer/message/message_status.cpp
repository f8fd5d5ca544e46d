// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/message_status.h"

#include <QLocale>

#include "ui/layout/flow_layout.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/spinner.h"

namespace heliograph::ui {

struct MessageStatus::Fact {
  QString text;
  Tone tone;
  QString toolTip;
};

MessageStatus::MessageStatus(QWidget* parent)
    : QWidget(parent),
      m_flow(new FlowLayout(size::Small)),
      m_hint(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_spinner(new Spinner) {
  setObjectName(QStringLiteral("what.status"));
  m_hint->setFixedHeight(size::ChipHeight);
  setLayout(m_flow);
  m_flow->addWidget(m_hint);
  m_flow->addWidget(m_spinner);
}

std::vector<MessageStatus::Fact> MessageStatus::factsOf(const delivery::CheckReport& report) {
  std::vector<Fact> facts;
  const QLocale locale;
  for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
    const QString words = tr("%1: %2").arg(partsWords(parts.key()), locale.toString(parts.value()));
    const QString people = parts.value() == 1 ? tr("One person gets %1") : tr("These people get %1");
    facts.push_back({words, parts.key() > 1 ? Tone::Attention : Tone::Fine, people.arg(partsWords(parts.key()))});
  }
  const delivery::CostReport& cost = report.cost;
  if (!cost.expected.isZero()) {
    const QString unpriced =
        cost.isComplete()
            ? QString()
            : tr("Without %1 people for whom there is no price").arg(locale.toString(cost.unpricedPeople));
    const bool open = cost.isComplete() && cost.openEndedPeople == 0;
    const QString highest = open ? tr("At most %1").arg(cost.highest.text()) : unpriced;
    facts.push_back({cost.expected.shortText(), Tone::Neutral, highest});
  }
  return facts;
}

void MessageStatus::show(const delivery::CheckReport& report, bool current, const QString& hint) {
  const std::vector<Fact> facts = factsOf(report);
  while (m_chips.size() > facts.size()) {
    delete m_chips.back();
    m_chips.pop_back();
  }
  const bool grew = m_chips.size() < facts.size();
  while (m_chips.size() < facts.size()) {
    m_chips.push_back(new Chip);
    m_flow->addWidget(m_chips.back());
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    m_chips[i]->setState(facts[i].text, current ? facts[i].tone : Tone::Neutral);
    m_chips[i]->setToolTip(facts[i].toolTip);
  }
  if (grew) {
    // New chips stand before the rest.
    for (QWidget* last : std::initializer_list<QWidget*>{m_mend, m_hint, m_spinner}) {
      if (last == nullptr) continue;
      m_flow->removeWidget(last);
      m_flow->addWidget(last);
    }
  }
  m_hint->setText(hint);
  m_hint->setVisible(facts.empty());
  m_spinner->setVisible(!current);
  m_spinner->setRunning(!current);
}

void MessageStatus::setCostly(int characters) {
  if (characters == m_costly) return;
  m_costly = characters;
  delete m_mend;
  m_mend = nullptr;
  if (characters == 0) return;
  m_mend = new LinkButton(characters == 1 ? tr("Fix 1 character") : tr("Fix %1 characters").arg(characters));
  m_mend->setObjectName(QStringLiteral("what.mendCharacters"));
  m_mend->setAccessibleName(m_mend->text());
  m_mend->setToolTip(tr("Writes them so that 160 characters fit into a part instead of 70"));
  connect(m_mend, &LinkButton::clicked, this, &MessageStatus::mendRequested);
  m_flow->addWidget(m_mend);
}

}  // namespace heliograph::ui
