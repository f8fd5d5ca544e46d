// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/filter_parts.h"

#include <algorithm>

#include "audience/property_label.h"
#include "ui/theme/tokens.h"
#include "ui/who/rules/comparison_parts.h"
#include "ui/who/rules/rule_sentence.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

void drop(QWidget* part) {
  part->hide();
  part->deleteLater();
}

void makeSmall(IconButton& button) {
  button.setFixedSize(size::SmallControl - size::Tiny, size::SmallControl);
}

}  // namespace

FilterParts::FilterParts(RuleSentence& sentence, RuleSupply& supply, QWidget* before)
    : QObject(&sentence),
      m_sentence(sentence),
      m_supply(supply),
      m_add(new IconButton(Icon::Plus, tr("Add a condition on the event"))) {
  makeSmall(*m_add);
  sentence.add(m_add, "rule.addFilter", tr("Add a condition on the event"), before);
  connect(m_add, &IconButton::clicked, this, &FilterParts::addFilter);
  m_add->hide();
}

void FilterParts::set(const QString& event, std::vector<audience::SegmentRule> where) {
  clear();
  m_event = event;
  m_where = std::move(where);
  for (const audience::SegmentRule& rule : m_where) showFilter(rule);
  m_add->setVisible(!m_supply.offers().propertiesOf(event).empty());
}

void FilterParts::showFilter(const audience::SegmentRule& rule) {
  const auto& known = m_supply.offers().propertiesOf(m_event);
  const QString of = tr(" of condition %1").arg(m_filters.size() + 1);
  Filter filter;
  filter.joint = m_sentence.addWords(m_filters.empty() ? tr("where") : tr("and"), m_add);
  filter.property = m_sentence.addCombo(SentenceCombo::Look::Pill, "rule.filter", tr("Property") + of, m_add);
  for (const auto& each : known) filter.property->addItem(audience::propertyLabel(each.name));
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.name == rule.property; });
  filter.property->setFallbackText(audience::propertyLabel(rule.property));
  filter.property->setCurrentIndex(found == known.end() ? -1 : static_cast<int>(found - known.begin()));
  filter.comparison = new ComparisonParts(m_sentence, ComparisonParts::Wording::Symbols, of, m_add);
  const auto type = found == known.end() ? audience::PropertyType::Text : found->type;
  filter.comparison->setType(type, audience::operatorsFor(type));
  filter.comparison->set(rule.op, rule.values);
  filter.remove = new IconButton(Icon::Close, tr("Remove this condition"));
  makeSmall(*filter.remove);
  m_sentence.add(filter.remove, "rule.removeFilter", tr("Remove condition %1").arg(m_filters.size() + 1), m_add);
  m_supply.offerValues({ValueKey::Of::Event, m_event, rule.property}, filter.comparison->field());
  const ComparisonParts* key = filter.comparison;
  connect(filter.property, &QComboBox::activated, this, [this, key](int row) { chooseProperty(numberOf(key), row); });
  connect(filter.comparison, &ComparisonParts::edited, this, [this] {
    read();
    Q_EMIT edited();
  });
  connect(filter.remove, &IconButton::clicked, this, [this, key] { removeFilter(numberOf(key)); });
  m_filters.push_back(filter);
}

std::size_t FilterParts::numberOf(const ComparisonParts* comparison) const {
  const auto found = std::find_if(m_filters.begin(), m_filters.end(),
                                  [&](const Filter& filter) { return filter.comparison == comparison; });
  return static_cast<std::size_t>(found - m_filters.begin());
}

void FilterParts::addFilter() {
  const auto& first = m_supply.offers().propertiesOf(m_event).front();
  const audience::SegmentRule rule{first.name, audience::operatorsFor(first.type).front(), {}};
  m_where.push_back(rule);
  showFilter(rule);
  m_filters.back().property->setFocus(Qt::TabFocusReason);
  Q_EMIT edited();
}

void FilterParts::chooseProperty(std::size_t number, int row) {
  const auto& chosen = m_supply.offers().propertiesOf(m_event).at(static_cast<std::size_t>(row));
  if (chosen.name == m_where[number].property) return;
  ComparisonParts& comparison = *m_filters[number].comparison;
  const auto& offered = audience::operatorsFor(chosen.type);
  m_where[number].property = chosen.name;
  comparison.clearValues();
  const bool stays = std::find(offered.begin(), offered.end(), comparison.op()) != offered.end();
  comparison.set(stays ? comparison.op() : offered.front(), {});
  comparison.setType(chosen.type, offered);
  m_supply.offerValues({ValueKey::Of::Event, m_event, chosen.name}, comparison.field());
  read();
  Q_EMIT edited();
}

void FilterParts::removeFilter(std::size_t number) {
  // What was pressed goes, so that the keyboard needs another place first.
  QWidget* next = number + 1 < m_filters.size() ? m_filters[number + 1].property : static_cast<QWidget*>(m_add);
  next->setFocus(Qt::TabFocusReason);
  const Filter gone = m_filters[number];
  drop(gone.joint);
  drop(gone.property);
  gone.comparison->remove();
  drop(gone.remove);
  m_filters.erase(m_filters.begin() + static_cast<std::ptrdiff_t>(number));
  m_where.erase(m_where.begin() + static_cast<std::ptrdiff_t>(number));
  if (!m_filters.empty()) m_filters.front().joint->setText(tr("where"));
  Q_EMIT edited();
}

void FilterParts::read() {
  for (std::size_t i = 0; i < m_filters.size(); ++i) {
    m_where[i].op = m_filters[i].comparison->op();
    m_where[i].values = m_filters[i].comparison->values();
  }
}

bool FilterParts::isComplete() const {
  return std::all_of(m_filters.begin(), m_filters.end(),
                     [](const Filter& filter) { return filter.comparison->isComplete(); });
}

void FilterParts::clear() {
  for (const Filter& filter : m_filters) {
    drop(filter.joint);
    drop(filter.property);
    filter.comparison->remove();
    drop(filter.remove);
  }
  m_filters.clear();
  m_where.clear();
}

void FilterParts::remove() {
  clear();
  drop(m_add);
  deleteLater();
}

}  // namespace heliograph::ui
