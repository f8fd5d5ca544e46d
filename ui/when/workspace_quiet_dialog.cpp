// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/workspace_quiet_dialog.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include "delivery/courier/delivery_service.h"
#include "delivery/quiet/workspace_quiet.h"
#include "ui/when/quiet_editor.h"
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
    : SaveDialog(QStringLiteral("quiet"), tr("Quiet hours of the workspace"), parent),
      m_services(services),
      m_on(new QCheckBox(tr("Keep quiet hours in all marketing campaigns"))),
      m_hours(new QuietEditor(QStringLiteral("quiet"))) {
  setMinimumSize(kQuietDialogWidth, kQuietDialogHeight);
  m_on->setObjectName(QStringLiteral("quiet.on"));
  m_hours->setQuiet({schedule::QuietHours::usual(), schedule::localZone()});
  m_hours->setEnabled(false);
  auto* words = new Label(tr("Nobody is texted in them, by the clocks of the place where each person is. They hold at "
                             "once, also for what is being sent. A campaign may have others; transactional ones keep "
                             "none."),
                          TypeRole::Hint, Ink::Text2);
  words->setWordWrap(true);
  body()->addWidget(words);
  body()->addWidget(m_on);
  body()->addWidget(m_hours);
  connect(m_on, &QCheckBox::toggled, m_hours, &QWidget::setEnabled);
  load();
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
        // Whoever waited by the old hours is looked at again now.
        if (done) m_services.delivery.wake();
        finish(done);
      });
}

}  // namespace heliograph::ui
