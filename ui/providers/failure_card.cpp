// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/failure_card.h"

#include <QLocale>
#include <QVBoxLayout>

#include "delivery/test_messages/failure_rehearsal.h"
#include "ui/layout/clear_layout.h"
#include "ui/providers/rehearsal_row.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
/// Further ones are told by their number; the rehearsal has them all.
constexpr std::size_t kCountriesOfFailure = 6;
}  // namespace

FailureCard::FailureCard(QWidget* parent)
    : Card(parent), m_title(new Label({}, TypeRole::Label)), m_rows(new QVBoxLayout) {
  setObjectName(QStringLiteral("group.failure"));
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_rows->setSpacing(0);
  body()->setSpacing(size::Tiny);
  body()->addWidget(m_title);
  body()->addLayout(m_rows);
}

void FailureCard::show(const providers::ProviderGroup& group, const GroupFacts& facts) {
  std::vector<delivery::RehearsedMember> members;
  for (const ProviderId id : group.members) {
    const auto member = facts.members.find(id);
    if (member == facts.members.end() || member->second.provider.archived) continue;
    members.push_back({id, member->second.provider.name, member->second.coverage});
  }
  clearLayout(*m_rows);
  setVisible(!members.empty() && !facts.countries.empty());
  if (isHidden()) return;
  members.front().fault = delivery::ProviderFault::Unreachable;
  m_title->setText(tr("If “%1” did not answer now").arg(members.front().name));
  const auto countries = delivery::rehearse(members, facts.countries).countries;
  for (std::size_t i = 0; i < std::min(countries.size(), kCountriesOfFailure); ++i) {
    m_rows->addWidget(makeRehearsalRow(countries[i], objectName()));
  }
  if (countries.size() <= kCountriesOfFailure) return;
  m_rows->addWidget(
      new Label(tr("and %1 more countries").arg(countries.size() - kCountriesOfFailure), TypeRole::Hint, Ink::Text3));
}

}  // namespace heliograph::ui
