// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/lists/lists_tab.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/who/lists/list_import_dialog.h"
#include "ui/who/lists/unknown_lines.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using ListColumn = items::CustomListModel::Column;

struct ListsTab::Known {
  std::vector<audience::CustomList> lists;
  QHash<QString, campaign::AudienceUse> uses;
};

ListsTab::ListsTab(Services& services, CampaignId campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_campaign(campaign),
      m_table(new PlainTable),
      m_empty(makeEmpty()),
      m_foot(makeFoot()),
      m_said(new Label({}, TypeRole::Hint, Ink::Text2)) {
  makeTable();
  setObjectName(QStringLiteral("who.listsTab"));
  m_said->setObjectName(QStringLiteral("who.listSaid"));
  m_said->setWordWrap(true);
  m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_table, 1);
  column->addWidget(m_foot);
  column->addWidget(m_empty);
  column->addWidget(m_said);
  show(Known{});
  say({});
}

void ListsTab::makeTable() {
  m_sorted.setSourceModel(&m_model);
  m_sorted.setSortRole(items::role::Raw);
  m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
  m_table->setObjectName(QStringLiteral("who.lists"));
  m_table->setAccessibleName(tr("Lists"));
  m_table->setModel(&m_sorted);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(ListColumn::Name, Qt::AscendingOrder);
  m_table->setStrongColumn(ListColumn::Name);
  m_table->stretchColumn(ListColumn::Name);
  m_table->fitColumn(ListColumn::People);
  m_table->fitColumn(ListColumn::Updated);
  m_table->setItemDelegateForColumn(ListColumn::People, new FigureDelegate(m_table));
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListsTab::choose);
}

QWidget* ListsTab::makeEmpty() {
  auto* empty = new EmptyState(Icon::List, tr("No list yet"),
                               tr("A list names people one by one: a file with a column of identities of people you "
                                  "have in your contacts."));
  auto* add = empty->addAction(tr("Import a list"), Icon::Upload);
  add->setObjectName(QStringLiteral("who.importFirstList"));
  connect(add, &Button::clicked, this, [this] { chooseFile({}); });
  return empty;
}

QWidget* ListsTab::makeFoot() {
  m_uses = new Label({}, TypeRole::Hint, Ink::Text3);
  m_uses->setObjectName(QStringLiteral("who.listUses"));
  m_uses->setWordWrap(true);
  m_import = new Button(tr("Import a list"), ButtonRole::Plain, Icon::Upload);
  m_import->setObjectName(QStringLiteral("who.importList"));
  connect(m_import, &Button::clicked, this, [this] { chooseFile({}); });
  auto* replace = new LinkButton(tr("Replace with a file"), LinkButton::Weight::Quiet);
  replace->setObjectName(QStringLiteral("who.replaceList"));
  connect(replace, &LinkButton::clicked, this, [this] { chooseFile(m_chosen); });
  auto* away = new LinkButton(tr("Remove"), LinkButton::Weight::Quiet);
  away->setObjectName(QStringLiteral("who.removeList"));
  connect(away, &LinkButton::clicked, this, &ListsTab::remove);
  m_acts = new QWidget;
  auto* acts = new QHBoxLayout(m_acts);
  acts->setContentsMargins({});
  acts->setSpacing(size::Large);
  acts->addWidget(replace);
  acts->addWidget(away);
  auto* line = new QHBoxLayout;
  line->addWidget(m_import);
  line->addSpacing(size::Medium);
  line->addWidget(m_acts);
  line->addStretch();
  auto* foot = new QWidget;
  auto* column = new QVBoxLayout(foot);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_uses);
  column->addLayout(line);
  return foot;
}

void ListsTab::refresh() {
  m_services.background
      .run([services = m_services, campaign = m_campaign] {
        const auto lists = audience::CustomListRepository(services.database, services.clock).list();
        const auto uses =
            campaign::audienceUses(services.database, services.clock, audience::MemberRule::Of::List, campaign);
        return Known{lists.value_or(std::vector<audience::CustomList>{}),
                     uses.value_or(QHash<QString, campaign::AudienceUse>{})};
      })
      .then(this, [this](const Known& known) { show(known); });
}

