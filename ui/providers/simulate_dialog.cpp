// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/simulate_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "audience/reach_counter.h"
#include "audience/segment_repository.h"
#include "ui/layout/clear_layout.h"
#include "ui/providers/rehearsal_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using delivery::ProviderFault;

namespace {

constexpr int kSimulateWidth = 620;
constexpr int kSimulateHeight = 560;
constexpr int kFaultWidth = 260;

QString faultWords(ProviderFault fault) {
  switch (fault) {
    case ProviderFault::None:
      return SimulateDialog::tr("Works");
    case ProviderFault::Unreachable:
      return SimulateDialog::tr("Can't be reached");
    case ProviderFault::Throttled:
      return SimulateDialog::tr("Asks to send more slowly");
    case ProviderFault::NoCredit:
      return SimulateDialog::tr("Has no credit left");
    case ProviderFault::WrongCredentials:
      return SimulateDialog::tr("Rejects the account");
    case ProviderFault::TimeOut:
      return SimulateDialog::tr("Takes messages and never answers");
    case ProviderFault::RefusesCountry:
      return SimulateDialog::tr("Refuses every message");
  }
  return {};
}

std::vector<audience::CountryCount> countriesOfAudience(const Services& services, const QString& segment) {
  audience::Segment people;
  if (!segment.isEmpty()) {
    const auto saved = services.segments.find(segment);
    if (!saved) return {};
    people = saved->segment;
  }
  return services.reach.countries(people).value_or(std::vector<audience::CountryCount>{});
}

}  // namespace

SimulateDialog::SimulateDialog(Services& services, GroupId group, const QString& name, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_audience(new QComboBox),
      m_faults(new QVBoxLayout),
      m_results(new QVBoxLayout),
      m_note(new Label({}, TypeRole::Hint, Ink::Attention)) {
  setObjectName(QStringLiteral("simulate"));
  setWindowTitle(tr("Simulate a failure: %1").arg(name));
  resize(kSimulateWidth, kSimulateHeight);
  m_audience->setObjectName(QStringLiteral("simulate.audience"));
  m_note->setWordWrap(true);
  auto* words = new Label(tr("Choose what is wrong with a provider. Nothing is sent."), TypeRole::Hint, Ink::Text3);
  words->setWordWrap(true);
  auto* results = new QWidget;
  results->setLayout(m_results);
  m_results->setContentsMargins({});
  m_results->setSpacing(0);
  auto* scroll = new QScrollArea;
  scroll->setWidget(results);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* people = new QHBoxLayout;
  people->addWidget(makeFieldLabel(tr("Messages to"), m_audience));
  people->addWidget(m_audience, 1);
  auto* close = new Button(tr("Close"));
  close->setObjectName(QStringLiteral("simulate.close"));
  connect(close, &Button::clicked, this, &QDialog::accept);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Large, size::Large, size::Large, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(words);
  column->addLayout(m_faults);
  column->addLayout(people);
  column->addWidget(scroll, 1);
  column->addWidget(m_note);
  column->addWidget(close, 0, Qt::AlignTrailing);
  connect(m_audience, &QComboBox::currentIndexChanged, this, &SimulateDialog::countPeople);
  loadMembers(group);
}

void SimulateDialog::loadMembers(GroupId group) {
  using Members = std::vector<delivery::RehearsedMember>;
  m_services.background
      .run([services = m_services, group] {
        QStringList names;
        for (const auto& saved : services.segments.list().value_or(std::vector<audience::SavedSegment>{})) {
          names << saved.name;
        }
        return std::pair(delivery::membersToRehearse(services.database, group).value_or(Members{}), names);
      })
      .then(this, [this](const std::pair<Members, QStringList>& read) { showMembers(read.first, read.second); });
}

void SimulateDialog::showMembers(std::vector<delivery::RehearsedMember> members, const QStringList& segments) {
  m_members = std::move(members);
  // The question most people have: what if the first one is down?
  if (!m_members.empty()) m_members.front().fault = ProviderFault::Unreachable;
  QWidget* before = nullptr;
  for (std::size_t i = 0; i < m_members.size(); ++i) {
    auto* fault = new QComboBox;
    fault->setObjectName(QStringLiteral("simulate.fault.%1").arg(i + 1));
    fault->setAccessibleName(tr("What is wrong with %1").arg(m_members[i].name));
    fault->setFixedWidth(kFaultWidth);
    for (const ProviderFault one : delivery::allProviderFaults()) fault->addItem(faultWords(one));
    fault->setCurrentIndex(static_cast<int>(m_members[i].fault));
    connect(fault, &QComboBox::currentIndexChanged, this, [this, i](int chosen) {
      m_members[i].fault = delivery::allProviderFaults()[static_cast<std::size_t>(chosen)];
      rehearse();
    });
    auto* row = new QHBoxLayout;
    row->addWidget(new ElidedLabel(QStringLiteral("%1  %2").arg(i + 1).arg(m_members[i].name), TypeRole::Label), 1);
    row->addWidget(fault);
    m_faults->addLayout(row);
    setTabOrder(before ? before : this, fault);
    before = fault;
  }
  setTabOrder(before ? before : this, m_audience);
  m_audience->addItem(tr("Everybody"), QString());
  for (const QString& name : segments) m_audience->addItem(name, name);
}

void SimulateDialog::countPeople() {
  const quint64 counting = ++m_counting;
  m_services.background
      .run([services = m_services, segment = m_audience->currentData().toString()] {
        return countriesOfAudience(services, segment);
      })
      .then(this, [this, counting](const std::vector<audience::CountryCount>& people) {
        if (counting != m_counting) return;
        m_people = people;
        rehearse();
      });
}

void SimulateDialog::rehearse() {
  const delivery::Rehearsal rehearsal = delivery::rehearse(m_members, m_people);
  clearLayout(*m_results);
  for (const delivery::RehearsedCountry& line : rehearsal.countries)
    m_results->addWidget(makeRehearsalRow(line, objectName()));
  m_results->addStretch();
  QStringList unclear;
  for (const QString& name : rehearsal.unclearThrough) unclear << tr("“%1”").arg(name);
  m_note->setText(unclear.isEmpty()
                      ? QString()
                      : tr("%1 costs one message a trial: it may have arrived, so it is sent nowhere else.")
                            .arg(unclear.join(QStringLiteral(", "))));
  m_note->setVisible(!unclear.isEmpty());
}

}  // namespace heliograph::ui
