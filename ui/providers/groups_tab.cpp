// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/groups_tab.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "phone/country.h"
#include "providers/group_repository.h"
#include "ui/layout/clear_layout.h"
#include "ui/layout/plain_table.h"
#include "ui/providers/member_row.h"
#include "ui/providers/simulate_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::ProviderGroup;

namespace {
constexpr int kGroupListWidth = 260;
}

GroupsTab::GroupsTab(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_stack(new QStackedWidget) {
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(size::PageX, size::Large, size::PageX, size::Large);
  row->setSpacing(size::Wide);
  row->addWidget(makeList());
  row->addWidget(makeEditor(), 1);
  auto* empty = new EmptyState(Icon::List, tr("No provider group yet"),
                               tr("A group tries its providers in order: if the first surely did not take a message, "
                                  "the second gets it."));
  connect(empty->addAction(tr("Add a group"), Icon::Plus), &Button::clicked, this, &GroupsTab::add);
  m_stack->addWidget(page);
  m_stack->addWidget(empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_stack);
}

QWidget* GroupsTab::makeList() {
  m_table = new PlainTable;
  m_table->setObjectName(QStringLiteral("groups.table"));
  m_table->setAccessibleName(tr("Provider groups"));
  m_table->setFixedWidth(kGroupListWidth);
  m_table->setModel(&m_model);
  using Column = items::GroupListModel::Column;
  m_table->setStrongColumn(Column::Name);
  m_table->setItemDelegateForColumn(Column::Default, new ChipDelegate(items::role::Tone, m_table));
  for (const int fitted : {Column::Members, Column::Default}) m_table->fitColumn(fitted);
  m_table->stretchColumn(Column::Name);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GroupsTab::showSelected);
  return m_table;
}

QWidget* GroupsTab::makeEditor() {
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("group.name"));
  m_name->setAccessibleName(tr("Name of the group"));
  m_name->setPlaceholderText(tr("Name of the group, such as India and UK"));
  m_count = new Label({}, TypeRole::Hint, Ink::Text3);
  m_candidate = new QComboBox;
  m_candidate->setObjectName(QStringLiteral("group.candidate"));
  m_candidate->setAccessibleName(tr("Add a provider to the group"));
  m_candidate->setModel(&m_candidates);
  m_candidate->setPlaceholderText(tr("Add a provider"));
  m_members = new QVBoxLayout;
  m_members->setSpacing(size::Small);
  auto* words =
      new Label(tr("Each message goes to provider 1. If it surely did not take it, provider 2 gets it, and so "
                   "on. A message that may have arrived is never handed on."),
                TypeRole::Hint, Ink::Text3);
  words->setWordWrap(true);
  m_note = new Label({}, TypeRole::Hint, Ink::Problem);
  m_note->setWordWrap(true);
  m_reach = new Label({}, TypeRole::Body, Ink::Attention);
  m_reach->setObjectName(QStringLiteral("group.reach"));
  m_reach->setWordWrap(true);
  m_simulate = new Button(tr("Simulate a failure…"));
  m_simulate->setObjectName(QStringLiteral("group.simulate"));
  m_more = new IconButton(Icon::Dots, tr("More"));
  m_more->setObjectName(QStringLiteral("group.more"));
  auto* menu = new QMenu(m_more);
  m_default = menu->addAction(tr("Mark as default"));
  m_remove = menu->addAction(tr("Delete the group"));
  m_more->setMenu(menu);
  m_more->setPopupMode(QToolButton::InstantPopup);
  connect(m_name, &QLineEdit::editingFinished, this, &GroupsTab::store);
  connect(m_candidate, &QComboBox::activated, this, &GroupsTab::addMember);
  connect(m_default, &QAction::triggered, this, &GroupsTab::makeDefault);
  connect(m_remove, &QAction::triggered, this, &GroupsTab::removeGroup);
  connect(m_simulate, &Button::clicked, this, &GroupsTab::simulate);

  auto* head = new QHBoxLayout;
  head->addWidget(m_name, 1);
  head->addWidget(m_count);
  head->addWidget(m_candidate);
  head->addWidget(m_more);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_simulate);
  foot->addStretch();
  m_editor = new QWidget;
  auto* column = new QVBoxLayout(m_editor);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addLayout(head);
  column->addLayout(m_members);
  column->addWidget(words);
  column->addWidget(m_reach);
  column->addWidget(m_note);
  column->addLayout(foot);
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(m_editor);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  return scroll;
}

