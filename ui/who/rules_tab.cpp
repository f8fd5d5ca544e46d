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
#include "ui/widgets/button.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

namespace {

QList<items::PropertyEntry> entriesOf(const Result<std::vector<audience::PropertyStatistic>>& statistics) {
  QList<items::PropertyEntry> entries;
  if (!statistics) return entries;
  for (const auto& statistic : *statistics) {
    entries.push_back(
        {statistic.property.name, {}, audience::propertyText(statistic.sample), statistic.share, statistic.property.type});
  }
  for (const audience::BuiltInField& field : audience::builtInFields()) {
    entries.push_back({field.name, {}, {}, 1.0, field.type});
  }
  return entries;
}

}  // namespace

RulesTab::RulesTab(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_rules(new RuleList(m_properties)),
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
  m_services.background
      .run([&database = m_services.database] { return entriesOf(audience::propertyStatistics(database)); })
      .then(this, [this](const QList<items::PropertyEntry>& entries) {
        const std::vector<items::PropertyEntry> now(entries.begin(), entries.end());
        if (now == m_properties.rows()) return m_facts->forget();
        m_properties.setEntries(entries);
        m_rules->refresh();
        m_facts->forget();
      });
}

void RulesTab::showSentence() {
  const audience::Segment segment = m_rules->segment();
  const bool any = !m_rules->rows().empty();
  m_openSave->setVisible(!segment.isEverybody());
  if (segment.isEverybody()) m_saveLine->hide();
  QStringList words;
  if (!segment.isEverybody()) words << describe(segment) + QLatin1Char('.');
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
  if (name.isEmpty() || segment.isEverybody()) {
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
