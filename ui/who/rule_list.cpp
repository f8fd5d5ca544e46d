// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_list.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/who/rule_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using audience::SegmentGroup;

RuleList::RuleList(items::PropertyListModel& properties, QWidget* parent)
    : QWidget(parent),
      m_properties(properties),
      m_join(new SegmentedChoice),
      m_column(new QVBoxLayout),
      m_words(new Label({}, TypeRole::Body, Ink::Text2)),
      m_add(new Button(tr("Rule"), ButtonRole::Plain, Icon::Plus)) {
  m_join->setObjectName(QStringLiteral("rules.join"));
  m_join->setAccessibleName(tr("How the rules are joined"));
  m_join->addChoice(static_cast<int>(SegmentGroup::Join::All), tr("AND: every rule holds"));
  m_join->addChoice(static_cast<int>(SegmentGroup::Join::Any), tr("OR: one is enough"));
  m_join->setCurrent(static_cast<int>(SegmentGroup::Join::All));
  m_words->setWordWrap(true);
  m_add->setObjectName(QStringLiteral("rules.add"));
  m_add->setAccessibleName(tr("Add a rule"));
  m_column->setSpacing(size::Small);

  auto* foot = new QHBoxLayout;
  foot->addWidget(m_add);
  foot->addWidget(m_join);
  foot->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addLayout(m_column);
  column->addLayout(foot);
  column->addWidget(m_words);
  connect(m_add, &Button::clicked, this, &RuleList::addRule);
  connect(m_join, &SegmentedChoice::chosen, this, [this] {
    joinWithWords();
    Q_EMIT edited();
  });
  joinWithWords();
}

SegmentGroup::Join RuleList::join() const {
  return m_join->current() == static_cast<int>(SegmentGroup::Join::Any) ? SegmentGroup::Join::Any
                                                                        : SegmentGroup::Join::All;
}

void RuleList::setSegment(const audience::Segment& segment) {
  if (!m_rows.empty() && segment == this->segment()) return;
  clearRows();
  m_join->setCurrent(static_cast<int>(segment.rules.join));
  const auto& parts = segment.rules.parts;
  const bool flat = std::all_of(parts.begin(), parts.end(), [](const audience::SegmentPart& part) {
    return std::holds_alternative<audience::SegmentRule>(part.value);
  });
  m_words->setVisible(!flat);
  if (!flat) {
    m_words->setText(tr("%1. A new rule replaces this.").arg(describe(segment)));
  } else {
    for (const auto& part : parts) appendRow()->setRule(std::get<audience::SegmentRule>(part.value));
  }
  joinWithWords();
}

audience::Segment RuleList::segment() const {
  audience::Segment segment;
  segment.rules.join = join();
  for (const RuleRow* row : m_rows) {
    if (row->isComplete()) segment.rules.parts.push_back({row->rule()});
  }
  return segment;
}

bool RuleList::isComplete() const {
  return !m_rows.empty() && std::all_of(m_rows.begin(), m_rows.end(), [](auto* row) { return row->isComplete(); });
}

void RuleList::addRule() {
  m_words->hide();
  appendRow()->focusFirst();
  joinWithWords();
  Q_EMIT edited();
}

RuleRow* RuleList::appendRow() {
  auto* joint = new Label({}, TypeRole::Hint, Ink::Text2);
  joint->setContentsMargins(size::Large, 0, 0, 0);
  auto* card = new Card;
  card->setPadding(size::Small);
  auto* row = new RuleRow(m_properties);
  card->body()->addWidget(row);
  m_column->addWidget(joint);
  m_column->addWidget(card);
  m_joints.push_back(joint);
  m_rows.push_back(row);
  connect(row, &RuleRow::edited, this, &RuleList::edited);
  connect(row, &RuleRow::removeRequested, this, [this, row] { removeRow(row); });
  return row;
}

void RuleList::removeRow(RuleRow* row) {
  const auto place = std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin();
  row->parentWidget()->deleteLater();
  row->parentWidget()->hide();
  m_joints[static_cast<std::size_t>(place)]->deleteLater();
  m_rows.erase(m_rows.begin() + place);
  m_joints.erase(m_joints.begin() + place);
  joinWithWords();
  m_add->setFocus();
  Q_EMIT edited();
}

void RuleList::clearRows() {
  for (RuleRow* row : m_rows) delete row->parentWidget();
  for (Label* joint : m_joints) delete joint;
  m_rows.clear();
  m_joints.clear();
}

void RuleList::joinWithWords() {
  const QString word = join() == SegmentGroup::Join::Any ? tr("OR") : tr("AND");
  for (std::size_t i = 0; i < m_joints.size(); ++i) {
    m_joints[i]->setText(word);
    m_joints[i]->setVisible(i > 0);
  }
  m_join->setVisible(m_rows.size() > 1);
}

void RuleList::focusFirst() {
  if (m_rows.empty()) {
    m_add->setFocus();
  } else {
    m_rows.front()->focusFirst();
  }
}

}  // namespace heliograph::ui
