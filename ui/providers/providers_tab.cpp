// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_tab.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "providers/definition_catalog.h"
#include "providers/provider_repository.h"
#include "ui/composer/test_send_dialog.h"
#include "ui/layout/plain_table.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/store_provider.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using ProviderColumn = items::ProviderListModel::Column;
using providers::Provider;

namespace {

std::vector<items::ProviderEntry> readEntries(const Services& services) {
  std::vector<items::ProviderEntry> entries;
  for (const Provider& provider : services.providers.list().value_or(std::vector<Provider>{})) {
    const auto* definition = services.definitions.find(provider.type);
    entries.push_back({provider, definition ? definition->name : provider.type, services.clock.now()});
  }
  return entries;
}

}  // namespace

ProvidersTab::ProvidersTab(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_stack(new QStackedWidget), m_table(new PlainTable) {
  auto* empty = new EmptyState(Icon::Send, tr("No provider yet"),
                               tr("A provider carries your messages. The sandbox is one that texts nobody: good for "
                                  "trying things out."));
  connect(empty->addAction(tr("Add a provider"), Icon::Plus), &Button::clicked, this, &ProvidersTab::add);
  m_stack->addWidget(makeList());
  m_stack->addWidget(empty);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(m_stack, 1);
  row->addWidget(makePane());
}

QWidget* ProvidersTab::makeList() {
  m_table->setObjectName(QStringLiteral("providers.table"));
  m_table->setAccessibleName(tr("Providers"));
  m_table->setModel(&m_model);
  m_table->setStrongColumn(ProviderColumn::Name);
  m_table->setItemDelegateForColumn(ProviderColumn::Health, new ChipDelegate(items::role::Tone, m_table));
  m_table->setItemDelegateForColumn(ProviderColumn::Default, new ChipDelegate(items::role::Tone, m_table));
  for (int column = 0; column < ProviderColumn::ColumnCount; ++column) m_table->fitColumn(column);
  m_table->stretchColumn(ProviderColumn::Name);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProvidersTab::showSelected);
  connect(m_table, &PlainTable::activated, this, &ProvidersTab::editSelected);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(size::PageX, size::Large, size::Large, size::Large);
  column->addWidget(m_table);
  return page;
}

QWidget* ProvidersTab::makePane() {
  m_pane = new Surface(Qt::LeftEdge);
  m_pane->setFixedWidth(size::SidePane);
  m_name = new Label({}, TypeRole::Title);
  m_name->setWordWrap(true);
  m_name->setTextFormat(Qt::PlainText);
  m_health = new Chip;
  m_facts = new Label({}, TypeRole::Body, Ink::Text2);
  m_facts->setWordWrap(true);
  m_facts->setTextFormat(Qt::PlainText);
  m_note = new Label({}, TypeRole::Body, Ink::Text2);
  m_note->setObjectName(QStringLiteral("providers.note"));
  m_note->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  auto* column = new QVBoxLayout(m_pane);
  column->setContentsMargins(size::Large, size::Large, size::Large, size::Large);
  column->setSpacing(size::Small);
  column->addWidget(m_name);
  column->addWidget(m_health, 0, Qt::AlignLeft);
  column->addWidget(m_facts);
  column->addSpacing(size::Small);
  m_acts = {addAct(tr("Edit settings"), QStringLiteral("providers.edit"), &ProvidersTab::editSelected),
            addAct(tr("Verify the account"), QStringLiteral("providers.verify"), &ProvidersTab::verify),
            addAct(tr("Send a test…"), QStringLiteral("providers.test"), &ProvidersTab::sendTest)};
  m_default = addAct(tr("Mark as default"), QStringLiteral("providers.default"), &ProvidersTab::makeDefault);
  m_acts.push_back(m_default);
  m_acts.push_back(addAct(tr("Archive"), QStringLiteral("providers.archive"), &ProvidersTab::archive));
  m_acts.push_back(addAct(tr("Delete"), QStringLiteral("providers.remove"), &ProvidersTab::remove));
  for (Button* act : m_acts) column->addWidget(act);
  column->addSpacing(size::Small);
  column->addWidget(m_note);
  column->addStretch();
  return m_pane;
}

Button* ProvidersTab::addAct(const QString& text, const QString& name, void (ProvidersTab::*act)()) {
  auto* button = new Button(text);
  button->setObjectName(name);
  connect(button, &Button::clicked, this, act);
  return button;
}

