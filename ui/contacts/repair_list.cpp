// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/repair_list.h"

#include <QCheckBox>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/contacts/import_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/issue_row.h"

namespace heliograph::ui {

using audience::Repair;

RepairList::RepairList(QWidget* parent) : QWidget(parent), m_kinds(new QVBoxLayout) {
  m_kinds->setContentsMargins({});
  m_kinds->setSpacing(size::Small);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("Phone numbers that a spreadsheet changed"), TypeRole::Label));
  column->addLayout(m_kinds);
}

void RepairList::clear() {
  while (QLayoutItem* item = m_kinds->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
}

void RepairList::show(const audience::ImportFindings& findings, audience::Repairs wanted, const QString& country) {
  clear();
  m_wanted = wanted;
  for (const audience::CountedRepair& repair : findings.repairs) addKind(repair, country);
  if (findings.digitsLost.count > 0) addLost(findings.digitsLost);
  setVisible(m_kinds->count() > 0);
}

void RepairList::addKind(const audience::CountedRepair& repair, const QString& country) {
  const Repair kind = repair.repair;
  auto* box = new QCheckBox(repairWords(repair, country));
  box->setObjectName(QStringLiteral("import.repair.") + audience::repairName(kind));
  box->setAccessibleDescription(exampleWords(repair));
  box->setChecked(m_wanted.testFlag(kind));
  connect(box, &QCheckBox::toggled, this, [this, kind](bool on) {
    m_wanted.setFlag(kind, on);
    Q_EMIT wantedChanged(m_wanted);
  });
  auto* examples = new ElidedLabel(exampleWords(repair), TypeRole::Hint, Ink::Text2);
  examples->setContentsMargins(size::Wide, 0, size::Wide, 0);
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(box);
  column->addWidget(examples);
  m_kinds->addWidget(holder);
}

void RepairList::addLost(const audience::CountedRows& rows) {
  const QString words =
      rows.count == 1
          ? tr("1 number has lost digits to an exponent (%1). Nobody can bring them back from this file: make the "
               "column "
               "text in the spreadsheet and type the number anew.")
                .arg(placeWords(rows))
          : tr("%1 numbers have lost digits to an exponent (%2). Nobody can bring them back from this file: export it "
               "again with that column as text.")
                .arg(QLocale().toString(rows.count), placeWords(rows));
  m_kinds->addWidget(new IssueRow(Tone::Attention, words.toHtmlEscaped()));
}

}  // namespace heliograph::ui
