// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_page.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/run.h"
#include "ui/composer/test_messages/test_send_dialog.h"
#include "ui/home/campaign_actions.h"
#include "ui/home/campaign_desk.h"
#include "ui/home/campaign_table.h"
#include "ui/home/filter_bar.h"
#include "ui/home/first_steps.h"
#include "ui/home/home_notice.h"
#include "ui/home/labels_dialog.h"
#include "ui/home/selected_campaign.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/question_card.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using campaign::CampaignSummary;
using items::Act;

namespace {

constexpr std::chrono::milliseconds kRefreshPause{700};
const QString kDroppedSuffix = QStringLiteral(".json");

QStringList campaignFiles(const QMimeData& data) {
  QStringList files;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile() && url.fileName().endsWith(kDroppedSuffix, Qt::CaseInsensitive)) files << url.toLocalFile();
  }
  return files;
}

std::vector<CampaignId> idsOf(const std::vector<CampaignSummary>& campaigns) {
  std::vector<CampaignId> ids;
  for (const CampaignSummary& campaign : campaigns) ids.push_back(campaign.id);
  return ids;
}

}  // namespace

HomePage::HomePage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_model(services.clock),
      m_filter(m_model, services.clock),
      m_actions(new CampaignActions(this)),
      m_desk(new CampaignDesk(services, this)),
      m_search(new SearchField(tr("Search campaigns"))),
      m_filters(new FilterBar(services, m_model)),
      m_notice(new HomeNotice),
      m_table(new CampaignTable(m_filter)),
      m_pane(new SelectedCampaign(services, *m_actions)),
      m_steps(new FirstSteps(services)),
      m_stack(new QStackedWidget),
      m_body(new QStackedWidget) {
  setObjectName(QStringLiteral("home"));
  setAcceptDrops(true);
  m_stack->addWidget(makeList());
  m_stack->addWidget(m_steps);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar());
  column->addWidget(m_stack, 1);
  m_soon.setSingleShot(true);
  m_soon.setInterval(kRefreshPause);
  addActions(m_actions->all());
  connectParts();
  connectSteps();
}

void HomePage::connectParts() {
  connect(&m_soon, &QTimer::timeout, this, [this] {
    for (const CampaignId id : std::exchange(m_moving, {})) refreshOne(id);
  });
  connect(&m_services.delivery, &delivery::DeliveryService::progress, this,
          [this](const delivery::RunProgress& progress) {
            m_moving.insert(progress.campaign);
            if (!m_soon.isActive()) m_soon.start();
          });
  connect(m_search, &SearchField::textChanged, m_filters, &FilterBar::setText);
  connect(m_filters, &FilterBar::queryChanged, this, [this](const campaign::CampaignQuery& query) {
    m_filter.setQuery(query);
    if (m_search->text().trimmed() != query.text) m_search->setText(query.text);
    showPage();
  });
  connect(m_filters, &FilterBar::sortWanted, m_table, &CampaignTable::sortBy);
  connect(m_filters, &FilterBar::failed, this, &HomePage::failed);
  connect(m_table, &CampaignTable::sorted, m_filters, &FilterBar::setOrder);
  connect(m_table, &CampaignTable::selectionChanged, this, &HomePage::showSelected);
  connect(m_table, &CampaignTable::activated, m_actions->of(Act::Open), &QAction::trigger);
  connect(m_table, &CampaignTable::menuRequested, this, &HomePage::openMenu);
  connect(&m_model, &items::CampaignListModel::renamed, m_desk, &CampaignDesk::rename);
  connect(m_actions, &CampaignActions::triggered, this, &HomePage::act);
  connect(m_actions, &CampaignActions::importTriggered, this, &HomePage::chooseImport);
  connect(m_desk, &CampaignDesk::said, m_notice, &HomeNotice::say);
  connect(m_desk, &CampaignDesk::failed, this, &HomePage::failed);
  connect(m_desk, &CampaignDesk::changed, this, [this](CampaignId show) {
    if (show.isValid()) m_toSelect = show;
    refresh();
  });
  connect(m_notice, &HomeNotice::undoRequested, m_desk, &CampaignDesk::undo);
  connect(&m_pane->question(), &QuestionCard::answered, m_table, qOverload<>(&QWidget::setFocus));
}

void HomePage::connectSteps() {
  connect(m_steps, &FirstSteps::importRequested, this, &HomePage::importRequested);
  connect(m_steps, &FirstSteps::sampleRequested, this, &HomePage::sampleRequested);
  connect(m_steps, &FirstSteps::addProviderRequested, this, &HomePage::addProviderRequested);
  connect(m_steps, &FirstSteps::sandboxRequested, this, &HomePage::sandboxRequested);
  connect(m_steps, &FirstSteps::newRequested, this, &HomePage::newRequested);
  connect(m_steps, &FirstSteps::failed, this, &HomePage::failed);
  connect(m_steps, &FirstSteps::openRequested, this, [this](CampaignId draft) {
    CampaignSummary summary;
    summary.id = draft;
    Q_EMIT openRequested(summary);
  });
}