void GroupsTab::refresh() {
  m_services.background
      .run([&groups = m_services.groups] { return groups.list().value_or(std::vector<ProviderGroup>{}); })
      .then(this, [this](const std::vector<ProviderGroup>& groups) { showRows(groups); });
}

void GroupsTab::setProviders(const std::vector<items::ProviderEntry>& providers) {
  m_providers = providers;
  m_services.background.run([services = m_services] { return readGroupFacts(services); })
      .then(this, [this](const GroupFacts& facts) {
        m_facts = facts;
        showGroup();
      });
}

void GroupsTab::showRows(const std::vector<ProviderGroup>& groups) {
  const GroupId shown = m_group.id;
  m_model.setRows(groups);
  m_stack->setCurrentIndex(groups.empty() ? 1 : 0);
  const int row = shown.isValid() ? m_model.rowOf(shown.value) : 0;
  if (!groups.empty()) m_table->selectRow(std::max(0, row));
  showSelected();
  Q_EMIT changed();
}

void GroupsTab::add() {
  m_stack->setCurrentIndex(0);
  m_table->clearSelection();
  m_table->setCurrentIndex({});
  m_group = {};
  showGroup();
  m_name->setFocus();
}

void GroupsTab::showSelected() {
  const int row = m_table->currentIndex().row();
  if (row < 0 || row >= m_model.rowCount()) return;
  m_group = m_model.row(row);
  showGroup();
}

const providers::Provider* GroupsTab::provider(ProviderId id) const {
  const auto found = std::find_if(m_providers.begin(), m_providers.end(),
                                  [id](const items::ProviderEntry& entry) { return entry.provider.id == id; });
  return found == m_providers.end() ? nullptr : &found->provider;
}

void GroupsTab::showGroup() {
  if (m_name->text() != m_group.name) m_name->setText(m_group.name);
  m_count->setText(tr("%1 of %2").arg(m_group.members.size()).arg(ProviderGroup::maxMembers));
  m_default->setEnabled(!m_group.isDefault);
  m_more->setVisible(m_group.id.isValid());
  m_simulate->setVisible(m_group.id.isValid());
  showReach();
  clearLayout(*m_members);
  for (std::size_t i = 0; i < m_group.members.size(); ++i) {
    const providers::Provider* member = provider(m_group.members[i]);
    if (!member) continue;
    auto* row = new MemberRow(static_cast<int>(i) + 1, *member, m_facts.members[member->id], m_facts.countries,
                              m_services.clock.now());
    connect(row, &MemberRow::moveRequested, this, [this, i](int by) { move(i, by); });
    connect(row, &MemberRow::dropped, this, [this, i](const QPoint& at) { drop(i, at); });
    connect(row, &MemberRow::removeRequested, this, [this, i] { removeMember(i); });
    m_members->addWidget(row);
  }
  std::vector<items::ProviderEntry> others;
  for (const auto& entry : m_providers) {
    const auto& members = m_group.members;
    if (std::find(members.begin(), members.end(), entry.provider.id) == members.end()) others.push_back(entry);
  }
  const QSignalBlocker quiet(m_candidate);
  m_candidate->setEnabled(!others.empty());
  m_candidates.setRows(std::move(others));
  m_candidate->setCurrentIndex(-1);
}

