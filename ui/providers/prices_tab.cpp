// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/prices_tab.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/whole_file.h"
#include "delivery/check/missing_prices.h"
#include "delivery/check/price_file.h"
#include "phone/country.h"
#include "providers/prices/price_repository.h"
#include "providers/routes/definition_catalog.h"
#include "providers/routes/provider_repository.h"
#include "ui/contacts/import_drop.h"
#include "ui/layout/plain_table.h"
#include "ui/providers/price_cell_delegate.h"
#include "ui/providers/price_form.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"

namespace heliograph::ui {

using PriceColumn = items::PriceListModel::Column;
using providers::Price;
using providers::Provider;

struct PricesTab::Loaded {
  std::vector<items::PriceRow> rows;  ///< the missing ones first
  ProviderNames providers;
  int prices = 0;
  qint64 missing = 0;
  QString currency;  ///< of most prices
};

namespace {

enum Page { PriceTablePage, NoPricesPage };

/// The currency that most prices have.
QString usualCurrency(const std::vector<Price>& prices) {
  QMap<QString, int> counts;
  QString best;
  for (const Price& price : prices) {
    if (++counts[price.perPart.currency] > counts.value(best)) best = price.perPart.currency;
  }
  return best;
}

Result<> writePrices(const Services& services, const QString& path) {
  const auto prices = services.prices.list();
  if (!prices) return fail(prices.error());
  const auto known = services.providers.list(true);
  if (!known) return fail(known.error());
  return writeWhole(path, delivery::priceCsv(*prices, *known));
}

/// Takes a file over, whole or not at all, and gives the number of prices.
Result<qint64> readFile(const Services& services, const QString& path) {
  const auto known = services.providers.list(true);
  if (!known) return fail(known.error());
  const auto file = delivery::readPriceFile(path, *known);
  if (!file) return fail(file.error());
  if (!file->problems.empty()) {
    return fail(ErrorCode::InvalidInput, PricesTab::tr("Nothing was imported.\n%1").arg(file->problemText()));
  }
  HELIOGRAPH_TRY(services.prices.saveAll(file->prices));
  return static_cast<qint64>(file->prices.size());
}

}  // namespace

Result<PricesTab::Loaded> PricesTab::load(const Services& services) {
  const auto prices = services.prices.list();
  if (!prices) return fail(prices.error());
  const auto known = services.providers.list();
  if (!known) return fail(known.error());
  Loaded loaded;
  for (const Provider& provider : *known) {
    const auto* definition = services.definitions.find(provider.type);
    if (!definition || !definition->forTesting) loaded.providers.emplace_back(provider.id, provider.name);
  }
  loaded.prices = static_cast<int>(prices->size());
  loaded.currency = usualCurrency(*prices);
  // What only goes to the sandbox is free.
  if (!loaded.providers.empty()) {
    const auto countries = audience::countByCountry(services.database);
    if (!countries) return fail(countries.error());
    const Money nothing{0, loaded.currency.isEmpty() ? QStringLiteral("EUR") : loaded.currency};
    for (const auto& each : delivery::countriesWithoutPrice(*countries, *prices)) {
      const Price price{{}, phone::callingCode(each.country), each.country, nothing};
      loaded.rows.push_back({price, {}, true, each.people});
    }
  }
  loaded.missing = static_cast<qint64>(loaded.rows.size());
  for (const Price& price : *prices) {
    const auto named = std::find_if(known->begin(), known->end(),
                                    [&](const Provider& provider) { return provider.id == price.provider; });
    const bool archived = price.provider.isValid() && named == known->end();
    loaded.rows.push_back({price,
                           archived                ? tr("Archived")
                           : named == known->end() ? QString()
                                                   : named->name,
                           false, 0});
  }
  return loaded;
}

PricesTab::PricesTab(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_providerCells(new PriceProviderDelegate(this)),
      m_form(new PriceForm),
      m_stack(new QStackedWidget),
      m_missing(new Label({}, TypeRole::Body, Ink::Attention)),
      m_note(new Label({}, TypeRole::Body, Ink::Text2)) {
  setObjectName(QStringLiteral("prices"));
  connect(new ImportDrop(this), &ImportDrop::fileDropped, this, &PricesTab::importFile);
  m_missing->setWordWrap(true);
  m_note->setObjectName(QStringLiteral("prices.note"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->hide();
  m_stack->addWidget(makeTable());
  m_stack->addWidget(makeEmpty());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::PageX, size::Large, size::PageX, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(m_form);
  column->addWidget(m_note);
  column->addWidget(m_missing);
  column->addWidget(m_stack, 1);
  column->addWidget(makeFoot());
  connect(m_form, &PriceForm::refused, this, [this](const QString& why) { say(why, Ink::Problem); });
  connect(m_form, &PriceForm::priceEntered, this, [this](const Price& price) {
    m_form->clear();
    store({price, {}, true, 0}, price);
  });
  connect(&m_model, &items::PriceListModel::refused, this, [this](const QString& why) { say(why, Ink::Problem); });
  // Later, as the cell's editor is still open.
  connect(&m_model, &items::PriceListModel::edited, this, &PricesTab::store, Qt::QueuedConnection);
}

QWidget* PricesTab::makeTable() {
  m_table = new PlainTable;
  m_table->setObjectName(QStringLiteral("prices.table"));
  m_table->setAccessibleName(tr("Prices"));
  m_table->setModel(&m_model);
  m_table->setStrongColumn(PriceColumn::Country);
  m_table->setItemDelegateForColumn(PriceColumn::Provider, m_providerCells);
  auto* fields = new PriceCellDelegate(m_table);
  for (const int typed : {PriceColumn::Prefix, PriceColumn::Amount, PriceColumn::Currency}) {
    m_table->setItemDelegateForColumn(typed, fields);
  }
  for (QAbstractItemDelegate* cells : std::initializer_list<QAbstractItemDelegate*>{m_providerCells, fields}) {
    // Later, as the table may go on in the next cell.
    connect(
        cells, &QAbstractItemDelegate::closeEditor, this,
        [this] {
          if (m_stale) refresh();
        },
        Qt::QueuedConnection);
  }
  m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
  for (const int fitted : {PriceColumn::Prefix, PriceColumn::Provider, PriceColumn::Amount, PriceColumn::Currency}) {
    m_table->fitColumn(fitted);
  }
  m_table->stretchColumn(PriceColumn::Country);
  m_table->installEventFilter(this);
  return m_table;
}

QWidget* PricesTab::makeEmpty() {
  auto* empty = new EmptyState(
      Icon::List, tr("No prices yet"),
      tr("With prices you see what a campaign costs before it is sent, by country, and what every edit adds. They "
         "come from your provider's price list, as prices change too often to be built in. The sandbox is free."));
  auto* import = empty->addAction(tr("Import a file"), Icon::Upload);
  import->setObjectName(QStringLiteral("prices.empty.import"));
  connect(import, &Button::clicked, this, &PricesTab::chooseFile);
  return empty;
}

QWidget* PricesTab::makeFoot() {
  auto* words = new Label(tr("For each number the longest beginning counts; then a provider's own price before that "
                             "for any. A file has the columns provider, prefix, country, price, currency."),
                          TypeRole::Hint, Ink::Text3);
  words->setWordWrap(true);
  m_remove = new Button(tr("Delete the price"), ButtonRole::Quiet, Icon::Trash);
  m_remove->setObjectName(QStringLiteral("prices.remove"));
  auto* import = new Button(tr("Import…"), ButtonRole::Plain, Icon::Upload);
  import->setObjectName(QStringLiteral("prices.import"));
  m_export = new Button(tr("Export…"), ButtonRole::Plain, Icon::Download);
  m_export->setObjectName(QStringLiteral("prices.export"));
  connect(m_remove, &Button::clicked, this, &PricesTab::removeSelected);
  connect(import, &Button::clicked, this, &PricesTab::chooseFile);
  connect(m_export, &Button::clicked, this, &PricesTab::chooseTarget);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) { m_remove->setEnabled(now.isValid() && !m_model.row(now.row()).missing); });
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(words, 1);
  row->addWidget(m_remove);
  row->addWidget(import);
  row->addWidget(m_export);
  return foot;
}

void PricesTab::refresh() {
  m_services.background.run([services = m_services] { return load(services); })
      .then(this, [this](const Result<Loaded>& loaded) {
        // New rows would take away what is being typed.
        m_stale = m_table->isEditing();
        if (m_stale) return;
        if (loaded) return showLoaded(*loaded);
        say(loaded.error().message, Ink::Problem);
      });
}

void PricesTab::showLoaded(const Loaded& loaded) {
  m_providerCells->setProviders(loaded.providers);
  m_form->setProviders(loaded.providers);
  m_form->suggestCurrency(loaded.currency.isEmpty() ? QStringLiteral("EUR") : loaded.currency);
  m_count = loaded.prices;
  m_missing->setText(loaded.missing == 1 ? tr("1 country of your contacts has no price. It stands first below.")
                                         : tr("%1 countries of your contacts have no price. They stand first below.")
                                               .arg(QLocale().toString(loaded.missing)));
  m_missing->setVisible(loaded.missing > 0);
  m_stack->setCurrentIndex(loaded.rows.empty() ? NoPricesPage : PriceTablePage);
  m_export->setEnabled(loaded.prices > 0);
  const QModelIndex before = m_table->currentIndex();
  // A country that just got its price goes down; the next without one is wanted then.
  const bool filled = before.isValid() && before.row() < m_gaps && !m_model.row(before.row()).missing;
  const qint64 key = before.data(items::role::Key).toLongLong();
  const int column = before.column();
  const int place = before.row();
  m_model.setRows(loaded.rows);
  m_gaps = static_cast<int>(loaded.missing);
  const int same = filled || place < 0 ? -1 : m_model.rowOf(key);
  const int row = same >= 0 ? same : std::min(place, m_model.rowCount() - 1);
  if (row >= 0) m_table->setCurrentIndex(m_model.index(row, column));
  const QModelIndex now = m_table->currentIndex();
  m_remove->setEnabled(now.isValid() && !m_model.row(now.row()).missing);
  Q_EMIT changed();
}

void PricesTab::add() {
  m_form->focusFirst();
}

void PricesTab::store(const items::PriceRow& row, const Price& price) {
  m_services.background
      .run([&prices = m_services.prices, row, price] {
        return row.missing ? prices.save(price) : prices.replace(row.price, price);
      })
      .then(this, [this](const Result<>& done) { finish(done, tr("Saved.")); });
}

void PricesTab::removeSelected() {
  const int row = m_table->currentIndex().row();
  if (row < 0 || m_model.row(row).missing) return;
  m_services.background
      .run([&prices = m_services.prices, price = m_model.row(row).price] { return prices.remove(price); })
      .then(this, [this](const Result<>& done) { finish(done, tr("The price is deleted.")); });
}

void PricesTab::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Import prices"), {}, tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &PricesTab::importFile);
  dialog->open();
}

void PricesTab::importFile(const QString& path) {
  m_services.background.run([services = m_services, path] { return readFile(services, path); })
      .then(this, [this](const Result<qint64>& count) {
        if (!count) return say(count.error().message, Ink::Problem);
        finish({}, *count == 1 ? tr("1 price is imported.") : tr("%1 prices are imported.").arg(*count));
      });
}

void PricesTab::chooseTarget() {
  auto* dialog = new QFileDialog(this, tr("Export prices"), {}, tr("Tables (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  connect(dialog, &QFileDialog::fileSelected, this, &PricesTab::exportFile);
  dialog->open();
}

void PricesTab::exportFile(const QString& path) {
  m_services.background.run([services = m_services, path] { return writePrices(services, path); })
      .then(this, [this](const Result<>& done) { finish(done, tr("The prices are exported.")); });
}

void PricesTab::finish(const Result<>& done, const QString& words) {
  say(done ? words : done.error().message, done ? Ink::Text2 : Ink::Problem);
  // After a refusal, too: the table shows what was entered.
  refresh();
}

void PricesTab::say(const QString& words, Ink ink) {
  m_note->setInk(ink);
  m_note->setText(words);
  m_note->setVisible(!words.isEmpty());
}

bool PricesTab::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_table || event->type() != QEvent::KeyPress) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  if (key->key() == Qt::Key_Delete && m_remove->isEnabled()) {
    removeSelected();
    return true;
  }
  if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) return false;
  const QModelIndex now = m_table->currentIndex();
  if (now.isValid()) m_table->edit(now.siblingAtColumn(PriceColumn::Amount));
  return now.isValid();
}

}  // namespace heliograph::ui