QWidget* HomePage::makeBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_search->setObjectName(QStringLiteral("home.search"));
  m_search->setAccessibleName(tr("Search campaigns"));
  m_search->setToolTip(tr("By name, label, audience or words of the message"));
  m_search->setShortcutHint(tr("Ctrl F"));
  m_search->setMinimumWidth(200);
  m_search->setMaximumWidth(280);
  m_import = new Button(tr("Import contacts"), ButtonRole::Plain, Icon::FileText);
  m_import->setObjectName(QStringLiteral("home.import"));
  m_new = new Button(tr("New campaign"), ButtonRole::Primary, Icon::Plus);
  m_new->setObjectName(QStringLiteral("home.new"));
  connect(m_import, &Button::clicked, this, &HomePage::importRequested);
  connect(m_new, &Button::clicked, this, &HomePage::newRequested);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(20, 0, 20, 0);
  row->setSpacing(size::Medium);
  row->addWidget(new Label(tr("Campaigns"), TypeRole::Header));
  row->addStretch();
  row->addWidget(m_search, 1);
  row->addWidget(m_import);
  row->addWidget(m_new);
  return bar;
}

QWidget* HomePage::makeList() {
  m_body->addWidget(m_table);
  m_body->addWidget(makeNothing());
  auto* list = new QVBoxLayout;
  list->setContentsMargins(20, size::Large, 20, 0);
  list->setSpacing(size::Medium);
  list->addWidget(m_notice);
  list->addWidget(m_filters);
  list->addWidget(m_body, 1);
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addLayout(list, 1);
  row->addWidget(m_pane);
  return page;
}

QWidget* HomePage::makeNothing() {
  auto* nothing =
      new EmptyState(Icon::Search, tr("Nothing matches"), tr("No campaign fits what is searched and filtered for."));
  Button* clear = nothing->addAction(tr("Clear search and filters"), Icon::Close);
  clear->setObjectName(QStringLiteral("home.nothing.clear"));
  connect(clear, &Button::clicked, this, [this] {
    m_filters->setQuery({});
    m_table->setFocus();
  });
  return nothing;
}

void HomePage::refresh() {
  if (m_loading) {
    m_again = true;
    return;
  }
  m_filters->refresh();
  m_loading = true;
  m_services.background.run([&campaigns = m_services.campaigns] { return campaigns.list(true); })
      .then(this, [this](const Result<std::vector<CampaignSummary>>& rows) {
        m_loading = false;
        if (rows) {
          showRows(*rows);
        } else {
          Q_EMIT failed(rows.error().message);
        }
        if (std::exchange(m_again, false)) refresh();
      });
}

void HomePage::refreshOne(CampaignId id) {
  m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.summary(id); })
      .then(this, [this](const Result<CampaignSummary>& campaign) {
        if (!campaign) return;
        m_model.update(*campaign);
        m_filters->recount();
        showSelected();
      });
}

void HomePage::showRows(std::vector<CampaignSummary> rows) {
  m_table->showUnclear(std::any_of(rows.begin(), rows.end(), [](const auto& each) { return each.counts.unclear > 0; }));
  m_model.setRows(std::move(rows));
  m_filters->recount();
  showPage();
  if (m_toSelect.isValid() && m_table->select(m_toSelect)) m_table->setFocus();
  m_toSelect = {};
  showSelected();
}

void HomePage::showPage() {
  const bool first = m_model.rowCount() == 0 || (m_steps->isDone() && m_stack->currentIndex() == FirstPage);
  if (first) m_steps->refresh();
  m_stack->setCurrentIndex(first ? FirstPage : ListPage);
  const QWidget* focus = QApplication::focusWidget();
  const bool isOurs = isVisible() && (focus == nullptr || isAncestorOf(focus));
  if (!std::exchange(m_shown, true) && !first && isOurs) m_table->setFocus();
  m_search->setVisible(!first);
  // The steps have the primary button of the page.
  m_new->setRole(first ? ButtonRole::Plain : ButtonRole::Primary);
  const bool nothing = m_filter.rowCount() == 0;
  m_body->setCurrentIndex(nothing ? NothingBody : TableBody);
  m_pane->setVisible(!nothing);
}

std::optional<CampaignSummary> HomePage::selected() const {
  const auto campaigns = m_table->selected();
  if (campaigns.size() != 1) return std::nullopt;
  return campaigns.front();
}

