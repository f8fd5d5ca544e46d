// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/groups_tab.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QUndoCommand>
#include <QVBoxLayout>
#include <algorithm>

#include "providers/routes/group_repository.h"
#include "providers/routes/provider_uses.h"
#include "ui/composer/test_messages/test_send_dialog.h"
#include "ui/providers/provider_question.h"
#include "ui/providers/provider_words.h"
#include "ui/providers/simulate_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"

namespace heliograph::ui {

using providers::ProviderGroup;

namespace {

constexpr int kGroupListWidth = 260;
constexpr int kNarrowListWidth = 224;
constexpr int kNarrowTab = 1100;

QString wordsOfChange(GroupEditor::Change change) {
  switch (change) {
    case GroupEditor::Change::Name:
      return GroupsTab::tr("change of name");
    case GroupEditor::Change::Order:
      return GroupsTab::tr("moving a provider");
    case GroupEditor::Change::Added:
      return GroupsTab::tr("adding a provider");
    case GroupEditor::Change::TakenOut:
      return GroupsTab::tr("taking out a provider");
  }
  return {};
}

}  // namespace

/// A change of a stored group.
class GroupsTab::GroupChange final : public QUndoCommand {
 public:
  GroupChange(GroupsTab& tab, ProviderGroup before, ProviderGroup after)
      : m_tab(tab), m_before(std::move(before)), m_after(std::move(after)) {}

  void undo() override { m_tab.write(m_before); }
  void redo() override { m_tab.write(m_after); }

