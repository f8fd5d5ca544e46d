// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/copies/copy_tabs.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabBar>

#include "ui/campaign_document.h"
#include "ui/composer/copies/copy_edits.h"
#include "ui/composer/words/copy_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

using campaign::Variants;

namespace {

constexpr int kCopyShortcuts = 9;
constexpr int kLeastTabs = 80;         // px; they scroll
constexpr qsizetype kLongestTab = 28;  // characters

}  // namespace

CopyTabs::CopyTabs(CampaignDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_tabs(new QTabBar),
      m_add(new Button({}, ButtonRole::Quiet, Icon::Plus)),
      m_take(new Button({}, ButtonRole::Quiet, Icon::Copy)),
      m_sources(new QMenu(this)),
      m_remove(new IconButton(Icon::Trash, tr("Remove this copy"))) {
  m_tabs->setObjectName(QStringLiteral("what.copies"));
  m_tabs->setAccessibleName(tr("Copies of the message"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setElideMode(Qt::ElideNone);
  m_tabs->setUsesScrollButtons(true);
  m_tabs->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_tabs->setMinimumWidth(kLeastTabs);
  m_add->setObjectName(QStringLiteral("what.addCopy"));
  m_take->setObjectName(QStringLiteral("what.takeText"));
  m_take->setText(tr("Copy from"));
  m_take->setTrailingIcon(Icon::ChevronDown);
  m_take->setToolTip(tr("Puts the text of another copy in the place of this one's"));
  m_sources->setObjectName(QStringLiteral("what.takeText.menu"));
  m_remove->setObjectName(QStringLiteral("what.removeCopy"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_tabs, 1);
  for (QWidget* control : std::initializer_list<QWidget*>{m_add, m_take, m_remove}) row->addWidget(control);
  makeShortcuts();
  connect(m_tabs, &QTabBar::currentChanged, &m_document, &CampaignDocument::showCopy);
  connect(&m_document, &CampaignDocument::copyShown, this, &CopyTabs::load);
  connect(m_add, &Button::clicked, this, &CopyTabs::addCopy);
  connect(m_take, &Button::clicked, this, [this] {
    fillSources();
    m_sources->popup(m_take->mapToGlobal(QPoint(0, m_take->height())));
  });
  connect(m_remove, &IconButton::clicked, this, &CopyTabs::removeShown);
}

void CopyTabs::makeShortcuts() {
  for (int copy = 0; copy < kCopyShortcuts; ++copy) {
    auto* go = new QAction(tr("Copy %1").arg(copy + 1), this);
    go->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + copy)));
    go->setShortcutContext(Qt::WindowShortcut);
    connect(go, &QAction::triggered, this, [this, copy] {
      if (isVisible() && copy < m_tabs->count()) m_document.showCopy(copy);
    });
    addAction(go);
  }
}

void CopyTabs::load() {
  const Variants& variants = m_document.campaign().variants;
  const int copies = campaign::copyCount(variants);
  const bool byProperty = variants.kind == Variants::Kind::ByProperty;
  setVisible(variants.kind != Variants::Kind::Single);
  const QSignalBlocker quiet(m_tabs);
  while (m_tabs->count() > copies) m_tabs->removeTab(m_tabs->count() - 1);
  while (m_tabs->count() < copies) m_tabs->addTab(QString());
  for (int copy = 0; copy < copies; ++copy) {
    QString text = copyTabText(variants, copy, m_document.messageOf(copy).trimmed().isEmpty());
    m_tabs->setTabToolTip(copy, copy < kCopyShortcuts ? tr("%1 (Alt+%2)").arg(text).arg(copy + 1) : text);
    if (text.size() > kLongestTab) text = text.left(kLongestTab - 1) + QChar(0x2026);
    m_tabs->setTabText(copy, text.replace(u'&', QStringLiteral("&&")));
  }
  m_tabs->setCurrentIndex(m_document.shownCopy());
  m_add->setText(byProperty ? tr("Value") : tr("Copy"));
  m_add->setAccessibleName(byProperty ? tr("Add a value with a copy of its own") : tr("Add a copy"));
  m_add->setVisible(mayAddCopy(variants));
  m_take->setVisible(copies > 1);
  const bool mayGo = byProperty ? m_document.shownCopy() > 0 : copies > 2;
  m_remove->setVisible(mayGo);
}

bool CopyTabs::hasTabFocus() const {
  return m_tabs->hasFocus();
}

void CopyTabs::addCopy() {
  const Variants& variants = m_document.campaign().variants;
  if (variants.kind == Variants::Kind::ByProperty) return Q_EMIT valueWanted();
  m_document.endStep();
  m_document.setVariants(withCopy(variants, {}, {}, m_document.fieldsOf(0)));
  m_document.showCopy(campaign::copyCount(m_document.campaign().variants) - 1);
  Q_EMIT textTaken();
}

void CopyTabs::fillSources() {
  m_sources->clear();
  const Variants& variants = m_document.campaign().variants;
  for (int copy = 0; copy < campaign::copyCount(variants); ++copy) {
    if (copy == m_document.shownCopy() || m_document.messageOf(copy).isEmpty()) continue;
    connect(m_sources->addAction(copyTabText(variants, copy, false).replace(u'&', QStringLiteral("&&"))),
            &QAction::triggered, this, [this, copy] { takeTextOf(copy); });
  }
  if (m_sources->isEmpty()) m_sources->addAction(tr("The other copies are empty"))->setEnabled(false);
}

void CopyTabs::takeTextOf(int copy) {
  m_document.endStep();
  m_document.setMessage(m_document.messageOf(copy));
  m_document.endStep();
  Q_EMIT textTaken();
}

void CopyTabs::removeShown() {
  const QString name = campaign::copyName(m_document.campaign().variants, m_document.shownCopy());
  m_document.endStep();
  m_document.restore(withoutCopy(m_document.campaign(), m_document.shownCopy()), tr("removing of copy %1").arg(name));
  m_document.endStep();
}

}  // namespace heliograph::ui
