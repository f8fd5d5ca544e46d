// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_page.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/providers/groups_tab.h"
#include "ui/providers/prices_tab.h"
#include "ui/providers/providers_tab.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

namespace {
enum Tab { ProvidersIndex, GroupsIndex, PricesIndex };
}

ProvidersPage::ProvidersPage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_providers(new ProvidersTab(services)),
      m_groups(new GroupsTab(services)),
      m_prices(new PricesTab(services)),
      m_tabs(new QTabBar),
      m_stack(new QStackedWidget),
      m_simulate(new Button(tr("Simulate a failure…"))),
      m_add(new Button({}, ButtonRole::Primary, Icon::Plus)) {
  setObjectName(QStringLiteral("providers"));
  m_tabs->setObjectName(QStringLiteral("providers.tabs"));
  m_tabs->setAccessibleName(tr("Providers, groups and prices"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->addTab({});
  m_tabs->addTab({});
  m_tabs->addTab({});
  m_stack->addWidget(m_providers);
  m_stack->addWidget(m_groups);
  m_stack->addWidget(m_prices);
  auto* tabs = new QHBoxLayout;
  tabs->setContentsMargins(size::PageX, size::Small, size::PageX, 0);
  tabs->addWidget(m_tabs);
  tabs->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar());
  column->addLayout(tabs);
  column->addWidget(m_stack, 1);
  connect(m_tabs, &QTabBar::currentChanged, this, &ProvidersPage::showTab);
  connect(m_add, &Button::clicked, this, &ProvidersPage::add);
  connect(m_simulate, &Button::clicked, m_groups, qOverload<>(&GroupsTab::simulate));
  connect(m_groups, &GroupsTab::changed, this, [this] {
    showCounts();
    showActs();
  });
  connect(m_groups, &GroupsTab::tested, m_providers, &ProvidersTab::refresh);
  connect(m_groups, &GroupsTab::wanted, this, [this] { m_tabs->setCurrentIndex(GroupsIndex); });
  connect(m_prices, &PricesTab::changed, this, &ProvidersPage::showCounts);
  connect(m_providers, &ProvidersTab::changed, this, [this] {
    m_groups->refresh();
    showCounts();
  });
  showTab(ProvidersIndex);
  showCounts();
}

QWidget* ProvidersPage::makeBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  auto* back = new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"));
  back->setObjectName(QStringLiteral("providers.back"));
  m_add->setObjectName(QStringLiteral("providers.add"));
  m_simulate->setObjectName(QStringLiteral("group.simulate"));
  connect(back, &IconButton::clicked, this, &ProvidersPage::leaveRequested);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(back);
  row->addWidget(new Label(tr("Providers"), TypeRole::Header));
  row->addStretch();
  row->addWidget(m_simulate);
  row->addWidget(m_add);
  return bar;
}

void ProvidersPage::showTab(int tab) {
  m_stack->setCurrentIndex(tab);
  showActs();
}

/// What the bar offers on this tab.
void ProvidersPage::showActs() {
  const int tab = m_tabs->currentIndex();
  m_simulate->setVisible(tab == GroupsIndex && m_groups->hasChosen());
  m_add->setText(tab == ProvidersIndex ? tr("Add a provider") : tr("Add a group"));
  // Prices are added in a row of their own.
  m_add->setVisible(tab != PricesIndex);
}

void ProvidersPage::showCounts() {
  m_tabs->setTabText(ProvidersIndex, tr("Providers %1").arg(m_providers->providers().size()));
  m_tabs->setTabText(GroupsIndex, tr("Provider groups %1").arg(m_groups->count()));
  m_tabs->setTabText(PricesIndex, tr("Prices %1").arg(m_prices->count()));
}

void ProvidersPage::refresh() {
  // The groups are read once the providers are.
  m_providers->refresh();
  m_prices->refresh();
}

void ProvidersPage::addProvider() {
  m_tabs->setCurrentIndex(ProvidersIndex);
  m_providers->add();
}

void ProvidersPage::editProvider(ProviderId id) {
  m_tabs->setCurrentIndex(ProvidersIndex);
  m_providers->edit(id);
}

void ProvidersPage::showPrices() {
  m_tabs->setCurrentIndex(PricesIndex);
  m_prices->add();
}

QUndoStack& ProvidersPage::undoStack() {
  return m_groups->undoStack();
}

void ProvidersPage::add() {
  if (m_tabs->currentIndex() == ProvidersIndex) {
    m_providers->add();
  } else {
    m_groups->add();
  }
}

}  // namespace heliograph::ui
