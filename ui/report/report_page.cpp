// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "delivery/courier/delivery_service.h"
#include "delivery/run/progress_words.h"
#include "items/campaign_list_model.h"
#include "ui/composer/campaign_header.h"
#include "ui/report/copies_card.h"
#include "ui/report/delivery_card.h"
#include "ui/report/goal_card.h"
#include "ui/report/over_time_card.h"
#include "ui/report/reason_list.h"
#include "ui/report/recipients_card.h"
#include "ui/report/report_figures.h"
#include "ui/report/sent_message.h"
#include "ui/report/settle_dialog.h"
#include "ui/sending/run_acts.h"
#include "ui/sending/run_strip.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using campaign::Standing;
using delivery::RowState;
using delivery::RunState;

namespace {

constexpr int kChartHeight = 330;

Standing runStanding(RunState state) {
  switch (state) {
    case RunState::Held:
      return Standing::Held;
    case RunState::Paused:
      return Standing::Paused;
    case RunState::Due:
      return Standing::Scheduled;
    case RunState::Filling:
    case RunState::Running:
      return Standing::Sending;
    case RunState::Stopped:
      return Standing::Stopped;
    case RunState::Done:
      break;
  }
  return Standing::Done;
}

bool isTakingBack(const ReportContents& contents) {
  return std::any_of(contents.reports.begin(), contents.reports.end(),
                     [](const reports::RunReport& report) { return report.takingBack > 0; });
}

}  // namespace

