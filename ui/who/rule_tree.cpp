// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/who/joint_chip.h"
#include "ui/who/rule_grip.h"
#include "ui/who/rule_list.h"
#include "ui/who/rule_row.h"
#include "ui/who/rules/rule_sentence.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using audience::PartMove;
using audience::PartPath;
using audience::SegmentGroup;
using audience::SegmentPart;
namespace edit = audience::segment_edit;

namespace {

PartPath innerPath(PartPath path, std::size_t number) {
  path.push_back(static_cast<int>(number));
  return path;
}

}  // namespace

void RuleList::rebuild() {
  // A change comes from inside the old tree: it goes when that is done.
  if (m_tree) {
    m_tree->hide();
    m_tree->deleteLater();
  }
  m_rows.clear();
  m_groups.clear();
  m_tree = new QWidget;
  m_holder->insertWidget(0, m_tree);
  auto* column = new QVBoxLayout(m_tree);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  fillGroup(m_root, {}, false, *column);
  m_tree->setVisible(!m_root.parts.empty());
  linkTabs();
  Q_EMIT shown();
}

void RuleList::linkTabs() {
  QWidget* before = nullptr;
  const auto link = [&](QWidget* next) {
    if (next->focusPolicy() == Qt::NoFocus || next->window() != window()) return;
    if (before) setTabOrder(before, next);
    before = next;
  };
  for (QWidget* each : m_tree->findChildren<QWidget*>()) {
    if (const auto* sentence = qobject_cast<RuleSentence*>(each)) {
      for (QWidget* part : sentence->parts()) link(part);
    } else if (qobject_cast<RuleSentence*>(each->parentWidget()) == nullptr) {
      link(each);
    }
  }
  if (before) setTabOrder(before, m_add);
}

void RuleList::addJoint(const SegmentGroup& group, const PartPath& path, QVBoxLayout& column) {
  auto* joint = new JointChip(group.join);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(path.empty() ? size::Medium + 2 : size::Large + size::Tiny, 0, 0, 0);
  line->addWidget(joint);
  line->addStretch();
  column.addLayout(line);
  connect(joint, &JointChip::clicked, this, [this, path] { toggleJoin(path); });
}

void RuleList::fillGroup(const SegmentGroup& group, const PartPath& path, bool idle, QVBoxLayout& column) {
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    if (i > 0) addJoint(group, path, column);
    const SegmentPart& part = group.parts[i];
    const PartPath at = innerPath(path, i);
    if (std::holds_alternative<SegmentGroup>(part.value)) {
      column.addWidget(makeGroup(part, at, idle || part.off));
      continue;
    }
    RuleRow* row = makeRow(part, at, idle);
    if (!path.empty()) {
      column.addWidget(row);
      continue;
    }
    auto* card = new Card;
    card->body()->setContentsMargins(size::Large, size::Small, size::Small, size::Small);
    card->body()->addWidget(row);
    column.addWidget(card);
  }
}

QWidget* RuleList::makeGroup(const SegmentPart& part, const PartPath& path, bool idle) {
  auto* card = new Card;
  card->setBorder(Card::Border::Dashed);
  card->body()->setContentsMargins(size::Large, size::Small, size::Small, size::Small);
  card->body()->setSpacing(size::Tiny);
  const auto& group = std::get<SegmentGroup>(part.value);
  if (group.excluded) {
    auto* except = new Label(tr("Except people"), TypeRole::Label);
    except->setObjectName(QStringLiteral("rules.except"));
    card->body()->addWidget(except);
  }
  fillGroup(group, path, idle, *card->body());
  auto* add = new LinkButton(tr("Add a rule here"), LinkButton::Weight::Quiet);
  add->setObjectName(QStringLiteral("rules.addHere"));
  connect(add, &LinkButton::clicked, this,
          [this, add, path] { choose(add, [this, path](const SegmentPart& rule) { append(path, rule); }); });
  auto* grip = new RuleGrip(path, card);
  grip->setObjectName(QStringLiteral("rules.groupGrip"));
  m_groups.emplace_back(card, path);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins({});
  foot->setSpacing(size::Small);
  foot->addWidget(grip);
  foot->addWidget(add);
  foot->addStretch();
  foot->addWidget(makeGroupMenu(part, path));
  card->body()->addLayout(foot);
  return card;
}

QWidget* RuleList::makeGroupMenu(const SegmentPart& part, const PartPath& path) {
  auto* more = new IconButton(Icon::Dots, part.off ? tr("What to do with this group, which is switched off")
                                                   : tr("What to do with this group"));
  more->setObjectName(QStringLiteral("rules.groupMenu"));
  auto* menu = new QMenu(more);
  more->setMenu(menu);
  more->setPopupMode(QToolButton::InstantPopup);
  fillMenu(*more, *menu, path, true);
  return more;
}

RuleRow* RuleList::makeRow(const SegmentPart& part, const PartPath& path, bool idle) {
  auto* row = new RuleRow(m_supply, part, path, idle);
  m_rows.push_back(row);
  fillMenu(*row, *row->menu(), path, false);
  connect(row, &RuleRow::edited, this, [this, row] {
    edit::replace(m_root, row->path(), row->part());
    Q_EMIT edited();
  });
  return row;
}

void RuleList::fillMenu(QWidget& owner, QMenu& menu, const PartPath& path, bool group) {
  const auto add = [&](const QString& text, const char* name, const QKeySequence& key, const Change& what) {
    auto* action = new QAction(text, &owner);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner.addAction(action);
    menu.addAction(action);
    connect(action, &QAction::triggered, this, [this, what, path] { change(what, path); });
  };
  const auto move = [](PartMove direction) -> Change {
    return [direction](SegmentGroup& root, const PartPath& at) { return edit::move(root, at, direction); };
  };
  const SegmentPart* part = edit::partAt(m_root, path);
  const bool off = part != nullptr && part->off;
  add(tr("Duplicate"), "rule.duplicate", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &edit::duplicate);
  add(off ? tr("Switch on") : tr("Switch off"), "rule.toggle", QKeySequence(Qt::CTRL | Qt::Key_Slash), &edit::toggle);
  if (group) {
    const SegmentGroup* inner = part == nullptr ? nullptr : std::get_if<SegmentGroup>(&part->value);
    add(inner != nullptr && inner->excluded ? tr("Include these people") : tr("Exclude these people"), "rule.exclude",
        {}, &edit::turnAround);
  }
  menu.addSeparator();
  add(tr("Move up"), "rule.up", QKeySequence(Qt::ALT | Qt::Key_Up), move(PartMove::Up));
  add(tr("Move down"), "rule.down", QKeySequence(Qt::ALT | Qt::Key_Down), move(PartMove::Down));
  if (!group && path.size() < deepestRule) {
    add(tr("Put into a group"), "rule.wrap", QKeySequence(Qt::ALT | Qt::Key_Right), &edit::wrap);
  }
  if (path.size() > 1) {
    add(tr("Take out of the group"), "rule.unwrap", QKeySequence(Qt::ALT | Qt::Key_Left), &edit::unwrap);
  }
  menu.addSeparator();
  add(tr("Delete"), "rule.delete", QKeySequence(Qt::CTRL | Qt::Key_Delete), &edit::remove);
}

}  // namespace heliograph::ui
