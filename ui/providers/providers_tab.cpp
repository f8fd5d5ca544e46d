// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_tab.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "items/relative_time.h"
#include "providers/routes/definition_catalog.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/provider_uses.h"
#include "providers/routes/route_resolver.h"
#include "reports/provider_statistics.h"
#include "ui/composer/start/start_facts.h"
#include "ui/composer/test_messages/test_send_dialog.h"
#include "ui/layout/plain_table.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/provider_question.h"
#include "ui/providers/provider_stats.h"
#include "ui/providers/provider_words.h"
#include "ui/providers/store_provider.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using ProviderColumn = items::ProviderListModel::Column;
using providers::Provider;

namespace {

/// What a provider's texts come from, as far as it is set; its kind where the account decides.
QString senderOf(const Services& services, const Provider& provider, const QString& kind) {
  const auto sender = services.routes.senderName({QStringLiteral("provider"), provider.id.value});
  return !sender || *sender == provider.name ? kind : *sender;
}

std::vector<items::ProviderEntry> readEntries(const Services& services) {
  std::vector<items::ProviderEntry> entries;
  const QDateTime now = services.clock.now();
  const auto taken =
      reports::takenSince(services.database, now.addDays(-1)).value_or(QHash<qint64, reports::ProviderTaken>{});
  const auto balances = providers::balances(services.database).value_or(QHash<qint64, QString>{});
  for (const Provider& provider : services.providers.list().value_or(std::vector<Provider>{})) {
    const auto* definition = services.definitions.find(provider.type);
    const QString kind = definition ? definition->name : provider.type;
    const reports::ProviderTaken lately = taken.value(provider.id.value);
    entries.push_back({provider, kind, now, senderOf(services, provider, kind), lately.accepted, lately.delivered,
                       lately.hasReceipts, balances.value(provider.id.value)});
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
  m_sandbox = empty->addAction(tr("Use the sandbox"), Icon::Phone);
  m_sandbox->setObjectName(QStringLiteral("providers.sandbox"));
  connect(m_sandbox, &Button::clicked, this, &ProvidersTab::useSandbox);
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
  for (const int wide : {ProviderColumn::Name, ProviderColumn::Sender}) m_table->stretchColumn(wide);
  connectTable();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(size::PageX, size::Large, size::Large, size::Large);
  column->addWidget(m_table);
  return page;
}

void ProvidersTab::connectTable() {
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProvidersTab::showSelected);
  connect(m_table, &PlainTable::activated, this, [this](const QModelIndex& index) {
    if (index.column() != ProviderColumn::Menu) editSelected();
  });
  connect(m_table, &PlainTable::clicked, this, [this](const QModelIndex& index) {
    if (index.column() == ProviderColumn::Menu) {
      showMenu(m_table->viewport()->mapToGlobal(m_table->visualRect(index).bottomLeft()));
    }
  });
  connect(m_table, &PlainTable::menuRequested, this, &ProvidersTab::showMenu);
}

void ProvidersTab::showMenu(const QPoint& at) {
  const auto provider = selected();
  if (!provider) return;
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("providers.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (Button* act : m_acts) {
    if (act == m_default && provider->isDefault) continue;
    connect(menu->addAction(act->text()), &QAction::triggered, act, [this, act] {
      // What comes of it is said there.
      m_side->setCurrent(SetupSide);
      showSide(SetupSide);
      act->click();
    });
  }
  menu->popup(at);
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
  QWidget* setup = makeSetup();
  m_side = new SegmentedChoice;
  m_side->setObjectName(QStringLiteral("providers.side"));
  m_side->addChoice(SetupSide, tr("Setup"));
  m_side->addChoice(StatsSide, tr("Stats"));
  m_side->setCurrent(SetupSide);
  connect(m_side, &SegmentedChoice::chosen, this, &ProvidersTab::showSide);
  m_stats = new ProviderStats;
  auto* stats = new QScrollArea;
  stats->setFrameShape(QFrame::NoFrame);
  stats->setWidgetResizable(true);
  stats->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  stats->setFocusPolicy(Qt::NoFocus);
  stats->setWidget(m_stats);
  // The pane's own ground shows through.
  stats->viewport()->setAutoFillBackground(false);
  m_stats->setAutoFillBackground(false);
  m_sides = new QStackedWidget;
  m_sides->addWidget(setup);
  m_sides->addWidget(stats);
  auto* column = new QVBoxLayout(m_pane);
  column->setContentsMargins(size::Large, size::Large, size::Large, size::Large);
  column->setSpacing(size::Small);
  column->addWidget(m_name);
  column->addWidget(m_health, 0, Qt::AlignLeft);
  column->addWidget(m_side, 0, Qt::AlignLeft);
  column->addWidget(m_sides, 1);
  return m_pane;
}

QWidget* ProvidersTab::makeSetup() {
  m_acts = {addAct(tr("Edit settings"), QStringLiteral("providers.edit"), &ProvidersTab::editSelected),
            addAct(tr("Verify"), QStringLiteral("providers.verify"), &ProvidersTab::verify),
            addAct(tr("Send test SMS…"), QStringLiteral("providers.test"), &ProvidersTab::sendTest)};
  m_default = addAct(tr("Mark as default"), QStringLiteral("providers.default"), &ProvidersTab::makeDefault);
  m_acts.push_back(m_default);
  m_acts.push_back(addAct(tr("Archive…"), QStringLiteral("providers.archive"), &ProvidersTab::archive));
  m_acts.push_back(addAct(tr("Delete…"), QStringLiteral("providers.remove"), &ProvidersTab::remove));
  auto* setup = new QWidget;
  auto* column = new QVBoxLayout(setup);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_facts);
  column->addSpacing(size::Small);
  for (Button* act : m_acts) column->addWidget(act);
  column->addSpacing(size::Small);
  column->addWidget(m_note);
  column->addStretch();
  return setup;
}

