// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "home_stop.h"

#include <QAbstractButton>
#include <QDialog>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

#include "app/demo/demo_workspace.h"
#include "app/window/services_of.h"
#include "tools.h"
#include "ui/home/campaign_actions.h"
#include "ui/home/home_page.h"
#include "ui/window/main_window.h"

namespace heliograph::tour {

namespace {

using app::Workspace;

struct Sample {
  QString name;
  QStringList labels;
  QString state;   ///< of its run; empty for a draft
  QString reason;  ///< why it is held
  int people = 0;
  int accepted = 0;
};

const QList<Sample>& samples() {
  static const QList<Sample> all{
      {QStringLiteral("Store opening Pune"), {QStringLiteral("stores")}, QStringLiteral("done"), {}, 812, 801},
      {QStringLiteral("Autumn catalogue"), {}, QStringLiteral("done"), {}, 1884, 1802},
      {QStringLiteral("Weekend flash sale"), {QStringLiteral("sale")}, QStringLiteral("stopped"), {}, 950, 410},
      {QStringLiteral("Black Friday, 48 h"),
       {QStringLiteral("sale"), QStringLiteral("autumn")},
       QStringLiteral("due"),
       {},
       0,
       0},
      {QStringLiteral("Loyalty points reminder for the whole of the south"),
       {QStringLiteral("loyalty"), QStringLiteral("south"), QStringLiteral("quarterly")},
       {},
       {},
       0,
       0},
      {QStringLiteral("Diwali early access"),
       {QStringLiteral("sale"), QStringLiteral("VIP")},
       QStringLiteral("paused"),
       QStringLiteral("by_person"),
       1640,
       1020},
      {QStringLiteral("November win-back"), {}, QStringLiteral("held"), QStringLiteral("missed"), 0, 0},
  };
  return all;
}

void execute(const Workspace& workspace, const QString& sql) {
  if (const auto done = workspace.database.execute(sql); !done) qFatal("%s", qPrintable(done.error().detail));
}

/// Publishes it, then puts its run where the picture needs it.
void giveRun(const Workspace& workspace, const campaign::Campaign& draft, const Sample& sample) {
  const QDateTime due = workspace.clock.now().addDays(sample.state == QLatin1String("due") ? 6 : -1);
  const auto version = workspace.campaigns.freeze(draft.id, draft.revision, 100, {due});
  if (!version) qFatal("%s", qPrintable(version.error().message));
  const qint64 run = version->runs.front().value;
  const QString begun = sample.people > 0 ? QStringLiteral("due_at") : QStringLiteral("NULL");
  execute(workspace,
          QStringLiteral("UPDATE run SET state = '%1', hold_reason = '%2', audience = %3, started_at = %4, "
                         "filled_at = %4 WHERE id = %5")
              .arg(sample.state, sample.reason, QString::number(sample.people), begun, QString::number(run)));
  if (sample.people == 0) return;
  const QString rest = sample.state == QLatin1String("done")      ? QStringLiteral("refused")
                       : sample.state == QLatin1String("stopped") ? QStringLiteral("skipped")
                                                                  : QStringLiteral("pending");
  execute(workspace,
          QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                         "INSERT INTO outbox (run_id, state, updated_at) SELECT %2, "
                         "CASE WHEN i <= %3 THEN 'accepted' ELSE '%4' END, 0 FROM n")
              .arg(QString::number(sample.people), QString::number(run), QString::number(sample.accepted), rest));
}

void fill(Workspace& workspace) {
  if (const auto made = app::fillWithSample(workspace, {.profiles = 300}); !made) {
    qFatal("%s", qPrintable(made.error().message));
  }
  for (const Sample& sample : samples()) {
    campaign::Campaign campaign;
    campaign.name = sample.name;
    campaign.labels = sample.labels;
    campaign.audience = campaign::Audience::everybody();
    campaign.when = schedule::OnPublish{};
    campaign.message =
        "Hi {{ Profile.first_name | default: \"there\" }}, 48 hours before everyone else: 30 % off your "
        "favourites. Code GOLD4ALL, until Sunday. nova.mt/bf";
    const auto draft = workspace.campaigns.create(campaign);
    if (!draft) qFatal("%s", qPrintable(draft.error().message));
    if (!sample.state.isEmpty()) giveRun(workspace, *draft, sample);
  }
}

void selectState(ui::MainWindow& window, const char* state) {
  auto& table = find<QTableView>(window, "home.table");
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    const QModelIndex index = table.model()->index(row, 0);
    if (index.data().toString() != QLatin1String(state)) continue;
    table.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  }
  settle(350);
}

