// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/group_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "phone/country.h"
#include "ui/layout/clear_layout.h"
#include "ui/providers/failure_card.h"
#include "ui/providers/member_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using providers::ProviderGroup;

namespace {
constexpr int kDropLineHeight = 2;
constexpr int kGroupNameWidth = 300;
}  // namespace

GroupEditor::GroupEditor(QWidget* parent)
    : QScrollArea(parent),
      m_name(new QLineEdit),
      m_count(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_add(new Button(tr("Provider"), ButtonRole::Plain, Icon::Plus)),
      m_members(new QVBoxLayout),
      m_dropLine(new QWidget),
      m_reach(new Label({}, TypeRole::Body, Ink::Attention)),
      m_note(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_undo(new LinkButton(tr("Undo"))),
      m_failure(new FailureCard) {
  setWidget(makePage());
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  widget()->setAutoFillBackground(false);
  m_dropLine->setParent(widget());
  m_dropLine->setBackgroundRole(QPalette::Highlight);
  m_dropLine->setAutoFillBackground(true);
  m_dropLine->hide();
  m_name->installEventFilter(this);
  connect(m_name, &QLineEdit::editingFinished, this, &GroupEditor::changeName);
  connect(m_add, &Button::clicked, this, &GroupEditor::offerProviders);
  connect(m_undo, &LinkButton::clicked, this, &GroupEditor::undoRequested);
  say({}, false);
}

QWidget* GroupEditor::makePage() {
  m_reach->setObjectName(QStringLiteral("group.reach"));
  m_reach->setWordWrap(true);
  m_members->setSpacing(size::Small);
  auto* words =
      new Label(tr("Each message goes to provider 1. If it surely did not take it, provider 2 gets it, and so "
                   "on. A message that may have arrived is never handed on."),
                TypeRole::Hint, Ink::Text3);
  words->setWordWrap(true);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addLayout(makeHead());
  column->addLayout(m_members);
  column->addLayout(makeNote());
  column->addWidget(words);
  column->addWidget(m_reach);
  column->addWidget(m_failure);
  column->addStretch();
  return page;
}

QLayout* GroupEditor::makeHead() {
  m_name->setObjectName(QStringLiteral("group.name"));
  m_name->setAccessibleName(tr("Name of the group"));
  m_name->setPlaceholderText(tr("Name of the group, such as India and UK"));
  m_name->setMaximumWidth(kGroupNameWidth);
  m_add->setObjectName(QStringLiteral("group.add"));
  m_add->setAccessibleName(tr("Add a provider to the group"));
  auto* head = new QHBoxLayout;
  head->setSpacing(size::Medium);
  head->addWidget(m_name, 1);
  head->addWidget(m_count);
  head->addStretch();
  head->addWidget(m_add);
  return head;
}

QLayout* GroupEditor::makeNote() {
  m_note->setObjectName(QStringLiteral("group.note"));
  m_note->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_undo->setObjectName(QStringLiteral("group.undo"));
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(m_note, 1);
  row->addWidget(m_undo);
  return row;
}

void GroupEditor::show(const ProviderGroup& group, const GroupFacts& facts, const QDateTime& now) {
  const bool isOther = group.id != m_group.id;
  m_group = group;
  m_facts = facts;
  m_now = now;
  if (isOther || !m_name->hasFocus()) m_name->setText(group.name);
  m_count->setText(tr("%1 of %2").arg(group.members.size()).arg(ProviderGroup::maxMembers));
  const bool isFull = group.members.size() >= static_cast<std::size_t>(ProviderGroup::maxMembers);
  m_add->setBlockedBecause(isFull ? tr("A group holds at most %1 providers").arg(ProviderGroup::maxMembers)
                           : others().empty()
                               ? tr("All providers are in the group; add another one on the tab Providers")
                               : QString());
  showMembers(now);
  showReach();
  m_failure->show(m_group, m_facts);
}

/// Rows are made anew; what had the keyboard has it again.
void GroupEditor::showMembers(const QDateTime& now) {
  const QWidget* focus = focusWidget();
  const QString focused = focus && focus->hasFocus() ? focus->objectName() : QString();
  clearLayout(*m_members);
  for (std::size_t i = 0; i < m_group.members.size(); ++i) {
    const auto facts = m_facts.members.find(m_group.members[i]);
    if (facts != m_facts.members.end()) addRow(i, facts->second, now);
  }
  if (!focused.startsWith(QLatin1String("group."))) return;
  for (int i = 0; i < m_members->count(); ++i) {
    QWidget* row = m_members->itemAt(i)->widget();
    if (row->objectName() == focused) return row->setFocus();
    if (auto* within = row->findChild<QWidget*>(focused)) return within->setFocus();
  }
}

void GroupEditor::addRow(std::size_t place, const MemberFacts& facts, const QDateTime& now) {
  auto* row = new MemberRow(static_cast<int>(place) + 1, facts, m_facts.countries, now);
  connect(row, &MemberRow::moveRequested, this,
          [this, place](int by) { moveTo(place, static_cast<std::ptrdiff_t>(place) + by); });
  connect(row, &MemberRow::carried, this, [this, place](const QPoint& at) { markDrop(place, at); });
  connect(row, &MemberRow::dropped, this, [this, place](const QPoint& at) { drop(place, at); });
  connect(row, &MemberRow::removeRequested, this, [this, place] { takeOut(place); });
  connect(row, &MemberRow::testRequested, this, [this, id = facts.provider.id] { Q_EMIT testRequested(id); });
  m_members->addWidget(row);
  // Shown at once it can have the keyboard at once.
  row->show();
}

/// What no member covers.
void GroupEditor::showReach() {
  auto together = providers::Coverage::none();
  for (const ProviderId member : m_group.members) {
    const auto facts = m_facts.members.find(member);
    if (facts != m_facts.members.end() && !facts->second.provider.archived) together.add(facts->second.coverage);
  }
  QStringList missing;
  for (const audience::CountryCount& one : m_facts.countries) {
    if (together.covers(one.country)) continue;
    missing << tr("%1 (%2)").arg(phone::countryName(one.country), QLocale().toString(one.people));
  }
  constexpr qsizetype mostNamed = 4;
  const qsizetype more = missing.size() - mostNamed;
  if (more > 0) missing = missing.mid(0, mostNamed) << tr("%1 more").arg(more);
  m_reach->setVisible(!m_group.members.empty() && !missing.isEmpty());
  m_reach->setText(
      tr("No provider of this group covers %1. These contacts are left out.").arg(missing.join(QStringLiteral(", "))));
}

std::vector<ProviderId> GroupEditor::others() const {
  std::vector<ProviderId> others;
  for (const auto& [id, facts] : m_facts.members) {
    const auto& members = m_group.members;
    if (!facts.provider.archived && std::find(members.begin(), members.end(), id) == members.end())
      others.push_back(id);
  }
  return others;
}

void GroupEditor::offerProviders() {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("group.candidates"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const ProviderId id : others()) {
    const MemberFacts& facts = m_facts.members.at(id);
    QString text = facts.provider.name;
    // An ampersand in a name is no mnemonic.
    text.replace(QLatin1Char('&'), QLatin1String("&&"));
    if (!facts.wasTried()) text = tr("%1 (never tested)").arg(text);
    connect(menu->addAction(text), &QAction::triggered, this, [this, id] {
      m_group.members.push_back(id);
      change(Change::Added);
      focusMember(m_group.members.size() - 1);
    });
  }
  menu->popup(m_add->mapToGlobal(m_add->rect().bottomLeft()));
}

void GroupEditor::changeName() {
  const QString name = m_name->text().trimmed();
  if (name == m_group.name) return;
  m_group.name = name;
  change(Change::Name);
}

void GroupEditor::editName() {
  m_name->setFocus();
  m_name->selectAll();
}

bool GroupEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_name && event->type() == QEvent::KeyPress &&
      static_cast<const QKeyEvent*>(event)->key() == Qt::Key_Escape && m_name->text() != m_group.name) {
    m_name->setText(m_group.name);
    return true;
  }
  return QScrollArea::eventFilter(watched, event);
}