/// What no member covers, and what a part costs through the dearest.
void GroupsTab::showReach() {
  if (m_group.members.empty()) return m_reach->setText({});
  auto together = providers::Coverage::none();
  for (const ProviderId member : m_group.members) together.add(m_facts.members[member].coverage);
  QStringList missing;
  for (const audience::CountryCount& one : m_facts.countries) {
    if (together.covers(one.country)) continue;
    missing << tr("%1 (%2)").arg(phone::countryName(one.country), QLocale().toString(one.people));
  }
  constexpr qsizetype mostNamed = 4;
  const qsizetype more = missing.size() - mostNamed;
  if (more > 0) missing = missing.mid(0, mostNamed) << tr("%n other countries", nullptr, static_cast<int>(more));
  m_reach->setText(missing.isEmpty() ? QString()
                                     : tr("No provider of this group covers %1. These contacts are left out.")
                                           .arg(missing.join(QStringLiteral(", "))));
  m_reach->setVisible(!missing.isEmpty());
}

void GroupsTab::move(std::size_t place, int by) {
  moveTo(place, static_cast<std::ptrdiff_t>(place) + by);
}

/// To before the first row whose middle lies below the mouse.
void GroupsTab::drop(std::size_t place, const QPoint& at) {
  std::ptrdiff_t target = 0;
  for (int i = 0; i < m_members->count(); ++i) {
    const QWidget* row = m_members->itemAt(i)->widget();
    if (i == static_cast<int>(place)) continue;
    if (row->mapToGlobal(row->rect().center()).y() < at.y()) ++target;
  }
  moveTo(place, target);
}

void GroupsTab::moveTo(std::size_t place, std::ptrdiff_t target) {
  const auto count = static_cast<std::ptrdiff_t>(m_group.members.size());
  if (target < 0 || target >= count || target == static_cast<std::ptrdiff_t>(place)) return;
  const ProviderId moved = m_group.members[place];
  m_group.members.erase(m_group.members.begin() + static_cast<std::ptrdiff_t>(place));
  m_group.members.insert(m_group.members.begin() + target, moved);
  showGroup();
  if (QLayoutItem* item = m_members->itemAt(static_cast<int>(target))) item->widget()->setFocus();
  store();
}

void GroupsTab::removeMember(std::size_t place) {
  m_group.members.erase(m_group.members.begin() + static_cast<std::ptrdiff_t>(place));
  showGroup();
  store();
}

void GroupsTab::addMember(int row) {
  if (row < 0 || row >= m_candidates.rowCount()) return;
  m_group.members.push_back(m_candidates.row(row).provider.id);
  showGroup();
  store();
}

void GroupsTab::store() {
  m_group.name = m_name->text().trimmed();
  if (m_group.name.isEmpty() || m_group.members.empty()) {
    m_note->setText(m_group.id.isValid() || !m_group.members.empty() ? tr("A group needs a name and a provider; until "
                                                                          "then it stays as it was.")
                                                                     : QString());
    return;
  }
  m_services.background
      .run([&groups = m_services.groups, group = m_group]() -> Result<GroupId> {
        if (!group.id.isValid()) return groups.create(group);
        HELIOGRAPH_TRY(groups.update(group));
        return group.id;
      })
      .then(this, [this](const Result<GroupId>& id) {
        if (id) m_group.id = *id;
        m_note->setText(id ? QString() : id.error().message);
        if (id) refresh();
      });
}

void GroupsTab::makeDefault() {
  m_services.background.run([&groups = m_services.groups, id = m_group.id] { return groups.setDefault(id); })
      .then(this, [this](const Result<>& done) { finish(done); });
}

void GroupsTab::simulate() {
  auto* dialog = new SimulateDialog(m_services, m_group.id, m_group.name, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void GroupsTab::removeGroup() {
  m_services.background.run([&groups = m_services.groups, id = m_group.id] { return groups.remove(id); })
      .then(this, [this](const Result<>& done) {
        if (done) m_group = {};
        finish(done);
      });
}

void GroupsTab::finish(const Result<>& done) {
  m_note->setText(done ? QString() : done.error().message);
  if (done) refresh();
}

}  // namespace heliograph::ui