void ProvidersTab::showSide(int side) {
  m_sides->setCurrentIndex(side);
  if (side == StatsSide) showStatistics();
}

void ProvidersTab::showStatistics() {
  const auto provider = selected();
  if (!provider) return;
  m_services.background
      .run([services = m_services, id = provider->id] {
        return reports::providerStatistics(services.database, id, services.clock.now(), ProviderStats::days);
      })
      .then(this, [this, id = provider->id](const Result<reports::ProviderStatistics>& statistics) {
        const auto now = selected();
        if (!now || now->id != id) return;
        if (!statistics) return m_stats->showProblem(statistics.error().message);
        m_stats->show(*statistics);
      });
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
  const items::ProviderEntry& entry = m_model.row(m_table->currentIndex().row());
  QStringList facts{entry.kind};
  if (provider->health.lastAcceptedAt.isValid()) {
    facts << tr("Took a message %1.").arg(items::agoWords(provider->health.lastAcceptedAt, entry.loadedAt));
  }
  if (provider->isDefault) facts << tr("Campaigns use it unless they say otherwise.");
  if (!provider->health.lastProblem.isEmpty()) facts << provider->health.lastProblem;
  m_facts->setText(facts.join(QLatin1Char('\n')));
  m_default->setVisible(!provider->isDefault);
  if (m_side->current() == StatsSide) showStatistics();
}

void ProvidersTab::add() {
  openDialog({});
}

void ProvidersTab::useSandbox() {
  m_sandbox->setBlockedBecause(tr("It is being made ready"));
  m_services.background.run([services = m_services] { return addSandbox(services); })
      .then(this, [this](const Result<>& added) {
        m_sandbox->setBlockedBecause(added ? QString() : added.error().message);
        refresh();
      });
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
  Pending(verifyProvider(m_services, provider->id)).then(this, [this](const Result<ProviderVerdict>& verdict) {
    if (!verdict) return m_note->setText(verdict.error().message);
    m_note->setText(verdictWords(*verdict));
    refresh();
  });
}

void ProvidersTab::sendTest() {
  const auto provider = selected();
  if (!provider) return;
  auto* dialog = new TestSendDialog(m_services, providerTest(), {}, provider->id, this);
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
  retire(false);
}

void ProvidersTab::remove() {
  retire(true);
}

/// Says what depends on it first; what stands in the way is said instead of a question.
void ProvidersTab::retire(bool remove) {
  const auto provider = selected();
  if (!provider) return;
  m_services.background
      .run([services = m_services, id = provider->id] { return providers::usesOf(services.database, id); })
      .then(this, [this, remove, provider = *provider](const Result<providers::ProviderUses>& uses) {
        if (!uses) return m_note->setText(uses.error().message);
        const QString obstacle = uses->obstacle(provider.name);
        if (!obstacle.isEmpty()) return m_note->setText(obstacle);
        const QString users = uses->words();
        if (remove && !users.isEmpty()) {
          return m_note->setText(tr("“%1” is still used by %2. Choose another one there, or archive it instead.")
                                     .arg(provider.name, users));
        }
        m_note->setText({});
        QStringList text;
        if (!users.isEmpty())
          text << tr("It is used by %1. Groups pass it over; campaigns need another one.").arg(users);
        text << (remove
                     ? tr("Its settings and secrets are deleted. What was sent stays in the reports, without its name.")
                     : tr("It can't be brought back. Its reports stay."));
        const QString title = remove ? tr("Delete “%1”?").arg(provider.name) : tr("Archive “%1”?").arg(provider.name);
        askBeforeRetiring(this, title, text.join(QLatin1Char(' ')), remove ? tr("Delete") : tr("Archive"),
                          [this, remove, id = provider.id] {
                            m_services.background
                                .run([services = m_services, id, remove] {
                                  return remove ? removeProvider(services, id) : services.providers.archive(id);
                                })
                                .then(this, [this](const Result<>& done) { finish(done); });
                          });
      });
}

void ProvidersTab::finish(const Result<>& done) {
  m_note->setText(done ? QString() : done.error().message);
  refresh();
}

}  // namespace heliograph::ui