ReportPage::ReportPage(Services& services, const delivery::SendingBoard& board, RunActs& acts,
                       const campaign::CampaignSummary& campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_board(board),
      m_campaign(campaign.id),
      m_standing(campaign.standing),
      m_loader(services, campaign.id),
      m_header(new CampaignHeader),
      m_strip(new RunStrip(acts, RunStrip::Place::Report, QStringLiteral("run"))),
      m_scroll(new QScrollArea),
      m_runs(new QComboBox),
      m_figures(new ReportFigures),
      m_overTime(new OverTimeCard),
      m_reasons(new ReasonList),
      m_delivery(new DeliveryCard),
      m_copies(new CopiesCard),
      m_goal(new GoalCard),
      m_recipients(new RecipientsCard(services, campaign.id)),
      m_sent(new SentMessage(services)),
      m_unschedule(new Button(tr("Unschedule and edit"), ButtonRole::Plain, Icon::Edit)),
      m_seeds(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_leftOut(new Label({}, TypeRole::Body, Ink::Attention)),
      m_note(new Label({}, TypeRole::Hint, Ink::Text3)) {
  setObjectName(QStringLiteral("report"));
  m_header->setName(campaign.name);
  makeHeader();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_header);
  column->addWidget(m_strip);
  m_scroll->setObjectName(QStringLiteral("report.scroll"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(makeBody());
  column->addWidget(m_scroll, 1);
  m_strip->hide();
  connectParts();
  connect(m_copies, &CopiesCard::winnerRequested, &acts, &RunActs::askForWinner);
  follow();
  m_loader.load();
}

void ReportPage::makeHeader() {
  auto* clone = new Button(tr("Clone"), ButtonRole::Plain, Icon::Copy);
  clone->setObjectName(QStringLiteral("report.clone"));
  m_unschedule->setObjectName(QStringLiteral("report.unschedule"));
  m_unschedule->hide();
  m_runs->setObjectName(QStringLiteral("report.runs"));
  m_runs->setAccessibleName(tr("Which going out"));
  m_runs->hide();
  connect(clone, &Button::clicked, this, [this] { Q_EMIT cloneRequested(m_campaign); });
  connect(m_unschedule, &Button::clicked, this, [this] { Q_EMIT unscheduleRequested(m_campaign); });
  for (QWidget* control : std::initializer_list<QWidget*>{m_runs, m_unschedule, clone}) m_header->addControl(control);
}

QWidget* ReportPage::makeBody() {
  auto* middle = new QHBoxLayout;
  middle->setSpacing(size::Large);
  middle->addWidget(m_overTime, 7);
  middle->addWidget(m_reasons, 4);
  m_overTime->setMinimumHeight(kChartHeight);
  m_note->setWordWrap(true);
  m_note->setObjectName(QStringLiteral("report.note"));
  m_seeds->setObjectName(QStringLiteral("report.seeds"));
  m_seeds->setWordWrap(true);
  m_leftOut->setObjectName(QStringLiteral("report.leftOut"));
  m_leftOut->setWordWrap(true);
  m_leftOut->hide();
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(size::PageX, 20, size::PageX, size::Large);
  column->setSpacing(size::Large);
  column->addWidget(m_figures);
  column->addWidget(m_seeds);
  column->addWidget(m_leftOut);
  column->addLayout(middle);
  column->addWidget(m_delivery);
  column->addWidget(m_copies);
  column->addWidget(m_goal);
  column->addWidget(m_recipients);
  column->addWidget(m_note);
  column->addWidget(m_sent);
  column->addStretch();
  return body;
}

void ReportPage::connectParts() {
  connect(m_header, &CampaignHeader::backRequested, this, &ReportPage::leaveRequested);
  connect(&m_board, &delivery::SendingBoard::changed, this, &ReportPage::follow);
  connect(m_strip, &RunStrip::providerRequested, this, &ReportPage::providerRequested);
  connect(m_strip, &RunStrip::peopleRequested, this,
          [this](CampaignId, RowState state, const QString& reason) { showPeople(peopleOf(state, reason)); });
  connect(&m_loader, &ReportLoader::loaded, this, [this](const ReportContents& contents) { show(contents); });
  connect(&m_loader, &ReportLoader::failed, this, &ReportPage::say);
  connect(m_figures, &ReportFigures::chosen, this, &ReportPage::showPeople);
  connect(m_reasons, &ReasonList::chosen, this, &ReportPage::showPeople);
  connect(m_delivery, &DeliveryCard::chosen, this, &ReportPage::showPeople);
  connect(m_reasons, &ReasonList::settleRequested, this, [this] { openSettle({}); });
  connect(m_recipients, &RecipientsCard::settleRequested, this, &ReportPage::openSettle);
  connect(m_recipients, &RecipientsCard::said, this, &ReportPage::say);
  connect(m_recipients, &RecipientsCard::personRequested, this, &ReportPage::personRequested);
  connect(m_recipients, &RecipientsCard::filtered, m_figures, &ReportFigures::mark);
  connect(m_runs, &QComboBox::currentIndexChanged, this, &ReportPage::showChosen);
}

RunId ReportPage::chosenRun() const {
  return RunId{m_runs->currentData().toLongLong()};
}

std::vector<delivery::SendingLine> ReportPage::openLines() const {
  std::vector<delivery::SendingLine> lines = m_board.linesOf(m_campaign);
  const RunId run = chosenRun();
  if (run.isValid()) std::erase_if(lines, [run](const auto& line) { return line.progress.run != run; });
  return lines;
}

/// What is going on now, from the board; the rest is read again when it is time.
void ReportPage::follow() {
  const auto lines = openLines();
  m_strip->setVisible(!lines.empty());
  if (!lines.empty()) {
    m_strip->show(lines.front());
    m_overTime->setForecast(lines.front().progress);
  } else {
    m_overTime->setForecast({});
  }
  // With one run the board knows all figures; with several only reading tells.
  if (lines.size() == 1 && m_contents.reports.size() <= 1) showFigures(lines.front().progress.counts);
  if (lines.empty() && !m_wasOpen) return showStanding();
  m_wasOpen = !lines.empty();
  showStanding();
  m_loader.loadSoon();
}

void ReportPage::show(const ReportContents& contents) {
  m_contents = contents;
  m_standing = contents.campaign.standing;
  m_header->setName(contents.campaign.name);
  showRuns();
  showChosen();
  showStanding();
  m_recipients->reloadIfUntouched();
  // Of a stopped run the board says nothing more.
  if (isTakingBack(contents)) m_loader.loadSoon();
  if (!contents.reports.empty()) m_sent->show(contents.reports.back().run.version, contents.campaign.audience);
}

void ReportPage::showRuns() {
  const auto& reports = m_contents.reports;
  m_runs->setVisible(reports.size() > 1);
  if (m_runs->count() == static_cast<int>(reports.size()) + 1) return;
  const QSignalBlocker still(m_runs);
  m_runs->clear();
  m_runs->addItem(tr("All together"), 0);
  for (const reports::RunReport& report : reports) {
    const QString at = QLocale().toString(report.run.dueAt.toLocalTime(), QStringLiteral("ddd d MMM HH:mm"));
    m_runs->addItem(at, report.run.id.value);
  }
}

void ReportPage::showChosen() {
  const RunId run = chosenRun();
  std::vector<reports::RunReport> reports = m_contents.reports;
  if (run.isValid()) std::erase_if(reports, [run](const auto& report) { return report.run.id != run; });
  QMap<RowState, qint64> people;
  m_parts = 0;
  RunId newest;
  for (const reports::RunReport& report : reports) {
    for (const auto& count : report.counts) people[count.state] += count.people;
    m_parts += report.acceptedParts;
    if (report.run.startedAt.isValid()) newest = report.run.id;
  }
  showFigures(people);
  showSeeds(reports);
  showLeftOut(reports);
  m_reasons->show(reports);
  m_delivery->show(reports);
  m_copies->show(reports);
  m_goal->show(reports);
  m_recipients->setRun(run);
  const auto timeline = m_contents.timelines.find(newest);
  m_overTime->show(timeline == m_contents.timelines.end() ? std::vector<reports::TimelinePoint>{} : timeline->second);
}

void ReportPage::showSeeds(const std::vector<reports::RunReport>& reports) {
  QMap<RowState, qint64> colleagues;
  for (const reports::RunReport& report : reports) {
    for (const auto& count : report.seeds) colleagues[count.state] += count.people;
  }
  QStringList words;
  for (auto each = colleagues.cbegin(); each != colleagues.cend(); ++each) {
    words << QStringLiteral("%1 %2").arg(delivery::rowStateText(each.key()), QLocale().toString(each.value()));
  }
  m_seeds->setVisible(!words.isEmpty());
  m_seeds->setText(tr("Colleagues of the seed list, in no figure: %1").arg(words.join(QStringLiteral(" · "))));
}

void ReportPage::showLeftOut(const std::vector<reports::RunReport>& reports) {
  QStringList lines;
  for (const reports::RunReport& report : reports) {
    for (const auto& count : report.leftOut) lines << reports::leftOutLine(count);
    if (report.run.reason == delivery::hold::sentHere) lines << delivery::runStateText(report.run);
  }
  m_leftOut->setVisible(!lines.isEmpty());
  m_leftOut->setText(lines.join(QLatin1Char('\n')));
}

void ReportPage::showFigures(const QMap<RowState, qint64>& people) {
  m_figures->show(people, m_parts);
  m_recipients->setCounts(people);
}

void ReportPage::showStanding() {
  const auto lines = m_board.linesOf(m_campaign);
  const bool isKept =
      !lines.empty() && lines.front().progress.isKeptOnly() && lines.front().progress.state == RunState::Running;
  const Standing standing = lines.empty() ? m_standing
                            : isKept      ? Standing::Scheduled
                                          : runStanding(lines.front().progress.state);
  QString word = items::standingWord(standing);
  if (standing == Standing::Sending && !lines.empty()) {
    word = tr("%1 %2 %").arg(word).arg(delivery::percentSettled(lines.front().progress));
  }
  m_header->setStanding(word, static_cast<Tone>(items::standingTone(standing)));
  m_unschedule->setVisible(standing == Standing::Scheduled && !isKept);
}

void ReportPage::showPeople(const PeopleFilter& filter) {
  m_recipients->filter(filter);
  m_recipients->focusList();
  // After the layout has taken up what changed.
  QMetaObject::invokeMethod(
      this, [this] { m_scroll->ensureWidgetVisible(m_recipients, 0, size::Large); }, Qt::QueuedConnection);
}

void ReportPage::openSettle(const QString& identity) {
  const delivery::UnclearSelection selection{m_campaign, chosenRun(), identity};
  auto* dialog = new SettleDialog(m_services, selection, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SettleDialog::settled, &m_loader, &ReportLoader::load);
  dialog->open();
}

void ReportPage::say(const QString& text) {
  m_note->setText(text);
}

}  // namespace heliograph::ui
