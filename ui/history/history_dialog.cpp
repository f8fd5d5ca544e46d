// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_dialog.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "core/background.h"
#include "core/clock.h"
#include "items/route_list_model.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"
#include "ui/history/history_delegate.h"
#include "ui/history/version_comparison.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using campaign::SavedRevision;

namespace {
constexpr QSize kHistorySize{920, 600};
constexpr int kVersionListWidth = 288;
}  // namespace

struct HistoryDialog::Found {
  Result<std::vector<SavedRevision>> versions;
  std::vector<items::RouteEntry> routes;
};

HistoryDialog::HistoryDialog(Services& services, campaign::Campaign shown, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_list(new QListView),
      m_comparison(new VersionComparison),
      m_restore(new Button(tr("Restore this version"), ButtonRole::Primary, Icon::Undo)) {
  setObjectName(QStringLiteral("history.dialog"));
  setWindowTitle(tr("History of the draft"));
  m_versions.push_back({shown.revision, SavedRevision::Kind::Saved, m_services.clock.now(), std::move(shown)});
  arrange();
  resize(kHistorySize);
  follow();
  load();
}

void HistoryDialog::arrange() {
  m_list->setObjectName(QStringLiteral("history.list"));
  m_list->setAccessibleName(tr("Versions"));
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new HistoryDelegate(m_list));
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setTabKeyNavigation(false);
  m_restore->setObjectName(QStringLiteral("history.restore"));
  m_restore->setDefault(true);
  auto* close = new Button(tr("Close"));
  close->setAutoDefault(false);
  auto* hint = new Label(tr("Select two with Ctrl to compare them. Versions are kept for 30 days, published ones for "
                            "good."),
                         TypeRole::Hint, Ink::Text3);
  hint->setWordWrap(true);

  auto* left = new Surface(layoutDirection() == Qt::RightToLeft ? Qt::LeftEdge : Qt::RightEdge);
  left->setFixedWidth(kVersionListWidth);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, size::Small, 1, size::Small);
  column->addWidget(m_list);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(left);
  middle->addWidget(m_comparison, 1);
  auto* bar = new Surface(Qt::TopEdge);
  auto* buttons = new QHBoxLayout(bar);
  buttons->setContentsMargins(size::Large, size::Medium, size::Large, size::Medium);
  buttons->addWidget(hint, 1);
  buttons->addWidget(close);
  buttons->addWidget(m_restore);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins({});
  whole->setSpacing(0);
  whole->addLayout(middle, 1);
  whole->addWidget(bar);
  connect(close, &Button::clicked, this, &QDialog::reject);
  connect(m_restore, &Button::clicked, this, &HistoryDialog::restore);
  connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryDialog::follow);
}

void HistoryDialog::load() {
  m_services.background
      .run([services = m_services, id = m_versions.front().campaign.id, now = m_services.clock.now()] {
        Found found{services.campaigns.history(id), {}};
        const auto groups = services.groups.list();
        const auto providers = services.providers.list();
        if (groups && providers) found.routes = items::routeEntries(*groups, *providers, now);
        return found;
      })
      .then(this, [this](const Found& found) { show(found); });
}

void HistoryDialog::show(const Found& found) {
  if (!found.versions) return m_comparison->say(found.versions.error().message);
  for (const items::RouteEntry& route : found.routes) m_routes.append({route.route, route.name});
  m_versions.resize(1);
  for (const SavedRevision& version : *found.versions) {
    // What the file holds mostly is what is shown.
    const bool shown = m_versions.size() == 1 && version.kind == SavedRevision::Kind::Saved &&
                       campaign::sameContent(version.campaign, m_versions.front().campaign);
    if (!shown) m_versions.push_back(version);
  }
  m_model.setRows(items::historyRows(m_versions, m_services.clock.now()));
  m_list->setCurrentIndex(m_model.index(m_model.rowOfVersion(m_versions.size() > 1 ? 1 : 0), 0));
  m_list->setFocus();
  follow();
}

QList<int> HistoryDialog::chosen() const {
  QList<int> versions;
  for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes()) {
    versions << index.data(items::role::Raw).toInt();
  }
  std::sort(versions.begin(), versions.end());
  return versions;
}

QString HistoryDialog::nameOf(int version) const {
  if (version == 0) return tr("Now");
  const QString words =
      items::dayAndTimeWords(m_versions[static_cast<std::size_t>(version)].savedAt, m_services.clock.now());
  return words.left(1).toUpper() + words.mid(1);
}

void HistoryDialog::follow() {
  const QList<int> versions = chosen();
  const bool one = versions.size() == 1 && versions.front() > 0;
  m_restore->setBlockedBecause(one ? QString() : tr("Select one earlier version"));
  if (m_versions.size() == 1) {
    return m_comparison->say(
        tr("There is no earlier version yet. They are kept while you work, at most one a minute."));
  }
  if (versions.isEmpty()) return m_comparison->say(tr("Select a version to see what changed since."));
  const int newer = versions.size() == 1 ? 0 : versions.front();
  const int older = versions.back();
  const auto routeWords = [this](const campaign::Route& route) {
    const auto found =
        std::find_if(m_routes.begin(), m_routes.end(), [&](const auto& each) { return each.first == route; });
    return found == m_routes.end() ? tr("a provider that was removed") : found->second;
  };
  m_comparison->compare(nameOf(older), nameOf(newer),
                        campaign::differencesOf(m_versions[static_cast<std::size_t>(older)].campaign,
                                                m_versions[static_cast<std::size_t>(newer)].campaign, routeWords));
}

void HistoryDialog::restore() {
  const QList<int> versions = chosen();
  if (versions.size() != 1 || versions.front() == 0) return;
  const SavedRevision& version = m_versions[static_cast<std::size_t>(versions.front())];
  Q_EMIT restoreRequested(version.campaign, items::dayAndTimeWords(version.savedAt, m_services.clock.now()));
  accept();
}

}  // namespace heliograph::ui
