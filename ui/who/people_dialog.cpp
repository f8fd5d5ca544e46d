// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/people_dialog.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/who/person_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::PeoplePager;
using PeopleColumn = items::PeopleListModel::Column;

namespace {

constexpr int kPiece = 200;
constexpr int kPeopleDialogWidth = 720;
constexpr int kPeopleDialogHeight = 520;

struct Piece {
  std::vector<PeoplePager::Person> people;
  bool end = false;
  QString error;
};

}  // namespace

PeopleDialog::PeopleDialog(Services& services, const audience::Segment& segment, const audience::ReachRules& rules,
                           std::optional<audience::Reachability> wanted, const QString& title, qint64 people,
                           const std::optional<QString>& country, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_pager(std::make_shared<PeoplePager>(services.database, services.clock, segment, wanted, rules,
                                            &services.columns, country)),
      m_table(new PlainTable),
      m_note(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_people(people) {
  setObjectName(QStringLiteral("people.dialog"));
  setWindowTitle(title);
  resize(kPeopleDialogWidth, kPeopleDialogHeight);
  makeTable();
  const bool reach = wanted == audience::Reachability::Reachable;
  m_table->setColumnHidden(PeopleColumn::Why, reach);

  auto* close = new Button(tr("Close"));
  close->setObjectName(QStringLiteral("people.close"));
  auto* look = new Button(tr("Show person"), ButtonRole::Plain, Icon::Users);
  look->setObjectName(QStringLiteral("people.show"));
  connect(close, &Button::clicked, this, &QDialog::reject);
  connect(look, &Button::clicked, this, &PeopleDialog::showPerson);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_note, 1);
  foot->addWidget(look);
  foot->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(new Label(title, TypeRole::Title));
  column->addWidget(m_table, 1);
  column->addLayout(foot);
  loadMore();
}

PeopleDialog::~PeopleDialog() {
  m_cancel.cancel();
}

void PeopleDialog::makeTable() {
  m_table->setObjectName(QStringLiteral("people.table"));
  m_table->setAccessibleName(tr("People"));
  m_table->setModel(&m_model);
  m_table->setStrongColumn(PeopleColumn::Name);
  m_table->stretchColumn(PeopleColumn::Name);
  for (const int fitted : {PeopleColumn::Identity, PeopleColumn::Phone, PeopleColumn::Country, PeopleColumn::Why})
    m_table->fitColumn(fitted);
  connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
    if (value >= m_table->verticalScrollBar()->maximum() - m_table->verticalScrollBar()->pageStep()) loadMore();
  });
  connect(m_table, &QAbstractItemView::activated, this, &PeopleDialog::showPerson);
}

void PeopleDialog::loadMore() {
  if (m_loading || m_ended) return;
  m_loading = true;
  m_note->setText(tr("Loading…"));
  m_services.background
      .run([pager = m_pager, cancel = m_cancel] {
        auto people = pager->next(kPiece, cancel);
        return people ? Piece{std::move(*people), pager->atEnd(), {}} : Piece{{}, true, people.error().message};
      })
      .then(this, [this](const Piece& piece) {
        add(piece.people, piece.end);
        if (!piece.error.isEmpty()) m_note->setText(piece.error);
      });
}

void PeopleDialog::add(std::vector<PeoplePager::Person> people, bool end) {
  m_loading = false;
  m_ended = end;
  const int at = m_table->verticalScrollBar()->value();
  const int row = m_table->currentIndex().row();
  std::vector<PeoplePager::Person> all = m_model.rows();
  std::move(people.begin(), people.end(), std::back_inserter(all));
  m_model.setRows(std::move(all));
  m_table->verticalScrollBar()->setValue(at);
  if (m_model.rowCount() > 0) m_table->selectRow(std::max(0, row));
  const QLocale locale;
  m_note->setText(m_model.rowCount() == 0 ? tr("Nobody.")
                  : m_ended               ? tr("%1 people").arg(locale.toString(m_model.rowCount()))
                                          : tr("The first %1 of %2 people; more come as you scroll.")
                                  .arg(locale.toString(m_model.rowCount()), locale.toString(m_people)));
}

void PeopleDialog::showPerson() {
  const int row = m_table->currentIndex().row();
  if (row < 0) return;
  auto* dialog = new PersonDialog(m_model.row(row).profile, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace heliograph::ui
