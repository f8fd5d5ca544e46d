// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_dialog.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/library/coupons_tab.h"
#include "ui/library/texts_tab.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"

namespace heliograph::ui {

namespace {
constexpr QSize kLibrarySize{860, 560};
}

LibraryDialog::LibraryDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_snippets(new TextsTab(services, TextsTab::Shelf::Snippets)),
      m_templates(new TextsTab(services, TextsTab::Shelf::Templates)),
      m_coupons(new CouponsTab(services)),
      m_tabs(new QTabBar),
      m_stack(new QStackedWidget) {
  setObjectName(QStringLiteral("library"));
  setWindowTitle(tr("Library"));
  resize(kLibrarySize);
  m_tabs->setObjectName(QStringLiteral("library.tabs"));
  m_tabs->setAccessibleName(tr("Snippets, templates and coupon codes"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  for (QWidget* page : std::initializer_list<QWidget*>{m_snippets, m_templates, m_coupons}) {
    m_tabs->addTab({});
    m_stack->addWidget(page);
  }
  auto* close = new Button(tr("Close"));
  close->setObjectName(QStringLiteral("library.close"));
  close->setAutoDefault(false);
  connect(close, &Button::clicked, this, &QDialog::accept);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Large, size::Wide, size::Large);
  column->setSpacing(size::Large);
  column->addWidget(m_tabs);
  column->addWidget(m_stack, 1);
  column->addLayout(buttons);
  connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
  for (TextsTab* tab : {m_snippets, m_templates}) {
    connect(tab, &TextsTab::listed, this, &LibraryDialog::showCounts);
    connect(tab, &TextsTab::changed, this, &LibraryDialog::changed);
    connect(tab, &TextsTab::snippetRequested, this, &LibraryDialog::showSnippet);
    tab->refresh();
  }
  connect(m_coupons, &CouponsTab::listed, this, &LibraryDialog::showCounts);
  connect(m_coupons, &CouponsTab::changed, this, &LibraryDialog::changed);
  m_coupons->refresh();
  showCounts();
}

void LibraryDialog::showTab(Tab tab) {
  m_tabs->setCurrentIndex(tab);
}

void LibraryDialog::showSnippet(const QString& name) {
  showTab(Snippets);
  m_snippets->refresh(name);
}

// What was typed last counts for the message, too.
void LibraryDialog::done(int result) {
  const bool snippets = m_snippets->flush();
  const bool templates = m_templates->flush();
  if (snippets || templates) Q_EMIT changed();
  QDialog::done(result);
}

void LibraryDialog::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_snippets->setProperties(properties);
  m_templates->setProperties(properties);
}

void LibraryDialog::showCounts() {
  m_tabs->setTabText(Snippets, tr("Snippets %1").arg(m_snippets->count()));
  m_tabs->setTabText(Templates, tr("Templates %1").arg(m_templates->count()));
  m_tabs->setTabText(Coupons, tr("Coupon codes %1").arg(m_coupons->count()));
}

}  // namespace heliograph::ui
