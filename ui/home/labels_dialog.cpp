// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/labels_dialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/labels.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kLabelsWidth = 380;
constexpr int kTallest = 300;

Qt::CheckState stateOf(const std::vector<campaign::CampaignSummary>& campaigns, const QString& label) {
  const auto having = std::count_if(campaigns.begin(), campaigns.end(),
                                    [&label](const auto& campaign) { return campaign.labels.contains(label); });
  if (having == 0) return Qt::Unchecked;
  return having == static_cast<std::ptrdiff_t>(campaigns.size()) ? Qt::Checked : Qt::PartiallyChecked;
}

}  // namespace

LabelsDialog::LabelsDialog(std::vector<campaign::CampaignSummary> campaigns, const QStringList& known, QWidget* parent)
    : QDialog(parent),
      m_campaigns(std::move(campaigns)),
      m_new(new QLineEdit),
      m_problem(new Label({}, TypeRole::Hint, Ink::Problem)),
      m_done(new Button(tr("Set the labels"), ButtonRole::Primary)) {
  setObjectName(QStringLiteral("labels.dialog"));
  setWindowTitle(m_campaigns.size() == 1 ? tr("Labels of “%1”").arg(m_campaigns.front().name)
                                         : tr("Labels of %1 campaigns").arg(m_campaigns.size()));
  setMinimumWidth(kLabelsWidth);
  m_problem->setObjectName(QStringLiteral("labels.problem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_done->setObjectName(QStringLiteral("labels.done"));
  m_done->setDefault(true);
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_done, &Button::clicked, this, &LabelsDialog::take);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_done);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(makeNew());
  column->addWidget(m_problem);
  column->addWidget(makeList(known), 1);
  column->addLayout(buttons);
  check();
  m_new->setFocus();
}

QWidget* LabelsDialog::makeNew() {
  m_new->setObjectName(QStringLiteral("labels.new"));
  m_new->setAccessibleName(tr("New label"));
  m_new->setPlaceholderText(tr("New label"));
  m_new->setMinimumHeight(size::Field);
  auto* add = new Button(tr("Add"));
  add->setObjectName(QStringLiteral("labels.add"));
  add->setAutoDefault(false);
  connect(m_new, &QLineEdit::textChanged, this, &LabelsDialog::check);
  connect(add, &Button::clicked, this, &LabelsDialog::addNew);
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_new, 1);
  row->addWidget(add);
  return box;
}

QWidget* LabelsDialog::makeList(const QStringList& known) {
  auto* inside = new QWidget;
  m_list = new QVBoxLayout(inside);
  m_list->setContentsMargins({});
  m_list->setSpacing(size::Small);
  m_list->addStretch();
  for (const QString& label : known) addBox(label, stateOf(m_campaigns, label));
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inside);
  scroll->setMaximumHeight(kTallest);
  return scroll;
}

QCheckBox* LabelsDialog::addBox(const QString& label, Qt::CheckState state) {
  auto* box = new QCheckBox(QString(label).replace(QLatin1Char('&'), QStringLiteral("&&")));
  box->setObjectName(QStringLiteral("labels.") + label);
  box->setAccessibleName(label);
  // Half a tick stands for "as it is"; after the first click it is yes or no.
  box->setTristate(state == Qt::PartiallyChecked);
  box->setCheckState(state);
  connect(box, &QCheckBox::clicked, this, [this, box] {
    if (box->checkState() == Qt::PartiallyChecked) box->setCheckState(Qt::Checked);
    box->setTristate(false);
    check();
  });
  m_list->insertWidget(m_list->count() - 1, box);
  m_lines.push_back({label, box, state});
  return box;
}

void LabelsDialog::addNew() {
  const auto label = campaign::labelFromText(m_new->text());
  if (!label) return check();
  const auto known =
      std::find_if(m_lines.begin(), m_lines.end(), [&label](const Line& line) { return line.label == *label; });
  QCheckBox* box = known == m_lines.end() ? addBox(*label, Qt::Unchecked) : known->box;
  box->setTristate(false);
  box->setCheckState(Qt::Checked);
  m_new->clear();
  check();
}

void LabelsDialog::check() {
  QString why;
  if (!m_new->text().trimmed().isEmpty()) {
    if (const auto label = campaign::labelFromText(m_new->text()); !label) why = label.error().message;
  }
  QStringList add;
  QStringList remove;
  for (const Line& line : m_lines) {
    if (line.box->checkState() == Qt::Checked) add << line.label;
    if (line.box->checkState() == Qt::Unchecked) remove << line.label;
  }
  for (const auto& campaign : m_campaigns) {
    const auto labels = campaign::changedLabels(campaign.labels, add, remove);
    if (!labels && why.isEmpty()) why = labels.error().message;
  }
  m_problem->setText(why);
  m_problem->setVisible(!why.isEmpty());
  m_done->setBlockedBecause(why);
}

void LabelsDialog::take() {
  if (!m_new->text().trimmed().isEmpty()) {
    addNew();
    if (!m_done->isEnabled()) return;
  }
  QStringList add;
  QStringList remove;
  for (const Line& line : m_lines) {
    const Qt::CheckState now = line.box->checkState();
    if (now == line.before) continue;
    (now == Qt::Checked ? add : remove) << line.label;
  }
  if (!add.isEmpty() || !remove.isEmpty()) Q_EMIT chosen(add, remove);
  accept();
}

}  // namespace heliograph::ui
