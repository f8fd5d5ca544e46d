// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/when_page.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include "delivery/held/holding_check.h"
#include "providers/routes/route_resolver.h"
#include "schedule/read_back.h"
#include "ui/theme/tokens.h"
#include "ui/when/quiet_choice.h"
#include "ui/when/workspace_quiet_dialog.h"
#include "ui/when/zone_combo.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using schedule::WhenLate;

namespace {

constexpr int kKindsWidth = 180;
constexpr int kTickMs = 20000;
constexpr int kProposedHour = 10;

/// What is known of a route.
struct RouteFacts {
  SendingPace pace;
  providers::Holding holding;
};

/// What the route's first provider takes, without the people.
SendingPace paceOf(const Services& services, const providers::Route& route) {
  const auto resolved = services.routes.resolve(route);
  if (!resolved || resolved->ready.empty()) return {};
  const auto& first = resolved->ready.front();
  return {-1, first.definition.limits.perSecond, first.provider.name, {}, {}};
}

RouteFacts factsOf(const Services& services, const providers::Route& route) {
  const auto holding = services.routes.holding(route);
  return {paceOf(services, route), holding ? *holding : providers::Holding{{}, holding.error().message}};
}

}  // namespace

WhenPage::WhenPage(Services& services, CampaignDocument& document, QWidget* parent)
    : StepPage(services, document, parent),
      m_header(new PageHeader(tr("When"))),
      m_timeline(new TimelineCard),
      m_advanced(new Fold(tr("Advanced"), {})),
      m_quiet(new QuietChoice) {
  auto* choice = new QHBoxLayout;
  choice->setSpacing(size::Wide);
  m_kinds = makeKinds();
  choice->addWidget(m_kinds, 0, Qt::AlignTop);
  choice->addWidget(makeDetails(), 1);
  choice->addStretch(0);
  m_live = new Label({}, TypeRole::Body, Ink::Text2);
  m_live->setObjectName(QStringLiteral("when.live"));
  m_live->setWordWrap(true);
  body()->addWidget(m_header);
  body()->addWidget(m_live);
  body()->addLayout(choice);
  body()->addSpacing(size::Small);
  body()->addWidget(m_timeline);
  m_advanced->setObjectName(QStringLiteral("when.advanced"));
  m_advanced->body()->addWidget(m_quiet);
  body()->addWidget(m_advanced);
  body()->addStretch();
  connectFields();
  m_tick.setInterval(kTickMs);
  connect(&m_tick, &QTimer::timeout, this, [this] {
    if (isVisible()) readBack();
  });
  m_tick.start();
}

QWidget* WhenPage::makeKinds() {
  auto* kinds = new QWidget;
  kinds->setFixedWidth(kKindsWidth);
  m_onPublish = new QRadioButton(tr("When I publish"));
  m_onPublish->setObjectName(QStringLiteral("when.onPublish"));
  m_once = new QRadioButton(tr("Once"));
  m_once->setObjectName(QStringLiteral("when.once"));
  auto* column = new QVBoxLayout(kinds);
  column->setContentsMargins(0, size::Small, 0, 0);
  column->setSpacing(size::Large);
  column->addWidget(m_onPublish);
  column->addWidget(m_once);
  return kinds;
}

QWidget* WhenPage::makeDetails() {
  m_details = new QWidget;
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins({});
  column->setSpacing(size::Large);
  column->addWidget(makeTime());
  column->addWidget(makeKeep());
  m_lateRow = makeLate();
  column->addWidget(m_lateRow);
  return m_details;
}

QWidget* WhenPage::makeTime() {
  m_date = new QDateEdit;
  m_date->setObjectName(QStringLiteral("when.date"));
  m_date->setAccessibleName(tr("Date"));
  m_date->setCalendarPopup(true);
  m_date->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
  m_date->setMinimumHeight(size::Field);
  m_clock = new QTimeEdit;
  m_clock->setObjectName(QStringLiteral("when.time"));
  m_clock->setAccessibleName(tr("Time"));
  m_clock->setDisplayFormat(QStringLiteral("HH:mm"));
  m_clock->setMinimumHeight(size::Field);
  m_zone = new ZoneCombo;
  m_zone->setObjectName(QStringLiteral("when.zone"));
  m_zone->setAccessibleName(tr("Time zone"));
  m_note = new Label({}, TypeRole::Hint, Ink::Text2);
  m_note->setObjectName(QStringLiteral("when.note"));
  m_note->setWordWrap(true);

  auto* time = new QWidget;
  auto* fields = new QHBoxLayout;
  fields->setSpacing(size::Medium);
  fields->addWidget(m_date);
  fields->addWidget(m_clock);
  fields->addWidget(m_zone);
  fields->addStretch();
  auto* column = new QVBoxLayout(time);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addLayout(fields);
  column->addWidget(m_note);
  return time;
}

QWidget* WhenPage::makeKeep() {
  m_keep = new QCheckBox;
  m_keep->setObjectName(QStringLiteral("when.keep"));
  m_keepWords = new Label({}, TypeRole::Hint, Ink::Text2);
  m_keepWords->setObjectName(QStringLiteral("when.keepWords"));
  m_keepWords->setWordWrap(true);
  auto* keep = new QWidget;
  auto* column = new QVBoxLayout(keep);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_keep);
  column->addWidget(m_keepWords);
  return keep;
}

