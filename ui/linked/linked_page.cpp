// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linked_page.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMessageBox>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/linked_users.h"
#include "ui/linked/linked_form.h"
#include "ui/linked/linked_tester.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

namespace {

constexpr int kSourceListWidth = 220;
constexpr int kDetailsWidth = 760;

enum LinkedView { EditingView, EmptyView };

}  // namespace

struct LinkedPage::Loaded {
  Result<std::vector<library::LinkedSource>> sources;
};

LinkedPage::LinkedPage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_stack(new QStackedWidget),
      m_list(new QListView),
      m_form(new LinkedForm) {
  setObjectName(QStringLiteral("linked"));
  m_tester = new LinkedTester(services, [this] { return m_form->typed(); });
  m_list->setObjectName(QStringLiteral("linked.list"));
  m_list->setAccessibleName(tr("Sources of linked content"));
  m_list->setModel(&m_names);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new RowDelegate(m_list));
  auto* side = new Surface(Qt::RightEdge);
  side->setFixedWidth(kSourceListWidth);
  auto* names = new QVBoxLayout(side);
  names->setContentsMargins(size::Medium, size::Medium, size::Medium, size::Medium);
  names->addWidget(m_list);
  auto* editing = new QWidget;
  auto* row = new QHBoxLayout(editing);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(side);
  row->addWidget(makeDetails(), 1);
  auto* empty = new EmptyState(Icon::Code, tr("No linked content yet"),
                               tr("A web service of yours or a partner's, asked for each person while the message is "
                                  "sent: an offer, a balance, an appointment. Messages read its answer as "
                                  "Linked.Shop.label."));
  auto* first = empty->addAction(tr("Add a source"), Icon::Plus);
  first->setObjectName(QStringLiteral("linked.empty.add"));
  connect(first, &Button::clicked, this, &LinkedPage::addSource);
  m_stack->addWidget(editing);
  m_stack->addWidget(empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar());
  column->addWidget(m_stack, 1);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) { choose(now.row()); });
  connect(m_form, &LinkedForm::edited, this, [this] {
    m_edited = true;
    m_tester->follow();
  });
  connect(m_tester, &LinkedTester::labelsFound, m_form, &LinkedForm::fillLabels);
}

QWidget* LinkedPage::makeBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_back = new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"));
  m_back->setObjectName(QStringLiteral("linked.back"));
  auto* add = new Button(tr("Add a source"), ButtonRole::Plain, Icon::Plus);
  add->setObjectName(QStringLiteral("linked.add"));
  connect(m_back, &IconButton::clicked, this, &LinkedPage::leaveRequested);
  connect(add, &Button::clicked, this, &LinkedPage::addSource);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(m_back);
  row->addWidget(new Label(tr("Linked content"), TypeRole::Header));
  row->addStretch();
  row->addWidget(add);
  return bar;
}

QWidget* LinkedPage::makeDetails() {
  auto* contents = new QWidget;
  contents->setMaximumWidth(kDetailsWidth);
  auto* column = new QVBoxLayout(contents);
  column->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  column->setSpacing(size::Large);
  column->addWidget(m_form);
  column->addWidget(m_tester);
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(contents);
  auto* details = new QWidget;
  auto* whole = new QVBoxLayout(details);
  whole->setContentsMargins({});
  whole->setSpacing(0);
  whole->addWidget(scroll, 1);
  whole->addWidget(makeFoot());
  return details;
}

