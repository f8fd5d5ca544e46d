// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/count_page.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/contacts/import_words.h"
#include "ui/contacts/repair_list.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/issue_row.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kCountSteps = 1000;
constexpr int kCountBarHeight = 6;
constexpr std::size_t kMostProblems = 8;

Label* wrappedCount(const QString& text, Ink ink) {
  auto* label = new Label(text, TypeRole::Body, ink);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

CountPage::CountPage(QWidget* parent)
    : QWidget(parent), m_bar(new QProgressBar), m_status(wrappedCount({}, Ink::Text2)), m_repairs(new RepairList) {
  m_bar->setRange(0, kCountSteps);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(kCountBarHeight);
  m_bar->setAccessibleName(tr("Progress"));
  m_status->setObjectName(QStringLiteral("import.counts"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("What will happen"), TypeRole::Title));
  column->addWidget(m_bar);
  column->addWidget(m_status);
  column->addWidget(makeFigures());
  column->addWidget(makeFindings(), 1);
  connect(m_repairs, &RepairList::wantedChanged, this, &CountPage::repairsChanged);
}

QWidget* CountPage::makeFigures() {
  auto* figures = new QWidget;
  auto* row = new QHBoxLayout(figures);
  row->setContentsMargins({});
  row->setSpacing(size::Wide);
  for (auto [number, label] :
       {std::pair(&m_created, tr("New contacts")), std::pair(&m_changed, tr("Brought up to date")),
        std::pair(&m_same, tr("The same as now")), std::pair(&m_rejected, tr("Left out"))}) {
    *number = new BigNumber(label, false);
    row->addWidget(*number);
  }
  row->addStretch();
  return figures;
}

QWidget* CountPage::makeFindings() {
  auto* findings = new QWidget;
  // As high as its texts wrap at this width; by itself it would ask for what they need in a narrow column.
  findings->setMinimumHeight(1);
  m_notes = new QVBoxLayout;
  m_notes->setContentsMargins({});
  m_notes->setSpacing(size::Small);
  auto* column = new QVBoxLayout(findings);
  column->setContentsMargins(0, 0, size::Small, 0);
  column->setSpacing(size::Large);
  column->addWidget(m_repairs);
  column->addLayout(m_notes);
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("import.findings"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(findings);
  m_repairs->hide();
  return scroll;
}

void CountPage::begin(bool dry) {
  m_bar->setValue(0);
  m_repairs->setEnabled(dry);
  for (BigNumber* number : {m_created, m_changed, m_same, m_rejected}) number->setCounting(true);
}

void CountPage::setProgress(double share, const QString& words) {
  m_bar->setValue(static_cast<int>(share * kCountSteps));
  m_status->setText(words);
}

void CountPage::show(const audience::ImportReport& report, audience::Repairs wanted, const QString& country) {
  m_bar->setValue(kCountSteps);
  m_status->setText(tr("%1 were counted. Nothing has been written yet.").arg(rowsWords(report.read)));
  for (auto [number, value] : {std::pair(m_created, report.created), std::pair(m_changed, report.changed()),
                               std::pair(m_same, report.unchanged), std::pair(m_rejected, report.rejected)}) {
    number->setCounting(false);
    number->setNumber(value);
  }
  m_repairs->show(report.findings, wanted, country);
  showNotes(report);
}

void CountPage::showError(const QString& words) {
  for (BigNumber* number : {m_created, m_changed, m_same, m_rejected}) {
    number->setCounting(false);
    number->clear();
  }
  m_status->setText(words);
  m_repairs->hide();
  clearNotes();
}

void CountPage::clearNotes() {
  while (QLayoutItem* item = m_notes->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
}

void CountPage::addNote(const QString& words) {
  m_notes->addWidget(wrappedCount(words, Ink::Text2));
}

void CountPage::showNotes(const audience::ImportReport& report) {
  clearNotes();
  const audience::ImportFindings& findings = report.findings;
  std::size_t shown = 0;
  for (const audience::CountedProblem& problem : findings.problems) {
    if (shown++ == kMostProblems) break;
    m_notes->addWidget(
        new IssueRow(problem.rejects ? Tone::Problem : Tone::Attention, problemWords(problem).toHtmlEscaped()));
  }
  if (findings.problems.size() > kMostProblems)
    addNote(tr("There are more reasons; the list of rows will have them all."));
  const auto note = [this](const audience::CountedRows& rows, const QString& one, const QString& many) {
    if (rows.count > 0)
      addNote(rows.count == 1 ? one.arg(placeWords(rows)) : many.arg(rowsWords(rows.count), placeWords(rows)));
  };
  note(findings.sameIdentity, tr("1 row is of somebody who has a row further up; the later row wins (%1)."),
       tr("%1 are of people who have a row further up; the later row wins (%2)."));
  note(findings.sameNumber,
       tr("1 row has a number that somebody else has further up; a campaign texts each number once (%1)."),
       tr("%1 have a number that somebody else has further up; a campaign texts each number once (%2)."));
  note(findings.optedOut, tr("1 row is of somebody who has opted out, and stays opted out (%1)."),
       tr("%1 are of people who have opted out. They stay opted out (%2)."));
  for (const QString& remark : report.remarks) addNote(remark);
}

}  // namespace heliograph::ui
