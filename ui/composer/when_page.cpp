// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/when_page.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"

namespace heliograph::ui {

namespace {

QStringList zoneNames() {
  QStringList names;
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    if (id.contains('/') || id == "UTC") names.append(QString::fromLatin1(id));
  }
  return names;
}

QByteArray localZone() {
  const QByteArray id = QTimeZone::systemTimeZoneId();
  return id.isEmpty() ? QByteArrayLiteral("UTC") : id;
}

}  // namespace

WhenPage::WhenPage(Services& services, CampaignDocument& document, QWidget* parent)
    : StepPage(services, document, parent), m_header(new PageHeader(tr("When"))) {
  body()->addWidget(m_header);
  body()->addWidget(makeKinds());
  body()->addWidget(makeTime());
  body()->addStretch();
}

QWidget* WhenPage::makeKinds() {
  auto* kinds = new QWidget;
  m_onPublish = new QRadioButton(tr("When I publish"));
  m_onPublish->setObjectName(QStringLiteral("when.onPublish"));
  m_once = new QRadioButton(tr("Once"));
  m_once->setObjectName(QStringLiteral("when.once"));
  auto* column = new QVBoxLayout(kinds);
  column->setContentsMargins({});
  column->setSpacing(size::Large);
  column->addWidget(m_onPublish);
  column->addWidget(m_once);
  for (QRadioButton* button : {m_onPublish, m_once}) {
    connect(button, &QRadioButton::clicked, this, &WhenPage::store);
  }
  return kinds;
}

QWidget* WhenPage::makeTime() {
  m_time = new QWidget;
  m_date = new QDateEdit;
  m_date->setObjectName(QStringLiteral("when.date"));
  m_date->setAccessibleName(tr("Date"));
  m_date->setCalendarPopup(true);
  m_date->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
  m_clock = new QTimeEdit;
  m_clock->setObjectName(QStringLiteral("when.time"));
  m_clock->setAccessibleName(tr("Time"));
  m_clock->setDisplayFormat(QStringLiteral("HH:mm"));
  m_zone = new QComboBox;
  m_zone->setObjectName(QStringLiteral("when.zone"));
  m_zone->setAccessibleName(tr("Time zone"));
  m_zone->setEditable(true);
  m_zone->setFixedWidth(240);
  m_zone->setInsertPolicy(QComboBox::NoInsert);
  m_zone->setModel(new QStringListModel(zoneNames(), m_zone));
  m_zone->completer()->setFilterMode(Qt::MatchContains);
  m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
  m_note = new Label({}, TypeRole::Hint, Ink::Text3);
  m_note->setWordWrap(true);

  auto* fields = new QHBoxLayout;
  fields->setSpacing(size::Medium);
  fields->addWidget(m_date);
  fields->addWidget(m_clock);
  fields->addWidget(m_zone);
  fields->addStretch();
  auto* column = new QVBoxLayout(m_time);
  column->setContentsMargins(size::PageX, 0, 0, 0);  // under the words of "Once"
  column->addLayout(fields);
  column->addWidget(m_note);

  connect(m_date, &QDateEdit::dateChanged, this, &WhenPage::store);
  connect(m_clock, &QTimeEdit::timeChanged, this, &WhenPage::store);
  connect(m_zone, &QComboBox::currentTextChanged, this, &WhenPage::store);
  return m_time;
}

void WhenPage::load(const campaign::Campaign& campaign) {
  const QSignalBlocker date(m_date), clock(m_clock), zone(m_zone), publish(m_onPublish), once(m_once);
  const auto* chosen = std::get_if<schedule::Once>(&campaign.when);
  for (QRadioButton* button : {m_onPublish, m_once}) button->setAutoExclusive(false);
  m_onPublish->setChecked(std::holds_alternative<schedule::OnPublish>(campaign.when));
  m_once->setChecked(chosen != nullptr);
  for (QRadioButton* button : {m_onPublish, m_once}) button->setAutoExclusive(true);
  const schedule::Once shown = chosen ? *chosen : proposal();
  if (m_date->date() != shown.at.date) m_date->setDate(shown.at.date);
  if (m_clock->time() != shown.at.time) m_clock->setTime(shown.at.time);
  if (const QString name = QString::fromLatin1(shown.at.zone); m_zone->currentText() != name) {
    m_zone->setCurrentText(name);
  }
  readBack(campaign.when);
}

schedule::Once WhenPage::proposal() const {
  const auto local = schedule::localTimeAt(m_services.clock.now().addDays(1), localZone());
  if (!local) return {};
  return {schedule::LocalTime{local->date, QTime(10, 0), local->zone}};
}

void WhenPage::store() {
  if (m_onPublish->isChecked()) {
    m_document.setWhen(schedule::OnPublish{});
  } else if (m_once->isChecked()) {
    const QByteArray zone = m_zone->currentText().toLatin1();
    if (!QTimeZone(zone).isValid()) {
      m_note->setText(tr("Choose a time zone from the list, such as Europe/Berlin."));
      return;
    }
    m_document.setWhen(schedule::Once{{m_date->date(), m_clock->time(), zone}});
  }
  readBack(m_document.campaign().when);
}

void WhenPage::readBack(const schedule::When& when) {
  m_time->setVisible(std::holds_alternative<schedule::Once>(when));
  m_header->setSubtitle(schedule::isChosen(when) ? schedule::describe(when) : tr("Choose when the messages leave."));
  QStringList notes;
  if (const auto* once = std::get_if<schedule::Once>(&when)) {
    notes << schedule::describeClockChange(once->at);
    const auto resolved = schedule::resolve(once->at);
    if (resolved && resolved->utc < m_services.clock.now()) notes << tr("This time has passed.");
    notes << tr(
        "If this computer is off then and the time is missed by more than 15 minutes, nothing is sent until you "
        "decide.");
  }
  notes.removeAll(QString());
  m_note->setText(notes.join(QLatin1Char(' ')));
}

void WhenPage::focusField(const QString&, int) {
  if (m_once->isChecked()) {
    m_date->setFocus();
  } else {
    m_onPublish->setFocus();
  }
}

}  // namespace heliograph::ui
