// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/plain_table.h"
#include "ui/widgets/chip_delegate.h"

namespace heliograph::ui {

using audience::Profile;
using FoundColumn = items::FoundPeopleModel::Column;

namespace {

/// Narrower than this the table leaves out what the pane says anyway.
constexpr int kRoomForIdentity = 640;

}  // namespace

PeopleTable::PeopleTable(items::FoundPeopleModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_view(new PlainTable) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_view);
  setFocusProxy(m_view);
  m_view->setObjectName(QStringLiteral("people.list"));
  m_view->setAccessibleName(tr("People"));
  m_view->setModel(&m_model);
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setStrongColumn(FoundColumn::Name);
  m_view->setItemDelegateForColumn(FoundColumn::State, new ChipDelegate(items::role::Tone, m_view));
  for (int fitted = 0; fitted < FoundColumn::ColumnCount; ++fitted) m_view->fitColumn(fitted);
  m_view->stretchColumn(FoundColumn::Name);
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_view->installEventFilter(this);
  connect(m_view, &PlainTable::activated, this, &PeopleTable::activated);
  connect(m_view, &PlainTable::menuRequested, this, &PeopleTable::menuRequested);
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    if (!m_restoring) Q_EMIT selectionChanged();
  });
  connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &PeopleTable::remember);
  connect(&m_model, &QAbstractItemModel::modelReset, this, &PeopleTable::restore);
  connect(&m_model, &QAbstractItemModel::dataChanged, this, &PeopleTable::selectionChanged);
  connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first) {
    if (selected().empty() && m_model.rowCount() > 0) selectRow(std::min(first, m_model.rowCount() - 1));
    Q_EMIT selectionChanged();
  });
}

std::vector<Profile> PeopleTable::selected() const {
  std::vector<int> rows;
  for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) rows.push_back(index.row());
  std::sort(rows.begin(), rows.end());
  std::vector<Profile> people;
  people.reserve(rows.size());
  for (const int row : rows) people.push_back(m_model.row(row));
  return people;
}

bool PeopleTable::select(ProfileId person) {
  const int row = m_model.rowOf(person);
  if (row >= 0) selectRow(row);
  return row >= 0;
}

void PeopleTable::selectRow(int row) {
  m_view->selectionModel()->setCurrentIndex(m_model.index(row, FoundColumn::Name),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_view->scrollTo(m_model.index(row, FoundColumn::Name));
}

void PeopleTable::remember() {
  m_kept.clear();
  for (const Profile& person : selected()) m_kept.push_back(person.id);
}

void PeopleTable::restore() {
  m_restoring = true;
  QItemSelection selection;
  for (const ProfileId id : m_kept) {
    const int row = m_model.rowOf(id);
    if (row >= 0) selection.select(m_model.index(row, 0), m_model.index(row, FoundColumn::ColumnCount - 1));
  }
  const QModelIndex current = m_model.index(selection.isEmpty() ? 0 : selection.front().top(), 0);
  if (current.isValid()) m_view->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
  if (selection.isEmpty() && current.isValid()) {
    selection.select(current, current.siblingAtColumn(FoundColumn::ColumnCount - 1));
  }
  m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  if (current.isValid()) m_view->scrollTo(current);
  m_restoring = false;
  Q_EMIT selectionChanged();
}

void PeopleTable::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_view->setColumnHidden(FoundColumn::Identity, width() < kRoomForIdentity);
}

bool PeopleTable::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Delete) {
      Q_EMIT removeRequested();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace heliograph::ui
