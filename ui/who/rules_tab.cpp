// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules_tab.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "audience/built_in_field.h"
#include "audience/events/list_value.h"
#include "audience/property_statistics.h"
#include "audience/segment_repository.h"
#include "ui/theme/tokens.h"
#include "ui/who/rule_facts.h"
#include "ui/who/rule_list.h"
#include "ui/who/rules/rule_supply.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

RulesTab::RulesTab(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_supply(new RuleSupply(services, this)),
      m_rules(new RuleList(*m_supply)),
      m_facts(new RuleFacts(services, *m_rules, this)),
      m_sentence(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_hint(makeHint()),
      m_saveLine(makeSaveLine()),
      m_openSave(new Button(tr("Save as segment"), ButtonRole::Quiet, Icon::Save)),
      m_said(new Label({}, TypeRole::Hint, Ink::Text2)) {
  m_sentence->setWordWrap(true);
  m_sentence->setObjectName(QStringLiteral("who.sentence"));
  m_said->setWordWrap(true);
  m_said->setObjectName(QStringLiteral("who.said"));
  m_openSave->setObjectName(QStringLiteral("who.saveSegment"));
  connect(m_openSave, &Button::clicked, this, [this] { openSave(m_saveLine->isHidden()); });
  connect(m_rules, &RuleList::edited, this, [this] {
    m_qualified = -1;
    showSentence();
    showHint();
    Q_EMIT edited();
  });
  connect(m_facts, &RuleFacts::counted, this, &RulesTab::showHint);
  connect(m_supply, &RuleSupply::came, this, [this](bool changed) {
    if (changed) m_rules->refresh();
    m_facts->forget();
    showSentence();
  });

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  m_rules->addControl(m_openSave);
  column->addWidget(m_rules);
  column->addWidget(m_saveLine);
  column->addWidget(m_said);
  column->addWidget(m_hint);
  column->addWidget(m_sentence);
  column->addStretch();
  openSave(false);
  showSentence();
}

QWidget* RulesTab::makeHint() {
  auto* hint = new QWidget;
  hint->setObjectName(QStringLiteral("who.andHint"));
  auto* words =
      new Label(tr("Each rule matches somebody, but nobody matches all of them."), TypeRole::Body, Ink::Attention);
  words->setWordWrap(true);
  auto* mend = new LinkButton(tr("Use OR: one is enough"));
  mend->setObjectName(QStringLiteral("who.useOr"));
  connect(mend, &LinkButton::clicked, this, [this] { m_rules->setJoin(audience::SegmentGroup::Join::Any); });
  auto* row = new QHBoxLayout(hint);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(new IconMark(Icon::Warning, Tone::Attention));
  row->addWidget(words, 1);
  row->addWidget(mend);
  hint->hide();
  return hint;
}

QWidget* RulesTab::makeSaveLine() {
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("who.segmentName"));
  m_name->setAccessibleName(tr("Name of the segment"));
  m_name->setPlaceholderText(tr("Name, to use these rules again"));
  m_name->setMinimumHeight(size::Field);
  auto* store = new Button(tr("Save"), ButtonRole::Plain);
  store->setObjectName(QStringLiteral("who.storeSegment"));
  store->setAccessibleName(tr("Save the segment"));
  connect(store, &Button::clicked, this, &RulesTab::save);
  connect(m_name, &QLineEdit::returnPressed, this, &RulesTab::save);
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_name, 1);
  row->addWidget(store);
  return line;
}

void RulesTab::openSave(bool open) {
  m_saveLine->setVisible(open);
  m_said->hide();
  if (open) m_name->setFocus();
}

void RulesTab::setSegment(const audience::Segment& segment) {
  m_rules->setSegment(segment);
  showSentence();
}

audience::Segment RulesTab::segment() const {
  return m_rules->segment();
}

void RulesTab::refresh() {
  m_supply->refresh();
}

void RulesTab::showSentence() {
  const audience::Segment segment = m_rules->segment();
  const bool any = !m_rules->rows().empty();
  // With all rules off nobody is chosen; the segment itself would mean everybody.
  const bool none = audience::isIdle({segment.rules});
  m_openSave->setVisible(!none);
  if (none) m_saveLine->hide();
  QStringList words;
  if (!none) words << describe(segment) + QLatin1Char('.');
  if (none && !segment.isEverybody()) words << tr("All rules are switched off, so nobody is chosen.");
  if (any && !m_rules->isComplete()) words << tr("A rule without a value is left out.");
  if (!any) {
    words << tr(
        "Describe who gets the message, one rule for each thing you know of them: where they live, what they "
        "bought, when they joined.");
  }
  m_sentence->setText(words.join(QLatin1Char(' ')));
}

void RulesTab::showReach(const audience::Reach& reach) {
  m_qualified = reach.qualified;
  showHint();
}

void RulesTab::showHint() {
  const bool all = m_rules->join() == audience::SegmentGroup::Join::All;
  m_hint->setVisible(m_qualified == 0 && all && m_facts->eachMatchesSomebody());
}

void RulesTab::save() {
  const QString name = m_name->text().trimmed();
  const audience::Segment segment = m_rules->segment();
  if (name.isEmpty() || audience::isIdle({segment.rules})) {
    m_said->show();
    m_said->setText(tr("Give the segment at least one rule and a name."));
    return;
  }
  m_services.background
      .run([&segments = m_services.segments, name, segment]() -> Result<SegmentId> {
        if (segments.find(name)) {
          return fail(ErrorCode::Conflict, tr("There is a segment “%1” already. Choose another name.").arg(name));
        }
        return segments.save(name, segment);
      })
      .then(this, [this, name](const Result<SegmentId>& stored) {
        if (stored) {
          openSave(false);
          m_name->clear();
          Q_EMIT saved(name);
        }
        m_said->show();
        m_said->setText(stored ? tr("Saved as “%1”.").arg(name) : stored.error().message);
      });
}

void RulesTab::focusFirst() {
  m_rules->focusFirst();
}

}  // namespace heliograph::ui