QWidget* LinkedPage::makeFoot() {
  m_note = new Label({}, TypeRole::Hint, Ink::Text2);
  m_note->setObjectName(QStringLiteral("linked.note"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_remove = new Button(tr("Delete…"), ButtonRole::Quiet, Icon::Trash);
  m_remove->setObjectName(QStringLiteral("linked.remove"));
  m_remove->hide();
  m_save = new Button(tr("Save"), ButtonRole::Primary);
  m_save->setObjectName(QStringLiteral("linked.save"));
  connect(m_remove, &Button::clicked, this, &LinkedPage::askToRemove);
  connect(m_save, &Button::clicked, this, &LinkedPage::save);
  auto* foot = new Surface(Qt::TopEdge);
  foot->setMinimumHeight(size::FooterBar);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(size::PageX, size::Small, size::PageX, size::Small);
  row->setSpacing(size::Small);
  row->addWidget(m_remove);
  row->addWidget(m_note, 1);
  row->addWidget(m_save);
  return foot;
}

void LinkedPage::setBehind(const QString& name) {
  m_back->setToolTip(name);
  m_back->setAccessibleName(name);
}

void LinkedPage::refresh() {
  m_services.background.run([&linked = m_services.linked] { return Loaded{linked.list()}; })
      .then(this, [this](const Loaded& loaded) { showLoaded(loaded); });
}

void LinkedPage::showLoaded(const Loaded& loaded) {
  if (!loaded.sources) return say(loaded.sources.error().message, true);
  m_sources = *loaded.sources;
  QStringList names;
  for (const auto& source : m_sources) names << source.name;
  const QString wanted = m_wanted.isEmpty() ? m_shown.name : m_wanted;
  const bool isNew = m_edited && !m_shown.id.isValid() && m_wanted.isEmpty();
  const bool keeps = m_edited && m_wanted.isEmpty();
  m_wanted.clear();
  {
    const QSignalBlocker quiet(m_list->selectionModel());
    m_names.setStringList(names);
  }
  if (names.isEmpty() && !m_edited) {
    m_shown = {};
    return m_stack->setCurrentIndex(EmptyView);
  }
  m_stack->setCurrentIndex(EditingView);
  if (isNew) return;
  const int row = std::max(0, static_cast<int>(names.indexOf(wanted)));
  {
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex(m_names.index(row));
  }
  m_list->viewport()->update();
  if (!keeps) choose(row);
}

void LinkedPage::choose(int row) {
  if (row < 0 || row >= static_cast<int>(m_sources.size())) return;
  show(m_sources[static_cast<std::size_t>(row)]);
}

void LinkedPage::show(const library::LinkedSource& source) {
  m_shown = source;
  m_edited = false;
  m_form->show(source);
  m_remove->setVisible(source.id.isValid());
  say({}, false);
  m_tester->begin();
  if (!source.id.isValid()) return;
  m_services.background.run([&linked = m_services.linked, id = source.id] { return linked.lastAnswer(id); })
      .then(this, [this, id = source.id](const Result<std::optional<library::LinkedAnswer>>& answer) {
        if (answer && *answer && m_shown.id == id) m_tester->showKept(**answer);
      });
}

void LinkedPage::addSource() {
  m_stack->setCurrentIndex(EditingView);
  m_list->clearSelection();
  m_list->setCurrentIndex({});
  show({});
  m_edited = true;
  m_form->focusFirst();
}

void LinkedPage::editSource(const QString& name) {
  m_wanted = name;
  refresh();
}

void LinkedPage::save() {
  m_save->setBlockedBecause(tr("Saving"));
  const TypedSource typed = m_form->typed();
  m_services.background
      .run([services = m_services, typed, test = m_tester->result(), forNow = m_forNow] {
        return storeLinked(services, typed, test, forNow);
      })
      .then(this, [this, name = typed.source.name](const Result<library::LinkedSourceId>& id) { saved(id, name); });
}

void LinkedPage::saved(const Result<library::LinkedSourceId>& id, const QString& name) {
  m_save->setBlockedBecause({});
  if (id) {
    m_edited = false;
    m_wanted = name;
    refresh();
    say(tr("Saved."), false);
    return Q_EMIT changed();
  }
  if (id.error().code != ErrorCode::Credentials || m_forNow) return say(id.error().message, true);
  // Where there is no keyring the person is asked again after each start.
  m_forNow = true;
  m_save->setText(tr("Save for now"));
  say(tr("This computer has no keyring that can be used, so nothing was saved yet. “Save for now” keeps the secrets "
         "only until Heliograph is closed."),
      true);
}

void LinkedPage::askToRemove() {
  const library::LinkedSource source = m_shown;
  m_services.background
      .run([services = m_services, name = source.name] {
        return campaign::campaignsUsingLinked(services.database, services.clock, name);
      })
      .then(this, [this, source](const Result<QStringList>& campaigns) {
        if (!campaigns) return say(campaigns.error().message, true);
        auto* question = new QMessageBox(
            QMessageBox::NoIcon, tr("Delete linked content"),
            campaigns->isEmpty()
                ? tr("Delete “%1”? No campaign uses it.").arg(source.name)
                : tr("Delete “%1”? These campaigns use it: %2. Drafts among them can't be published then; what is "
                     "published goes on, unless it needs a secret.")
                      .arg(source.name, campaigns->join(QStringLiteral(", "))),
            QMessageBox::Cancel, this);
        question->setObjectName(QStringLiteral("linked.question"));
        question->setAttribute(Qt::WA_DeleteOnClose);
        question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
        connect(question, &QMessageBox::buttonClicked, this, [this, question, source](QAbstractButton* button) {
          if (question->buttonRole(button) == QMessageBox::DestructiveRole) remove(source);
        });
        question->open();
      });
}

void LinkedPage::remove(const library::LinkedSource& source) {
  m_services.background.run([services = m_services, source] { return removeLinked(services, source); })
      .then(this, [this](const Result<>& removed) {
        if (!removed) return say(removed.error().message, true);
        m_shown = {};
        m_edited = false;
        refresh();
        Q_EMIT changed();
      });
}

void LinkedPage::say(const QString& text, bool isProblem) {
  m_note->setInk(isProblem ? Ink::Problem : Ink::Text2);
  m_note->setText(text);
}

}  // namespace heliograph::ui