void HomePage::showSelected() {
  const auto campaigns = m_table->selected();
  m_actions->follow(campaigns);
  m_pane->show(campaigns);
  Q_EMIT selectionChanged();
}

void HomePage::openMenu(const QPoint& globalPos) {
  m_actions->menu().popup(globalPos);
}

void HomePage::act(Act act) {
  const auto campaigns = m_table->selected();
  if (campaigns.empty() || !items::refusal(act, campaigns).isEmpty()) return;
  const CampaignSummary& first = campaigns.front();
  switch (act) {
    case Act::Open:
      return Q_EMIT openRequested(first);
    case Act::Test:
      return openTest(first.id);
    case Act::Clone:
      return Q_EMIT cloneRequested(first.id);
    case Act::Rename:
      return m_table->editName();
    case Act::Label:
      return openLabels();
    case Act::Pause:
      return m_desk->pause(first.id);
    case Act::Resume:
      return m_desk->resume(first.id);
    case Act::SendNow:
      // The winner of a test is chosen beside its figures.
      if (first.holdReason == delivery::hold::abTest) return Q_EMIT openRequested(first);
      return m_desk->sendNow(first.id, first.holdReason);
    case Act::Stop:
      return askToStop();
    case Act::Unschedule:
      return Q_EMIT unscheduleRequested(first.id);
    case Act::Export:
      return chooseExport();
    case Act::Archive:
      return m_desk->archive(idsOf(campaigns));
    case Act::Unarchive:
      return m_desk->unarchive(idsOf(campaigns));
    case Act::Remove:
      return askToRemove();
  }
}

void HomePage::openTest(CampaignId id) {
  m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.load(id); })
      .then(this, [this](const Result<campaign::Campaign>& campaign) {
        if (!campaign) return Q_EMIT failed(campaign.error().message);
        auto* dialog = new TestSendDialog(m_services, *campaign, m_pane->identity(), {}, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
      });
}

void HomePage::openLabels() {
  QStringList known;
  for (const CampaignSummary& campaign : m_model.rows()) known << campaign.labels;
  known.removeDuplicates();
  known.sort(Qt::CaseInsensitive);
  const auto campaigns = m_table->selected();
  auto* dialog = new LabelsDialog(campaigns, known, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &LabelsDialog::chosen, this,
          [this, ids = idsOf(campaigns)](const QStringList& add, const QStringList& remove) {
            m_desk->label(ids, add, remove);
          });
  dialog->open();
}

void HomePage::askToStop() {
  const CampaignSummary campaign = m_table->selected().front();
  QuestionCard::Words words{tr("Stop “%1” for good?").arg(campaign.name), items::stopWords(campaign),
                            tr("Stop for good"), tr("Don't stop")};
  words.dangerous = true;
  m_pane->question().ask(words, [this, id = campaign.id] { m_desk->stop(id); });
}

void HomePage::askToRemove() {
  const auto campaigns = m_table->selected();
  const int count = static_cast<int>(campaigns.size());
  const QuestionCard::Words words{
      count == 1 ? tr("Delete the draft “%1”?").arg(campaigns.front().name) : tr("Delete %1 drafts?").arg(count),
      tr("Nothing of it was ever sent. Right after it, Undo brings the text back, without its "
         "earlier versions."),
      tr("Delete"), tr("Keep")};
  m_pane->question().ask(words, [this, ids = idsOf(campaigns)] { m_desk->remove(ids); });
}

void HomePage::chooseExport() {
  const CampaignSummary campaign = m_table->selected().front();
  m_desk->askToExport(campaign.id, campaign.name, this);
}

void HomePage::chooseImport() {
  auto* dialog = new QFileDialog(this, tr("Import campaigns"), QString(), tr("Campaigns (*.json);;All files (*)"));
  dialog->setObjectName(QStringLiteral("home.importDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, m_desk, &CampaignDesk::importFrom);
  dialog->open();
}

void HomePage::focusSearch() {
  m_search->setFocus();
  m_search->selectAll();
}

void HomePage::showQuery(const campaign::CampaignQuery& query) {
  m_filters->setQuery(query);
}

void HomePage::sortBy(items::CampaignListModel::Column column, Qt::SortOrder order) {
  m_table->sortBy(column, order);
}

void HomePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_stack->currentIndex() == FirstPage) m_steps->refresh();
}

void HomePage::dragEnterEvent(QDragEnterEvent* event) {
  if (!campaignFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void HomePage::dropEvent(QDropEvent* event) {
  m_desk->importFrom(campaignFiles(*event->mimeData()));
  event->acceptProposedAction();
}

}  // namespace heliograph::ui
