// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/seed_list_dialog.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "audience/groups/seed_list.h"
#include "core/background.h"
#include "ui/composer/test_messages/person_field.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::SeedList;
using SeedColumn = items::PeopleListModel::Column;

namespace {

constexpr int kSeedDialogWidth = 620;
constexpr int kSeedDialogHeight = 440;

SeedList seedListOf(const Services& services) {
  return {services.database, services.clock};
}

}  // namespace

SeedListDialog::SeedListDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_person(new PersonField(services, {})),
      m_add(new Button(tr("Add"))),
      m_remove(new Button(tr("Take off"))),
      m_table(new PlainTable),
      m_note(new Label({}, TypeRole::Hint, Ink::Text2)) {
  setObjectName(QStringLiteral("seeds.dialog"));
  setWindowTitle(tr("Seed list"));
  resize(kSeedDialogWidth, kSeedDialogHeight);
  m_person->setObjectName(QStringLiteral("seeds.person"));
  m_person->setAccessibleName(tr("Colleague"));
  m_person->setPlaceholderText(tr("Name, number or identity of a contact"));
  m_add->setObjectName(QStringLiteral("seeds.add"));
  m_add->setDefault(true);
  m_remove->setObjectName(QStringLiteral("seeds.remove"));
  m_remove->setAutoDefault(false);
  m_note->setObjectName(QStringLiteral("seeds.note"));
  m_note->setWordWrap(true);
  m_table->setObjectName(QStringLiteral("seeds.table"));
  m_table->setAccessibleName(tr("Seed list"));
  m_table->setModel(&m_model);
  m_table->setStrongColumn(SeedColumn::Name);
  m_table->stretchColumn(SeedColumn::Name);
  for (const int fitted : {SeedColumn::Identity, SeedColumn::Phone, SeedColumn::Country}) m_table->fitColumn(fitted);
  m_table->setColumnHidden(SeedColumn::Why, true);
  arrange();
  connect(m_add, &Button::clicked, this, &SeedListDialog::add);
  connect(m_remove, &Button::clicked, this, &SeedListDialog::remove);
  read();
}

void SeedListDialog::arrange() {
  auto* what =
      new Label(tr("Colleagues who get every campaign that is sent, at once and whoever it is for. They are counted "
                   "nowhere and take nobody's place."),
                TypeRole::Hint, Ink::Text2);
  what->setWordWrap(true);
  auto* adding = new QHBoxLayout;
  adding->addWidget(m_person, 1);
  adding->addWidget(m_add);
  auto* close = new Button(tr("Close"));
  close->setObjectName(QStringLiteral("seeds.close"));
  close->setAutoDefault(false);
  connect(close, &Button::clicked, this, &QDialog::reject);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_note, 1);
  foot->addWidget(m_remove);
  foot->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(new Label(windowTitle(), TypeRole::Title));
  column->addWidget(what);
  column->addLayout(adding);
  column->addWidget(m_table, 1);
  column->addLayout(foot);
}

void SeedListDialog::read() {
  m_services.background.run([services = m_services] { return seedListOf(services).list(); })
      .then(this, [this](const Result<std::vector<audience::Profile>>& people) {
        if (people) return show(*people);
        m_note->setText(people.error().message);
      });
}

void SeedListDialog::show(const std::vector<audience::Profile>& people) {
  std::vector<audience::PeoplePager::Person> rows;
  rows.reserve(people.size());
  for (const audience::Profile& person : people) rows.push_back({person});
  const int row = m_table->currentIndex().row();
  m_model.setRows(std::move(rows));
  if (m_model.rowCount() > 0) m_table->selectRow(std::clamp(row, 0, m_model.rowCount() - 1));
  m_remove->setEnabled(m_model.rowCount() > 0);
  m_note->setText(people.empty() ? tr("Nobody yet.")
                  : people.size() == 1
                      ? tr("1 colleague")
                      : tr("%1 colleagues").arg(QLocale().toString(static_cast<qint64>(people.size()))));
}

void SeedListDialog::change(std::function<Result<>()> work) {
  m_services.background.run(std::move(work)).then(this, [this](const Result<>& done) {
    if (!done) return m_note->setText(done.error().message);
    m_person->clear();
    read();
    Q_EMIT changed();
  });
}

void SeedListDialog::add() {
  const QString identity = m_person->identity();
  if (identity.isEmpty()) return;
  change([services = m_services, identity] { return seedListOf(services).add(identity); });
}

void SeedListDialog::remove() {
  const int row = m_table->currentIndex().row();
  if (row < 0) return;
  const QString identity = m_model.row(row).profile.identity;
  change([services = m_services, identity] { return seedListOf(services).remove(identity); });
}

}  // namespace heliograph::ui
