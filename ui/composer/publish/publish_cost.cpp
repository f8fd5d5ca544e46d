// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/publish_cost.h"

#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/composer/words/country_words.h"
#include "ui/composer/words/publish_sentence.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {

using delivery::CountryCost;

constexpr std::size_t kProvidersNamed = 3;

/// "Japan", "Japan and Chile", "Japan, Chile and 3 more".
QString unpricedNames(const std::vector<CountryCost>& countries) {
  QStringList names;
  for (const CountryCost& one : countries) {
    if (!one.priced) names << countryWords(one.country);
  }
  constexpr qsizetype kMost = 2;
  const qsizetype more = names.size() - kMost;
  if (more > 0) {
    return PublishCost::tr("%1 and %2 more").arg(names.mid(0, kMost).join(QStringLiteral(", ")), QString::number(more));
  }
  return names.join(PublishCost::tr(" and "));
}

}  // namespace

PublishCost::PublishCost(QWidget* parent) : Card(parent), m_rows(new QVBoxLayout) {
  setObjectName(QStringLiteral("publish.cost"));
  m_rows->setSpacing(0);
  body()->addWidget(new Label(tr("Cost"), TypeRole::Label));
  body()->addLayout(m_rows);
}

void PublishCost::show(const delivery::CostReport& cost) {
  clearLayout(*m_rows);
  setVisible(!cost.countries.empty());
  if (!cost.expected.isZero()) {
    addCountries(cost);
    m_rows->addWidget(new Separator(Qt::Horizontal));
    addSum(cost);
  }
  if (!cost.isComplete()) return addUnpriced(cost);
  if (cost.expected.isZero()) m_rows->addWidget(new FactRow(tr("Expected"), tr("Nothing")));
}

void PublishCost::addCountries(const delivery::CostReport& cost) {
  std::vector<const CountryCost*> priced;
  for (const CountryCost& one : cost.countries) {
    if (!one.expected.isZero()) priced.push_back(&one);
  }
  const std::size_t named = priced.size() <= kProvidersNamed + 1 ? priced.size() : kProvidersNamed;
  for (std::size_t i = 0; i < named; ++i) {
    m_rows->addWidget(
        new FactRow(tr("%1 · %2").arg(countryWords(priced[i]->country), QLocale().toString(priced[i]->people)),
                    priced[i]->expected.shortText()));
  }
  if (named == priced.size()) return;
  MoneySum rest;
  QStringList names;
  for (std::size_t i = named; i < priced.size(); ++i) {
    rest += priced[i]->expected;
    names << countryWords(priced[i]->country);
  }
  auto* row = new FactRow(tr("%1 more").arg(priced.size() - named), rest.shortText());
  row->setToolTip(names.join(QStringLiteral(", ")));
  m_rows->addWidget(row);
}

void PublishCost::addSum(const delivery::CostReport& cost) {
  if (cost.highest == cost.expected) {
    auto* row = new FactRow(tr("Expected"), cost.expected.shortText());
    row->setStrong(true);
    return m_rows->addWidget(row);
  }
  auto* row =
      new FactRow(tr("Expected, at most"), tr("%1, %2").arg(cost.expected.shortText(), cost.highest.shortText()));
  row->setStrong(true);
  row->setToolTip(tr("Through the first provider of the route; at most through the dearest of each person's."));
  m_rows->addWidget(row);
}

void PublishCost::addUnpriced(const delivery::CostReport& cost) {
  auto* words =
      new Label(tr("Prices missing for %1: %2.").arg(peopleWords(cost.unpricedPeople), unpricedNames(cost.countries)),
                TypeRole::Hint, Ink::Attention);
  words->setWordWrap(true);
  m_rows->addWidget(words);
  auto* add = new LinkButton(tr("Add prices"));
  add->setObjectName(QStringLiteral("publish.prices"));
  connect(add, &LinkButton::clicked, this, &PublishCost::pricesRequested);
  m_rows->addWidget(add, 0, Qt::AlignLeading);
}

}  // namespace heliograph::ui
