// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/filter_line.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <algorithm>

#include "ui/layout/flow_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::CampaignQuery;
using campaign::SavedFilter;

namespace {

constexpr int kFilterNameWidth = 180;
constexpr int kLongestFilterName = 60;

void forget(std::vector<FilterChip*>& chips) {
  for (FilterChip* chip : chips) {
    chip->hide();
    chip->deleteLater();
  }
  chips.clear();
}

}  // namespace

FilterLine::FilterLine(QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout(size::Small, this)), m_name(new QLineEdit(this)) {
  m_name->setObjectName(QStringLiteral("home.filterName"));
  m_name->setAccessibleName(tr("Name of the filter"));
  m_name->setPlaceholderText(tr("Name of the filter"));
  m_name->setMaxLength(kLongestFilterName);
  m_name->setFixedSize(kFilterNameWidth, size::SmallControl);
  m_name->installEventFilter(this);
  m_name->hide();
  connect(m_name, &QLineEdit::returnPressed, this, &FilterLine::takeName);
  m_save = addLink(tr("Save filter…"), QStringLiteral("home.saveFilter"));
  m_replace = addLink({}, QStringLiteral("home.replaceFilter"));
  m_rename = addLink(tr("Rename"), QStringLiteral("home.renameFilter"));
  m_remove = addLink(tr("Delete"), QStringLiteral("home.removeFilter"));
  m_clear = addLink(tr("Clear"), QStringLiteral("home.clearFilter"));
  connect(m_save, &LinkButton::clicked, this, [this] { askName({}); });
  connect(m_replace, &LinkButton::clicked, this, [this] { Q_EMIT replaceWanted(m_chosen, m_query); });
  connect(m_rename, &LinkButton::clicked, this, [this] {
    if (const SavedFilter* filter = applied()) {
      m_renamed = filter->id;
      askName(filter->name);
    }
  });
  connect(m_remove, &LinkButton::clicked, this, [this] {
    if (const SavedFilter* filter = applied()) Q_EMIT removeWanted(filter->id);
  });
  connect(m_clear, &LinkButton::clicked, this, [this] { Q_EMIT queryWanted({}); });
  layOut();
  refresh();
}

LinkButton* FilterLine::addLink(const QString& text, const QString& name) {
  auto* link = new LinkButton(text);
  link->setParent(this);
  link->setObjectName(name);
  return link;
}

void FilterLine::setSaved(std::vector<SavedFilter> filters) {
  if (filters == m_saved && m_savedChips.size() == filters.size()) return;
  m_saved = std::move(filters);
  forget(m_savedChips);
  for (const SavedFilter& filter : m_saved) {
    auto* chip = new FilterChip(filter.name, this);
    chip->setObjectName(QStringLiteral("home.saved.%1").arg(filter.id.value));
    chip->setToolTip(tr("Saved filter"));
    chip->setContextMenuPolicy(Qt::CustomContextMenu);
    chip->show();
    connect(chip, &FilterChip::clicked, this, [this, filter] {
      m_chosen = filter.id;
      Q_EMIT queryWanted(m_query == filter.query ? CampaignQuery{} : filter.query);
    });
    connect(chip, &QWidget::customContextMenuRequested, this,
            [this, filter, chip](const QPoint& at) { openChipMenu(filter, chip->mapToGlobal(at)); });
    m_savedChips.push_back(chip);
  }
  layOut();
  refresh();
}

void FilterLine::openChipMenu(const SavedFilter& filter, const QPoint& globalPos) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  connect(menu->addAction(tr("Rename…")), &QAction::triggered, this, [this, filter] {
    m_renamed = filter.id;
    askName(filter.name);
  });
  QAction* replace = menu->addAction(tr("Replace by what is set now"));
  replace->setEnabled(!(m_query == CampaignQuery{}) && !(m_query == filter.query));
  connect(replace, &QAction::triggered, this, [this, filter] { Q_EMIT replaceWanted(filter.id, m_query); });
  connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, filter] { Q_EMIT removeWanted(filter.id); });
  menu->popup(globalPos);
}

void FilterLine::show(const CampaignQuery& query, const FilterChoices& choices) {
  m_query = query;
  makeParts(choices);
  layOut();
  refresh();
}

void FilterLine::addPart(const QString& text, const CampaignQuery& without) {
  auto* chip = new FilterChip(text + QStringLiteral(" \u00D7"), this);
  chip->setAccessibleName(tr("%1, press to remove").arg(text));
  chip->setToolTip(tr("Remove"));
  chip->setChecked(true);
  chip->show();
  connect(chip, &FilterChip::clicked, this, [this, without] { Q_EMIT queryWanted(without); });
  m_parts.push_back(chip);
}

