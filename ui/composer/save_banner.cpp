// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/save_banner.h"

#include <QVBoxLayout>

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"

namespace heliograph::ui {

SaveBanner::SaveBanner(CampaignAutosave& autosave, QWidget* parent)
    : QWidget(parent),
      m_autosave(autosave),
      m_banner(new Banner(Tone::Problem)),
      m_retry(new Button(tr("Try again"))),
      m_keepMine(new Button(tr("Keep what I see"))),
      m_takeTheirs(new Button(tr("Show the other version"))),
      m_close(new Button(tr("Close"), ButtonRole::Quiet)) {
  m_banner->setObjectName(QStringLiteral("composer.banner"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_banner);
  for (Button* button : {m_retry, m_keepMine, m_takeTheirs, m_close}) {
    button->setSmall(true);
    m_banner->addWidget(button);
  }
  connect(m_retry, &Button::clicked, &m_autosave, &CampaignAutosave::saveNow);
  connect(m_keepMine, &Button::clicked, &m_autosave, &CampaignAutosave::keepMine);
  connect(m_takeTheirs, &Button::clicked, &m_autosave, &CampaignAutosave::takeTheirs);
  connect(m_close, &Button::clicked, this, &SaveBanner::refresh);
  connect(&m_autosave, &CampaignAutosave::stateChanged, this, &SaveBanner::refresh);
  refresh();
}

void SaveBanner::refresh() {
  const bool failed = m_autosave.state() == SaveState::Failed;
  const bool conflict = m_autosave.state() == SaveState::Conflict;
  m_retry->setVisible(failed);
  m_keepMine->setVisible(conflict);
  m_takeTheirs->setVisible(conflict);
  m_close->setVisible(false);
  if (failed) m_banner->setMessage(Icon::Warning, m_autosave.problem().toHtmlEscaped());
  if (conflict) {
    m_banner->setMessage(Icon::Warning,
                         tr("This campaign was changed somewhere else at the same time. Both versions are kept; choose "
                            "which one goes on."));
  }
  setVisible(failed || conflict);
}

void SaveBanner::showProblem(const QString& text) {
  refresh();
  m_banner->setMessage(Icon::Warning, text.toHtmlEscaped());
  m_close->setVisible(true);
  setVisible(true);
}

}  // namespace heliograph::ui
