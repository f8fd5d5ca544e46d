// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_list.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/who/joint_chip.h"
#include "ui/who/rule_grip.h"
#include "ui/who/rule_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

using audience::PartPath;
using audience::SegmentGroup;
using audience::SegmentPart;
using audience::SegmentRule;
namespace edit = audience::segment_edit;

namespace {

constexpr std::size_t kDeepest = 3;

PartPath inner(PartPath path, std::size_t number) {
  path.push_back(static_cast<int>(number));
  return path;
}

}  // namespace

RuleList::RuleList(items::PropertyListModel& properties, QWidget* parent)
    : QWidget(parent),
      m_properties(properties),
      m_holder(new QVBoxLayout(this)),
      m_foot(new QHBoxLayout),
      m_dropLine(new Separator),
      m_add(new Button(tr("Rule"), ButtonRole::Plain, Icon::Plus)) {
  auto* group = new Button(tr("Group"), ButtonRole::Quiet, Icon::Rules);
  m_add->setObjectName(QStringLiteral("rules.add"));
  m_add->setAccessibleName(tr("Add a rule"));
  group->setObjectName(QStringLiteral("rules.addGroup"));
  group->setAccessibleName(tr("Add a group of rules"));
  connect(m_add, &Button::clicked, this, &RuleList::addRule);
  connect(group, &Button::clicked, this, &RuleList::addGroup);

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

void RuleList::addControl(QWidget* control) {
  m_foot->addWidget(control);
}

void RuleList::setSegment(const audience::Segment& segment) {
  if (segment == this->segment() && !m_rows.empty()) return;
  if (segment.isEverybody() && m_root.parts.empty()) return;
  m_root = segment.rules;
  rebuild();
}

audience::PropertyType RuleList::typeOf(const QString& property) const {
  for (const auto& entry : m_properties.rows()) {
    if (entry.name == property) return entry.type;
  }
  return audience::PropertyType::Text;
}

SegmentGroup RuleList::completeOf(const SegmentGroup& group) const {
  SegmentGroup complete{group.join, {}};
  for (const SegmentPart& part : group.parts) {
    if (const auto* rule = std::get_if<SegmentRule>(&part.value)) {
      if (audience::isComplete(*rule, typeOf(rule->property))) complete.parts.push_back(part);
    } else if (auto inside = completeOf(std::get<SegmentGroup>(part.value)); !inside.parts.empty()) {
      complete.parts.push_back({std::move(inside)});
    }
  }
  return complete;
}

audience::Segment RuleList::segment() const {
  return {completeOf(m_root)};
}

bool RuleList::isComplete() const {
  return std::all_of(m_rows.begin(), m_rows.end(), [](const RuleRow* row) { return row->isComplete(); });
}

void RuleList::setJoin(SegmentGroup::Join join) {
  if (join != m_root.join) toggleJoin({});
}

SegmentRule RuleList::newRule() const {
  SegmentRule rule;
  // A property of the people, not what everybody has anyway.
  const auto& known = m_properties.rows();
  const auto own = std::find_if(known.begin(), known.end(), [](const auto& entry) {
    return entry.name != QLatin1String("identity") && entry.name != QLatin1String("phone");
  });
  if (own != known.end()) {
    rule.property = own->name;
    rule.op = audience::operatorsFor(own->type).front();
  }
  return rule;
}

void RuleList::append(const PartPath& group, SegmentPart part) {
  PartPath path = edit::append(m_root, group, std::move(part));
  rebuild();
  if (edit::groupAt(m_root, path)) path.push_back(0);
  focusRow(path);
  Q_EMIT edited();
}

void RuleList::addRule() {
  append({}, {newRule()});
}

void RuleList::addGroup() {
  SegmentGroup group;
  const bool all = m_root.join == SegmentGroup::Join::All;
  group.join = all ? SegmentGroup::Join::Any : SegmentGroup::Join::All;
  group.parts = {{newRule()}, {newRule()}};
  append({}, {std::move(group)});
}

void RuleList::refresh() {
  rebuild();
}

void RuleList::rebuild() {
  // A change comes from inside the old tree: it goes when that is done.
  if (m_tree) {
    m_tree->hide();
    m_tree->deleteLater();
  }
  m_rows.clear();
  m_tree = new QWidget;
  m_holder->insertWidget(0, m_tree);
  auto* column = new QVBoxLayout(m_tree);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  fillGroup(m_root, {}, *column);
  m_tree->setVisible(!m_root.parts.empty());
  QWidget* before = this;
  for (QWidget* each : m_tree->findChildren<QWidget*>()) {
    if (each->focusPolicy() == Qt::NoFocus || each->window() != window()) continue;
    if (before != this) setTabOrder(before, each);
    before = each;
  }
  if (before != this) setTabOrder(before, m_add);
  Q_EMIT shown();
}

void RuleList::fillGroup(const SegmentGroup& group, const PartPath& path, QVBoxLayout& column) {
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    if (i > 0) {
      auto* joint = new JointChip(group.join);
      auto* line = new QHBoxLayout;
      line->setContentsMargins(path.empty() ? size::Medium + 2 : size::Large + size::Tiny, 0, 0, 0);
      line->addWidget(joint);
      line->addStretch();
      column.addLayout(line);
      connect(joint, &JointChip::clicked, this, [this, path] { toggleJoin(path); });
    }
    const PartPath at = inner(path, i);
    if (const auto* rule = std::get_if<SegmentRule>(&group.parts[i].value)) {
      RuleRow* row = makeRow(*rule, at);
      if (!path.empty()) {
        column.addWidget(row);
        continue;
      }
      auto* card = new Card;
      card->body()->setContentsMargins(size::Large, size::Small, size::Small, size::Small);
      card->body()->addWidget(row);
      column.addWidget(card);
    } else {
      column.addWidget(makeGroup(std::get<SegmentGroup>(group.parts[i].value), at));
    }
  }
}