QWidget* WhenPage::makeLate() {
  m_late = new SegmentedChoice;
  m_late->setObjectName(QStringLiteral("when.late"));
  m_late->setAccessibleName(tr("If this computer is off then"));
  m_late->addChoice(static_cast<int>(WhenLate::Ask), tr("Ask me"));
  m_late->addChoice(static_cast<int>(WhenLate::SendIfWithin15Minutes), tr("Send if under 15 min late"));
  m_late->addChoice(static_cast<int>(WhenLate::Skip), tr("Skip"));
  m_lateWords = new Label({}, TypeRole::Hint, Ink::Text2);
  m_lateWords->setObjectName(QStringLiteral("when.lateWords"));
  m_lateWords->setWordWrap(true);
  auto* late = new QWidget;
  auto* column = new QVBoxLayout(late);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("If this computer is off then"), m_late));
  column->addWidget(m_late);
  column->addWidget(m_lateWords);
  return late;
}

void WhenPage::connectFields() {
  for (QRadioButton* button : {m_onPublish, m_once}) connect(button, &QRadioButton::clicked, this, &WhenPage::store);
  connect(m_date, &QDateEdit::dateChanged, this, &WhenPage::store);
  connect(m_clock, &QTimeEdit::timeChanged, this, &WhenPage::store);
  connect(m_zone, &ZoneCombo::chosen, this, &WhenPage::store);
  connect(m_late, &SegmentedChoice::chosen, this, &WhenPage::store);
  connect(m_keep, &QCheckBox::clicked, this, &WhenPage::store);
  connect(m_quiet, &QuietChoice::changed, this, [this](const campaign::QuietRule& rule) {
    m_document.setQuiet(rule);
    readBack();
  });
  connect(m_quiet, &QuietChoice::workspaceRequested, this, &WhenPage::changeWorkspace);
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    if (event.field != CampaignField::Purpose) return;
    m_quiet->load(m_document.campaign());
    readBack();
  });
  connect(m_zone, &ZoneCombo::notFound, this, [this](const QString& typed) {
    m_note->setInk(Ink::Problem);
    m_note->setText(
        tr("No time zone is called “%1”. Type a city or a country and choose one from the list.").arg(typed));
  });
}

void WhenPage::load(const campaign::Campaign& campaign) {
  const QSignalBlocker date(m_date), clock(m_clock), publish(m_onPublish), onceButton(m_once);
  const auto* chosen = std::get_if<schedule::Once>(&campaign.when);
  for (QRadioButton* button : {m_onPublish, m_once}) button->setAutoExclusive(false);
  m_onPublish->setChecked(std::holds_alternative<schedule::OnPublish>(campaign.when));
  m_once->setChecked(chosen != nullptr);
  for (QRadioButton* button : {m_onPublish, m_once}) button->setAutoExclusive(true);
  const schedule::Once shown = chosen ? *chosen : proposal();
  if (m_date->date() != shown.at.date) m_date->setDate(shown.at.date);
  if (m_clock->time() != shown.at.time) m_clock->setTime(shown.at.time);
  if (m_zone->zone() != shown.at.zone) m_zone->setZone(shown.at.zone);
  m_late->setCurrent(static_cast<int>(shown.late));
  m_keep->setChecked(shown.heldByProvider);
  m_quiet->load(campaign);
  readBack();
}

schedule::Once WhenPage::proposal() const {
  const auto local = schedule::localTimeAt(m_services.clock.now().addDays(1), schedule::localZone());
  if (!local) return {};
  return {schedule::LocalTime{local->date, QTime(kProposedHour, 0), local->zone}};
}

void WhenPage::store() {
  if (m_onPublish->isChecked()) {
    m_document.setWhen(schedule::OnPublish{});
  } else if (m_once->isChecked()) {
    m_document.setWhen(schedule::Once{{m_date->date(), m_clock->time(), m_zone->zone()},
                                      static_cast<WhenLate>(m_late->current()),
                                      m_keep->isChecked()});
  }
  readBack();
}

/// True for people as they act: then only that is shown.
bool WhenPage::showLive() {
  const campaign::Audience& audience = m_document.campaign().audience;
  const bool live = audience.isLive();
  m_kinds->setVisible(!live);
  m_timeline->setVisible(!live);
  m_live->setVisible(live);
  if (!live) return false;
  m_details->hide();
  m_header->setSubtitle(tr("Each person at their own time."));
  m_live->setText(tr("%1. It doesn't run yet, so there is no first and last day to choose here: the campaign stays a "
                     "draft.")
                      .arg(describe(audience)));
  return true;
}

