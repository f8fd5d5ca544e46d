// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_about.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "audience/property_label.h"
#include "phone/country.h"
#include "ui/layout/clear_layout.h"
#include "ui/people/person_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::PersonFacts;

namespace {

constexpr int kFactNameWidth = 124;

Label* personLine(const QString& text, TypeRole role, Ink ink) {
  auto* label = new Label(text, role, ink);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  return label;
}

}  // namespace

PersonAbout::PersonAbout(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout) {
  setObjectName(QStringLiteral("people.about"));
  m_column->setSpacing(0);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addLayout(m_column);
  column->addStretch();
}

void PersonAbout::showWords(const QString& words, bool isProblem) {
  clearLayout(*m_column);
  m_column->addWidget(personLine(words, TypeRole::Hint, isProblem ? Ink::Problem : Ink::Text2));
}

void PersonAbout::showFacts(const PersonFacts& facts) {
  setUpdatesEnabled(false);
  clearLayout(*m_column);
  const audience::Profile& person = facts.profile;
  addFact(tr("Identity"), person.identity);
  addFact(tr("Number"), person.phone.isEmpty() ? tr("none") : person.phone);
  if (!person.country.isEmpty()) addFact(tr("Country"), phone::countryName(person.country));
  if (!person.timeZone.isEmpty()) addFact(tr("Time zone"), person.timeZone);
  addFact(tr("Known since"), momentWords(facts.createdAt));
  addProperties(facts);
  addConsents(facts);
  addHeading(tr("Devices"));
  for (const audience::Device& device : facts.devices) addFact(deviceName(device), deviceWords(device));
  if (facts.devices.empty()) addNote(tr("None known."));
  addHeading(tr("Lists"));
  addNote(facts.lists.isEmpty() ? tr("On none.") : facts.lists.join(QStringLiteral(", ")));
  setUpdatesEnabled(true);
}

void PersonAbout::addProperties(const PersonFacts& facts) {
  addHeading(tr("Properties"));
  const QVariantMap& values = facts.profile.values;
  for (auto value = values.cbegin(); value != values.cend(); ++value) {
    addFact(audience::propertyLabel(value.key()), personValueWords(value.value()));
  }
  if (values.isEmpty()) addNote(tr("None known."));
}

void PersonAbout::addConsents(const PersonFacts& facts) {
  addHeading(tr("Consent"));
  for (const audience::Consent& consent : facts.consents) {
    addFact(channelWords(consent.channel), consentWords(consent));
  }
  if (facts.optOut) addFact(tr("This number"), optOutWords(*facts.optOut));
  if (facts.consents.empty() && !facts.optOut) {
    addNote(facts.profile.unsubscribed ? tr("Opted out.") : tr("Nothing is noted."));
  }
}

void PersonAbout::addHeading(const QString& text) {
  m_column->addSpacing(size::Large);
  m_column->addWidget(new Label(text, TypeRole::Label));
  m_column->addSpacing(size::Tiny);
}

void PersonAbout::addFact(const QString& name, const QString& value) {
  auto* fact = new QWidget;
  auto* label = personLine(name, TypeRole::Body, Ink::Text2);
  label->setFixedWidth(kFactNameWidth);
  auto* words = personLine(value, TypeRole::Body, Ink::Text);
  words->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* row = new QHBoxLayout(fact);
  row->setContentsMargins(0, size::Tiny, 0, size::Tiny);
  row->setSpacing(size::Medium);
  row->addWidget(label, 0, Qt::AlignTop);
  row->addWidget(words, 1, Qt::AlignTop);
  m_column->addWidget(fact);
}

void PersonAbout::addNote(const QString& text) {
  m_column->addWidget(personLine(text, TypeRole::Body, Ink::Text2));
}

}  // namespace heliograph::ui
