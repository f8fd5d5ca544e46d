// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "delivery/delivery_service.h"
#include "items/campaign_list_model.h"
#include "items/rows_model.h"
#include "ui/composer/campaign_header.h"
#include "ui/layout/plain_table.h"
#include "ui/report/csv_export.h"
#include "ui/report/reason_list.h"
#include "ui/report/run_banner.h"
#include "ui/report/settle_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"

namespace heliograph::ui {

using Column = items::RecipientListModel::Column;
using campaign::Standing;
using delivery::RowState;

namespace {

constexpr std::chrono::milliseconds kRefreshPause{600};

/// A report without rows yet can't tell how the run stands; the summary of the run does.
delivery::RunProgress progressOf(const reports::RunReport& report) {
  delivery::RunProgress progress;
  progress.run = report.run.id;
  progress.campaign = report.run.campaign;
  progress.state = report.run.state;
  progress.reason = report.run.reason;
  progress.total = report.total();
  for (const auto& count : report.counts) progress.counts[count.state] += count.people;
  return progress;
}

QString share(qint64 part, qint64 whole) {
  return whole <= 0 ? QString()
                    : QLocale().toString(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 1) +
                          QStringLiteral(" %");
}

}  // namespace

struct ReportPage::Figures {
  Result<campaign::CampaignSummary> campaign;
  Result<std::vector<reports::RunReport>> reports;
};

ReportPage::ReportPage(Services& services, const campaign::CampaignSummary& campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_campaign(campaign.id),
      m_recipients(services.reports, services.background),
      m_header(new CampaignHeader),
      m_banner(new RunBanner(services, campaign.id)),
      m_reasons(new ReasonList),
      m_note(new Label({}, TypeRole::Hint, Ink::Text3)) {
  setObjectName(QStringLiteral("report"));
  m_header->setName(campaign.name);
  m_query.campaign = m_campaign;
  m_soon.setSingleShot(true);
  m_soon.setInterval(kRefreshPause);
  arrange();
  connectParts();
  refresh();
  filter({}, {}, {});
  setFocusProxy(m_table);
}

void ReportPage::arrange() {
  auto* clone = new Button(tr("Clone"), ButtonRole::Plain, Icon::Copy);
  clone->setObjectName(QStringLiteral("report.clone"));
  m_unschedule = new Button(tr("Unschedule and edit"), ButtonRole::Plain, Icon::Edit);
  m_unschedule->setObjectName(QStringLiteral("report.unschedule"));
  m_unschedule->hide();
  connect(clone, &Button::clicked, this, [this] { Q_EMIT cloneRequested(m_campaign); });
  connect(m_unschedule, &Button::clicked, this, [this] { Q_EMIT unscheduleRequested(m_campaign); });
  m_header->addControl(m_unschedule);
  m_header->addControl(clone);

  auto* lower = new QHBoxLayout;
  lower->setSpacing(size::Large);
  lower->addWidget(makeRecipients(), 2);
  lower->addWidget(m_reasons, 1);
  auto* body = new QVBoxLayout;
  body->setContentsMargins(size::PageX, 20, size::PageX, size::Large);
  body->setSpacing(size::Large);
  body->addWidget(makeCards());
  body->addLayout(lower, 1);
  m_note->setWordWrap(true);
  body->addWidget(m_note);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_header);
  column->addWidget(m_banner);
  column->addLayout(body, 1);
}

QWidget* ReportPage::makeCards() {
  auto* cards = new QWidget;
  auto* row = new QHBoxLayout(cards);
  row->setContentsMargins({});
  row->setSpacing(size::Large);
  const auto add = [row](const QString& label, const QString& name) {
    auto* number = new BigNumber(label, false);
    number->setObjectName(name);
    auto* card = new Card;
    card->body()->addWidget(number, 0, Qt::AlignTop);
    row->addWidget(card, 1);
    return number;
  };
  m_audience = add(tr("Audience"), QStringLiteral("report.audience"));
  m_accepted = add(tr("Accepted"), QStringLiteral("report.accepted"));
  m_refused = add(tr("Refused"), QStringLiteral("report.refused"));
  m_unclear = add(tr("Unclear"), QStringLiteral("report.unclear"));
  m_skipped = add(tr("Not sent to"), QStringLiteral("report.skipped"));
  m_waiting = add(tr("Waiting"), QStringLiteral("report.waiting"));
  return cards;
}

QWidget* ReportPage::makeRecipients() {
  m_search = new SearchField(tr("Search people"));
  m_search->setObjectName(QStringLiteral("report.search"));
  m_search->setAccessibleName(tr("Search people"));
  m_filterWords = new Label({}, TypeRole::Hint, Ink::Text3);
  m_showAll = new Button(tr("Show everybody"), ButtonRole::Quiet);
  m_showAll->setSmall(true);
  m_table = new PlainTable;
  m_table->setObjectName(QStringLiteral("report.recipients"));
  m_table->setAccessibleName(tr("Recipients"));
  m_table->setModel(&m_recipients);
  m_table->setStrongColumn(Column::Person);
  m_table->setItemDelegateForColumn(Column::State, new ChipDelegate(items::role::Tone, m_table));
  for (int column = 0; column < Column::ColumnCount; ++column) m_table->fitColumn(column);
  m_table->stretchColumn(Column::Reason);

  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("Recipients"), TypeRole::Label));
  head->addWidget(m_filterWords);
  head->addWidget(m_showAll);
  head->addStretch();
  head->addWidget(m_search);
  head->addWidget(makeExport());
  auto* card = new Card;
  card->body()->addLayout(head);
  card->body()->addWidget(m_table, 1);
  return card;
}