QWidget* RuleList::makeGroup(const SegmentGroup& group, const PartPath& path) {
  auto* card = new Card;
  card->setBorder(Card::Border::Dashed);
  card->body()->setContentsMargins(size::Large, size::Small, size::Small, size::Small);
  card->body()->setSpacing(size::Tiny);
  fillGroup(group, path, *card->body());
  auto* add = new LinkButton(tr("Add a rule here"), LinkButton::Weight::Quiet);
  add->setObjectName(QStringLiteral("rules.addHere"));
  connect(add, &LinkButton::clicked, this, [this, path] { append(path, {newRule()}); });
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(size::Large + size::Tiny, 0, 0, size::Tiny);
  foot->addWidget(add);
  foot->addStretch();
  card->body()->addLayout(foot);
  return card;
}

RuleRow* RuleList::makeRow(const SegmentRule& rule, const PartPath& path) {
  auto* row = new RuleRow(m_properties, rule, path);
  m_rows.push_back(row);
  fillMenu(*row);
  connect(row, &RuleRow::edited, this, [this, row] {
    edit::replaceRule(m_root, row->path(), row->rule());
    Q_EMIT edited();
  });
  return row;
}

void RuleList::addMove(RuleRow& row, const QString& text, const QString& name, const QKeySequence& key,
                       const Change& what) {
  auto* action = new QAction(text, &row);
  action->setObjectName(name);
  if (!key.isEmpty()) {
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    row.addAction(action);
  }
  row.menu()->addAction(action);
  connect(action, &QAction::triggered, this, [this, what, path = row.path()] { change(what, path); });
}

void RuleList::fillMenu(RuleRow& row) {
  using audience::PartMove;
  const auto move = [](PartMove direction) -> Change {
    return [direction](SegmentGroup& root, const PartPath& path) { return edit::move(root, path, direction); };
  };
  addMove(row, tr("Duplicate"), QStringLiteral("rule.duplicate"), {}, &edit::duplicate);
  addMove(row, tr("Move up"), QStringLiteral("rule.up"), QKeySequence(Qt::ALT | Qt::Key_Up), move(PartMove::Up));
  addMove(row, tr("Move down"), QStringLiteral("rule.down"), QKeySequence(Qt::ALT | Qt::Key_Down),
          move(PartMove::Down));
  if (row.path().size() < kDeepest) {
    addMove(row, tr("Put into a group"), QStringLiteral("rule.wrap"), {}, &edit::wrap);
  }
  if (row.path().size() > 1)
    addMove(row, tr("Take out of the group"), QStringLiteral("rule.unwrap"), {}, &edit::unwrap);
  row.menu()->addSeparator();
  addMove(row, tr("Delete"), QStringLiteral("rule.delete"), QKeySequence(Qt::CTRL | Qt::Key_Delete), &edit::remove);
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

void RuleList::focusRow(const PartPath& path) {
  for (RuleRow* row : m_rows) {
    const bool here = row->path() == path;
    const bool within =
        row->path().size() > path.size() && !path.empty() && std::equal(path.begin(), path.end(), row->path().begin());
    if (here || within) return row->focusFirst();
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