void WhenPage::readBack() {
  if (showLive()) return;
  const schedule::When& when = m_document.campaign().when;
  const QDateTime now = m_services.clock.now();
  const auto* once = std::get_if<schedule::Once>(&when);
  const bool passed = schedule::hasPassed(when, now);
  m_details->setVisible(once != nullptr);
  m_header->setSubtitle(schedule::isChosen(when) ? schedule::readBack(when, now)
                                                 : tr("Choose when the messages leave."));
  showQuiet();
  // What can't happen isn't shown as if it would.
  m_timeline->show(passed ? schedule::When(schedule::NotChosen{}) : when, m_pace, now);
  if (!once) return;
  const QString change = schedule::describeClockChange(once->at);
  m_note->setInk(passed ? Ink::Problem : Ink::Attention);
  m_note->setText(passed ? tr("This time has passed. Choose a later one; nothing can be published for the past.")
                         : change);
  m_note->setVisible(!m_note->text().isEmpty());
  m_lateWords->setText(schedule::describe(once->late));
  showKeep();
}

/// Whether the provider can keep the messages, else why not; what follows from it once it is chosen.
void WhenPage::showKeep() {
  const bool keeps = m_keep->isChecked();
  const QString problem =
      delivery::holdingProblem(m_document.campaign(), m_holding, m_pace.quiet.isOn(), m_services.clock.now());
  const QString who = m_holding.name.isEmpty() ? tr("the provider") : tr("“%1”").arg(m_holding.name);
  m_keep->setText(tr("Let %1 keep the messages until then, so this computer may be off").arg(who));
  // What can't be is taken away again, never ticked.
  m_keep->setEnabled(keeps || problem.isEmpty());
  m_keepWords->setInk(keeps && !problem.isEmpty() ? Ink::Problem : Ink::Text2);
  m_keepWords->setText(
      !problem.isEmpty() ? problem
      : keeps ? tr("It gets them when you publish: people and texts are settled then. Who unsubscribes later is "
                   "taken back while this program runs; stopping takes all of them back.")
              : QString());
  // A time that has passed is said beside it; a second reason for the same would only be noise.
  const bool said = !keeps && schedule::hasPassed(m_document.campaign().when, m_services.clock.now());
  m_keepWords->setVisible(!m_keepWords->text().isEmpty() && !said);
  m_lateRow->setVisible(!keeps);
}

/// What is set of quiet hours, and who waits because of them.
void WhenPage::showQuiet() {
  const campaign::Campaign& campaign = m_document.campaign();
  m_pace.quiet = delivery::quietOf(campaign, m_workspace);
  // Counted with other hours the zones are the same; without any they weren't looked up.
  m_pace.zones = m_forecast.zones;
  m_advanced->setSummary(m_quiet->summary());
  QString words;
  const auto due = schedule::dueTimes(campaign.when, m_services.clock.now());
  if (due && !due->empty() && m_forecast.inForce == m_pace.quiet) {
    const QString wait = delivery::waitText(m_forecast, due->front());
    const bool atOnce = std::holds_alternative<schedule::OnPublish>(campaign.when);
    if (!wait.isEmpty()) words = (atOnce ? tr("If it starts now, %1.") : tr("When it starts, %1.")).arg(wait);
  }
  m_quiet->setForecast(words);
}

void WhenPage::setForecast(const delivery::QuietForecast& forecast) {
  m_forecast = forecast;
  readBack();
}

void WhenPage::readWorkspace() {
  m_services.background.run([services = m_services] { return delivery::WorkspaceQuiet(services.database).read(); })
      .then(this, [this](const Result<campaign::ZonedQuiet>& workspace) {
        if (!workspace) return;
        m_workspace = *workspace;
        m_quiet->setWorkspace(m_workspace);
        readBack();
      });
}

void WhenPage::changeWorkspace() {
  auto* dialog = new WorkspaceQuietDialog(m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &WorkspaceQuietDialog::saved, this, &WhenPage::readWorkspace);
  connect(dialog, &WorkspaceQuietDialog::saved, this, &WhenPage::workspaceChanged);
  dialog->open();
}

void WhenPage::enter() {
  readPace();
  readWorkspace();
  readZones();
  readBack();
}

void WhenPage::setPeople(qint64 people) {
  m_pace.people = people;
  readBack();
}

void WhenPage::readPace() {
  m_services.background
      .run([services = m_services, route = m_document.campaign().route] { return factsOf(services, route); })
      .then(this, [this](const RouteFacts& facts) {
        m_pace.perSecond = facts.pace.perSecond;
        m_pace.through = facts.pace.through;
        m_holding = facts.holding;
        readBack();
      });
}

void WhenPage::readZones() {
  if (m_zonesKnown) return;
  m_zonesKnown = true;
  m_services.background.run([] { return schedule::zoneNames(schedule::localZone()); })
      .then(this, [this](const std::vector<schedule::ZoneName>& zones) {
        m_zone->offer(zones);
        m_quiet->offerZones(zones);
      });
}

void WhenPage::focusField(const QString& field, int) {
  if (field == u"quiet_hours") {
    m_advanced->setOpen(true);
    return m_quiet->focusChoice();
  }
  if (m_document.campaign().audience.isLive()) return setFocus();
  if (field == u"held_by_provider") return m_keep->setFocus();
  if (m_once->isChecked()) {
    m_date->setFocus();
  } else {
    m_onPublish->setFocus();
  }
}

}  // namespace heliograph::ui