 private:
  GroupsTab& m_tab;
  const ProviderGroup m_before;
  const ProviderGroup m_after;
};

GroupsTab::GroupsTab(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_stack(new QStackedWidget),
      m_list(new GroupList),
      m_editor(new GroupEditor) {
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(size::PageX, size::Large, size::PageX, size::Large);
  row->setSpacing(size::Wide);
  row->addWidget(m_list);
  row->addWidget(m_editor, 1);
  auto* empty = new EmptyState(Icon::List, tr("No provider group yet"),
                               tr("A group tries its providers in order: if the first surely did not take a message, "
                                  "the second gets it."));
  connect(empty->addAction(tr("Add a group"), Icon::Plus), &Button::clicked, this, &GroupsTab::add);
  m_stack->addWidget(page);
  m_stack->addWidget(empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_stack);
  connect(m_list, &GroupList::chosen, this, &GroupsTab::choose);
  connect(m_list, &GroupList::acted, this, &GroupsTab::act);
  connect(m_editor, &GroupEditor::changed, this, &GroupsTab::take);
  connect(m_editor, &GroupEditor::testRequested, this, &GroupsTab::sendTest);
  connect(m_editor, &GroupEditor::undoRequested, &m_undo, &QUndoStack::undo);
}

void GroupsTab::refresh() {
  read(true);
}

void GroupsTab::read(bool withCountries) {
  // What was asked for before it is answered is asked for again.
  m_countriesAsked = m_countriesAsked || withCountries;
  m_services.background.run([services = m_services, all = m_countriesAsked] { return readGroupFacts(services, all); })
      .then(this, [this, all = m_countriesAsked, asked = ++m_asked](GroupFacts facts) {
        // What is still being written would be shown as it was.
        if (asked != m_asked || m_isWriting) return;
        if (!all) facts.countries = m_facts.countries;
        m_countriesAsked = false;
        show(facts);
      });
}

qsizetype GroupsTab::count() const {
  return std::count_if(m_facts.groups.begin(), m_facts.groups.end(), [](const auto& one) { return !one.archived; });
}

void GroupsTab::show(const GroupFacts& facts) {
  m_facts = facts;
  if (!m_isNew && !find(m_chosen)) {
    // An archived one is shown when it is asked for.
    const auto first =
        std::find_if(m_facts.groups.begin(), m_facts.groups.end(), [](const auto& one) { return !one.archived; });
    m_chosen = first == m_facts.groups.end() ? GroupId{} : first->id;
  }
  showChosen();
}

void GroupsTab::showChosen() {
  m_stack->setCurrentIndex(m_facts.groups.empty() && !m_isNew ? 1 : 0);
  m_list->show(m_facts, m_chosen);
  const ProviderGroup* group = find(m_chosen);
  m_editor->setVisible(group || m_isNew);
  if (group) m_editor->show(*group, m_facts, m_services.clock.now());
  Q_EMIT changed();
}

const ProviderGroup* GroupsTab::find(GroupId group) const {
  const auto found =
      std::find_if(m_facts.groups.begin(), m_facts.groups.end(), [group](const auto& one) { return one.id == group; });
  return found == m_facts.groups.end() ? nullptr : &*found;
}

void GroupsTab::choose(GroupId group) {
  m_isNew = false;
  m_chosen = group;
  m_editor->say({}, false);
  showChosen();
}

void GroupsTab::add() {
  m_isNew = true;
  m_chosen = {};
  m_editor->say(tr("Give the group a name and a provider; it is kept then."), false);
  showChosen();
  m_editor->show({}, m_facts, m_services.clock.now());
  m_editor->editName();
}

/// A new group is created as soon as it can be; a stored one is never left without name or provider.
void GroupsTab::take(const ProviderGroup& group, GroupEditor::Change change) {
  if (group.name.isEmpty() || group.members.empty()) {
    return m_editor->say(group.id.isValid() ? tr("A group needs a name and a provider; until then it stays as it was.")
                                            : tr("Give the group a name and a provider; it is kept then."),
                         group.id.isValid());
  }
  const ProviderGroup* before = find(group.id);
  if (!before) return create(group);
  const bool isOut = change == GroupEditor::Change::TakenOut;
  auto* command = new GroupChange(*this, *before, group);
  command->setText(wordsOfChange(change));
  m_undo.push(command);
  m_editor->say(isOut ? tr("A provider was taken out of the group.") : QString(), false, isOut);
}

void GroupsTab::create(const ProviderGroup& group) {
  // What is changed while it is created is written when it has an id.
  const bool isCreating = std::exchange(m_created, group).has_value();
  if (isCreating) return;
  m_services.background.run([&groups = m_services.groups, group] { return groups.create(group); })
      .then(this, [this, group](const Result<GroupId>& id) {
        ProviderGroup wanted = *std::exchange(m_created, {});
        if (!id) return m_editor->say(id.error().message, true);
        ProviderGroup made = group;
        made.id = wanted.id = *id;
        m_facts.groups.push_back(made);
        if (!(wanted == made)) return write(wanted);
        m_isNew = false;
        m_chosen = *id;
        showChosen();
        finish({});
      });
}

/// One after the other: two at once could end in the wrong order.
void GroupsTab::write(const ProviderGroup& group) {
  for (ProviderGroup& known : m_facts.groups) {
    if (known.id == group.id) known = group;
  }
  m_chosen = group.id;
  m_isNew = false;
  m_toWrite.push_back(group);
  m_editor->say({}, false);
  showChosen();
  Q_EMIT wanted();
  if (!m_isWriting) writeNext();
}

void GroupsTab::writeNext() {
  m_isWriting = !m_toWrite.empty();
  if (!m_isWriting) return read(false);
  const ProviderGroup group = m_toWrite.front();
  m_toWrite.pop_front();
  m_services.background.run([&groups = m_services.groups, group] { return groups.update(group); })
      .then(this, [this](const Result<>& done) {
        if (!done) m_editor->say(done.error().message, true);
        writeNext();
      });
}

void GroupsTab::act(GroupList::Act act, GroupId group) {
  using Repository = providers::GroupRepository;
  choose(group);
  switch (act) {
    case GroupList::Act::Rename:
      return m_editor->editName();
    case GroupList::Act::Duplicate:
      return duplicate(group);
    case GroupList::Act::MakeDefault:
      return run([group](const Repository& groups) { return groups.setDefault(group); });
    case GroupList::Act::Simulate:
      return simulate(group);
    case GroupList::Act::Archive:
      return archive(group);
    case GroupList::Act::BringBack:
      return run([group](const Repository& groups) { return groups.bringBack(group); });
    case GroupList::Act::Remove:
      return askToRemove(group);
  }
}

void GroupsTab::run(std::function<Result<>(const providers::GroupRepository&)> what) {
  m_services.background.run([&groups = m_services.groups, what = std::move(what)] { return what(groups); })
      .then(this, [this](const Result<>& done) { finish(done); });
}

void GroupsTab::duplicate(GroupId group) {
  m_services.background.run([&groups = m_services.groups, group] { return groups.duplicate(group); })
      .then(this, [this](const Result<GroupId>& id) {
        if (!id) return m_editor->say(id.error().message, true);
        m_chosen = *id;
        finish({});
      });
}

/// What names it still goes through it; the next one is shown then.
void GroupsTab::archive(GroupId group) {
  m_services.background.run([&groups = m_services.groups, group] { return groups.archive(group); })
      .then(this, [this](const Result<>& done) {
        if (done) m_chosen = {};
        finish(done);
      });
}

/// Says what depends on it first; what stands in the way is said instead of a question.
void GroupsTab::askToRemove(GroupId group) {
  m_services.background.run([services = m_services, group] { return providers::usesOf(services.database, group); })
      .then(this, [this, group](const Result<providers::ProviderUses>& uses) {
        const ProviderGroup* known = find(group);
        if (!known) return;
        if (!uses) return m_editor->say(uses.error().message, true);
        const QString obstacle = uses->obstacle(known->name);
        if (!obstacle.isEmpty()) return m_editor->say(obstacle, true);
        if (const QString users = uses->words(); !users.isEmpty()) {
          return m_editor->say(
              tr("“%1” is still used by %2. Choose another one there, or archive it instead.").arg(known->name, users),
              true);
        }
        askBeforeRetiring(this, tr("Delete “%1”?").arg(known->name),
                          tr("No campaign uses it. Its providers stay; their order in it is gone for good."),
                          tr("Delete"), [this, group] {
                            m_undo.clear();
                            run([group](const providers::GroupRepository& groups) { return groups.remove(group); });
                          });
      });
}

void GroupsTab::simulate() {
  simulate(m_chosen);
}

void GroupsTab::simulate(GroupId group) {
  const ProviderGroup* known = find(group);
  if (!known) return;
  auto* dialog = new SimulateDialog(m_services, group, known->name, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void GroupsTab::sendTest(ProviderId provider) {
  auto* dialog = new TestSendDialog(m_services, providerTest(), {}, provider, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TestSendDialog::tested, this, [this] {
    read(false);
    Q_EMIT tested();
  });
  dialog->open();
}

void GroupsTab::finish(const Result<>& done) {
  m_editor->say(done ? QString() : done.error().message, !done);
  if (done) read(false);
}

void GroupsTab::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_list->setFixedWidth(event->size().width() < kNarrowTab ? kNarrowListWidth : kGroupListWidth);
}

}  // namespace heliograph::ui
