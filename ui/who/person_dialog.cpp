// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/person_dialog.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "audience/property_label.h"
#include "audience/reachability.h"
#include "ui/people/person_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/initial.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {

constexpr int kPersonWidth = 420;
constexpr int kPersonHeight = 480;

/// Whether this person alone can be texted: another one's number isn't looked at.
Chip* standingChip(const audience::Profile& person) {
  audience::ReachabilityCheck check;
  const auto reachability = check.next(person.phoneState, person.phone.toStdString(), person.unsubscribed);
  const bool reachable = reachability == audience::Reachability::Reachable;
  auto* chip = new Chip(reachable ? PersonDialog::tr("Can be texted") : audience::reachabilityWords(reachability),
                        reachable ? Tone::Fine : Tone::Attention);
  chip->setIcon(reachable ? Icon::Check : Icon::Warning);
  return chip;
}

}  // namespace

PersonDialog::PersonDialog(const audience::Profile& person, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("person.dialog"));
  setWindowTitle(person.displayName());
  resize(kPersonWidth, kPersonHeight);

  auto* head = new QHBoxLayout;
  head->setSpacing(size::Medium);
  head->addWidget(new Initial(person.displayName()));
  auto* name = new Label(person.displayName(), TypeRole::Title);
  name->setWordWrap(true);
  head->addWidget(name, 1);
  head->addWidget(standingChip(person));

  auto* facts = new QWidget;
  auto* lines = new QVBoxLayout(facts);
  lines->setContentsMargins({});
  lines->setSpacing(0);
  lines->addWidget(new FactRow(tr("Identity"), person.identity));
  lines->addWidget(new FactRow(tr("Number"), person.phone.isEmpty() ? tr("none") : person.phone));
  lines->addWidget(new FactRow(tr("Country"), person.country.isEmpty() ? tr("not known") : person.country));
  lines->addWidget(new Separator);
  for (auto it = person.values.cbegin(); it != person.values.cend(); ++it) {
    lines->addWidget(new FactRow(audience::propertyLabel(it.key()), personValueWords(it.value())));
  }
  lines->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setAccessibleName(tr("What is known of this person"));
  scroll->setWidget(facts);

  auto* close = new Button(tr("Close"));
  close->setObjectName(QStringLiteral("person.close"));
  connect(close, &Button::clicked, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Large);
  column->setSpacing(size::Medium);
  column->addLayout(head);
  column->addWidget(scroll, 1);
  column->addWidget(close, 0, Qt::AlignTrailing);
}

}  // namespace heliograph::ui
