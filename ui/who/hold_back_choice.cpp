// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/hold_back_choice.h"

#include <QCheckBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "delivery/reach/reach_rules.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::HoldBack;

HoldBackChoice::HoldBackChoice(QWidget* parent)
    : QWidget(parent),
      m_on(new QCheckBox(tr("Keep a control group of this campaign"))),
      m_percent(new QSpinBox),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_workspace(new QCheckBox),
      m_workspaceWords(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_edit(new LinkButton({})) {
  m_on->setObjectName(QStringLiteral("who.hold"));
  m_percent->setObjectName(QStringLiteral("who.hold.percent"));
  m_percent->setAccessibleName(tr("Percent of those who qualify"));
  m_percent->setRange(HoldBack::least, HoldBack::most);
  m_percent->setValue(HoldBack::usual);
  m_percent->setSuffix(tr(" % of those who qualify"));
  m_percent->setFixedHeight(size::Control);
  m_words->setObjectName(QStringLiteral("who.hold.words"));
  m_workspace->setObjectName(QStringLiteral("who.hold.workspace"));
  m_workspaceWords->setObjectName(QStringLiteral("who.hold.workspace.words"));
  m_edit->setObjectName(QStringLiteral("who.hold.edit"));
  for (Label* words : {m_words, m_workspaceWords}) words->setWordWrap(true);
  arrange();
  connect(m_on, &QCheckBox::clicked, this, &HoldBackChoice::choose);
  connect(m_percent, &QSpinBox::valueChanged, this, &HoldBackChoice::choose);
  connect(m_workspace, &QCheckBox::clicked, this, &HoldBackChoice::choose);
  connect(m_edit, &LinkButton::clicked, this, &HoldBackChoice::groupRequested);
  showState();
}

void HoldBackChoice::arrange() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_on, 0, Qt::AlignLeading);
  column->addWidget(m_percent, 0, Qt::AlignLeading);
  column->addWidget(m_words);
  column->addWidget(m_workspace, 0, Qt::AlignLeading);
  column->addWidget(m_workspaceWords);
  column->addWidget(m_edit, 0, Qt::AlignLeading);
}

void HoldBackChoice::load(const campaign::Campaign& campaign) {
  m_isMarketing = campaign.purpose == campaign::Purpose::Marketing;
  m_holdBack = campaign.holdBack;
  showState();
}

void HoldBackChoice::setWorkspaceGroup(const audience::ControlGroup& group) {
  m_group = group;
  showState();
}

void HoldBackChoice::setHeldBack(qint64 own, qint64 byWorkspace) {
  m_own = own;
  m_byWorkspace = byWorkspace;
  showState();
}

void HoldBackChoice::focusChoice() {
  m_on->setFocus();
}

bool HoldBackChoice::holdsWorkspaceGroup() const {
  return m_holdBack.workspace.value_or(m_isMarketing);
}

void HoldBackChoice::choose() {
  const int percent = m_on->isChecked() ? m_percent->value() : 0;
  m_holdBack = m_holdBack.withPercent(percent);
  // What the purpose says anyway needs no saying.
  if (m_workspace->isChecked() != holdsWorkspaceGroup()) {
    m_holdBack.workspace =
        m_workspace->isChecked() == m_isMarketing ? std::optional<bool>() : std::optional(m_workspace->isChecked());
  }
  showState();
  Q_EMIT changed(m_holdBack);
}

QString HoldBackChoice::groupWords() const {
  const QString why =
      tr("They get no message, so that you see what it brings the others. Chance decides, for each person "
         "for good.");
  if (m_own < 0 || m_holdBack.percent == 0) return why;
  return (m_own == 1 ? tr("1 person is held back.") : tr("%1 people are held back.").arg(QLocale().toString(m_own))) +
         QLatin1Char(' ') + why;
}

QString HoldBackChoice::workspaceWords() const {
  if (holdsWorkspaceGroup()) {
    return m_byWorkspace < 0    ? QString()
           : m_byWorkspace == 1 ? tr("1 person is held back.")
                                : tr("%1 people are held back.").arg(QLocale().toString(m_byWorkspace));
  }
  return m_isMarketing ? tr("They get this campaign, too: what your campaigns bring can be measured less well then.")
                       : tr("Not held back, as transactional messages are for everybody who did something.");
}

void HoldBackChoice::showState() {
  const QSignalBlocker quiet(m_percent);
  m_on->setChecked(m_holdBack.percent > 0);
  // Not while it is typed here: that would put the cursor elsewhere.
  if (m_holdBack.percent > 0 && m_percent->value() != m_holdBack.percent) m_percent->setValue(m_holdBack.percent);
  m_percent->setVisible(m_holdBack.percent > 0);
  m_words->setText(groupWords());
  m_workspace->setText(tr("Hold back the workspace's control group, %1 % of all people").arg(m_group.percent));
  m_workspace->setChecked(holdsWorkspaceGroup());
  m_workspace->setVisible(m_group.isOn());
  m_workspaceWords->setText(workspaceWords());
  m_workspaceWords->setInk(m_isMarketing && !holdsWorkspaceGroup() ? Ink::Attention : Ink::Text3);
  m_workspaceWords->setVisible(m_group.isOn() && !m_workspaceWords->text().isEmpty());
  m_edit->setText(m_group.isOn() ? tr("Change the workspace's control group…")
                                 : tr("Keep a control group of all campaigns…"));
}

QString HoldBackChoice::summary() const {
  const bool byWorkspace = m_group.isOn() && holdsWorkspaceGroup();
  if (m_holdBack.percent > 0 && byWorkspace) {
    return tr("%1 % of those who qualify, and the workspace's control group").arg(m_holdBack.percent);
  }
  if (m_holdBack.percent > 0) return tr("%1 % of those who qualify").arg(m_holdBack.percent);
  if (byWorkspace) return tr("The workspace's control group, %1 % of all people").arg(m_group.percent);
  return tr("None. Keep a control group to measure the effect.");
}

}  // namespace heliograph::ui