void shootMenu(ui::MainWindow& window, const Camera& camera, const char* name, const QString& picture) {
  waitUntil([&] { return find<QMenu>(window, name).isVisible(); }, name);
  auto& menu = find<QMenu>(window, name);
  camera.shoot(menu, picture);
  menu.hide();
}

void shootList(ui::MainWindow& window, const Camera& camera) {
  auto& home = find<ui::HomePage>(window, "home");
  selectState(window, "Needs you");
  camera.shoot(window, QStringLiteral("11-home-states"));
  home.campaignActions().menu().popup(window.mapToGlobal(QPoint(300, 200)));
  camera.shoot(home.campaignActions().menu(), QStringLiteral("12-home-row-menu"));
  home.campaignActions().menu().hide();
  selectState(window, "Paused");
  home.campaignActions().of(items::Act::Stop)->trigger();
  settle(100);
  camera.shoot(window, QStringLiteral("13-home-stop"));
  find<QAbstractButton>(window, "home.question.no").click();
  find<QAbstractButton>(window, "home.filter").click();
  shootMenu(window, camera, "home.filterMenu", QStringLiteral("14-home-filter-menu"));
  selectState(window, "Draft");
  home.campaignActions().of(items::Act::Label)->trigger();
  shootDialog(window, camera, "labels.dialog", QStringLiteral("15-home-labels"));
}

void shootFilters(Workspace& workspace, ui::MainWindow& window, const Camera& camera) {
  auto& home = find<ui::HomePage>(window, "home");
  campaign::CampaignQuery query;
  query.labels = {QStringLiteral("sale")};
  query.changedWithinDays = 7;
  home.showQuery(query);
  settle();
  camera.shoot(window, QStringLiteral("16-home-filtered"));
  if (!workspace.savedFilters.add(QStringLiteral("Sales of this week"), query)) qFatal("the filter is not kept");
  home.refresh();
  settle();
  camera.shoot(window, QStringLiteral("17-home-saved-filter"));
  query.text = QStringLiteral("nothing like this");
  home.showQuery(query);
  settle();
  camera.shoot(window, QStringLiteral("18-home-nothing"));
  home.showQuery({});
  home.sortBy(items::CampaignListModel::Name, Qt::DescendingOrder);
  auto& table = find<QTableView>(window, "home.table");
  selectState(window, "Stopped");
  table.selectionModel()->select(table.model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  settle();
  camera.shoot(window, QStringLiteral("19-home-several"));
}

void shootFirst(ui::MainWindow& window, Workspace& workspace, const Camera& camera) {
  waitUntil([&] { return find<QWidget>(window, "first").isVisible(); }, "the first steps");
  settle();
  camera.shoot(window, QStringLiteral("01-first"));
  if (!app::importDemoPeople(workspace, {.profiles = 200})) qFatal("no people");
  find<ui::HomePage>(window, "home").refresh();
  settle(400);
  camera.shoot(window, QStringLiteral("02-first-contacts"));
  find<QAbstractButton>(window, "first.sandbox").click();
  waitUntil([&] { return find<QWidget>(window, "first.message").isVisible(); }, "the first message");
  settle(500);
  camera.shoot(window, QStringLiteral("03-first-message"));
  find<QAbstractButton>(window, "first.send").click();
  waitUntil([&] { return find<QWidget>(window, "first.open").isVisible(); }, "the first text");
  settle();
  camera.shoot(window, QStringLiteral("04-first-sent"));
}

std::unique_ptr<Workspace> openIn(const QTemporaryDir& folder, const char* name) {
  auto workspace = Workspace::open(folder.filePath(QString::fromLatin1(name)));
  if (!workspace) qFatal("%s", qPrintable(workspace.error().message));
  if (const auto ready = (*workspace)->prepareSandbox(); !ready) qFatal("%s", qPrintable(ready.error().message));
  return std::move(*workspace);
}

}  // namespace

void walkHome(ui::Theme& theme, QSettings& settings, QSize size, const Camera& camera) {
  const QTemporaryDir folder;
  // A window takes the appearance from the settings.
  const ui::Theme::Choice choice = theme.choice();
  auto empty = openIn(folder, "empty.heliograph");
  {
    ui::Services services = app::servicesOf(*empty, theme);
    ui::MainWindow window(services, settings);
    theme.setChoice(choice);
    window.resize(size);
    window.show();
    shootFirst(window, *empty, camera);
  }
  auto full = openIn(folder, "full.heliograph");
  fill(*full);
  ui::Services services = app::servicesOf(*full, theme);
  ui::MainWindow window(services, settings);
  theme.setChoice(choice);
  window.resize(size);
  window.show();
  settle(500);
  shootList(window, camera);
  shootFilters(*full, window, camera);
}

}  // namespace heliograph::tour