void ProvidersTab::refresh() {
  m_services.background.run([services = m_services] { return readEntries(services); })
      .then(this, [this](const std::vector<items::ProviderEntry>& rows) { showRows(rows); });
}

void ProvidersTab::showRows(const std::vector<items::ProviderEntry>& rows) {
  m_model.setRows(rows);
  m_stack->setCurrentIndex(rows.empty() ? 1 : 0);
  if (!rows.empty() && !m_table->currentIndex().isValid()) m_table->selectRow(0);
  showSelected();
  Q_EMIT changed();
}

std::optional<Provider> ProvidersTab::selected() const {
  const int row = m_table->currentIndex().row();
  if (row < 0 || row >= m_model.rowCount()) return std::nullopt;
  return m_model.row(row).provider;
}

void ProvidersTab::showSelected() {
  const auto provider = selected();
  m_pane->setVisible(provider.has_value());
  if (!provider) return;
  const items::HealthWord health = items::healthWord(*provider);
  m_name->setText(provider->name);
  m_health->setState(health.word, static_cast<Tone>(health.tone));
  QStringList facts{m_model.row(m_table->currentIndex().row()).kind};
  if (provider->isDefault) facts << tr("Campaigns use it unless they say otherwise.");
  if (!provider->health.lastProblem.isEmpty()) facts << provider->health.lastProblem;
  m_facts->setText(facts.join(QLatin1Char('\n')));
  m_default->setVisible(!provider->isDefault);
}

void ProvidersTab::add() {
  openDialog({});
}

void ProvidersTab::editSelected() {
  if (const auto provider = selected()) openDialog(provider);
}

void ProvidersTab::edit(ProviderId id) {
  m_services.background.run([&providers = m_services.providers, id] { return providers.byId(id); })
      .then(this, [this](const Result<Provider>& provider) {
        if (provider) openDialog(*provider);
      });
}

void ProvidersTab::openDialog(const std::optional<Provider>& provider) {
  auto* dialog = new ProviderDialog(m_services, provider, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ProviderDialog::stored, this, &ProvidersTab::refresh);
  dialog->open();
}

void ProvidersTab::verify() {
  const auto provider = selected();
  if (!provider) return;
  m_note->setText(tr("Asking %1…").arg(provider->name));
  Pending(verifyProvider(m_services, provider->id))
      .then(this, [this](const Result<providers::AccountVerdict>& verdict) {
        if (!verdict) return m_note->setText(verdict.error().message);
        QStringList words;
        words << (verdict->outcome == providers::AccountVerdict::Outcome::Good ? tr("The account is good.")
                                                                               : tr("The account is not good."));
        words << verdict->words << verdict->hint;
        if (!verdict->balance.isEmpty()) words << tr("Balance: %1.").arg(verdict->balance);
        words.removeAll(QString());
        m_note->setText(words.join(QLatin1Char(' ')));
        refresh();
      });
}

void ProvidersTab::sendTest() {
  const auto provider = selected();
  if (!provider) return;
  campaign::Campaign test;
  test.name = tr("Test");
  test.message = tr("A test from Heliograph: this provider works.").toUtf8();
  auto* dialog = new TestSendDialog(m_services, test, {}, provider->id, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TestSendDialog::tested, this, &ProvidersTab::refresh);
  dialog->open();
}

void ProvidersTab::makeDefault() {
  const auto provider = selected();
  if (!provider) return;
  m_services.background.run([&providers = m_services.providers, id = provider->id] { return providers.setDefault(id); })
      .then(this, [this](const Result<>& done) { finish(done); });
}

void ProvidersTab::archive() {
  const auto provider = selected();
  if (!provider) return;
  m_services.background.run([&providers = m_services.providers, id = provider->id] { return providers.archive(id); })
      .then(this, [this](const Result<>& done) { finish(done); });
}

void ProvidersTab::remove() {
  const auto provider = selected();
  if (!provider) return;
  m_services.background.run([services = m_services, id = provider->id] { return removeProvider(services, id); })
      .then(this, [this](const Result<>& done) { finish(done); });
}

void ProvidersTab::finish(const Result<>& done) {
  m_note->setText(done ? QString() : done.error().message);
  refresh();
}

}  // namespace heliograph::ui
