// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_page.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {
namespace {

constexpr int kNamesWidth = 220;
constexpr int kFieldsWidth = 760;

enum ListPageView { FieldsView, NothingView };

}  // namespace

ListPage::ListPage(const Words& words, QWidget* parent)
    : QWidget(parent),
      m_prefix(words.prefix),
      m_stack(new QStackedWidget),
      m_list(new QListView),
      m_scroll(new QScrollArea) {
  setObjectName(m_prefix);
  m_list->setObjectName(m_prefix + QStringLiteral(".list"));
  m_list->setAccessibleName(words.list);
  m_list->setModel(&m_names);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new RowDelegate(m_list));
  m_stack->addWidget(makeEditing(words));
  m_stack->addWidget(makeEmpty(words));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar(words));
  column->addWidget(m_stack, 1);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) { choose(now.row()); });
}

QWidget* ListPage::makeBar(const Words& words) {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_back = new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"));
  m_back->setObjectName(m_prefix + QStringLiteral(".back"));
  auto* add = new Button(words.add, ButtonRole::Plain, Icon::Plus);
  add->setObjectName(m_prefix + QStringLiteral(".add"));
  connect(m_back, &IconButton::clicked, this, &ListPage::leaveRequested);
  connect(add, &Button::clicked, this, [this] { addNew(); });
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(m_back);
  row->addWidget(new Label(words.title, TypeRole::Header));
  row->addStretch();
  row->addWidget(add);
  return bar;
}

QWidget* ListPage::makeEmpty(const Words& words) {
  auto* empty = new EmptyState(words.emptyIcon, words.emptyTitle, words.emptyText);
  auto* first = empty->addAction(words.add, Icon::Plus);
  first->setObjectName(m_prefix + QStringLiteral(".empty.add"));
  connect(first, &Button::clicked, this, [this] { addNew(); });
  return empty;
}

QWidget* ListPage::makeEditing(const Words& words) {
  auto* side = new Surface(Qt::RightEdge);
  side->setFixedWidth(kNamesWidth);
  auto* names = new QVBoxLayout(side);
  names->setContentsMargins(size::Medium, size::Medium, size::Medium, size::Medium);
  names->addWidget(m_list);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  auto* fields = new QVBoxLayout;
  fields->setSpacing(0);
  fields->addWidget(m_scroll, 1);
  fields->addWidget(makeFoot(words));
  auto* editing = new QWidget;
  auto* row = new QHBoxLayout(editing);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(side);
  row->addLayout(fields, 1);
  return editing;
}

QWidget* ListPage::makeFoot(const Words& words) {
  m_note = new Label({}, TypeRole::Hint, Ink::Text2);
  m_note->setObjectName(words.prefix + QStringLiteral(".note"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_remove = new Button(tr("Delete…"), ButtonRole::Quiet, Icon::Trash);
  m_remove->setObjectName(words.prefix + QStringLiteral(".remove"));
  m_remove->hide();
  m_save = new Button(tr("Save"), ButtonRole::Primary);
  m_save->setObjectName(words.prefix + QStringLiteral(".save"));
  connect(m_remove, &Button::clicked, this, [this] { askToRemove(); });
  connect(m_save, &Button::clicked, this, [this] { save(); });
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

void ListPage::setDetails(std::initializer_list<QWidget*> parts) {
  auto* contents = new QWidget;
  contents->setMaximumWidth(kFieldsWidth);
  auto* column = new QVBoxLayout(contents);
  column->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  column->setSpacing(size::Large);
  for (QWidget* part : parts) column->addWidget(part);
  column->addStretch();
  m_scroll->setWidget(contents);
}

void ListPage::setBehind(const QString& name) {
  m_back->setToolTip(name);
  m_back->setAccessibleName(name);
}

void ListPage::showEmpty() const {
  m_stack->setCurrentIndex(NothingView);
}

void ListPage::showNames(const QStringList& names, int row) {
  const QSignalBlocker quiet(m_list->selectionModel());
  m_names.setStringList(names);
  m_stack->setCurrentIndex(FieldsView);
  if (row < 0) {
    m_list->clearSelection();
    m_list->setCurrentIndex({});
  } else {
    m_list->setCurrentIndex(m_names.index(row));
  }
  // The view hears nothing of what its selection was told.
  m_list->viewport()->update();
}

void ListPage::showFields(bool isNew) {
  if (isNew) showNames(m_names.stringList(), -1);
  m_remove->setVisible(!isNew);
  m_scroll->verticalScrollBar()->setValue(0);
}

void ListPage::say(const QString& text, bool isProblem) {
  m_note->setInk(isProblem ? Ink::Problem : Ink::Text2);
  m_note->setText(text);
}

void ListPage::setSaving(bool isSaving) {
  m_save->setBlockedBecause(isSaving ? tr("Saving") : QString());
}

void ListPage::sayUnsaved(const Error& error) {
  if (error.code != ErrorCode::Credentials || m_forNow) return say(error.message, true);
  // Where there is no keyring the person is asked again after each start.
  m_forNow = true;
  m_save->setText(tr("Save for now"));
  say(tr("This computer has no keyring that can be used, so nothing was saved yet. “Save for now” keeps the secrets "
         "only until Heliograph is closed."),
      true);
}

void ListPage::ask(const QString& title, const QString& text, std::function<void()> yes) {
  auto* question = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Cancel, this);
  question->setObjectName(m_prefix + QStringLiteral(".question"));
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
  connect(question, &QMessageBox::buttonClicked, this, [question, yes = std::move(yes)](QAbstractButton* button) {
    if (question->buttonRole(button) == QMessageBox::DestructiveRole) yes();
  });
  question->open();
}

}  // namespace heliograph::ui
