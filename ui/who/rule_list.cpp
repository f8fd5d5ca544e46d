// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_list.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/palette/command_palette.h"
#include "ui/theme/tokens.h"
#include "ui/who/joint_chip.h"
#include "ui/who/rule_row.h"
#include "ui/who/rules/rule_choices.h"
#include "ui/widgets/button.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

using audience::PartPath;
using audience::SegmentGroup;
using audience::SegmentPart;
namespace edit = audience::segment_edit;

RuleList::RuleList(RuleSupply& supply, QWidget* parent)
    : QWidget(parent),
      m_supply(supply),
      m_holder(new QVBoxLayout(this)),
      m_foot(new QHBoxLayout),
      m_dropLine(new Separator),
      m_add(new Button(tr("Rule"), ButtonRole::Plain, Icon::Plus)) {
  auto* group = new Button(tr("Group"), ButtonRole::Quiet, Icon::Rules);
  m_add->setObjectName(QStringLiteral("rules.add"));
  m_add->setAccessibleName(tr("Add a rule"));
  group->setObjectName(QStringLiteral("rules.addGroup"));
  group->setAccessibleName(tr("Add a group of rules"));
  connect(m_add, &Button::clicked, this, [this] { choose(m_add, [this](const SegmentPart& rule) { addRule(rule); }); });
  connect(group, &Button::clicked, this, [this, group] {
    choose(group, [this](const SegmentPart& rule) {
      const bool all = m_root.join == SegmentGroup::Join::All;
      append({}, {SegmentGroup{all ? SegmentGroup::Join::Any : SegmentGroup::Join::All, {rule}}});
    });
  });

  m_foot->setSpacing(size::Small);
  m_foot->addWidget(m_add);
  m_foot->addWidget(group);
  m_foot->addStretch();
  m_holder->setContentsMargins({});
  m_holder->setSpacing(size::Medium);
  m_holder->addLayout(m_foot);
  m_dropLine->setParent(this);
  m_dropLine->hide();
  setAcceptDrops(true);
  rebuild();
}

RuleList::~RuleList() {
  delete m_choices;
}

void RuleList::addControl(QWidget* control) {
  m_foot->addWidget(control);
}

void RuleList::setSegment(const audience::Segment& segment) {
  if (segment == this->segment() && !m_rows.empty()) return;
  if (segment.isEverybody() && m_root.parts.empty()) return;
  m_root = segment.rules;
  rebuild();
}

const RuleRow* RuleList::rowAt(const PartPath& path) const {
  const auto found =
      std::find_if(m_rows.begin(), m_rows.end(), [&](const RuleRow* row) { return row->path() == path; });
  return found == m_rows.end() ? nullptr : *found;
}

SegmentGroup RuleList::completeOf(const SegmentGroup& group, const PartPath& path) const {
  SegmentGroup complete{group.join, {}, group.excluded};
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    const SegmentPart& part = group.parts[i];
    PartPath at = path;
    at.push_back(static_cast<int>(i));
    if (const auto* inner = std::get_if<SegmentGroup>(&part.value)) {
      auto inside = completeOf(*inner, at);
      if (!inside.parts.empty()) complete.parts.push_back({std::move(inside), part.off});
    } else if (const RuleRow* row = rowAt(at); row != nullptr && row->isComplete()) {
      complete.parts.push_back(part);
    }
  }
  return complete;
}

audience::Segment RuleList::segment() const {
  return {completeOf(m_root, {})};
}

bool RuleList::isComplete() const {
  return std::all_of(m_rows.begin(), m_rows.end(),
                     [](const RuleRow* row) { return row->isOff() || row->isComplete(); });
}

void RuleList::setJoin(SegmentGroup::Join join) {
  if (join != m_root.join) toggleJoin({});
}

void RuleList::choose(QWidget* anchor, const Take& take) {
  if (!m_choices) {
    m_choices = new CommandPalette(window(), {QStringLiteral("rules.choices"), tr("Add a rule"),
                                              tr("Find an event, a property, a segment, a list or a campaign"),
                                              tr("Nothing here has these letters in its name.")});
  }
  m_take = take;
  m_choices->open(ruleChoices(m_supply, take), anchor);
}

void RuleList::append(const PartPath& group, SegmentPart part) {
  PartPath path = edit::append(m_root, group, std::move(part));
  rebuild();
  if (edit::groupAt(m_root, path)) path.push_back(0);
  focusRow(path, true);
  Q_EMIT edited();
}

void RuleList::addRule(const SegmentPart& rule) {
  append({}, rule);
}

void RuleList::refresh() {
  const QWidget* focus = focusWidget();
  const bool inside = focus != nullptr && focus->hasFocus() && m_tree->isAncestorOf(focus);
  const QString name = inside ? focus->objectName() : QString();
  PartPath path;
  for (const RuleRow* row : m_rows) {
    if (inside && row->isAncestorOf(focus)) path = row->path();
  }
  rebuild();
  if (const RuleRow* row = path.empty() ? nullptr : rowAt(path)) {
    if (auto* field = row->findChild<QWidget*>(name)) field->setFocus(Qt::OtherFocusReason);
  }
  // Whoever was quicker than the workspace sees the choices come.
  if (m_choices && m_choices->isVisible()) m_choices->setEntries(ruleChoices(m_supply, m_take));
}

void RuleList::change(const Change& what, const PartPath& path) {
  const PartPath now = what(m_root, path);
  rebuild();
  focusRow(now);
  Q_EMIT edited();
}

void RuleList::toggleJoin(const PartPath& path) {
  SegmentGroup* group = edit::groupAt(m_root, path);
  if (!group) return;
  group->join = group->join == SegmentGroup::Join::All ? SegmentGroup::Join::Any : SegmentGroup::Join::All;
  // The chip that was pressed is found again by its place among all chips.
  const auto chips = m_tree->findChildren<JointChip*>();
  const auto place = chips.indexOf(qobject_cast<JointChip*>(focusWidget()));
  rebuild();
  const auto anew = m_tree->findChildren<JointChip*>();
  if (place >= 0 && place < anew.size()) anew[place]->setFocus(Qt::TabFocusReason);
  Q_EMIT edited();
}

void RuleList::focusRow(const PartPath& path, bool open) {
  for (RuleRow* row : m_rows) {
    const bool here = row->path() == path;
    const bool within =
        row->path().size() > path.size() && !path.empty() && std::equal(path.begin(), path.end(), row->path().begin());
    if (here || within) return open ? row->focusOpen() : row->focusFirst();
  }
  m_add->setFocus(Qt::TabFocusReason);
}

void RuleList::focusFirst() {
  if (m_rows.empty()) {
    m_add->setFocus();
  } else {
    m_rows.front()->focusFirst();
  }
}

}  // namespace heliograph::ui
