// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/reach_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/initial.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {

QString minus(qint64 people) {
  return QStringLiteral("\u2212 ") + QLocale().toString(people);
}

QWidget* personLine(const audience::Profile& person) {
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins({});
  row->setSpacing(size::Medium);
  row->addWidget(new Initial(person.displayName()));
  row->addWidget(new ElidedLabel(person.displayName()), 1);
  row->addWidget(new Label(person.country, TypeRole::Hint, Ink::Text3));
  return line;
}

}  // namespace

ReachCard::ReachCard(QWidget* parent)
    : QWidget(parent),
      m_number(new BigNumber(tr("Will receive"))),
      m_why(new Label({}, TypeRole::Body, Ink::Text2)),
      m_facts(new QWidget),
      m_qualify(new FactRow(tr("Qualify"), {})),
      m_noPhone(new FactRow(tr("no number"), {})),
      m_invalid(new FactRow(tr("not a valid number"), {})),
      m_unsubscribed(new FactRow(tr("unsubscribed"), {})),
      m_duplicate(new FactRow(tr("same number twice"), {})),
      m_receive(new FactRow(tr("Receive"), {})),
      m_samplesTitle(new Label(tr("Some of them"), TypeRole::Label)),
      m_samples(new QVBoxLayout) {
  m_number->setObjectName(QStringLiteral("reach.number"));
  m_why->setWordWrap(true);
  auto* facts = new QVBoxLayout(m_facts);
  facts->setContentsMargins({});
  facts->setSpacing(0);
  m_qualify->setStrong(true);
  m_receive->setStrong(true);
  facts->addWidget(m_qualify);
  for (FactRow* part : {m_noPhone, m_invalid, m_unsubscribed, m_duplicate}) {
    part->setIndented(true);
    facts->addWidget(part);
  }
  facts->addWidget(new Separator);
  facts->addWidget(m_receive);
  m_samples->setSpacing(size::Small);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_number);
  column->addWidget(m_why);
  column->addWidget(m_facts);
  column->addWidget(m_samplesTitle);
  column->addLayout(m_samples);
  column->addStretch();
  clear({});
}

void ReachCard::setCounting() {
  m_number->setCounting(true);
}

void ReachCard::show(const ReachView& view) {
  const QLocale locale;
  m_number->setCounting(false);
  m_number->setNumber(view.reach.reachable);
  m_number->setNote(tr("counted in %1 ms, of %2 contacts")
                        .arg(locale.toString(qRound(view.reach.seconds * 1000)), locale.toString(view.contacts)));
  m_why->hide();
  m_facts->setVisible(true);
  showFacts(view.reach);
  showSamples(view.samples);
}

void ReachCard::showFacts(const audience::Reach& reach) {
  m_qualify->setFact(tr("Qualify"), QLocale().toString(reach.qualified));
  m_noPhone->setFact(tr("no number"), minus(reach.noPhone));
  m_invalid->setFact(tr("not a valid number"), minus(reach.invalidPhone));
  m_unsubscribed->setFact(tr("unsubscribed"), minus(reach.unsubscribed));
  m_duplicate->setFact(tr("same number twice"), minus(reach.duplicatePhone));
  m_receive->setFact(tr("Receive"), QLocale().toString(reach.reachable));
}

void ReachCard::showSamples(const std::vector<audience::Profile>& samples) {
  clearLayout(*m_samples);
  for (const auto& person : samples) m_samples->addWidget(personLine(person));
  m_samplesTitle->setVisible(!samples.empty());
}

void ReachCard::clear(const QString& why) {
  m_number->setCounting(false);
  m_number->clear();
  m_number->setNote({});
  m_why->setText(why.isEmpty() ? tr("Choose who gets the message; the people are counted here at once.") : why);
  m_why->show();
  m_facts->hide();
  showSamples({});
}

}  // namespace heliograph::ui
