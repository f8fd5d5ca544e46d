// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/workspace_group_dialog.h"

#include <QCheckBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include "audience/groups/workspace_group.h"
#include "core/background.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::WorkspaceGroup;

namespace {
constexpr int kGroupDialogWidth = 440;
}

WorkspaceGroupDialog::WorkspaceGroupDialog(Services& services, QWidget* parent)
    : SaveDialog(QStringLiteral("group"), tr("Control group of all campaigns"), parent),
      m_services(services),
      m_on(new QCheckBox(tr("Hold a few of all people back from every campaign"))),
      m_percent(new QSpinBox) {
  setMinimumWidth(kGroupDialogWidth);
  m_on->setObjectName(QStringLiteral("group.on"));
  m_percent->setObjectName(QStringLiteral("group.percent"));
  m_percent->setAccessibleName(tr("Percent of all people"));
  m_percent->setRange(WorkspaceGroup::least, WorkspaceGroup::most);
  m_percent->setSuffix(tr(" % of all people"));
  m_percent->setFixedHeight(size::Control);
  m_percent->setEnabled(false);
  auto* words =
      new Label(tr("Chance decides who they are, for each person for good; people who come later join at the same "
                   "rate. Transactional campaigns go to them unless you say otherwise, and each campaign may."),
                TypeRole::Hint, Ink::Text2);
  words->setWordWrap(true);
  body()->addWidget(m_on);
  body()->addWidget(m_percent, 0, Qt::AlignLeading);
  body()->addWidget(words);
  connect(m_on, &QCheckBox::toggled, m_percent, &QWidget::setEnabled);
  load();
}

void WorkspaceGroupDialog::load() {
  m_services.background.run([services = m_services] { return WorkspaceGroup(services.database).read(); })
      .then(this, [this](const Result<audience::ControlGroup>& group) {
        if (!group || !group->isOn()) return;
        m_on->setChecked(true);
        m_percent->setValue(group->percent);
      });
}

void WorkspaceGroupDialog::save() {
  const int percent = m_on->isChecked() ? m_percent->value() : 0;
  m_services.background.run([services = m_services, percent] { return WorkspaceGroup(services.database).set(percent); })
      .then(this, [this](const Result<>& done) { finish(done); });
}

}  // namespace heliograph::ui