void ListsTab::show(const Known& known) {
  m_used = known.uses;
  {
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model.setRows(known.lists);
  }
  const bool some = m_model.rowCount() > 0;
  m_empty->setVisible(!some);
  m_table->setVisible(some);
  m_foot->setVisible(some);
  select(m_chosen);
}

void ListsTab::select(const QString& name) {
  m_chosen = name;
  {
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    for (int row = 0; row < m_sorted.rowCount(); ++row) {
      if (m_sorted.index(row, ListColumn::Name).data().toString() == name) m_table->selectRow(row);
    }
  }
  m_table->viewport()->update();
  showFoot();
}

void ListsTab::choose() {
  // Only a deliberate selection counts: a table that gets the focus makes its first row current by itself.
  const QModelIndexList rows = m_table->selectionModel()->selectedRows();
  if (rows.isEmpty()) return;
  m_chosen = m_model.row(m_sorted.mapToSource(rows.front()).row()).name;
  say({});
  showFoot();
  Q_EMIT chosen(m_chosen);
}

void ListsTab::showFoot() {
  m_acts->setVisible(!m_chosen.isEmpty());
  const campaign::AudienceUse use = m_used.value(m_chosen);
  m_uses->setVisible(use.isUsed());
  m_uses->setText(tr("Used by %1.").arg(campaign::useWords(use)));
}

void ListsTab::say(const QString& words) {
  m_said->setText(words);
  m_said->setVisible(!words.isEmpty());
}

void ListsTab::chooseFile(const QString& replaced) {
  auto* dialog = new QFileDialog(this, replaced.isEmpty() ? tr("Import a list") : tr("Replace “%1”").arg(replaced), {},
                                 tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, replaced](const QString& file) { importFile(file, replaced); });
  dialog->open();
}

void ListsTab::importFile(const QString& file, const QString& replaced) {
  auto* dialog = new ListImportDialog(m_services, file, replaced, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ListImportDialog::imported, this,
          [this](const QString& name, const audience::ListImportReport& report) {
            const QString people = QLocale().toString(report.members);
            showUnknown(report, report.members == 1 ? tr("1 person is on “%1”.").arg(name)
                                                    : tr("%1 people are on “%2”.").arg(people, name));
            refresh();
            Q_EMIT changed();
          });
  dialog->open();
}

void ListsTab::showUnknown(const audience::ListImportReport& report, const QString& words) {
  say(words);
  if (report.unknownFile.isEmpty()) return;
  m_services.background
      .run([&database = m_services.database, file = report.unknownFile] { return firstUnknown(file, database); })
      .then(this, [this, words, report](const QStringList& first) {
        say(words + QLatin1Char(' ') + unknownWords(report, first));
      });
}

void ListsTab::remove() {
  const QString name = m_chosen;
  m_services.background
      .run([services = m_services, name, campaign = m_campaign]() -> Result<> {
        const auto uses =
            campaign::audienceUses(services.database, services.clock, audience::MemberRule::Of::List, campaign);
        if (!uses) return fail(uses.error());
        const campaign::AudienceUse use = uses->value(name);
        if (use.isUsed()) {
          return fail(ErrorCode::Conflict, tr("“%1” can’t be removed: %2 would lose their people. Choose others there "
                                              "first.")
                                               .arg(name, campaign::useWords(use)));
        }
        return audience::CustomListRepository(services.database, services.clock).remove(name);
      })
      .then(this, [this, name](const Result<>& done) {
        if (!done) return say(done.error().message);
        m_chosen.clear();
        say(tr("“%1” is removed. The people stay in your contacts.").arg(name));
        refresh();
        m_import->setFocus();
        Q_EMIT removed();
      });
}

void ListsTab::focusFirst() {
  if (m_table->isHidden()) {
    if (auto* first = m_empty->findChild<Button*>()) first->setFocus();
  } else {
    m_table->setFocus();
  }
}

audience::Segment membersOfList(const QString& name) {
  return {{audience::SegmentGroup::Join::All, {{audience::MemberRule{audience::MemberRule::Of::List, name}}}}};
}

QString listOf(const audience::Segment& segment) {
  if (segment.rules.parts.size() != 1 || segment.rules.parts.front().off) return {};
  const auto* member = std::get_if<audience::MemberRule>(&segment.rules.parts.front().value);
  const bool list = member != nullptr && member->of == audience::MemberRule::Of::List && member->member;
  return list ? member->name : QString();
}

}  // namespace heliograph::ui
