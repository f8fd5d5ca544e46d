// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/recipients_card.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "items/rows_model.h"
#include "ui/layout/plain_table.h"
#include "ui/report/csv_export.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"

namespace heliograph::ui {

using RecipientColumn = items::RecipientListModel::Column;
using delivery::RowState;

namespace {

constexpr std::chrono::milliseconds kTypingPause{150};
constexpr int kSearchWidth = 260;
/// Rows that are seen at once; the rest scrolls.
constexpr int kRowsShown = 10;

}  // namespace

RecipientsCard::RecipientsCard(Services& services, CampaignId campaign, QWidget* parent)
    : Card(parent),
      m_services(services),
      m_recipients(services.reports, services.background),
      m_search(new SearchField(tr("Search people"))),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_all(new Button(tr("Show everybody"), ButtonRole::Quiet)),
      m_table(new PlainTable),
      m_text(new Label({}, TypeRole::Body)),
      m_copy(new Button(tr("Copy text"), ButtonRole::Plain, Icon::Copy)),
      m_person(new Button(tr("Show person"), ButtonRole::Plain, Icon::Users)) {
  setObjectName(QStringLiteral("report.people"));
  m_query.campaign = campaign;
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingPause);
  makeTable();
  body()->addWidget(makeHead());
  body()->addWidget(makeChips());
  body()->addWidget(m_table, 1);
  m_textRow = makeText();
  body()->addWidget(m_textRow);
  connect(&m_typing, &QTimer::timeout, this, &RecipientsCard::query);
  connect(m_search, &SearchField::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_all, &Button::clicked, this, [this] { filter({}); });
  connect(&m_recipients, &items::RecipientListModel::failed, this,
          [this](const Error& error) { Q_EMIT said(error.message); });
  filter({});
}

void RecipientsCard::makeTable() {
  m_table->setObjectName(QStringLiteral("report.recipients"));
  m_table->setAccessibleName(tr("Recipients"));
  m_table->setModel(&m_recipients);
  m_table->setStrongColumn(RecipientColumn::Person);
  m_table->setItemDelegateForColumn(RecipientColumn::State, new ChipDelegate(items::role::Tone, m_table));
  for (int column = 0; column < RecipientColumn::ColumnCount; ++column) m_table->fitColumn(column);
  m_table->stretchColumn(RecipientColumn::Reason);
  m_table->setMinimumHeight((kRowsShown + 1) * size::TableRow);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecipientsCard::showText);
  connect(&m_recipients, &QAbstractItemModel::modelReset, this, &RecipientsCard::showText);
  connect(m_table, &PlainTable::activated, this, [this](const QModelIndex& index) {
    const reports::Recipient& person = m_recipients.row(index.row());
    if (person.state == RowState::InDoubt) Q_EMIT settleRequested(person.identity);
  });
  auto* copy = new QShortcut(QKeySequence::Copy, m_table, this, &RecipientsCard::copyText, Qt::WidgetShortcut);
  copy->setObjectName(QStringLiteral("report.copyShortcut"));
}

QWidget* RecipientsCard::makeHead() {
  m_search->setObjectName(QStringLiteral("report.search"));
  m_search->setAccessibleName(tr("Search people"));
  m_search->setMaximumWidth(kSearchWidth);
  m_all->setObjectName(QStringLiteral("report.everybody"));
  m_all->setSmall(true);
  auto* button = new Button(tr("Export CSV"), ButtonRole::Plain, Icon::Download);
  button->setObjectName(QStringLiteral("report.export"));
  connect(button, &Button::clicked, this, &RecipientsCard::exportRows);
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(new Label(tr("Recipients"), TypeRole::Label));
  row->addWidget(m_words);
  row->addWidget(m_all);
  row->addStretch();
  row->addWidget(m_search);
  row->addWidget(button);
  return head;
}

QWidget* RecipientsCard::makeChips() {
  auto* chips = new QWidget;
  auto* row = new QHBoxLayout(chips);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  addChip(*row, tr("Everybody"), {});
  addChip(*row, tr("Accepted"), {RowState::Accepted});
  addChip(*row, tr("Refused"), {RowState::Refused});
  addChip(*row, tr("Unclear"), {RowState::InDoubt});
  addChip(*row, tr("Not sent to"), {RowState::Skipped});
  addChip(*row, tr("Waiting"), reports::waitingStates);
  row->addStretch();
  return chips;
}

void RecipientsCard::addChip(QHBoxLayout& row, const QString& text, const QList<RowState>& states) {
  auto* chip = new FilterChip(text);
  chip->setObjectName(QStringLiteral("report.chip%1").arg(m_chips.size()));
  m_chips.push_back({chip, states});
  row.addWidget(chip);
  connect(chip, &FilterChip::clicked, this, [this, states, text] {
    filter({states, {}, states.isEmpty() ? QString() : text});
  });
}