QWidget* ReportPage::makeExport() {
  auto* button = new Button(tr("Export CSV"), ButtonRole::Plain, Icon::Download);
  button->setObjectName(QStringLiteral("report.export"));
  connect(button, &Button::clicked, this, &ReportPage::saveCsv);
  return button;
}

void ReportPage::connectParts() {
  connect(&m_soon, &QTimer::timeout, this, &ReportPage::refresh);
  connect(m_header, &CampaignHeader::backRequested, this, &ReportPage::leaveRequested);
  connect(&m_services.delivery, &delivery::DeliveryService::progress, this, &ReportPage::noteProgress);
  connect(m_banner, &RunBanner::acted, this, &ReportPage::refresh);
  connect(m_banner, &RunBanner::failed, this, &ReportPage::say);
  connect(&m_recipients, &items::RecipientListModel::failed, this, [this](const Error& error) { say(error.message); });
  connect(m_reasons, &ReasonList::settleRequested, this, &ReportPage::openSettle);
  connect(m_reasons, &ReasonList::chosen, this,
          [this](RowState state, const QString& reason, const QString& words) { filter(state, reason, words); });
  connect(m_showAll, &Button::clicked, this, [this] { filter({}, {}, {}); });
  connect(m_search, &SearchField::textChanged, this, [this](const QString& text) {
    m_query.search = text.trimmed();
    m_recipients.setQuery(m_query);
  });
  connect(m_table, &PlainTable::activated, this, [this](const QModelIndex& index) {
    if (m_recipients.row(index.row()).state == RowState::InDoubt) openSettle();
  });
}

void ReportPage::noteProgress(const delivery::RunProgress& progress) {
  if (progress.campaign != m_campaign) return;
  m_banner->show(progress);
  if (!m_soon.isActive()) m_soon.start();
}

void ReportPage::refresh() {
  if (m_loading) {
    m_soon.start();
    return;
  }
  m_loading = true;
  m_services.background
      .run([&campaigns = m_services.campaigns, &reports = m_services.reports, id = m_campaign] {
        return Figures{campaigns.summary(id), reports.ofCampaign(id)};
      })
      .then(this, [this](const Figures& figures) {
        m_loading = false;
        show(figures);
      });
}

void ReportPage::show(const Figures& figures) {
  if (!figures.campaign || !figures.reports) {
    say(figures.campaign ? figures.reports.error().message : figures.campaign.error().message);
    return;
  }
  const campaign::CampaignSummary& campaign = *figures.campaign;
  m_header->setName(campaign.name);
  m_header->setStanding(items::standingWord(campaign.standing),
                        static_cast<Tone>(items::standingTone(campaign.standing)));
  m_header->setNote(campaign.when);
  m_unschedule->setVisible(campaign.standing == Standing::Scheduled);
  showCards(*figures.reports);
  m_reasons->show(*figures.reports);
  if (!figures.reports->empty() && !m_banner->isVisible()) m_banner->show(progressOf(figures.reports->back()));
  if (m_banner->isVisible() && figures.reports->back().run.isOver()) m_banner->hide();
  if (m_table->verticalScrollBar()->value() == 0 && !m_recipients.isLoading()) m_recipients.setQuery(m_query);
}

void ReportPage::showCards(const std::vector<reports::RunReport>& reports) {
  QMap<RowState, qint64> people;
  qint64 total = 0;
  qint64 parts = 0;
  for (const auto& report : reports) {
    for (const RowState state : delivery::allRowStates) people[state] += report.people(state);
    total += report.total();
    parts += report.acceptedParts;
  }
  m_audience->setNumber(total);
  m_accepted->setNumber(people[RowState::Accepted]);
  m_accepted->setNote(parts > 0 ? tr("%1 parts").arg(QLocale().toString(parts)) : QString());
  m_refused->setNumber(people[RowState::Refused]);
  m_refused->setNote(share(people[RowState::Refused], total));
  m_unclear->setNumber(people[RowState::InDoubt]);
  m_unclear->setNote(people[RowState::InDoubt] > 0 ? tr("may have arrived") : QString());
  m_skipped->setNumber(people[RowState::Skipped]);
  m_skipped->setNote(share(people[RowState::Skipped], total));
  m_waiting->setNumber(people[RowState::Pending] + people[RowState::Claimed] + people[RowState::Sending]);
}

void ReportPage::filter(std::optional<RowState> state, std::optional<QString> reason, const QString& words) {
  m_query.states.clear();
  if (state) m_query.states << *state;
  m_query.reason = state ? std::move(reason) : std::nullopt;
  m_filterWords->setText(words);
  m_showAll->setVisible(state.has_value());
  m_recipients.setQuery(m_query);
}

void ReportPage::openSettle() {
  delivery::UnclearSelection selection{m_campaign, {}, {}};
  const QModelIndex index = m_table->currentIndex();
  if (m_table->hasFocus() && index.isValid()) selection.identity = m_recipients.row(index.row()).identity;
  auto* dialog = new SettleDialog(m_services, selection, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SettleDialog::settled, this, &ReportPage::refresh);
  dialog->open();
}

void ReportPage::saveCsv() {
  auto* dialog = new QFileDialog(this, tr("Export the recipients"), {}, tr("Spreadsheet (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    say(tr("Writing %1…").arg(file));
    m_services.background
        .run([&reports = m_services.reports, query = m_query, file] { return exportRecipients(reports, query, file); })
        .then(this, [this, file](const Result<>& written) {
          say(written ? tr("Written to %1.").arg(file) : written.error().message);
        });
  });
  dialog->open();
}

void ReportPage::say(const QString& text) {
  m_note->setText(text);
}

}  // namespace heliograph::ui