std::ptrdiff_t GroupEditor::targetAt(std::size_t place, const QPoint& at) const {
  std::ptrdiff_t target = 0;
  for (int i = 0; i < m_members->count(); ++i) {
    const QWidget* row = m_members->itemAt(i)->widget();
    if (i != static_cast<int>(place) && row->mapToGlobal(row->rect().center()).y() < at.y()) ++target;
  }
  return target;
}

/// A line where it would come to stand.
void GroupEditor::markDrop(std::size_t place, const QPoint& at) {
  const std::ptrdiff_t target = targetAt(place, at);
  const auto before = target + (target > static_cast<std::ptrdiff_t>(place) ? 1 : 0);
  const bool isLast = before >= m_members->count();
  const QRect row = m_members->itemAt(static_cast<int>(isLast ? m_members->count() - 1 : before))->geometry();
  const int middle = isLast ? row.bottom() + size::Small / 2 : row.top() - size::Small / 2;
  m_dropLine->setGeometry(row.left(), middle - kDropLineHeight / 2, row.width(), kDropLineHeight);
  m_dropLine->raise();
  m_dropLine->setVisible(target != static_cast<std::ptrdiff_t>(place));
}

void GroupEditor::drop(std::size_t place, const QPoint& at) {
  m_dropLine->hide();
  moveTo(place, targetAt(place, at));
}

void GroupEditor::moveTo(std::size_t place, std::ptrdiff_t target) {
  const auto count = static_cast<std::ptrdiff_t>(m_group.members.size());
  if (target < 0 || target >= count || target == static_cast<std::ptrdiff_t>(place)) return;
  const ProviderId moved = m_group.members[place];
  m_group.members.erase(m_group.members.begin() + static_cast<std::ptrdiff_t>(place));
  m_group.members.insert(m_group.members.begin() + target, moved);
  change(Change::Order);
  focusMember(static_cast<std::size_t>(target));
}

void GroupEditor::takeOut(std::size_t place) {
  m_group.members.erase(m_group.members.begin() + static_cast<std::ptrdiff_t>(place));
  change(Change::TakenOut);
  if (m_group.members.empty()) return m_add->setFocus();
  focusMember(std::min(place, m_group.members.size() - 1));
}

void GroupEditor::change(Change change) {
  const ProviderGroup group = m_group;
  show(group, m_facts, m_now);
  Q_EMIT changed(group, change);
}

void GroupEditor::focusMember(std::size_t place) {
  if (QLayoutItem* item = m_members->itemAt(static_cast<int>(place))) item->widget()->setFocus();
}

void GroupEditor::say(const QString& text, bool isProblem, bool undoable) {
  m_note->setText(text);
  m_note->setInk(isProblem ? Ink::Problem : Ink::Text2);
  m_note->setVisible(!text.isEmpty());
  m_undo->setVisible(undoable);
}

}  // namespace heliograph::ui