QWidget* RecipientsCard::makeText() {
  m_text->setObjectName(QStringLiteral("report.text"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_copy->setObjectName(QStringLiteral("report.copy"));
  m_copy->setSmall(true);
  connect(m_copy, &Button::clicked, this, &RecipientsCard::copyText);
  m_person->setObjectName(QStringLiteral("report.person"));
  m_person->setSmall(true);
  connect(m_person, &Button::clicked, this, [this] {
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid()) Q_EMIT personRequested(m_recipients.row(index.row()).identity);
  });
  auto* text = new QWidget;
  auto* row = new QHBoxLayout(text);
  row->setContentsMargins({});
  row->setSpacing(size::Medium);
  row->addWidget(m_text, 1);
  row->addWidget(m_copy, 0, Qt::AlignTop);
  row->addWidget(m_person, 0, Qt::AlignTop);
  text->hide();
  return text;
}

void RecipientsCard::setRun(RunId run) {
  if (m_query.run == run) return;
  m_query.run = run;
  query();
}

void RecipientsCard::filter(const PeopleFilter& filter) {
  m_filter = filter;
  const bool narrow = filter.reason || filter.delivery;
  m_words->setText(narrow ? filter.words : QString());
  m_all->setVisible(narrow);
  for (const StateChip& each : m_chips) each.chip->setChecked(!narrow && each.states == filter.states);
  query();
  Q_EMIT filtered(filter);
}

void RecipientsCard::query() {
  m_query.states = m_filter.states;
  m_query.reason = m_filter.reason;
  m_query.delivery = m_filter.delivery;
  m_query.deliveryCode = m_filter.deliveryCode;
  m_query.search = m_search->text().trimmed();
  m_recipients.setQuery(m_query);
}

void RecipientsCard::focusList() {
  m_table->setFocus(Qt::OtherFocusReason);
}

void RecipientsCard::setCounts(const QMap<RowState, qint64>& people) {
  for (const StateChip& each : m_chips) {
    qint64 count = 0;
    for (auto it = people.begin(); it != people.end(); ++it) {
      if (each.states.isEmpty() || each.states.contains(it.key())) count += it.value();
    }
    each.chip->setCount(count);
  }
}

void RecipientsCard::reloadIfUntouched() {
  if (m_table->currentIndex().isValid() || m_table->verticalScrollBar()->value() > 0) return;
  if (!m_recipients.isLoading()) m_recipients.reload();
}

void RecipientsCard::showText() {
  const QModelIndex index = m_table->currentIndex();
  m_textRow->setVisible(index.isValid());
  if (!index.isValid()) return;
  const QString text = m_recipients.row(index.row()).message;
  m_text->setInk(text.isEmpty() ? Ink::Text3 : Ink::Text);
  m_text->setText(text.isEmpty() ? tr("No text was made for this person.") : text);
  m_copy->setBlockedBecause(text.isEmpty() ? tr("There is no text to copy") : QString());
  m_person->setBlockedBecause(m_recipients.row(index.row()).identity.isEmpty() ? tr("This person was deleted")
                                                                               : QString());
}

void RecipientsCard::copyText() {
  const QModelIndex index = m_table->currentIndex();
  if (!index.isValid()) return;
  const QString text = m_recipients.row(index.row()).message;
  if (text.isEmpty()) return;
  QGuiApplication::clipboard()->setText(text);
  Q_EMIT said(tr("The text is copied."));
}

void RecipientsCard::exportRows() {
  reports::RecipientQuery everybody = m_query;
  everybody.states.clear();
  everybody.reason.reset();
  everybody.search.clear();
  if (!m_query.isFiltered()) return saveCsv(everybody);
  auto* button = findChild<Button*>(QStringLiteral("report.export"));
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("report.exportMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  connect(menu->addAction(tr("Only the people listed")), &QAction::triggered, this, [this] { saveCsv(m_query); });
  connect(menu->addAction(tr("Everybody")), &QAction::triggered, this, [this, everybody] { saveCsv(everybody); });
  menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void RecipientsCard::saveCsv(const reports::RecipientQuery& query) {
  auto* dialog = new QFileDialog(this, tr("Export the recipients"), {}, tr("Spreadsheet (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  connect(dialog, &QFileDialog::fileSelected, this, [this, query](const QString& file) {
    Q_EMIT said(tr("Writing %1…").arg(file));
    m_services.background
        .run([&reports = m_services.reports, query, file] { return exportRecipients(reports, query, file); })
        .then(this, [this, file](const Result<>& written) {
          Q_EMIT said(written ? tr("Written to %1.").arg(file) : written.error().message);
        });
  });
  dialog->open();
}

}  // namespace heliograph::ui
