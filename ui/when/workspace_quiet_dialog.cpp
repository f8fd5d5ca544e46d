// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/workspace_quiet_dialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "delivery/delivery_service.h"
#include "delivery/quiet/workspace_quiet.h"
#include "ui/theme/tokens.h"
#include "ui/when/quiet_editor.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using campaign::ZonedQuiet;
using delivery::WorkspaceQuiet;

namespace {
constexpr int kQuietDialogWidth = 520;
/// Texts that wrap ask for less than they need, which the rows of days would have to give.
constexpr int kQuietDialogHeight = 660;
}  // namespace

WorkspaceQuietDialog::WorkspaceQuietDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_on(new QCheckBox(tr("Keep quiet hours in all marketing campaigns"))),
      m_hours(new QuietEditor(QStringLiteral("quiet"))),
      m_problem(new Label({}, TypeRole::Hint, Ink::Problem)),
      m_save(new Button(tr("Save"), ButtonRole::Primary)) {
  setObjectName(QStringLiteral("quiet.dialog"));
  setWindowTitle(tr("Quiet hours of the workspace"));
  setMinimumSize(kQuietDialogWidth, kQuietDialogHeight);
  m_on->setObjectName(QStringLiteral("quiet.on"));
  m_problem->setObjectName(QStringLiteral("quiet.saveProblem"));
  m_problem->setWordWrap(true);
  m_problem->hide();
  m_save->setObjectName(QStringLiteral("quiet.save"));
  m_save->setDefault(true);
  m_hours->setQuiet({schedule::QuietHours::usual(), schedule::localZone()});
  m_hours->setEnabled(false);
  arrange();
  connect(m_on, &QCheckBox::toggled, m_hours, &QWidget::setEnabled);
  connect(m_save, &Button::clicked, this, &WorkspaceQuietDialog::save);
  load();
}

void WorkspaceQuietDialog::arrange() {
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  auto* words = new Label(tr("Nobody is texted in them, by the clocks of the place where each person is. They hold at "
                             "once, also for what is being sent. A campaign may have others; transactional ones keep "
                             "none."),
                          TypeRole::Hint, Ink::Text2);
  words->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(new Label(windowTitle(), TypeRole::Title));
  column->addWidget(words);
  column->addWidget(m_on);
  column->addWidget(m_hours);
  column->addWidget(m_problem);
  column->addLayout(buttons);
}

void WorkspaceQuietDialog::load() {
  m_services.background.run([services = m_services] { return WorkspaceQuiet(services.database).read(); })
      .then(this, [this](const Result<ZonedQuiet>& quiet) {
        if (!quiet || quiet->hours.isEmpty()) return;
        m_hours->setQuiet(*quiet);
        m_on->setChecked(true);
      });
  m_services.background.run([] { return schedule::zoneNames(schedule::localZone()); })
      .then(this, [this](const std::vector<schedule::ZoneName>& zones) { m_hours->offerZones(zones); });
}

void WorkspaceQuietDialog::save() {
  if (m_on->isChecked() && !m_hours->take()) return;
  const ZonedQuiet quiet = m_on->isChecked() ? m_hours->quiet() : ZonedQuiet{};
  m_services.background.run([services = m_services, quiet] { return WorkspaceQuiet(services.database).set(quiet); })
      .then(this, [this](const Result<>& done) {
        if (!done) {
          m_problem->setText(done.error().message);
          return m_problem->show();
        }
        // Whoever waited by the old hours is looked at again now.
        m_services.delivery.wake();
        Q_EMIT saved();
        accept();
      });
}

}  // namespace heliograph::ui