void FilterLine::makeParts(const FilterChoices& choices) {
  forget(m_parts);
  for (const QString& label : m_query.labels) {
    CampaignQuery without = m_query;
    without.labels.removeAll(label);
    addPart(tr("Label: %1").arg(label), without);
  }
  if (m_query.route) {
    CampaignQuery without = m_query;
    without.route.reset();
    const QString name = choices.nameOf(*m_query.route);
    addPart(tr("Through: %1").arg(name.isEmpty() ? tr("a removed one") : name), without);
  }
  if (m_query.changedWithinDays > 0) {
    CampaignQuery without = m_query;
    without.changedWithinDays = 0;
    addPart(tr("Changed: %1").arg(FilterMenu::daysWords(m_query.changedWithinDays).toLower()), without);
  }
  if (m_query.archived) {
    CampaignQuery without = m_query;
    without.archived = false;
    addPart(tr("Archived"), without);
  }
}

void FilterLine::layOut() {
  while (QLayoutItem* item = m_flow->takeAt(0)) delete item;
  for (FilterChip* chip : m_savedChips) m_flow->addWidget(chip);
  for (FilterChip* chip : m_parts) m_flow->addWidget(chip);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_save, m_replace, m_rename, m_remove, m_clear}) {
    m_flow->addWidget(widget);
  }
  QWidget* before = nullptr;
  for (int i = 0; i < m_flow->count(); ++i) {
    QWidget* widget = m_flow->itemAt(i)->widget();
    if (before) setTabOrder(before, widget);
    before = widget;
  }
}

const SavedFilter* FilterLine::applied() const {
  const auto found =
      std::find_if(m_saved.begin(), m_saved.end(), [this](const auto& filter) { return filter.query == m_query; });
  return found == m_saved.end() ? nullptr : &*found;
}

void FilterLine::refresh() {
  const SavedFilter* now = applied();
  if (now) m_chosen = now->id;
  const bool worthKeeping = m_query.narrowsFurther() || !m_query.text.isEmpty();
  const auto chosen =
      std::find_if(m_saved.begin(), m_saved.end(), [this](const auto& filter) { return filter.id == m_chosen; });
  if (!worthKeeping && !now) m_chosen = {};
  const bool changed = chosen != m_saved.end() && !now && worthKeeping;
  if (changed) {
    m_replace->setText(tr("Update “%1”").arg(chosen->name));
    m_replace->updateGeometry();
  }
  for (std::size_t i = 0; i < m_savedChips.size(); ++i) m_savedChips[i]->setChecked(m_saved[i].query == m_query);
  const bool naming = m_name->isVisibleTo(this);
  m_save->setVisible(worthKeeping && !now && !naming);
  m_replace->setVisible(changed && !naming);
  m_rename->setVisible(now && !naming);
  m_remove->setVisible(now && !naming);
  m_clear->setVisible(worthKeeping || now);
  setVisible(!m_saved.empty() || worthKeeping || naming);
  updateGeometry();
}

void FilterLine::count(const std::vector<campaign::CampaignSummary>& campaigns, const QDateTime& now) {
  for (std::size_t i = 0; i < m_savedChips.size(); ++i) {
    const campaign::CampaignMatcher matcher(m_saved[i].query, now);
    m_savedChips[i]->setCount(std::count_if(campaigns.begin(), campaigns.end(),
                                            [&matcher](const auto& campaign) { return matcher.matches(campaign); }));
  }
}

void FilterLine::askName(const QString& before) {
  m_name->setText(before);
  m_name->show();
  refresh();
  m_name->setFocus();
  m_name->selectAll();
}

void FilterLine::takeName() {
  const QString name = m_name->text().trimmed();
  if (name.isEmpty()) return;
  m_name->hide();
  const campaign::SavedFilterId renamed = std::exchange(m_renamed, {});
  refresh();
  if (renamed.isValid()) {
    Q_EMIT renameWanted(renamed, name);
  } else {
    Q_EMIT saveWanted(name, m_query);
  }
}

bool FilterLine::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
  if (!key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) return QWidget::eventFilter(watched, event);
  event->accept();
  if (event->type() == QEvent::ShortcutOverride) return true;
  m_name->hide();
  m_renamed = {};
  refresh();
  (m_save->isVisibleTo(this) ? m_save : m_clear)->setFocus();
  return true;
}

}  // namespace heliograph::ui
